extension Polls {
  package enum Event: NamedCases {
    case pollCreated(poll: PollID, form: Poll.Form, number: Int)
    /// `edited` is whether people see that it was changed.
    case pollEdited(poll: PollID, form: Poll.Form, edited: Bool?)
    case pollRemoved(poll: PollID)
    case pollOpened(poll: PollID, round: Int, until: Timestamp?)
    /// Opening it was a mistake, and nobody had voted yet.
    case pollOpeningTakenBack(poll: PollID, round: Int)
    case ballotCast(poll: PollID, round: Int, by: Voter, ballot: Ballot)
    /// What is left of a ballot that was forgotten: its place in the numbering.
    case ballotForgotten
    case pollTimed(poll: PollID, until: Timestamp?)
    /// With the tally of a secret poll, whose ballots are gone from now on.
    case pollClosed(poll: PollID, round: Int, tally: Tally?)
    case pollPublished(poll: PollID, round: Int)
    case pollUnpublished(poll: PollID, round: Int)
    case pollReopened(poll: PollID, round: Int, until: Timestamp?)
    case roundBegun(poll: PollID, round: Int)
    case roundTakenBack(poll: PollID, round: Int)
    /// What a moderator says of an answer; nothing: what the poll says of all.
    case answerHidden(poll: PollID, answer: String, hidden: Bool?)
    case answerMerged(poll: PollID, answer: String, into: String?)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case pollCreated, pollEdited, pollRemoved, pollOpened, pollOpeningTakenBack, ballotCast
      case ballotForgotten, pollTimed, pollClosed, pollPublished, pollUnpublished, pollReopened
      case roundBegun, roundTakenBack, answerHidden, answerMerged
    }
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Polls.Event, at time: Timestamp) {
    let revision = revision
    switch event {
    case .pollCreated(let id, let form, let number): polls.add(id, form, number: number, revision)
    case .pollEdited(let id, let form, let edited):
      polls.change(id, revision) { $0.edit(form, edited ?? false, revision) }
    case .pollRemoved(let id): polls.remove(id)
    case .ballotCast(let id, let round, let voter, let ballot):
      polls.cast(ballot, by: voter, in: RoundID(id, round), revision)
    case .ballotForgotten: break
    case .answerHidden(let id, let key, let hidden):
      polls.curate(id, revision) { $0.hide(key, hidden) }
    case .answerMerged(let id, let key, let label):
      polls.curate(id, revision) { $0.merge(key, into: label) }
    case .roundBegun(let id, let round): polls.change(id, revision) { $0.begin(round) }
    case .roundTakenBack(let id, let round): polls.change(id, revision) { $0.takeBack(round) }
    case .pollPublished(let id, let round):
      polls.publish(RoundID(id, round), true, revision)
    case .pollUnpublished(let id, let round):
      polls.publish(RoundID(id, round), false, revision)
    case .pollOpened, .pollOpeningTakenBack, .pollTimed, .pollClosed, .pollReopened:
      run(event, at: time)
    }
  }

  /// Lets the present round go on or stop.
  private mutating func run(_ event: Polls.Event, at time: Timestamp) {
    let (revision, people) = (revision, participants)
    switch event {
    case .pollOpened(let id, let round, let until):
      polls.change(id, revision) { $0.open(round, at: time, until: until, people, revision) }
    case .pollOpeningTakenBack(let id, let round):
      polls.change(id, revision) { $0.takeBackOpening(round) }
    case .pollTimed(let id, let until): polls.change(id, revision) { $0.time(until) }
    case .pollClosed(let id, let round, let tally):
      polls.change(id, revision) { $0.close(round, at: time, tally, people, revision) }
    case .pollReopened(let id, let round, let until):
      polls.change(id, revision) { $0.reopen(round, until: until, revision) }
    default: break
    }
  }
}

extension Poll {
  fileprivate mutating func edit(_ form: Form, _ edited: Bool, _ revision: Revision) {
    isEdited = edited
    if form.asksTheSame(as: self.form) {
      present.form = form
      return
    }
    guard present.tally.cast == 0 else { return }
    formed = revision
    present.form = form
    present.tally = Tally(of: form)
    if present.state.isOpen { present.noteItem() }
  }

  fileprivate mutating func open(
    _ round: Int,
    at time: Timestamp,
    until: Timestamp?,
    _ people: Participants,
    _ revision: Revision
  ) {
    guard present.number == round, present.state == .draft else { return }
    formed = revision
    present.opened = revision
    present.state = .open(since: time, until: until)
    present.presentAtOpening = people.presentCount
    present.newcomer = people.next
    present.noteItem()
  }

  fileprivate mutating func takeBackOpening(_ round: Int) {
    guard present.number == round, present.tally.cast == 0 else { return }
    present.state = .draft
    present.presentAtOpening = 0
    present.presentAtClosing = nil
    present.newcomer = nil
  }

  fileprivate mutating func time(_ until: Timestamp?) {
    guard case .open(let since, _) = present.state else { return }
    present.state = .open(since: since, until: until)
  }

  fileprivate mutating func close(
    _ round: Int,
    at time: Timestamp,
    _ tally: Tally?,
    _ people: Participants,
    _ revision: Revision
  ) {
    guard present.number == round, case .open(let since, _) = present.state else { return }
    present.state = .closed(since: since, at: time)
    present.presentAtClosing = people.presentCount
    guard let tally else { return }
    present.tally = tally
    present.ballots = [:]
    present.cast = []
    said.append(revision)
  }

  fileprivate mutating func reopen(_ round: Int, until: Timestamp?, _ revision: Revision) {
    guard present.number == round, present.state.isOver, let since = present.state.since else {
      return
    }
    present.state = .open(since: since, until: until)
    present.opened = revision
    present.presentAtClosing = nil
  }

  mutating func publish(_ round: Int, _ isPublished: Bool) {
    if present.number == round { present.publish(isPublished) }
    for place in past.indices where past[place].number == round {
      past[place].publish(isPublished)
    }
  }

  fileprivate mutating func begin(_ round: Int) {
    guard round > present.number else { return }
    past.append(present)
    present = Round(round, of: form)
  }

  fileprivate mutating func takeBack(_ round: Int) {
    guard present.number == round, present.state == .draft, let last = past.popLast() else {
      return
    }
    present = last
  }
}

extension Poll.Round {
  /// Whether there is a secret item of it from now on.
  fileprivate mutating func noteItem() { hasItem = hasItem || form.secrecy == .secret }

  fileprivate mutating func publish(_ isPublished: Bool) {
    guard let since = state.since, let closed = state.closed else { return }
    state = isPublished ? .published(since: since, at: closed) : .closed(since: since, at: closed)
  }
}
