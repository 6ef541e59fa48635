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
    let expected = try Ballots(of: Self.script)

    #expect(record.polls.count == 4)
    for poll in record.polls {
      let round = try #require(poll.rounds.first)
      let title = round.form.title
      #expect(round.published && poll.rounds.count == 1, "\(title)")
      #expect(round.cast == expected.voters[title], "\(title)")
      let counts = round.form.options.enumerated().map { place, option in
        expected.choices[title]?[option.id ?? "\(place)"] ?? 0
      }
      if let told = round.result.counts { #expect(told == counts, "\(title)") }
      for answer in round.result.answers ?? [] {
        #expect(answer.count == expected.choices[title]?[answer.text], "\(title): \(answer.text)")
      }
    }
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

/// The part of the record that is looked at here.
private struct FebruaryRecord: Decodable {
  let polls: [Poll]
  let turns: [Turn]
  let agenda: [Item]
  let questions: [Question]
  let chat: Chat
  let acts: [Act]

  struct Act: Decodable {
    let act: String
    let by: String?
  }

  struct Poll: Decodable { let rounds: [Round] }

  struct Round: Decodable {
    let form: Form
    let cast: Int
    let published: Bool
    let result: Result
  }

  struct Form: Decodable {
    let title: String
    let options: [Option]
  }

  struct Option: Decodable { let id: String? }

  struct Result: Decodable {
    let counts: [Int]?
    let answers: [Answer]?
  }

  struct Answer: Decodable {
    let text: String
    let count: Int
  }

  struct Turn: Decodable {}
  struct Item: Decodable { let title: String }
  struct Chat: Decodable { let messages: [Message] }
  struct Message: Decodable {}

  struct Question: Decodable {
    let text: String
    let name: String?
    let state: String
    let merged: [Int]?
  }
}

/// What the script says was chosen, by the poll's title.
private struct Ballots {
  private(set) var voters: [String: Int] = [:]
  private(set) var choices: [String: [String: Int]] = [:]

  init(of script: URL) throws {
    let root = try JSONSerialization.jsonObject(with: try Data(contentsOf: script))
    let steps = (root as? [String: Any])?["steps"] as? [[String: Any]] ?? []
    var titles: [String: String] = [:]
    for step in steps {
      guard let command = step["command"] as? [String: [String: Any]] else { continue }
      if let form = command["createPoll"]?["form"] as? [String: Any] {
        titles["@\(step["as"] as? String ?? "")"] = form["title"] as? String
      }
      guard let cast = command["castBallot"], let title = titles[cast["poll"] as? String ?? ""],
        let ballot = cast["ballot"] as? [String: [String]]
      else { continue }
      voters[title, default: 0] += 1
      for choice in ballot.values.joined() { choices[title, default: [:]][choice, default: 0] += 1 }
    }
  }
}
