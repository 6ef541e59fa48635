import Foundation
import MeetingClient
import SocketTestSupport
import Testing

@Suite("Bad input gets a clear answer, and the round goes on")
struct BadInputTests {
  @Test(
    "what is no frame",
    arguments: [
      ("hello?", "malformed"), ("", "malformed"), ("null", "malformed"), ("[]", "malformed"),
      ("{\"hello\":", "malformed"), ("{\"hello\":1}", "malformed"),
      ("{\"ping\":{},\"sync\":{}}", "malformed"),
      ("{\"hello\":{\"v\":\"1\",\"code\":7}}", "malformed"), ("{\u{0}}", "malformed"),
      (String(repeating: "[", count: 16_000), "malformed"),
      ("{\"ping\":{\"a\":[[[[[[[]]]]]]]}}", "malformed"),
      ("{\"ping\":{\"a\":[[[[[[]]]]]]}}", "helloExpected"),
      (String(repeating: "{\"a\":", count: 3_000), "malformed"),
      ("{}", "unknownFrame"), ("{\"dance\":{}}", "unknownFrame"),
      ("{\"ping\":{}}", "helloExpected"),
      ("{\"sync\":{}}", "helloExpected"),
    ]
  )
  func noFrame(text: String, reason: String) throws {
    let server = try Server()
    let ada = try Visitor(server)
    try ada.say(text)
    #expect(try ada.hearReason("error") == reason)
    try expectWelcome(ada, server)
  }

  @Test("a wish that comes before the greeting, or after it a second greeting")
  func wrongOrder() throws {
    let server = try Server()
    let ada = try Visitor(server)
    try ada.ask(Visitor.question("Zu früh?"))
    #expect(try ada.hearReason("error") == "helloExpected")
    try expectWelcome(ada, server)
    try ada.greet(server.meeting.code)
    #expect(try ada.hearReason("error") == "unknownFrame")
    try expectRoundGoesOn(server, with: ada)
  }

  @Test("a text of a megabyte")
  func megabyte() throws {
    let server = try Server()
    let ben = try Visitor(joining: server)
    let ada = try Visitor(joining: server)
    // The server may close before all of it is there.
    try? ada.say(String(repeating: "x", count: 1_000_000))
    #expect(try ada.socket.closeCode() == 1_009)
    try expectRoundGoesOn(server, with: ben)
  }

  @Test("wishes that nobody knows, or that are none")
  func unknownCommands() throws {
    let server = try Server()
    let ada = try Visitor(joining: server)
    let cases: [(JSON, String)] = [
      (.object(["dance": .object([:])]), "unknownCommand"),
      (.object(["askQuestion": .object([:])]), "malformed"),
      (.object(["askQuestion": .object(["text": .number(7)])]), "malformed"),
      (.object([:]), "malformed"), (.null, "malformed"), (.text("endMeeting"), "malformed"),
      (Visitor.question("  \n "), "textMissing"),
      (Visitor.question(String(repeating: "x", count: 501)), "textTooLong"),
      (.object(["endMeeting": .object([:])]), "notAllowed"),
    ]
    for (command, reason) in cases {
      let reference = try ada.ask(command)
      let answer = try ada.hear("rejected")
      #expect(answer["ref"]?.text == reference)
      #expect(answer["reason"]?.text == reason, "\(command)")
    }
    try ada.ask(Visitor.question("Wo?"), as: "a reference too short")
    #expect(try ada.hearReason("error") == "malformed")
    try expectRoundGoesOn(server, with: ada)
  }

  @Test("keys, codes and versions that are not right")
  func wrongGreetings() throws {
    let server = try Server()
    let ben = try Visitor(joining: server)
    let right = server.meeting
    let cases: [(code: String, key: String?, v: Int, reason: String, close: UInt16)] = [
      (right.code, "wrong", 1, "keyUnknown", 4_501), (right.code, "", 1, "keyUnknown", 4_501),
      (right.code, server.adminKey, 1, "keyUnknown", 4_501),
      ("AAAAAA", nil, 1, "meetingUnknown", 4_502), ("", nil, 1, "meetingUnknown", 4_502),
      ("../../etc", nil, 1, "meetingUnknown", 4_502), (right.code, nil, 2, "versionTooOld", 4_503),
    ]
    for (code, key, v, reason, close) in cases {
      let ada = try Visitor(server)
      try ada.greet(code, key: key, v: v)
      #expect(try ada.hearReason("error") == reason)
      #expect(try ada.socket.closeCode() == close)
    }
    try expectRoundGoesOn(server, with: ben)
  }

  @Test("wishes in a meeting that has ended, and whoever comes too late")
  func ended() throws {
    let server = try Server()
    let code = server.meeting.code
    let chair = try Visitor(joining: server, key: server.meeting.moderatorKey)
    let ada = try Visitor(joining: server)
    try chair.ask(.object(["endMeeting": .object([:])]))
    #expect(try chair.hear("ack")["result"]?["saved"]?.isTrue == true)
    try ada.ask(Visitor.question("Noch eine?"))
    #expect(try ada.hearReason("rejected") == "meetingEnded")

    // Once nothing of it is in memory, nobody can come in any more.
    #expect(server.end(SIGTERM) == 0)
    try server.start()
    let late = try Visitor(server)
    try late.greet(code)
    #expect(try late.hearReason("error") == "meetingEnded")
    #expect(try late.socket.closeCode() == 4_502)
  }

  @Test("too many frames, too many mistakes, too many wishes")
  func tooMany() throws {
    let server = try Server()
    let ben = try Visitor(joining: server)

    let eager = try Visitor(joining: server)
    // The server closes in the middle.
    for _ in 0..<200 { try? eager.say("{\"ping\":{}}") }
    #expect(try eager.socket.closeCode() == 1_013)

    let clumsy = try Visitor(joining: server)
    for _ in 0..<20 { try clumsy.say("oops") }
    for _ in 0..<20 { #expect(try clumsy.hearReason("error") == "malformed") }
    #expect(try clumsy.hearReason("error") == "tooManyErrors")
    #expect(try clumsy.socket.closeCode() == 4_000)

    let wishful = try Visitor(joining: server)
    for number in 0..<21 { try wishful.ask(Visitor.question("Frage \(number)?")) }
    var last: JSON?
    for _ in 0..<20 { last = try wishful.hear("rejected") }
    #expect(last?["reason"]?.text == "tooFast")
    #expect((1...1_000).contains(last?["wait"]?.whole ?? 0))
    try expectRoundGoesOn(server, with: ben)
  }

  /// Whether somebody who made a mistake can still come in properly.
  private func expectWelcome(_ visitor: Visitor, _ server: Server) throws {
    try visitor.greet(server.meeting.code)
    let welcome = try visitor.hear("welcome")
    #expect(welcome["role"]?.text == "participant")
  }

  /// Whether a question still gets its acknowledgement, and to everybody.
  private func expectRoundGoesOn(_ server: Server, with visitor: Visitor) throws {
    let cleo = try Visitor(joining: server)
    let reference = try visitor.ask(Visitor.question("Geht es weiter?"))
    #expect(try visitor.hear("ack")["ref"]?.text == reference)
    let things = try cleo.hear("things")["things"]?.list ?? []
    #expect(things.contains { $0["id"]?.text == reference })
  }
}
