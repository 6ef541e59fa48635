import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub

extension PollID {
  static let topics = Self("topics")
  static let mood = Self("mood")
}

extension OptionID {
  static let a = Self(rawValue: "a")
  static let b = Self(rawValue: "b")
  static let c = Self(rawValue: "c")
}

extension Poll.Form {
  static func three(
    _ secrecy: Poll.Secrecy,
    _ results: Poll.Results = .afterClose,
    _ kind: Poll.Kind = .single
  ) -> Self {
    let options = ["Akten", "Portale", "Kaffee"].map { Poll.Option($0) }
    return Self(
      title: "Worüber?",
      kind: kind,
      options: options,
      secrecy: secrecy,
      results: results
    )
  }
}

// MARK: - What people do

extension World {
  mutating func opens(
    _ chair: SocketID,
    _ poll: PollID,
    _ form: Poll.Form,
    seconds: Int? = nil
  ) {
    says(chair, .polls(.createPoll(form: form, open: true, seconds: seconds)), as: poll)
  }

  mutating func votes(
    _ socket: SocketID,
    _ options: OptionID...,
    in poll: PollID = .topics,
    as reference: Reference? = nil
  ) {
    votes(socket, .choices(options), in: poll, as: reference)
  }

  mutating func votes(
    _ socket: SocketID,
    _ ballot: Ballot,
    in poll: PollID = .topics,
    as reference: Reference? = nil
  ) {
    let round = meeting.polls[poll]?.present.number ?? 1
    let vote = Polls.Command.castBallot(
      poll: poll,
      round: round,
      ballot: ballot,
      seen: meeting.revision
    )
    says(socket, .polls(vote), as: reference)
  }

  mutating func closes(_ chair: SocketID, _ poll: PollID = .topics, publish: Bool = false) {
    says(chair, .polls(.closePoll(poll: poll, publish: publish, seen: meeting.revision)))
  }

  /// A new round, open at once.
  mutating func begins(_ chair: SocketID, _ poll: PollID = .topics) {
    says(chair, .polls(.newRound(poll: poll, seen: meeting.revision)))
    says(chair, .polls(.openPoll(poll: poll, seen: meeting.revision)))
  }

  /// So many people, each with a tab.
  mutating func connects(crowd: Int) -> [SocketID] {
    (0..<crowd).map { connects("somebody \($0)") }
  }

  // MARK: What can be seen

  var entries: [JournalEntry] { journal[meeting.founding.meeting] ?? [] }

  /// All ballots that the journal holds, in order.
  var castBallots: [JournalEntry] { entries.filter(\.isBallot) }

  /// Everything that a socket was ever told, as text.
  func told(_ socket: SocketID) -> String {
    outputs.reduce(into: "") { text, output in
      guard case .send(let bytes, let sockets) = output, sockets.contains(socket) else { return }
      text += String(decoding: bytes, as: UTF8.self) + "\n"
    }
  }
}

extension JournalEntry {
  var isBallot: Bool { if case .polls(.ballotCast) = event { true } else { false } }

  /// Behind which pseudonym somebody has voted.
  var pseudonym: Pseudonym? {
    if case .polls(.ballotCast(_, _, .hidden(let pseudonym), _)) = event { pseudonym } else { nil }
  }
}

extension Browser {
  func poll(_ id: PollID = .topics) -> WireThing? { things["poll:\(id.rawValue)"] }
  func tally(_ id: PollID = .topics) -> WireThing? { things["tally:\(id.rawValue)"] }

  /// How often each option was chosen, as far as this browser knows.
  var counts: [String: Int64]? {
    guard case .object(let counts) = tally()?.result?["counts"] else { return nil }
    return counts.compactMapValues(\.number)
  }

  /// The own ballots, as `poll.round: choice, …`.
  var ownBallots: [String] {
    (me?.ballots?.items ?? []).map { own in
      let poll = own["poll"]?.string?.replacing(/-+$/, with: "") ?? ""
      let choices = own["ballot"]?["choices"]?.items.compactMap(\.string) ?? []
      return "\(poll).\(own["round"]?.number ?? 0): \(choices.joined(separator: ", "))"
    }
  }

  /// When the last own ballot was counted.
  var counted: Int64? { me?.ballots?.items.last?["counted"]?.number }
}
