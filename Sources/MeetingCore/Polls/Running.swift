// What moderators do with polls that people vote in; each step is an act of its own (row C31).

extension Meeting {
  func openPoll(
    _ id: PollID,
    for seconds: Int?,
    seen: Revision,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let poll = try poll(id)
    if poll.present.state.isOpen { return [] }
    guard poll.present.state == .draft else { throw Rejection(.pollNotDraft) }
    try require(seen, of: poll)
    try requireReady(poll.form)
    let until = try deadline(seconds ?? poll.form.seconds, from: wish.now)
    return [.polls(.pollOpened(poll: id, round: poll.present.number, until: until))]
  }

  func extendPoll(
    _ id: PollID,
    to until: Timestamp?,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let state = try poll(id).present.state
    guard state.isOpen else { throw Rejection(.pollNotOpen) }
    if state.until == until { return [] }
    if let until {
      let last = wish.now + .seconds(Limits.pollSeconds.upperBound)
      guard until > wish.now, until <= last else { throw Rejection(.timerOver) }
    }
    return [.polls(.pollTimed(poll: id, until: until))]
  }

  /// Closes, and publishes in the same act; what is for moderators only is just closed.
  func closePoll(
    _ id: PollID,
    publish: Bool,
    seen: Revision
  ) throws(Rejection) -> [Event] {
    let poll = try poll(id)
    let round = RoundID(id, poll.present.number)
    let publishes = publish && poll.form.results != .moderators
    switch poll.present.state {
    case .draft: throw Rejection(.pollNotOpen)
    case .published: return []
    case .closed where !publishes: return []
    case .closed:
      try require(seen, of: poll)
      return [published(round)]
    case .open:
      try require(seen, of: poll)
      return [closed(poll)] + (publishes ? [published(round)] : [])
    }
  }

  func publish(_ id: RoundID, seen: Revision) throws(Rejection) -> [Event] {
    let poll = try poll(id.poll)
    guard let round = poll.round(id.round) else { throw Rejection(.pollUnknown) }
    if round.state.isPublished { return [] }
    guard round.state.isOver else { throw Rejection(.pollNotClosed) }
    guard round.form.results != .moderators else { throw Rejection(.pollForModerators) }
    try require(seen, of: poll)
    return [published(id)]
  }

  /// Product row C31. Of a secret poll the ballots are gone: only a new round can follow.
  func reopenPoll(
    _ id: PollID,
    for seconds: Int?,
    seen: Revision,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let poll = try poll(id)
    if poll.present.state.isOpen { return [] }
    guard poll.present.state.isOver else { throw Rejection(.pollNotClosed) }
    guard poll.form.secrecy != .secret else { throw Rejection(.pollSecret) }
    try require(seen, of: poll)
    try requireReady(poll.form)
    let until = try deadline(seconds, from: wish.now)
    return [.polls(.pollReopened(poll: id, round: poll.present.number, until: until))]
  }

  func beginRound(of id: PollID, seen: Revision) throws(Rejection) -> [Event] {
    let poll = try poll(id)
    if poll.present.state == .draft { return [] }
    guard poll.present.state.isOver else { throw Rejection(.pollNotClosed) }
    guard poll.present.number < Limits.rounds else { throw Rejection(.tooManyRounds) }
    try require(seen, of: poll)
    return [.polls(.roundBegun(poll: id, round: poll.present.number + 1))]
  }

  private func published(_ round: RoundID) -> Event {
    .polls(.pollPublished(poll: round.poll, round: round.round))
  }

  /// The end of a round; a secret one leaves only its tally behind.
  private func closed(_ poll: Poll) -> Event {
    let isSecret = poll.form.secrecy == .secret
    let tally = isSecret ? poll.present.tally : nil
    return .polls(.pollClosed(poll: poll.id, round: poll.present.number, tally: tally))
  }
}

// MARK: - What happens by itself

extension Meeting {
  /// Polls close when their time is over, and the grace after it (rows C36, C40).
  ///
  /// Not while somebody is here who was given more time, nor while nobody can vote because of an
  /// emergency stop: then a moderator closes.
  func pollsDue(at now: Timestamp) -> [Event] {
    guard participants.presentWithMoreTime == 0, !moderation.isStopped else { return [] }
    return polls.open.compactMap { polls[$0] }.filter { poll in
      poll.present.state.until.map { now > $0 + Limits.pollGrace } ?? false
    }.map { closed($0) }
  }

  /// What becomes of open polls when the meeting ends.
  func pollsEnd() -> [Event] { polls.open.compactMap { polls[$0] }.map { closed($0) } }
}
