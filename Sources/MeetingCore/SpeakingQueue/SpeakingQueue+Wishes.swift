extension SpeakingQueue {
  package enum Command: NamedCases {
    /// The entry's id is the reference of this wish. Raising a raised hand changes nothing.
    case raiseHand(kind: Kind? = nil, note: String? = nil)
    /// Puts one's own question on the list; the entry's id is the reference of this wish.
    case askAloud(question: QuestionID)
    /// What is not said stays as it is; an empty note is none.
    case changeHand(entry: EntryID, kind: Kind? = nil, note: String? = nil)
    /// Without an entry: all of one's own.
    case lowerHand(entry: EntryID? = nil)
    /// Takes a lowered hand back up, to its old place.
    case restoreHand(entry: EntryID)
    /// I cannot be at this place yet: let one pass.
    case notReady(entry: EntryID, place: Int)
    case yieldFloor

    /// `seen`, here and below, is the revision of the queue that the moderator looks at.
    case setQueue(rules: Rules, seen: Revision)
    /// A participant, or somebody without a browser by name; the entry's id is the reference of
    /// this wish. With `again`, also where somebody waits by that name.
    case addToQueue(
      participant: ParticipantID? = nil,
      name: String? = nil,
      organisation: String? = nil,
      via: Question.Channel? = nil,
      kind: Kind? = nil,
      note: String? = nil,
      again: Bool? = nil
    )
    case removeFromQueue(entry: EntryID)
    /// Without `before`, to the end.
    case moveInQueue(entry: EntryID, before: EntryID? = nil, seen: Revision)
    /// It was called, and nobody was there.
    case noShow(entry: EntryID, seen: Revision)

    /// `current`, here and below, is the turn that the moderator sees, or nothing.
    case callNext(current: EntryID?)
    case giveFloor(entry: EntryID, current: EntryID?)
    case pauseTurn(turn: EntryID)
    case resumeTurn(turn: EntryID)
    case endTurn(turn: EntryID)
    /// Back to the first place, and not counted; also the last turn that is over.
    case takeBackTurn(turn: EntryID)
    /// `to` is the whole length in seconds after which the speaker is reminded.
    case extendTurn(turn: EntryID, to: Int)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case raiseHand, askAloud, changeHand, lowerHand, restoreHand, notReady, yieldFloor
      case setQueue, addToQueue, removeFromQueue, moveInQueue, noShow
      case callNext, giveFloor, pauseTurn, resumeTurn, endTurn, takeBackTurn, extendTurn
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: SpeakingQueue.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .raiseHand(let kind, let note): try raiseHand(kind, note, wish)
    case .askAloud(let question): try askAloud(question, wish)
    case .changeHand(let entry, let kind, let note):
      try changeHand(entry, to: kind, note, wish)
    case .lowerHand(let entry): lowerHand(entry, wish)
    case .restoreHand(let entry): try restoreHand(entry, wish)
    case .notReady(let entry, let place): try postpone(entry, behind: place, wish)
    case .yieldFloor: yieldFloor(wish)
    case .setQueue(let rules, let seen): try setQueue(rules, seen: seen, wish)
    case .addToQueue(let person, let name, let group, let via, let kind, let note, let again):
      try add(
        try whom(person, name, group, via),
        kind,
        note,
        again: again ?? false,
        wish
      )
    case .removeFromQueue(let entry): removeFromQueue(entry)
    case .moveInQueue(let entry, let before, let seen):
      try move(entry, before: before, seen: seen)
    case .noShow(let entry, let seen): try noteNoShow(of: entry, seen: seen)
    case .callNext(let current): try callNext(after: current)
    case .giveFloor(let entry, let current): try giveFloor(to: entry, after: current)
    case .pauseTurn(let turn): try setPaused(true, turn)
    case .resumeTurn(let turn): try setPaused(false, turn)
    case .endTurn(let turn): endTurn(turn)
    case .takeBackTurn(let turn): try takeBack(turn)
    case .extendTurn(let turn, let seconds): try extend(turn, to: seconds)
    }
  }
}
