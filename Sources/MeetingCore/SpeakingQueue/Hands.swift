// What people do with their hands: raise, change, lower.

extension Meeting {
  func raiseHand(
    _ kind: SpeakingQueue.Kind?,
    _ note: String?,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let who = SpeakingQueue.Who.person(participant: wish.person)
    if let known = try known(wish, as: who) { return known }
    let kind = kind ?? queue.rules.usualKind
    // Who waits keeps the place and the time (product row D4).
    if queue.waitingEntry(of: who, asPointOfOrder: kind == .pointOfOrder) != nil { return [] }
    guard kind != .question else { throw Rejection(.kindNotOffered) }
    try requireEntrance(for: kind, wish)
    let words = try handNote(note)
    return oldHandsForgotten(of: who) + [raised(who, kind, note: words, wish)]
  }

  /// Product row B19. Whoever speaks has a voice that people know: a question without an asker
  /// cannot be asked aloud.
  func askAloud(_ id: QuestionID, _ wish: Wish) throws(Rejection) -> [Event] {
    let who = SpeakingQueue.Who.person(participant: wish.person)
    if let known = try known(wish, as: who) { return known }
    if queue.entries(of: who).contains(where: { $0.question == id }) { return [] }
    guard let question = questions[id], isOwn(question, wish.actor) else {
      throw Rejection(.questionUnknown)
    }
    guard !question.author.isHidden else { throw Rejection(.questionAnonymous) }
    guard question.mergedInto == nil else { throw Rejection(.questionMerged) }
    guard question.state == .open else { throw Rejection(.questionNotOpen) }
    guard queue.waitingEntry(of: who, asPointOfOrder: false) == nil else {
      throw Rejection(.alreadyWaiting)
    }
    try requireEntrance(for: .question, wish)
    return oldHandsForgotten(of: who) + [raised(who, .question, question: id, wish)]
  }

  /// What follows where an entry has this wish's name already.
  func known(
    _ wish: Wish,
    as who: SpeakingQueue.Who
  ) throws(Rejection) -> [Event]? {
    let left = (queue.gone.map(\.entry) + queue.turns.suffix(1).map(\.entry))
      .first { $0.id == wish.reference }
    guard let known = queue[wish.reference] ?? left else { return nil }
    guard known.who == who else { throw Rejection(.refTaken) }
    return []
  }

  /// Product row D12: a closed list takes no more, but for points of order and by moderators.
  private func requireEntrance(
    for kind: SpeakingQueue.Kind,
    _ wish: Wish
  ) throws(Rejection) {
    let isModerator = wish.actor.role == .moderator
    guard queue.rules.isOpen || kind == .pointOfOrder || isModerator else {
      throw Rejection(.queueClosed)
    }
    try requireOffered(kind)
    try requireRoom()
  }

  private func requireOffered(_ kind: SpeakingQueue.Kind) throws(Rejection) {
    guard kind == .pointOfOrder || kind == .question || queue.rules.kinds.contains(kind) else {
      throw Rejection(.kindNotOffered)
    }
  }

  func requireRoom() throws(Rejection) {
    guard queue.count < Limits.queue else { throw Rejection(.queueFull) }
  }

  /// A new hand gives up the old one, so that raising and lowering fills no memory.
  private func oldHandsForgotten(of who: SpeakingQueue.Who) -> [Event] {
    let old = queue.gone.filter { $0.entry.who == who && $0.because != nil }.map(\.entry.id)
    return old.isEmpty ? [] : [.queue(.entriesForgotten(entries: old))]
  }

  func raised(
    _ who: SpeakingQueue.Who,
    _ kind: SpeakingQueue.Kind,
    note: String? = nil,
    question: QuestionID? = nil,
    added: Bool? = nil,
    _ wish: Wish
  ) -> Event {
    let raised = SpeakingQueue.Event.handRaised
    return .queue(raised(wish.reference, who, kind, note, question, added))
  }

  /// Product row D6: one short line; nothing where there is nothing in it.
  func handNote(_ typed: String?) throws(Rejection) -> String? {
    let line = Text.line(typed ?? "")
    guard Text.fits(line, characters: Limits.noteCharacters, bytes: Limits.noteBytes) else {
      throw Rejection(.textTooLong)
    }
    return line.isEmpty ? nil : line
  }
}

extension SpeakingQueue.Rules {
  /// What a hand is raised for where nobody says.
  var usualKind: SpeakingQueue.Kind { kinds.contains(.topic) ? .topic : kinds.last ?? .topic }
}

// MARK: - Second thoughts

extension Meeting {
  func changeHand(
    _ id: EntryID,
    to kind: SpeakingQueue.Kind?,
    _ note: String?,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    guard let entry = ownWaiting(id, wish) else { throw Rejection(.entryUnknown) }
    let kind = kind ?? entry.kind
    let words = note == nil ? entry.note : try handNote(note)
    if (kind, words) == (entry.kind, entry.note) { return [] }
    if kind != entry.kind {
      guard kind != .question else { throw Rejection(.kindNotOffered) }
      try requireOffered(kind)
      let isPointOfOrder = kind == .pointOfOrder
      guard
        isPointOfOrder == entry.isPointOfOrder
          || queue.waitingEntry(of: entry.who, asPointOfOrder: isPointOfOrder) == nil
      else { throw Rejection(.alreadyWaiting) }
    }
    return [.queue(.handChanged(entry: id, kind: kind, note: words))]
  }

  /// An entry of one's own that waits, in the list or aside.
  private func ownWaiting(_ id: EntryID, _ wish: Wish) -> SpeakingQueue.Entry? {
    guard let entry = queue[id], entry.who.participant == wish.person, queue.turn?.id != id else {
      return nil
    }
    return entry
  }

  func lowerHand(_ id: EntryID?, _ wish: Wish) -> [Event] {
    queue.entries(of: .person(participant: wish.person))
      .filter { (id == nil || $0.id == id) && $0.id != queue.turn?.id }
      .map { .queue(.handLowered(entry: $0.id, because: .own)) }
  }

  /// A slip of the finger costs nobody their place.
  func restoreHand(_ id: EntryID, _ wish: Wish) throws(Rejection) -> [Event] {
    if let entry = queue[id], entry.who.participant == wish.person { return [] }
    guard
      let gone = queue.gone.last(where: {
        $0.entry.id == id && $0.entry.who.participant == wish.person && $0.because == .own
      }), let standing = gone.standing, wish.now <= gone.left + Limits.undo
    else { throw Rejection(.entryUnknown) }
    let entry = gone.entry
    guard queue.waitingEntry(of: entry.who, asPointOfOrder: entry.isPointOfOrder) == nil else {
      throw Rejection(.alreadyWaiting)
    }
    try requireRoom()
    return [.queue(.entryPut(entry: id, standing: standing))]
  }

  /// Product row D16: "not ready" lets one pass; said twice, it still lets one pass.
  func postpone(_ id: EntryID, behind place: Int, _ wish: Wish) throws(Rejection) -> [Event] {
    guard ownWaiting(id, wish) != nil, let present = queue.place(of: id) else {
      throw Rejection(.entryUnknown)
    }
    if present > place || present == queue.waiting.count { return [] }
    // Beyond the end there is nothing; a place from a script must not overflow.
    let wanted = min(place, queue.waiting.count - 1) + 1
    return [.queue(.entryPostponed(entry: id, place: wanted))]
  }
}
