// Taking acts back (product row F3): everything but what a ballot stands on.

extension Meeting {
  func inverse(of event: Polls.Event) -> [Event]? {
    switch event {
    case .pollCreated(let id, _, _): [.polls(.pollRemoved(poll: id))]
    case .pollOpened(let id, let round, _):
      [.polls(.pollOpeningTakenBack(poll: id, round: round))]
    case .pollPublished(let id, let round): [.polls(.pollUnpublished(poll: id, round: round))]
    case .roundBegun(let id, let round): [.polls(.roundTakenBack(poll: id, round: round))]
    case .pollEdited(let id, _, _), .pollRemoved(let id), .pollTimed(let id, _),
      .pollClosed(let id, _, _), .pollReopened(let id, _, _), .answerHidden(let id, _, _),
      .answerMerged(let id, _, _):
      polls[id].flatMap { inverse(of: event, on: $0) }
    case .ballotCast, .ballotForgotten, .pollOpeningTakenBack, .pollUnpublished, .roundTakenBack:
      nil
    }
  }

  private func inverse(of event: Polls.Event, on poll: Poll) -> [Event]? {
    let (id, round, curation) = (poll.id, poll.present, poll.curation)
    switch event {
    case .pollEdited:
      let edited = poll.isEdited ? true : nil
      return [.polls(.pollEdited(poll: id, form: poll.form, edited: edited))]
    case .pollRemoved: return restored(poll).map { .polls($0) }
    case .pollTimed: return [.polls(.pollTimed(poll: id, until: round.state.until))]
    // The ballots of a secret poll are forgotten.
    case .pollClosed(_, _, .some): return nil
    case .pollClosed:
      let reopened = Polls.Event.pollReopened
      return [.polls(reopened(id, round.number, round.state.until))]
    case .pollReopened:
      let closed = Polls.Event.pollClosed(poll: id, round: round.number, tally: nil)
      let published = Polls.Event.pollPublished(poll: id, round: round.number)
      return [.polls(closed)] + (round.state.isPublished ? [.polls(published)] : [])
    case .answerHidden(_, let key, _):
      return [.polls(.answerHidden(poll: id, answer: key, hidden: curation.hidden[key]))]
    case .answerMerged(_, let key, _):
      let label = curation.merged[key].flatMap { curation.labels[$0] }
      return [.polls(.answerMerged(poll: id, answer: key, into: label))]
    default: return nil
    }
  }

  /// What makes a draft anew that is about to be removed.
  private func restored(_ poll: Poll) -> [Polls.Event] {
    let (id, form) = (poll.id, poll.form)
    let created = Polls.Event.pollCreated(poll: id, form: form, number: poll.number)
    let edited: [Polls.Event] =
      poll.isEdited ? [.pollEdited(poll: id, form: form, edited: true)] : []
    return [created] + edited + poll.curation.facts(of: id)
  }

  /// Whether an event that would take something back still can, although people have voted and
  /// time has passed since.
  func isPossible(_ event: Polls.Event) -> Bool {
    switch event {
    case .pollRemoved(let id), .pollOpeningTakenBack(let id, _):
      polls[id].map { $0.present.tally.cast == 0 && $0.past.isEmpty } ?? false
    case .pollCreated(let id, _, _): polls[id] == nil && polls.count < Limits.polls
    case .pollEdited(let id, let form, _):
      polls[id].map { $0.present.tally.cast == 0 || form.asksTheSame(as: $0.form) } ?? true
    case .pollTimed(let id, _), .pollClosed(let id, _, _):
      polls[id]?.present.state.isOpen ?? false
    case .pollReopened: polls.open.count < Limits.openPolls
    default: true
    }
  }
}

extension Poll.Curation {
  /// The facts that lead to this.
  fileprivate func facts(of poll: PollID) -> [Polls.Event] {
    let hiding = hidden.sorted { $0.key < $1.key }.map { key, isHidden in
      Polls.Event.answerHidden(poll: poll, answer: key, hidden: isHidden)
    }
    let merging = merged.sorted { $0.key < $1.key }.map { key, root in
      Polls.Event.answerMerged(poll: poll, answer: key, into: labels[root])
    }
    return hiding + merging
  }
}
