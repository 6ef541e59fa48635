// How turns begin and end, and what they count for.

extension SpeakingQueue {
  mutating func begin(_ id: EntryID, at time: Timestamp, _ revision: Revision) {
    guard turn == nil, self[id] != nil, var entry = remove(id) else { return }
    entry.hold = nil
    entry.announced = nil
    let clock = Clock(at: time, limit: rules.limits[entry.kind])
    turn = Turn(entry: entry, clock: clock, since: revision)
    announce()
  }

  mutating func changeTurn(_ id: EntryID, _ change: (inout Turn) -> Void) {
    guard turn?.id == id else { return }
    change(&turn!)
  }

  /// - Parameter namesOff: Whether nobody has a name at present.
  mutating func end(_ id: EntryID, namesOff: Bool, at time: Timestamp) {
    guard let turn, turn.id == id else { return }
    self.turn = nil
    finish(turn, until: time, namesOff: namesOff, at: time)
    lineUpAnew()
  }

  /// Keeps a turn that is over; its entry can be brought back for a while.
  mutating func finish(
    _ turn: Turn,
    until: Timestamp,
    namesOff: Bool = false,
    at time: Timestamp
  ) {
    let past = turn.ended(at: until, namesOff: namesOff)
    var entry = turn.entry
    entry.isNameless = past.entry.isNameless
    turns.append(past)
    if turns.count > Limits.turns { turns.removeFirst() }
    if past.isContribution { count(past) }
    gone.append(Gone(entry: entry, left: time, standing: nil, because: nil))
  }

  /// Product row D10: to the first place, as if it had not been called.
  mutating func takeBack(_ id: EntryID, at time: Timestamp, _ revision: Revision) {
    guard var standing = standing(of: id) else { return }
    standing.place = .waiting(place: 1)
    standing.hold = .kept
    standing.announced = nil
    put(id, standing, at: time, revision)
  }

  /// Forgets that there was a turn: what was said in it does not count.
  mutating func removeTurn(_ id: EntryID) -> Entry? {
    guard let place = turns.lastIndex(where: { $0.entry.id == id }) else { return nil }
    let past = turns.remove(at: place)
    if past.isContribution { discount(past) }
    return past.entry
  }

  private mutating func count(_ past: PastTurn) {
    let who = past.entry.who
    contributions += 1
    tallies[who, default: Tally()].contributions += 1
    tallies[who]?.spoken += past.spoken
    if past.entry.isNameless { tallies[who]?.isNameless = true }
    if let group = past.entry.group { groups[group, default: 0] += 1 }
  }

  private mutating func discount(_ past: PastTurn) {
    let who = past.entry.who
    contributions -= 1
    tallies[who]?.contributions -= 1
    tallies[who]?.spoken -= past.spoken
    if tallies[who]?.contributions == 0 { tallies[who] = nil }
    guard let group = past.entry.group else { return }
    groups[group]? -= 1
    if groups[group] == 0 { groups[group] = nil }
  }
}
