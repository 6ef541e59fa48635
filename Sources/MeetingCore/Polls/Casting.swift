// What everybody does with polls: vote.

extension Meeting {
  /// Casts a ballot, or another in place of the first.
  ///
  /// A ballot is in if its event comes before the one that closes the round (row C36).
  func cast(
    _ ballot: Ballot,
    in id: RoundID,
    seen: Revision,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    guard let poll = polls[id.poll], poll.wasOpened, let round = poll.round(id.round) else {
      throw Rejection(.pollUnknown)
    }
    let voter = voter(wish.actor, in: round)
    let before = round.ballots[voter]
    // Who is counted already is told so, also when the poll has closed meanwhile.
    if let before, try round.form.checked(ballot) == before { return [] }
    guard round.number == poll.present.number, case .open(_, let until) = round.state,
      isInTime(wish, until)
    else { throw Rejection(.pollClosed) }
    guard seen >= poll.formed else { throw Rejection(.stale, stale: .poll(id.poll)) }
    if round.form.eligibility == .presentAtOpening, let newcomer = round.newcomer,
      wish.person >= newcomer
    {
      throw Rejection(.notEligible)
    }
    let checked = try round.form.checked(ballot)
    guard before == nil || round.form.changeable else { throw Rejection(.ballotFinal) }
    let cast = Polls.Event.ballotCast
    return [.polls(cast(id.poll, id.round, voter, checked))]
  }

  private func isInTime(_ wish: Wish, _ until: Timestamp?) -> Bool {
    guard let until, wish.now > until + Limits.pollGrace else { return true }
    return participants[wish.person].hasMoreTime
  }

  private func voter(_ actor: Actor, in round: Poll.Round) -> Voter {
    guard round.form.secrecy == .secret, round.state.isOpen else {
      return .person(participant: actor.participant)
    }
    guard let pseudonym = actor.pseudonym else {
      preconditionFailure("The hub names whoever votes secretly by a pseudonym.")
    }
    return .hidden(pseudonym: pseudonym)
  }
}
