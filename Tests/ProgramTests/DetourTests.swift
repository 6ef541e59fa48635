import Foundation
import MeetingClient
import SocketTestSupport
import Testing

@Suite("Without a WebSocket")
struct DetourTests {
  @Test("somebody joins, asks, is answered the same twice, and goes on where they were")
  func takesPart() throws {
    let server = try Server()
    let ben = try Visitor(joining: server)
    let ada = try RawStream(port: server.port)
    #expect(try ada.post(Self.hello(server)) == 202)
    let welcome = try Self.hear("welcome", from: ada)
    #expect(welcome["full"] == .bool(true))

    let reference = Visitor.reference()
    let ask = #"{"command":{"ref":"\#(reference)","command":{"askQuestion":{"text":"Warum?"}}}}"#
    for _ in 0..<2 {
      #expect(try ada.post(ask) == 202)
      #expect(try Self.hear("ack", from: ada)["ref"]?.text == reference)
    }
    let news = try ben.hear("things")
    #expect(news["things"]?.list?.contains { $0["id"]?.text == reference } == true)

    // The line breaks, and what happens meanwhile is told.
    let later = try ben.ask(Visitor.question("Und was noch?"))
    _ = try ben.hear("ack")
    let again = try RawStream(port: server.port)
    #expect(try again.post(Self.hello(server, after: welcome)) == 202)
    let back = try Self.hear("welcome", from: again)
    #expect(back["full"] == .bool(false))
    #expect(back["token"] == nil)
    #expect(back["things"]?.list?.contains { $0["id"]?.text == later } == true)
  }

  @Test("everybody hears the same farewell when the server restarts")
  func restart() throws {
    let server = try Server()
    let ada = try RawStream(port: server.port)
    try ada.post(Self.hello(server))
    _ = try Self.hear("welcome", from: ada)
    server.ask(SIGTERM)
    #expect(try ada.closeCode() == 1_012)
    #expect(server.waitForEnd() == 0)
  }

  @Test("hello comes first, and the same mistakes are told in the same words")
  func mistakes() throws {
    let server = try Server()
    let frames = [
      "", "{}", "[1]", #"{"ping":{}}"#, #"{"hello":{"v":1}}"#, #"{"what":{}}"#,
      #"{"hello":{"v":2,"code":"7K4M2P"}}"#, #"{"hello":{"v":1,"code":"no code"}}"#,
      #"{"command":{"ref":"x","command":{"endMeeting":{}}}}"#,
    ]
    for frame in frames {
      let visitor = try Visitor(server)
      try visitor.say(frame)
      let ada = try RawStream(port: server.port)
      #expect(try ada.post(frame) == 202)
      #expect(try Self.hear("error", from: ada)["reason"]?.text == visitor.hearReason("error"))
    }
  }

  @Test("too many mistakes, and too many frames, end a stream as they end a socket")
  func limits() throws {
    let server = try Server()
    let ada = try RawStream(port: server.port)
    try ada.post(Self.hello(server))
    var statuses: [Int] = []
    while statuses.last != 410 {
      try #require(statuses.count < 60)
      statuses.append(try ada.post("nonsense"))
    }
    #expect(statuses.dropLast().allSatisfy { $0 == 202 })
    #expect(try ada.closeCode() == 4_000)
  }

  @Test("and nobody has more rights by the way round")
  func roles() throws {
    let server = try Server()
    let ada = try RawStream(port: server.port)
    try ada.post(Self.hello(server))
    _ = try Self.hear("welcome", from: ada)
    let end = #"{"command":{"ref":"\#(Visitor.reference())","command":{"endMeeting":{}}}}"#
    #expect(try ada.post(end) == 202)
    #expect(try Self.hear("rejected", from: ada)["reason"]?.text == "notAllowed")
  }

  private static func hello(_ server: Server, after welcome: JSON? = nil) -> String {
    var hello: [String: JSON] = ["v": .number(1), "code": .text(server.meeting.code)]
    if let welcome {
      hello["token"] = welcome["token"]
      hello["since"] = .object([
        "epoch": welcome["epoch"] ?? .null, "revision": welcome["revision"] ?? .null,
      ])
    }
    return String(decoding: JSON.object(["hello": .object(hello)]).bytes, as: UTF8.self)
  }

  private static func hear(_ name: String, from stream: RawStream) throws -> JSON {
    while let text = try stream.receiveText() {
      if let body = JSON(Array(text.utf8))?[name] { return body }
    }
    throw Impatience(what: "\(name), before the end of the stream")
  }
}
