// What moderators do with the list of those who wait.

extension Meeting {
  func setQueue(
    _ wanted: SpeakingQueue.Rules,
    seen: Revision,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let rules = try cleaned(wanted, at: wish.now)
    if rules == queue.rules { return [] }
    guard seen >= queue.changed else { throw Rejection(.stale, stale: .queue) }
    return [.queue(.queueSet(rules: rules))]
  }

  private func cleaned(
    _ wanted: SpeakingQueue.Rules,
    at now: Timestamp
  ) throws(Rejection) -> SpeakingQueue.Rules {
    var rules = wanted
    for seconds in rules.limits.values where !Limits.turnSeconds.contains(seconds) {
      throw Rejection(.limitNotPossible)
    }
    // One's own question is asked aloud by a command of its own.
    let offered = SpeakingQueue.Kind.allCases.filter {
      $0 != .question && wanted.kinds.contains($0)
    }
    rules.kinds = offered.contains { $0 != .pointOfOrder } ? offered : offered + [.topic]
    if let closes = rules.closes, closes <= now { rules.isOpen = false }
    if !rules.isOpen { rules.closes = nil }
    return rules
  }

  /// Whom a moderator means: a participant, or somebody by name.
  func whom(
    _ person: ParticipantID?,
    _ name: String?,
    _ organisation: String?,
    _ channel: Question.Channel?
  ) throws(Rejection) -> SpeakingQueue.Who {
    if let person {
      guard participants.contains(person), !participants[person].isRemoved else {
        throw Rejection(.participantUnknown)
      }
      return .person(participant: person)
    }
    let name = Text.line(name ?? "")
    let organisation = Text.line(organisation ?? "")
    guard !name.isEmpty else { throw Rejection(.guestNameMissing) }
    guard Text.fits(name, characters: Limits.nameCharacters) else { throw Rejection(.nameTooLong) }
    guard Text.fits(organisation, characters: Limits.organisationCharacters) else {
      throw Rejection(.organisationTooLong)
    }
    return .guest(
      name: name,
      organisation: organisation.isEmpty ? nil : organisation,
      via: channel ?? .room
    )
  }

  /// Product rows A14 and D18: for whoever is on the phone, in the chat, or in the room.
  func add(
    _ who: SpeakingQueue.Who,
    _ kind: SpeakingQueue.Kind?,
    _ note: String?,
    again: Bool,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    if let known = try known(wish, as: who) { return known }
    let kind = kind ?? queue.rules.usualKind
    guard kind != .question else { throw Rejection(.kindNotOffered) }
    if queue.waitingEntry(of: who, asPointOfOrder: kind == .pointOfOrder) != nil, !who.isGuest {
      return []
    }
    if !again, isWaiting(guest: who) { throw Rejection(.alreadyWaiting) }
    try requireRoom()
    let words = try handNote(note)
    return [raised(who, kind, note: words, added: true, wish)]
  }

  /// Two people can have one name; that somebody is put on the list twice is likelier.
  private func isWaiting(guest: SpeakingQueue.Who) -> Bool {
    guard case .guest(let name, _, _) = guest else { return false }
    return (queue.waiting + queue.aside.map(\.entry)).contains {
      if case .guest(name, _, _) = $0.who { true } else { false }
    }
  }

  func removeFromQueue(_ id: EntryID) -> [Event] {
    guard queue[id] != nil, queue.turn?.id != id else { return [] }
    return [.queue(.handLowered(entry: id, because: .moderators))]
  }

  /// Product row D8. Who names somebody that has left looks at an old list.
  func move(
    _ id: EntryID,
    before next: EntryID?,
    seen: Revision
  ) throws(Rejection) -> [Event] {
    let stale = Rejection(.stale, stale: .queue)
    guard let present = queue.place(of: id) else { throw stale }
    if next == id { return [] }
    let others = queue.waiting.filter { $0.id != id }
    var wanted = others.count + 1
    if let next {
      guard let place = others.firstIndex(where: { $0.id == next }) else { throw stale }
      wanted = place + 1
    }
    if wanted == present { return [] }
    guard seen >= queue.changed else { throw stale }
    return [.queue(.entryMoved(entry: id, place: wanted))]
  }

  /// Product rows D3 and D17: who is here gets the second place, who is away may come back to it;
  /// once.
  func noteNoShow(of id: EntryID, seen: Revision) throws(Rejection) -> [Event] {
    if queue.aside.contains(where: { $0.entry.id == id }) { return [] }
    guard let entry = queue[id], seen >= entry.skipped else {
      throw Rejection(.stale, stale: .queue)
    }
    let question = queue.turn?.id == id ? questionOfTurn(becomes: .open) : []
    if entry.noShows > 0 {
      return [.queue(.handLowered(entry: id, because: .noShow))] + question
    }
    let isAway = entry.who.participant.map { participants[$0].present == nil } ?? false
    return replaced(by: entry)
      + [.queue(.entrySkipped(entry: id, aside: isAway ? true : nil))] + question
  }

  /// Whoever raised the hand again while speaking waits with one entry when the turn was in vain.
  func replaced(by entry: SpeakingQueue.Entry) -> [Event] {
    let other = queue.waitingEntry(of: entry.who, asPointOfOrder: entry.isPointOfOrder)
    guard let other, other.id != entry.id, !entry.who.isGuest else { return [] }
    return [.queue(.handLowered(entry: other.id, because: .replaced))]
  }
}

// MARK: - What happens by itself

extension Meeting {
  /// What becomes of a person's hands when the person is silenced or sent away.
  func handsDown(
    of person: ParticipantID,
    because: SpeakingQueue.Departure
  ) -> [Event] {
    let turn = queue.turn?.entry.who.participant == person ? queue.turn : nil
    let lowered = queue.entries(of: .person(participant: person))
      .filter { $0.id != turn?.id }
      .map { Event.queue(.handLowered(entry: $0.id, because: because)) }
    guard let turn else { return lowered }
    return lowered + [.queue(.turnEnded(turn: turn.id))] + questionOfTurn(becomes: .open)
  }

  /// What becomes of an entry that was put aside when its person comes back.
  func returned(_ person: ParticipantID) -> [Event] {
    queue.aside.filter { $0.entry.who.participant == person }
      .map { .queue(.entryReturned(entry: $0.entry.id)) }
  }

  /// The list closes at its time, who was away for too long is off it, and what nobody can bring
  /// back any longer is forgotten.
  func queueDue(at now: Timestamp) -> [Event] {
    var events: [SpeakingQueue.Event] = []
    if let closes = queue.rules.closes, closes <= now {
      var rules = queue.rules
      rules.isOpen = false
      rules.closes = nil
      events.append(.queueSet(rules: rules))
    }
    for aside in queue.aside where aside.since + Limits.absence < now {
      events.append(.handLowered(entry: aside.entry.id, because: .noShow))
    }
    let past = queue.gone.filter { $0.left + Limits.undo < now }.map(\.entry.id)
    if !past.isEmpty { events.append(.entriesForgotten(entries: past)) }
    return events.map(Event.queue)
  }
}
