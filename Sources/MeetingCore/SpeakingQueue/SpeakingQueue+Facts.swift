extension SpeakingQueue {
  package enum Event: NamedCases {
    case handRaised(
      entry: EntryID,
      by: Who,
      kind: Kind,
      note: String? = nil,
      question: QuestionID? = nil,
      added: Bool? = nil
    )
    case handChanged(entry: EntryID, kind: Kind, note: String?)
    case handLowered(entry: EntryID, because: Departure)
    /// Moderators have put it at this place, from 1.
    case entryMoved(entry: EntryID, place: Int)
    /// It was not ready, and stands at this place now.
    case entryPostponed(entry: EntryID, place: Int)
    /// Its turn came in vain: it gets the second place, or waits aside for its owner.
    case entrySkipped(entry: EntryID, aside: Bool? = nil)
    case entryReturned(entry: EntryID)
    /// It stands again where it stood, wherever it is now.
    case entryPut(entry: EntryID, standing: Standing)
    case turnBegan(entry: EntryID)
    case turnPaused(turn: EntryID)
    case turnResumed(turn: EntryID)
    case turnExtended(turn: EntryID, to: Int?)
    case turnEnded(turn: EntryID)
    case turnTakenBack(turn: EntryID)
    case queueSet(rules: Rules)
    /// Nobody can bring these back any longer.
    case entriesForgotten(entries: [EntryID])

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case handRaised, handChanged, handLowered, entryMoved, entryPostponed, entrySkipped
      case entryReturned, entryPut, turnBegan, turnPaused, turnResumed, turnExtended, turnEnded
      case turnTakenBack, queueSet, entriesForgotten
    }
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: SpeakingQueue.Event, at time: Timestamp) {
    let speaker = queue.turn?.id
    note(event, at: time)
    if queue.turn?.id != speaker { queue.turnSince = revision }
  }

  private mutating func note(_ event: SpeakingQueue.Event, at time: Timestamp) {
    switch event {
    case .handRaised: raiseHand(event, at: time)
    case .handChanged(let id, let kind, let note): queue.change(id, to: kind, note, revision)
    case .handLowered(let id, let because): queue.lower(id, because: because, at: time)
    case .entryMoved(let id, let place):
      queue.place(id, at: place, as: .moved)
      queue.changed = revision
    case .entryPostponed(let id, let place): queue.place(id, at: place, as: .kept)
    case .entrySkipped(let id, let aside):
      queue.skip(id, aside: aside ?? false, at: time, revision)
    case .entryReturned(let id): queue.bringBack(id, at: time)
    case .entryPut(let id, let standing): put(id, standing, at: time)
    case .turnBegan(let id): queue.begin(id, at: time, revision)
    case .turnPaused(let id): queue.changeTurn(id) { $0.clock.pause(at: time) }
    case .turnResumed(let id): queue.changeTurn(id) { $0.clock.resume(at: time) }
    case .turnExtended(let id, let seconds): queue.changeTurn(id) { $0.clock.limit = seconds }
    case .turnEnded(let id):
      queue.end(id, namesOff: participants.policy == .anonymous, at: time)
    case .turnTakenBack(let id): queue.takeBack(id, at: time, revision)
    case .queueSet(let rules): queue.follow(rules, revision)
    case .entriesForgotten(let entries): queue.gone.removeAll { entries.contains($0.entry.id) }
    }
  }

  /// Whoever has come back in the meantime is not put aside again, and whoever was sent away stays
  /// away.
  private mutating func put(
    _ id: EntryID,
    _ standing: SpeakingQueue.Standing,
    at time: Timestamp
  ) {
    let person = queue.owner(of: id).map { participants[$0] }
    if person?.isRemoved == true { return }
    queue.put(id, standing, at: time, revision)
    if person?.present != nil { queue.bringBack(id, at: time) }
  }

  private mutating func raiseHand(_ event: SpeakingQueue.Event, at time: Timestamp) {
    guard case .handRaised(let id, let who, let kind, let note, let question, let added) = event
    else { return }
    let isNameless = who.participant != nil && participants.policy == .anonymous
    let entry = SpeakingQueue.Entry(
      id: id,
      who: who,
      kind: kind,
      note: note,
      question: question,
      requested: time,
      group: isNameless ? nil : organisation(of: who)?.lowercased(),
      isAdded: added ?? false,
      isNameless: isNameless,
      said: note == nil ? [] : [revision]
    )
    queue.raise(entry, at: time)
  }

  private func organisation(of who: SpeakingQueue.Who) -> String? {
    switch who {
    case .person(let participant): participants[participant].organisation
    case .guest(_, let organisation, _): organisation
    }
  }
}

// MARK: - What looks different

extension Meeting {
  func touched(by event: SpeakingQueue.Event) -> [Thing] {
    switch event {
    case .handRaised(_, let who, _, _, _, _):
      [.queue] + (who.participant.map { [.me($0)] } ?? [])
    case .handLowered(let id, _), .entrySkipped(let id, _), .entryReturned(let id),
      .entryPut(let id, _), .turnEnded(let id), .turnTakenBack(let id):
      [.queue] + (queue.owner(of: id).map { [.me($0)] } ?? [])
    case .handChanged, .entryMoved, .entryPostponed, .turnBegan, .turnPaused, .turnResumed,
      .turnExtended, .queueSet:
      [.queue]
    // They are on no list any longer.
    case .entriesForgotten: []
    }
  }
}

// MARK: - Undoing

extension Meeting {
  /// Whatever was done to an entry is taken back by letting it stand where it stood.
  func inverse(of event: SpeakingQueue.Event) -> [Event]? {
    switch event {
    case .handRaised(let id, _, _, _, _, _):
      [.queue(.handLowered(entry: id, because: .moderators))]
    case .handLowered(let id, _), .entryMoved(let id, _), .entrySkipped(let id, _),
      .turnBegan(let id), .turnPaused(let id), .turnResumed(let id), .turnExtended(let id, _),
      .turnEnded(let id), .turnTakenBack(let id):
      queue.standing(of: id).map { [.queue(.entryPut(entry: id, standing: $0))] } ?? []
    case .queueSet: [.queue(.queueSet(rules: queue.rules))]
    case .handChanged, .entryPostponed, .entryReturned, .entryPut, .entriesForgotten: nil
    }
  }
}

// MARK: - Secrecy

extension Meeting {
  func forgotten(with event: SpeakingQueue.Event) -> Forgetting {
    guard case .entriesForgotten(let entries) = event else { return .nothing }
    let gone = queue.gone.filter { entries.contains($0.entry.id) }
    return Forgetting(revisions: gone.flatMap(\.entry.said))
  }
}

extension SpeakingQueue.Event {
  /// Without the note, which its owner needs no longer.
  var redacted: Self {
    switch self {
    case .handRaised(let id, let who, let kind, _, let question, let added):
      .handRaised(entry: id, by: who, kind: kind, question: question, added: added)
    case .handChanged(let id, let kind, _): .handChanged(entry: id, kind: kind, note: nil)
    default: self
    }
  }
}
