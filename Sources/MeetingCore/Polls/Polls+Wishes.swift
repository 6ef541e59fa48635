extension Polls {
  /// `seen`, in all of these, is the revision of the poll that whoever asks looks at.
  package enum Command: NamedCases {
    /// The poll's id is the reference of this wish. With `open`, it opens at once (row C46).
    case createPoll(form: Poll.Form, open: Bool? = nil, seconds: Int? = nil)
    case editPoll(poll: PollID, form: Poll.Form, seen: Revision)
    /// Only a draft that was never opened can go.
    case removePoll(poll: PollID)
    /// For so many seconds, zero of which mean: without a timer; nothing: as the form says.
    case openPoll(poll: PollID, seen: Revision, seconds: Int? = nil)
    case castBallot(poll: PollID, round: Int, ballot: Ballot, seen: Revision)
    /// Lets the timer end at another moment, or not at all: two who wish the same get it once.
    case extendPoll(poll: PollID, until: Timestamp?)
    case closePoll(poll: PollID, publish: Bool, seen: Revision)
    case publishPoll(poll: PollID, round: Int, seen: Revision)
    /// Goes on with the same ballots.
    case reopenPoll(poll: PollID, seen: Revision, seconds: Int? = nil)
    /// Begins anew; what was counted until now stays in the record.
    case newRound(poll: PollID, seen: Revision)
    /// Shows an answer to moderators only, or to everybody again.
    case hideAnswer(poll: PollID, answer: String, hidden: Bool)
    /// Lets answers count for another one, or again for themselves.
    case mergeAnswers(poll: PollID, answers: [String], into: String?)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case createPoll, editPoll, removePoll, openPoll, castBallot, extendPoll, closePoll
      case publishPoll, reopenPoll, newRound, hideAnswer, mergeAnswers
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Polls.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .createPoll(let form, let open, let seconds):
      try createPoll(form, open: open ?? false, for: seconds, wish)
    case .editPoll(let poll, let form, let seen): try editPoll(poll, to: form, seen: seen)
    case .removePoll(let poll): try removePoll(poll)
    case .openPoll(let poll, let seen, let seconds):
      try openPoll(poll, for: seconds, seen: seen, wish)
    case .castBallot(let poll, let round, let ballot, let seen):
      try cast(ballot, in: RoundID(poll, round), seen: seen, wish)
    case .extendPoll(let poll, let until): try extendPoll(poll, to: until, wish)
    case .closePoll(let poll, let publish, let seen):
      try closePoll(poll, publish: publish, seen: seen)
    case .publishPoll(let poll, let round, let seen):
      try publish(RoundID(poll, round), seen: seen)
    case .reopenPoll(let poll, let seen, let seconds):
      try reopenPoll(poll, for: seconds, seen: seen, wish)
    case .newRound(let poll, let seen): try beginRound(of: poll, seen: seen)
    case .hideAnswer(let poll, let answer, let hidden):
      try hideAnswer(answer, of: poll, hidden)
    case .mergeAnswers(let poll, let answers, let target):
      try mergeAnswers(answers, of: poll, into: target)
    }
  }

  func poll(_ id: PollID) throws(Rejection) -> Poll {
    guard let poll = polls[id] else { throw Rejection(.pollUnknown) }
    return poll
  }

  /// Two moderators who disagree: the second one is shown what the first one did.
  func require(_ seen: Revision, of poll: Poll) throws(Rejection) {
    guard seen >= poll.changed else { throw Rejection(.stale, stale: .poll(poll.id)) }
  }
}
