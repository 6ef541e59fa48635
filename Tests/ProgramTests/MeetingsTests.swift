import Foundation
import MeetingClient
import SocketTestSupport
import Testing

@Suite("The list of meetings")
struct MeetingsTests {
  @Test("is the ready file's, for whoever has the administration's key")
  func list() throws {
    let server = try Server()
    let answer = try server.get("/api/meetings", bearer: server.adminKey)
    #expect(answer.status == 200)
    #expect(answer["content-type"] == "application/json")
    #expect(answer["cache-control"] == "no-store")
    let file = try #require(FileManager.default.contents(atPath: server.readyFile))
    #expect(JSON(answer.body) == JSON([UInt8](file)))
    let head = try server.head("/api/meetings", bearer: server.adminKey)
    #expect(head.status == 200)
    #expect(head["content-length"] == "\(answer.body.count)")
  }

  @Test("is for nobody else, and tells nothing")
  func strangers() throws {
    let server = try Server()
    let keys = [nil, "", "wrong", server.meeting.moderatorKey, server.adminKey + "x"]
    for key in keys {
      let answer = try server.get("/api/meetings", bearer: key)
      #expect(answer.status == 401)
      #expect(answer.text == "The administration's key is needed.\n")
    }
    let basic = [("Authorization", "Basic \(server.adminKey)")]
    let others = [
      RawHTTP.request("GET", "/api/meetings", basic),
      RawHTTP.request("GET", "/api/meetings?key=\(server.adminKey)"),
      RawHTTP.request("GET", "/api/meetings", [("Authorization", server.adminKey)]),
      RawHTTP.request("GET", "/api/meetings", [("Cookie", "key=\(server.adminKey)")]),
    ]
    for request in others {
      #expect(try RawHTTP.answer(to: request, port: server.port).status == 401)
    }
  }

  @Test("grows by a meeting whose links work, also after a restart")
  func create() throws {
    let server = try Server()
    let answer = try server.post("/api/meetings", #"{"title":"Zweite Runde"}"#)
    #expect(answer.status == 201)
    let made = try JSONDecoder().decode(Server.Ready.Meeting.self, from: Data(answer.body))
    #expect(made.title == "Zweite Runde")
    // The same series has the same code; a key leads to its own meeting.
    #expect(made.code == server.meeting.code)
    #expect(made.id != server.meeting.id)

    for _ in 0..<2 {
      let chair = try Visitor(server)
      try chair.greet(made.code, key: made.moderatorKey)
      let welcome = try chair.hear("welcome")
      #expect(welcome["role"]?.text == "moderator")
      let titles = (welcome["things"]?.list ?? []).compactMap { $0["title"]?.text }
      #expect(titles == ["Zweite Runde"])
      #expect(server.end(SIGTERM) == 0)
      try server.start()
      #expect(server.ready.meetings.map(\.title) == ["Erste Runde", "Zweite Runde"])
      #expect(server.ready.meetings.map(\.moderator).contains(made.moderator))
    }
  }

  @Test("has a code for each series")
  func series() throws {
    let server = try Server()
    func code(_ series: String) throws -> String? {
      let body = JSON.object(["title": .text("Runde"), "series": .text(series)])
      let answer = try server.post("/api/meetings", String(decoding: body.bytes, as: UTF8.self))
      return JSON(answer.body)?["code"]?.text
    }
    let first = try #require(try code("Bürgersprechstunde"))
    #expect(first != server.meeting.code)
    #expect(try code("Bürgersprechstunde") == first)
    #expect(try code("  Bürgersprechstunde ") == first)
    #expect(try code("Digitale Kaffeerunde") == server.meeting.code)
    #expect(try code("Stammtisch") != first)
  }

  @Test("takes no bad wishes, says what is wrong, and stays as it is")
  func refused() throws {
    let server = try Server()
    let long = String(repeating: "x", count: 121)
    let cases: [(body: String, status: Int)] = [
      ("", 400), ("null", 400), ("[]", 400), ("{", 400), (#"{"titel":"x"}"#, 400),
      (#"{"title":7}"#, 400), (#"{"title":null}"#, 400), (#"{"title":"x","series":7}"#, 400),
      (#"{"title":""}"#, 422), (#"{"title":" \n "}"#, 422), (#"{"title":"\#(long)"}"#, 422),
      (#"{"title":"x","series":"\#(long)"}"#, 422), (#"{"title":"x","series":" "}"#, 422),
      (#"{"title":"\#(String(repeating: "x", count: 17_000))"}"#, 413),
      (String(repeating: "[", count: 16_000), 400),
    ]
    for (body, status) in cases {
      let answer = try server.post("/api/meetings", body)
      #expect(answer.status == status, "\(body.prefix(40))")
      #expect(answer["content-type"] == "text/plain; charset=utf-8")
      #expect(answer.body.count > 10)
    }
    let bearer = ("Authorization", "Bearer \(server.adminKey)")
    let good = #"{"title":"x"}"#
    let others: [(request: String, status: Int)] = [
      (RawHTTP.post("/api/meetings", good, [bearer, ("Content-Type", "text/plain")]), 415),
      (RawHTTP.post("/api/meetings", good, [("Authorization", "Bearer wrong")]), 401),
      (RawHTTP.post("/api/meetings", good), 401),
      (RawHTTP.post("/api/meeting", good, [bearer]), 404),
      (RawHTTP.post("/", good, [bearer]), 405), (RawHTTP.request("PUT", "/api/meetings"), 405),
      (RawHTTP.request("DELETE", "/api/meetings", [bearer]), 405),
    ]
    for (request, status) in others {
      #expect(try RawHTTP.answer(to: request, port: server.port).status == status, "\(request)")
    }
    let list = JSON(try server.get("/api/meetings", bearer: server.adminKey).body)
    #expect(list?["meetings"]?.list?.count == 1)
    let longest = String(repeating: "ä", count: 120)
    #expect(try server.post("/api/meetings", #"{"title":"\#(longest)"}"#).status == 201)
  }

  @Test("leads to transcripts, each for its own moderators and the administration")
  func transcripts() throws {
    let server = try Server()
    let other = try server.post("/api/meetings", #"{"title":"Zweite Runde"}"#)
    let foreign = try JSONDecoder().decode(Server.Ready.Meeting.self, from: Data(other.body))
    let path = "/api/meetings/\(server.meeting.id)/transcript"
    for key in [server.meeting.moderatorKey, server.adminKey] {
      #expect(
        try server.get(path + ".md", bearer: key)["content-type"]?.hasPrefix("text/markdown")
          == true
      )
      #expect(JSON(try server.get(path + ".json", bearer: key).body)?["title"] != nil)
      #expect(try server.get(path + ".pdf", bearer: key).status == 404)
    }
    for key in ["wrong", foreign.moderatorKey] {
      #expect(try server.get(path + ".md", bearer: key).status == 401)
    }
    #expect(try server.get(path + ".md").status == 404)
    for id in ["nosuchid", "..", "%2e%2e%2fadmin", foreign.id + "x"] {
      let answer = try server.get("/api/meetings/\(id)/transcript.md", bearer: server.adminKey)
      #expect(answer.status == 404)
    }
  }
}
