import Foundation
import SocketTestSupport
import Testing

/// Data folders as they were written by the first program of each format, in
/// `Tests/Fixtures/formats`: the round of February, once ended and once without its last step.
///
/// They stay as they are. Whoever raises a format adds a folder, with `WRITE_FORMAT=2 swift test
/// --filter FormatTests`, and keeps all others readable.
@Suite("What earlier versions have left", .serialized)
struct FormatTests {
  private static let fixtures = RehearsalTests.script.deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("formats")
  private static let wanted = ProcessInfo.processInfo.environment["WRITE_FORMAT"]

  static var formats: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted() }
  }

  @Test("is sound, counts what it counted, and goes on", arguments: try formats)
  func opens(format: String) throws {
    let server = try Server(isStarted: false)
    try FileManager.default.copyItem(
      atPath: Self.fixtures.appendingPathComponent(format).path,
      toPath: server.data
    )
    let verify = try Program.run(["verify", "--data", server.data])
    #expect(verify.status == 0, "\(verify.errors)")
    let words = String(decoding: verify.output, as: UTF8.self)
    for kind in ["journal", "record"] { #expect(words.contains("sound (\(kind), "), "\(words)") }

    try server.start()
    let meetings = try server.overview()
    #expect(meetings.records.count == 1 && server.ready.meetings.count == 1)
    for id in [server.meeting.id] + meetings.records.map(\.id) {
      let export = try Program.run([
        "export", "--data", server.data, "--meeting", id, "--format", "json",
      ])
      #expect(export.status == 0, "\(export.errors)")
      let record = try JSONDecoder().decode(FebruaryRecord.self, from: export.output)
      try record.expectBallots(of: FebruaryTests.script)
      #expect(record.turns.count == 9 && record.chat.messages.count == 44)
    }
    // Whoever has its link can go on with it.
    try server.plays(ends: true)
    #expect(try server.overview().records.count == 2)
  }

  /// No test but the way in which the folders are made.
  @Test("is what this version writes", .enabled(if: wanted != nil))
  func writes() throws {
    let server = try Server()
    #expect(try Rehearsal(server, script: FebruaryTests.script).end() == 0)
    let wish = #"{"title":"Süderbrarup, bevor es zu Ende war"}"#
    #expect(try server.post("/api/meetings", wish).status == 201)
    // Who starts is told of the rounds that go on.
    #expect(server.end(SIGTERM) == 0)
    try server.start()
    let script = server.folder + "/script.json"
    let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: FebruaryTests.script))
    var round = try #require(whole as? [String: Any])
    var steps = try #require(round["steps"] as? [[String: Any]])
    steps.removeLast()
    round["steps"] = steps
    try JSONSerialization.data(withJSONObject: round).write(to: URL(fileURLWithPath: script))
    #expect(try Rehearsal(server, script: URL(fileURLWithPath: script)).end() == 0)
    #expect(server.end(SIGTERM) == 0)
    for name in ["lock", "reserve"] {
      try FileManager.default.removeItem(atPath: "\(server.data)/\(name)")
    }
    let place = Self.fixtures.appendingPathComponent(try #require(Self.wanted))
    try FileManager.default.createDirectory(
      at: Self.fixtures,
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(atPath: server.data, toPath: place.path)
  }
}
