import Foundation
import Testing

/// The part of the round's record that is looked at in tests.
struct FebruaryRecord: Decodable {
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

extension FebruaryRecord {
  /// Each voice counts once, in the poll in which the script lets it be heard.
  func expectBallots(of script: URL) throws {
    let expected = try Ballots(of: script)
    #expect(polls.count == 4)
    for poll in polls {
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
