import Foundation
import MeetingClient
import SocketTestSupport
import Testing

/// Product row A12: staff come by links, which can be taken out of the wrong hands one by one.
@Suite("A link that was made anew")
struct LinkRenewalTests {
  @Test("opens at once, and the one before nothing; whoever came by it is sent away")
  func moderator() throws {
    let server = try Server()
    let old = server.meeting.moderatorKey
    let chair = try Visitor(joining: server, key: old)
    let ada = try Visitor(joining: server)
    let stage = try Visitor(joining: server, key: server.key(of: server.meeting.stage))

    let new = try server.renewed("moderator").moderatorKey
    #expect(new != old)
    #expect(try chair.hearReason("error") == "keyUnknown")
    #expect(try chair.socket.closeCode() == 4_501)
    try expectOpens(new, and: old, doesNot: server)
    // Nobody else notices.
    for visitor in [ada, stage] {
      try visitor.say(#"{"ping":{}}"#)
      _ = try visitor.hear("beat")
    }
  }

  @Test("is the one after a crash, a second renewal and the end of the round, too")
  func lasts() throws {
    let server = try Server()
    let first = server.meeting.moderatorKey
    let second = try server.renewed("moderator").moderatorKey
    let third = try server.renewed("moderator").moderatorKey
    #expect(Set([first, second, third]).count == 3)
    server.end(SIGKILL)
    try server.start()
    #expect(server.meeting.moderatorKey == third)
    for old in [first, second] { try expectOpens(third, and: old, doesNot: server) }

    let chair = try Visitor(joining: server, key: third)
    try chair.ask(.object(["endMeeting": .object([:])]))
    _ = try chair.hear("ack")
    let transcript = "/api/meetings/\(server.meeting.id)/transcript.json"
    for _ in 0..<2 {
      #expect(try server.get(transcript, bearer: third).status == 200)
      #expect(try server.get(transcript, bearer: first).status == 401)
      server.end(SIGTERM)
      try server.start()
    }
  }

  @Test("of the speaker or the shared screen leaves the others as they are")
  func others() throws {
    let server = try Server()
    let before = server.meeting
    for (role, link) in [("speaker", \Server.Ready.Meeting.speaker), ("stage", \.stage)] {
      let old = server.key(of: before[keyPath: link])
      let visitor = try Visitor(joining: server, key: old)
      let entry = try server.renewed(role)
      #expect(entry.moderator == before.moderator)
      #expect(try visitor.socket.closeCode() == 4_501)
      let back = try Visitor(joining: server, key: server.key(of: entry[keyPath: link]))
      try back.say(#"{"ping":{}}"#)
      _ = try back.hear("beat")
    }
  }

  @Test("is made for the administration, for a round that goes on, and for roles with a link")
  func refusals() throws {
    let server = try Server()
    let path = "/api/meetings/\(server.meeting.id)/links"
    for key in [nil, "x", server.meeting.moderatorKey] {
      #expect(try server.post(path, #"{"role":"moderator"}"#, bearer: key).status == 401)
    }
    for body in ["", "{}", #"{"role":"participant"}"#, #"{"role":"admin"}"#] {
      #expect(try server.post(path, body).status == 400, "\(body)")
    }
    #expect(try server.post("/api/meetings/none/links", #"{"role":"stage"}"#).status == 404)
    _ = try Visitor(joining: server, key: server.meeting.moderatorKey)
  }

  private func expectOpens(_ new: String, and old: String, doesNot server: Server) throws {
    let late = try Visitor(server)
    try late.greet(server.meeting.code, key: old)
    #expect(try late.hearReason("error") == "keyUnknown")
    #expect(try late.socket.closeCode() == 4_501)
    let back = try Visitor(server)
    try back.greet(server.meeting.code, key: new)
    #expect(try back.hear("welcome")["role"]?.text == "moderator")
    let path = "/api/meetings/\(server.meeting.id)/transcript.json"
    #expect(try server.get(path, bearer: old).status == 401)
    #expect(try server.get(path, bearer: new).status == 200)
  }
}

extension Server {
  fileprivate func key(of link: String) -> String {
    link.components(separatedBy: "#key=").last ?? ""
  }

  fileprivate func renewed(_ role: String) throws -> Ready.Meeting {
    let answer = try post("/api/meetings/\(meeting.id)/links", #"{"role":"\#(role)"}"#)
    #expect(answer.status == 200, "\(answer.text)")
    return try JSONDecoder().decode(Ready.Meeting.self, from: Data(answer.body))
  }
}
