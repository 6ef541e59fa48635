// Secret polls: who chose what is known to nobody once they are closed (durability, point 8).
//
// A round of a secret poll is a secret item. It begins when the round opens, and its key is
// forgotten together with all ballots when the round closes; the tally stays.

extension Meeting {
  func secretItem(of command: Polls.Command) -> SecretItem? {
    guard case .castBallot(let id, let round, _, _) = command, let poll = polls[id],
      poll.present.number == round, poll.form.secrecy == .secret, poll.present.state.isOpen
    else { return nil }
    return RoundID(id, round).item
  }

  func secretItem(begunBy event: Polls.Event) -> SecretItem? {
    switch event {
    case .pollOpened(let id, let round, _):
      guard let poll = polls[id], poll.present.number == round, !poll.present.hasItem,
        poll.form.secrecy == .secret
      else { return nil }
      return RoundID(id, round).item
    case .pollEdited(let id, let form, _):
      guard let poll = polls[id], poll.present.state.isOpen, !poll.present.hasItem,
        form.secrecy == .secret
      else { return nil }
      return RoundID(id, poll.present.number).item
    default: return nil
    }
  }

  func forgotten(with event: Polls.Event) -> Forgetting {
    switch event {
    case .pollClosed(let id, let round, _):
      guard let poll = polls[id], poll.present.number == round, poll.present.hasItem else {
        return .nothing
      }
      let isSecret = poll.form.secrecy == .secret
      return Forgetting(
        revisions: isSecret ? poll.present.cast : [],
        items: [RoundID(id, round).item]
      )
    case .pollRemoved(let id):
      guard let poll = polls[id], poll.present.hasItem else { return .nothing }
      return Forgetting(items: [RoundID(id, poll.present.number).item])
    default: return .nothing
    }
  }

  /// Whether an event would betray a voter if it were signed.
  func isSecret(_ event: Polls.Event) -> Bool {
    if case .ballotCast(_, _, .hidden, _) = event { true } else { false }
  }
}

extension Polls.Event {
  /// Secret ballots are forgotten with their round, all else with a rehearsal.
  var redacted: Self {
    switch self {
    case .ballotCast: .ballotForgotten
    case .pollClosed(let id, let round, _): .pollClosed(poll: id, round: round, tally: nil)
    case .answerHidden(let id, _, _): .answerHidden(poll: id, answer: "", hidden: nil)
    case .answerMerged(let id, _, _): .answerMerged(poll: id, answer: "", into: nil)
    default: self
    }
  }
}
