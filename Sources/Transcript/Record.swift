import Foundation
package import MeetingCore

/// What remains of a meeting: the words and decisions, without whoever only listened.
///
/// A function of the meeting's state. As JSON it is what the snapshot keeps and what programs
/// read; ``markdown(_:)`` is for people.
package struct Record: Equatable, Codable, Sendable {
  let title: String
  let series: String
  let code: JoinCode
  let founded: Timestamp
  let began: Timestamp?
  let ended: Timestamp?
  /// How many people were there at all.
  let participants: Int
  let questions: [Question]

  /// A question as it stood at the end.
  struct Question: Equatable, Codable, Sendable {
    let number: Int
    let text: String
    /// Nothing where the person gave none.
    let name: String?
    let organisation: String?
    let asked: Timestamp
    /// How many people wanted to know, the asker among them.
    let support: Int
    let state: State
    let answered: Timestamp?
    /// Why it was declined, if somebody said so.
    let reason: String?
  }

  enum State: String, Codable, Sendable, CaseIterable { case open, live, answered, declined }

  package init(_ meeting: Meeting) {
    title = meeting.founding.title
    series = meeting.founding.series.title
    code = meeting.founding.series.code
    founded = meeting.founding.founded
    began = meeting.began
    ended = meeting.ended
    participants = meeting.participants.count
    questions = meeting.questions.all.map { question in
      Question(question, by: meeting.participants[question.author])
    }
  }
}

extension Record.Question {
  init(_ question: MeetingCore.Question, by author: Participant) {
    number = question.number
    text = question.text
    name = author.name
    organisation = author.organisation
    asked = question.asked
    support = question.supporters.count
    answered = question.answered
    switch question.state {
    case .open: (state, reason) = (.open, nil)
    case .live: (state, reason) = (.live, nil)
    case .answered: (state, reason) = (.answered, nil)
    case .declined(let words): (state, reason) = (.declined, words)
    }
  }
}

// MARK: - JSON

extension Record {
  /// Reads what ``json`` wrote.
  package init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json))
  }

  /// The record for programs; times are UTC milliseconds since 1970.
  package var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("Texts, numbers and moments can be written as JSON.")
    }
    return [UInt8](data)
  }
}
