import MeetingCore
import MeetingTestSupport
import Testing

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
  /// Three options, of which one is chosen, under names that moderators see.
  static let threeTopics = three(.single)

  static func three(_ kind: Poll.Kind, _ secrecy: Poll.Secrecy = .moderators) -> Self {
    let options = ["Akten", "Portale", "Kaffee"].map { Poll.Option($0) }
    return Self(title: "Worüber?", kind: kind, options: options, secrecy: secrecy)
  }

  /// The form with one thing changed.
  func with(_ change: (inout Self) -> Void) -> Self {
    var form = self
    change(&form)
    return form
  }
}

extension Ballot {
  static func choice(_ options: OptionID...) -> Self { .choices(options) }
}

// MARK: - Telling

extension Scenario {
  /// The chair asks everybody at once.
  mutating func given(
    _ poll: PollID,
    asks form: Poll.Form,
    seconds: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    given(
      .chair,
      .polls(.createPoll(form: form, open: true, seconds: seconds)),
      as: poll,
      sourceLocation: sourceLocation
    )
  }

  mutating func given(
    _ person: ParticipantID,
    votes ballot: Ballot,
    in poll: PollID,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    given(person, vote(ballot, in: poll), sourceLocation: sourceLocation)
  }

  /// The wish of somebody who sees the poll as it is.
  func vote(_ ballot: Ballot, in poll: PollID) -> Meeting.Command {
    let round = meeting.polls[poll]?.present.number ?? 1
    return .polls(
      .castBallot(poll: poll, round: round, ballot: ballot, seen: meeting.revision)
    )
  }

  func close(_ poll: PollID, publish: Bool = false) -> Meeting.Command {
    .polls(.closePoll(poll: poll, publish: publish, seen: meeting.revision))
  }

  func open(_ poll: PollID, seconds: Int? = nil) -> Meeting.Command {
    .polls(.openPoll(poll: poll, seen: meeting.revision, seconds: seconds))
  }

  func reopen(_ poll: PollID) -> Meeting.Command {
    .polls(.reopenPoll(poll: poll, seen: meeting.revision))
  }

  func newRound(_ poll: PollID) -> Meeting.Command {
    .polls(.newRound(poll: poll, seen: meeting.revision))
  }

  func publish(_ poll: PollID, round: Int = 1) -> Meeting.Command {
    .polls(.publishPoll(poll: poll, round: round, seen: meeting.revision))
  }

  func edit(_ poll: PollID, _ form: Poll.Form) -> Meeting.Command {
    .polls(.editPoll(poll: poll, form: form, seen: meeting.revision))
  }

  func round(_ poll: PollID) -> Poll.Round {
    guard let poll = meeting.polls[poll] else { preconditionFailure("The poll is there.") }
    return poll.present
  }

  /// So many more people come in.
  mutating func given(newcomers: Int) -> [ParticipantID] {
    (0..<newcomers).map { _ in
      let person = meeting.participants.next
      admit(SessionDigest(of: person))
      apply(meeting.arrive(person, as: .participant))
      return person
    }
  }
}
