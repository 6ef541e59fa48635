// What becomes of entries: how they come, stand, leave and return. Nothing here refuses; what is
// not there any more is left alone.

extension SpeakingQueue {
  mutating func raise(_ entry: Entry, at time: Timestamp) {
    enter(entry, at: time) { $0.lineUp(entry) }
  }

  mutating func change(_ id: EntryID, to kind: Kind, _ note: String?, _ revision: Revision) {
    let change = { (entry: inout Entry) in
      if kind != entry.kind { entry.announced = nil }
      if kind != .question { entry.question = nil }
      entry.kind = kind
      entry.note = note
      if note != nil { entry.said.append(revision) }
    }
    if let place = aside.firstIndex(where: { $0.entry.id == id }) { change(&aside[place].entry) }
    guard let place = waiting.firstIndex(where: { $0.id == id }) else { return }
    let isSame = waiting[place].kind == kind
    change(&waiting[place])
    // What moderators have decided holds for another kind, too; all else is lined up anew.
    if isSame || waiting[place].hold == .moved { return announce() }
    var entry = waiting.remove(at: place)
    entry.hold = nil
    lineUp(entry)
  }

  mutating func lower(_ id: EntryID, because: Departure, at time: Timestamp) {
    let standing = standing(of: id)
    guard let entry = remove(id) else { return }
    gone.append(Gone(entry: entry, left: time, standing: standing, because: because))
    announce()
    guard let person = entry.who.participant, because != .replaced else { return }
    lowered[person] = Lowered(entry: id, because: because, time: time)
  }

  mutating func place(_ id: EntryID, at place: Int, as hold: Hold) {
    guard let present = self.place(of: id) else { return }
    var entry = waiting.remove(at: present - 1)
    if hold == .kept { entry.announced = nil }
    self.hold(entry, at: place, as: hold)
  }

  /// Its turn came in vain; nobody gets a better place by that than the second.
  mutating func skip(_ id: EntryID, aside: Bool, at time: Timestamp, _ revision: Revision) {
    let place = max(2, place(of: id) ?? 1)
    guard var entry = remove(id) else { return }
    entry.noShows += 1
    entry.announced = nil
    entry.skipped = revision
    entry.hold = nil
    enter(entry, at: time) { queue in
      if aside {
        queue.putAside(entry, since: time)
      } else {
        queue.hold(entry, at: place, as: .kept)
      }
    }
    announce()
  }

  /// In the order in which they were called.
  private mutating func putAside(_ entry: Entry, since: Timestamp) {
    let place = aside.firstIndex {
      (since, entry.id.rawValue) < ($0.since, $0.entry.id.rawValue)
    }
    aside.insert(Aside(entry: entry, since: since), at: place ?? aside.endIndex)
  }

  mutating func bringBack(_ id: EntryID, at time: Timestamp) {
    guard let place = aside.firstIndex(where: { $0.entry.id == id }) else { return }
    let entry = aside.remove(at: place).entry
    enter(entry, at: time) { $0.hold(entry, at: 2, as: .kept) }
  }

  /// Lets an entry stand as it stood, wherever it is now.
  mutating func put(
    _ id: EntryID,
    _ standing: Standing,
    at time: Timestamp,
    _ revision: Revision
  ) {
    guard var entry = remove(id) else { return }
    entry.hold = standing.hold
    entry.announced = standing.announced
    entry.noShows = standing.noShows
    for place in waiting.indices where waiting[place].announced ?? 0 > standing.announcements {
      waiting[place].announced = nil
    }
    if let person = entry.who.participant, lowered[person]?.entry == id { lowered[person] = nil }
    switch standing.place {
    case .waiting(let place): enter(entry, at: time) { $0.insert(entry, at: place) }
    case .aside(let since):
      enter(entry, at: time) { $0.putAside(entry, since: since) }
    case .floor(let clock) where turn == nil:
      turn = Turn(entry: entry, clock: clock, since: revision)
    case .floor: enter(entry, at: time) { $0.hold(entry, at: 1, as: .kept) }
    case .spoke(let clock, let until):
      finish(Turn(entry: entry, clock: clock, since: revision), until: until, at: time)
    }
    lineUpAnew()
  }

  mutating func dropLink(to question: QuestionID) {
    if turn?.entry.question == question { turn?.entry.question = nil }
    for place in waiting.indices where waiting[place].question == question {
      waiting[place].question = nil
    }
    for place in aside.indices where aside[place].entry.question == question {
      aside[place].entry.question = nil
    }
    for place in gone.indices where gone[place].entry.question == question {
      gone[place].entry.question = nil
    }
    for place in turns.indices where turns[place].entry.question == question {
      turns[place].entry.question = nil
    }
  }
}

extension SpeakingQueue {
  /// Lets somebody wait, who does not wait with two entries of the same sort for that.
  private mutating func enter(
    _ entry: Entry,
    at time: Timestamp,
    _ enter: (inout Self) -> Void
  ) {
    if let person = entry.who.participant {
      lowered[person] = nil
      let other = waitingEntry(of: entry.who, asPointOfOrder: entry.isPointOfOrder)
      if let other { lower(other.id, because: .replaced, at: time) }
    }
    enter(&self)
  }

  /// Takes an entry away from wherever it is; a turn that has come of it never was.
  mutating func remove(_ id: EntryID) -> Entry? {
    if let turn, turn.id == id {
      self.turn = nil
      return turn.entry
    }
    if let place = waiting.firstIndex(where: { $0.id == id }) { return waiting.remove(at: place) }
    if let place = aside.firstIndex(where: { $0.entry.id == id }) {
      return aside.remove(at: place).entry
    }
    if let place = gone.lastIndex(where: { $0.entry.id == id }) {
      let gone = gone.remove(at: place)
      if gone.because == nil { _ = removeTurn(id) }
      return gone.entry
    }
    return turns.last?.entry.id == id ? removeTurn(id) : nil
  }

  /// Where an entry stands, so that it can be put back there.
  func standing(of id: EntryID) -> Standing? {
    if let place = place(of: id) { return standing(waiting[place - 1], .waiting(place: place)) }
    if let turn, turn.id == id { return standing(turn.entry, .floor(clock: turn.clock)) }
    if let aside = aside.first(where: { $0.entry.id == id }) {
      return standing(aside.entry, .aside(since: aside.since))
    }
    guard let past = turns.last, past.entry.id == id else { return nil }
    return standing(past.entry, .spoke(clock: past.clock, until: past.until))
  }

  private func standing(_ entry: Entry, _ place: Standing.Place) -> Standing {
    Standing(
      place: place,
      hold: entry.hold,
      announced: entry.announced,
      noShows: entry.noShows,
      announcements: announcements
    )
  }

  /// Whose an entry is, wherever it is.
  func owner(of id: EntryID) -> ParticipantID? {
    let entry =
      self[id] ?? gone.last { $0.entry.id == id }?.entry
      ?? turns.last.flatMap { $0.entry.id == id ? $0.entry : nil }
    return entry?.who.participant
  }
}
