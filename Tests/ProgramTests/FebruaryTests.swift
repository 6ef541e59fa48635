import Foundation
import Testing

@Suite("The round of February 2021", .serialized)
struct FebruaryTests {
  static let script = RehearsalTests.script.deletingLastPathComponent()
    .appendingPathComponent("2021-02-suederbrarup.json")

  /// Talk, questions, four polls, a discussion with a speaking queue, and chat; with sockets cut
  /// and commands repeated all the while.
  @Test("is played with every feature, and its record counts each voice once")
  func isPlayed() throws {
    let server = try Server()
    let rehearsal = try Rehearsal(server, script: Self.script, chaos: 3)
    #expect(rehearsal.end() == 0, "\(rehearsal.said)")
    #expect(rehearsal.said.contains("answered otherwise 0"))
    let export = try Program.run([
      "export", "--data", server.data, "--meeting", server.meeting.id, "--format", "json",
    ])
    let record = try JSONDecoder().decode(FebruaryRecord.self, from: export.output)
    try record.expectBallots(of: Self.script)
    #expect(record.turns.count == 9)
    #expect(record.agenda.map(\.title).contains("Diskussion"))
    let states = Dictionary(grouping: record.questions, by: \.state).mapValues(\.count)
    #expect(states["answered"] == 9 && states["followUp"] == 1 && states["declined"] == 1)
    #expect(record.questions.contains { $0.merged != nil })
    #expect(record.chat.messages.count == 44)
    #expect(record.acts.last?.act == "endMeeting")
    #expect(record.acts.contains { $0.act == "mergeQuestion" && $0.by?.hasPrefix("Mod") == true })
    try expectNobodyIsNamed(in: export.output)
  }

  /// What was said to moderators, and who asked anonymously, is in no record.
  private func expectNobodyIsNamed(in json: Data) throws {
    let text = String(decoding: json, as: UTF8.self)
    #expect(!text.contains("Ton prüfen"))
    let record = try JSONDecoder().decode(FebruaryRecord.self, from: json)
    for question in record.questions where question.text.hasPrefix("Wie erreichen Sie ältere") {
      #expect(question.name == nil)
    }
  }
}
