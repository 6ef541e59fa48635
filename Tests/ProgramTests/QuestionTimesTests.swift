import Foundation
import MeetingClient
import SocketTestSupport
import Testing

@Suite("Questions that open and close by themselves (B17)")
struct QuestionTimesTests {
  let server = try! Server()

  private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }

  /// A round with times, founded by the administration.
  private func round(_ times: String) throws -> Server.Ready.Meeting {
    let answer = try server.post("/api/meetings", #"{"title":"Mit Plan",\#(times)}"#)
    try #require(answer.status == 201, "\(answer.text)")
    return try JSONDecoder().decode(Server.Ready.Meeting.self, from: Data(answer.body))
  }

  /// What somebody who comes in now is told of the questions.
  private func told(of round: Server.Ready.Meeting) throws -> JSON {
    let chair = try Visitor(server)
    try chair.greet(round.code, key: round.moderatorKey)
    let things = try chair.hear("welcome")["things"]?.list ?? []
    return try #require(things.first { $0["kind"]?.text == "meeting" })
  }

  @Test("do so also where the server was down meanwhile, and once")
  func lateRestart() throws {
    let (opens, closes) = (Self.now + 1_500, Self.now + 3_600_000)
    let made = try round(#""opens":\#(opens),"closes":\#(closes)"#)
    #expect(try told(of: made)["questions"]?.text == "closed")
    server.end(SIGKILL)
    try wait("the time to come") { Self.now > opens }
    try server.start()
    try wait("questions to be open") { try told(of: made)["questions"]?.text == "open" }
    let meeting = try told(of: made)
    #expect(meeting["opens"] == nil && meeting["closes"]?.number == Double(closes))

    // What a moderator does by hand counts for more than what was planned.
    let chair = try Visitor(server)
    try chair.greet(made.code, key: made.moderatorKey)
    let closed = #"{"mode":"paused","isModerated":false,"closes":\#(closes)}"#
    try chair.ask(try #require(JSON(Array(#"{"setQuestions":{"rules":\#(closed)}}"#.utf8))))
    _ = try chair.hear("ack")
    let after = try told(of: made)
    #expect(after["questions"]?.text == "paused" && after["closes"] == nil)
    server.end(SIGTERM)
    try server.start()
    #expect(try told(of: made)["questions"]?.text == "paused")
  }

  @Test("are refused where the times make no sense")
  func refused() throws {
    for times in [
      #""opens":9007199254740991"#, #""closes":0"#, #""opens":"morgen""#, #""opens":1.5"#,
      #""opens":\#(Self.now + 60_000),"closes":\#(Self.now + 60_000)"#,
    ] {
      let answer = try server.post("/api/meetings", #"{"title":"Mit Plan",\#(times)}"#)
      #expect([400, 422].contains(answer.status), "\(times)")
    }
    #expect(server.ready.meetings.count == 1)
  }
}
