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
  /// Nothing where there was none; records that were written before there were any have none.
  var agenda: [AgendaItem]?
  let phases: [PhaseStep]?
  /// Whether it is only practised until now.
  let rehearsal: Bool?
  var questions: [Question]
  /// What a next round can begin with.
  package internal(set) var preparation: Preparation?
  /// Who spoke, in order; nothing where nobody did.
  var turns: [Turn]?
  var speaking: Speaking?
  /// Nothing where nothing of it remains, and in records of the first format.
  var chat: Chat?
  /// Nothing where nobody was asked anything, and in older records.
  var polls: [Poll]?
  /// What moderators and speakers did; for programs, not in what people read.
  var acts: [Act]?
  /// Who it is meant for, where that is not everyone who had a part in it.
  var audience: Audience?

  enum Audience: String, Codable, Sendable { case everybody }

  /// A question as it stood at the end.
  struct Question: Equatable, Codable, Sendable {
    let number: Int
    var text: String
    /// Nothing where the person gave none, or the time for names is over.
    var name: String?
    var organisation: String?
    let asked: Timestamp
    /// How many people wanted to know, the asker among them.
    let support: Int
    let state: State
    let answered: Timestamp?
    /// Why it was declined, if somebody said so.
    let reason: String?
    /// Who answers it later, and by when.
    var owner: String?
    var due: String?
    /// The last written answer.
    var answer: String?
    let tag: String?
    /// Whether a moderator has changed the words.
    let revised: Bool?
    /// The numbers of the questions that were merged into it.
    let merged: [Int]?
    /// The earlier round that it was left over from, and its support there.
    let from: String?
    let supportThen: Int?
  }

  enum State: String, Codable, Sendable, CaseIterable {
    case open, live, answered, followUp, declined
  }

  package init(_ meeting: Meeting) {
    title = meeting.founding.title
    series = meeting.founding.series.title
    code = meeting.founding.series.code
    founded = meeting.founding.founded
    began = meeting.agenda.began
    ended = meeting.agenda.ended
    participants = meeting.participants.count
    agenda = AgendaItem.all(in: meeting.agenda)
    phases = meeting.agenda.phases.map { PhaseStep(phase: $0.phase, from: $0.from) }
    rehearsal = meeting.agenda.isRehearsal ? true : nil
    let start = meeting.agenda.began ?? meeting.founding.founded
    preparation = meeting.preparation(calling: LocalTime().month(start))
    let shown = meeting.questions.all.filter { $0.state != .pending && $0.mergedInto == nil }
    questions = shown.map { question in
      Question(question, in: meeting)
    }
    let past = Self.pastTurns(in: meeting)
    turns = past.isEmpty ? nil : past.map { Turn($0, in: meeting) }
    speaking = Self.speaking(past, in: meeting)
    chat = Chat(meeting.chat)
    let polls = meeting.polls.all.compactMap { Poll($0, in: meeting) }
    self.polls = polls.isEmpty ? nil : polls
    acts = Self.acts(of: meeting)
  }
}

extension Record {
  /// The series that it belongs to.
  package var ofSeries: Series { Series(title: series, code: code) }
}

extension Record.Question {
  init(_ question: MeetingCore.Question, in meeting: Meeting) {
    let author = question.author.participant.map { meeting.participants[$0] }
    number = question.number
    text = question.text
    if case .guest(let guest, _) = question.author { name = guest } else { name = author?.name }
    organisation = author?.organisation
    asked = question.asked
    support = meeting.questions.support(of: question)
    answered = question.answered
    (state, reason, owner, due) = question.state.recorded
    answer = question.answers.last?.text
    tag = question.tag
    revised = question.original == nil ? nil : true
    let parts = question.merged.compactMap { meeting.questions[$0]?.number }
    merged = parts.isEmpty ? nil : parts
    if case .carried(let round, let support) = question.author {
      (from, supportThen) = (round, support)
    } else {
      (from, supportThen) = (nil, nil)
    }
  }
}

extension MeetingCore.Question.State {
  /// The state in the record, with the words that belong to it.
  ///
  /// What waited for a moderator at the end was never shown: it counts as open, and a record leaves
  /// it out.
  fileprivate var recorded: (Record.State, reason: String?, owner: String?, due: String?) {
    switch self {
    case .pending, .open: (.open, nil, nil, nil)
    case .live: (.live, nil, nil, nil)
    case .answered: (.answered, nil, nil, nil)
    case .declined(let reason): (.declined, reason, nil, nil)
    case .followUp(let owner, let due): (.followUp, nil, owner, due)
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
