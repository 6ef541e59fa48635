import MeetingCore
import MeetingTestSupport

// What must hold of the speaking queue, said a second time, as somebody with a sheet of paper
// would.

extension Meeting {
  var brokenQueue: [String] {
    brokenOrder + brokenEntries + brokenCounts
  }

  /// The order is the one that was promised; whoever has a place of their own apart.
  private var brokenOrder: [String] {
    var broken = Promises()
    let free = queue.waiting.filter { $0.hold == nil }
    for (earlier, later) in zip(free, free.dropFirst()) {
      broken.expect(
        comes(earlier, before: later),
        "\(earlier.id) comes before \(later.id) \(queue.rules.strategy)"
      )
    }
    let first = queue.waiting.first
    broken.expect(
      first == nil || first?.announced != nil || first?.who == queue.turn?.entry.who,
      "whoever is first was told so"
    )
    return broken.list
  }

  /// Whether one entry comes before another, by the order that was promised.
  func comes(_ one: EntryID, before other: EntryID) -> Bool {
    guard let one = queue[one], let other = queue[other] else { return false }
    return comes(one, before: other)
  }

  /// Step by step: the first difference decides.
  private func comes(_ one: SpeakingQueue.Entry, before other: SpeakingQueue.Entry) -> Bool {
    if rank(one) != rank(other) { return rank(one) < rank(other) }
    switch (one.announced, other.announced) {
    case (let one?, let other?): return one < other
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): break
    }
    if share(one) != share(other) { return share(one) < share(other) }
    if one.requested != other.requested { return one.requested < other.requested }
    return one.id.rawValue < other.id.rawValue
  }

  private func rank(_ entry: SpeakingQueue.Entry) -> Int {
    switch entry.kind {
    case .pointOfOrder: 1
    case .clarifying: 2
    case .reply: 3
    case .topic, .question: 4
    }
  }

  /// What somebody has had of the floor, by the rule in force; counted from the turns themselves.
  private func share(_ entry: SpeakingQueue.Entry) -> Int64 {
    let own = contributions { $0.who == entry.who }
    switch queue.rules.strategy {
    case .inOrder: return 0
    case .firstTimeFirst: return own.isEmpty ? 0 : 1
    case .fewestContributions: return Int64(own.count)
    case .leastTime: return own.map(\.spoken.milliseconds).reduce(0, +) / 30_000
    case .byGroup:
      guard let group = entry.group else { return Int64(own.count) }
      return Int64(contributions { $0.group == group }.count)
    }
  }

  private func contributions(
    _ isMeant: (SpeakingQueue.Entry) -> Bool
  ) -> [SpeakingQueue.PastTurn] {
    queue.turns.filter { isMeant($0.entry) && $0.spoken >= .seconds(10) }
  }

  private var brokenEntries: [String] {
    var broken = Promises()
    let waiting = queue.waiting + queue.aside.map(\.entry)
    let all = waiting + [queue.turn?.entry].compactMap(\.self)
    broken.expect(Set(all.map(\.id)).count == all.count, "no entry is in two places")
    for person in Set(waiting.compactMap(\.who.participant)) {
      let own = waiting.filter { $0.who.participant == person }
      broken.expect(own.count { $0.kind != .pointOfOrder } <= 1, "nobody waits twice")
      broken.expect(own.count { $0.kind == .pointOfOrder } <= 1, "one point of order each")
    }
    for entry in all {
      broken.expect(!isRemoved(entry.who), "who was sent away does not wait")
      broken.expect(entry.noShows <= 1, "nobody is called in vain a third time")
      broken.expect(entry.note.map(Text.line) == entry.note, "notes are clean")
      broken.expect(entry.note?.count ?? 0 <= 100, "notes are short")
      broken.expect(entry.question.map { questions[$0] != nil } ?? true, "links lead somewhere")
    }
    broken.expect(waiting.count <= Limits.queue + 2, "the list has an end")
    broken.expect(queue.rules.isOpen || queue.rules.closes == nil, "what is closed closes not")
    return broken.list
  }

  private func isRemoved(_ who: SpeakingQueue.Who) -> Bool {
    who.participant.map { participants[$0].isRemoved } ?? false
  }

  private var brokenCounts: [String] {
    var broken = Promises()
    let counted = queue.turns.filter { $0.spoken >= .seconds(10) }
    broken.expect(queue.contributions == counted.count, "contributions are counted")
    let people = Set(counted.map(\.entry.who))
    broken.expect(Set(queue.tallies.keys) == people, "who has spoken is known")
    for who in people {
      let own = counted.filter { $0.entry.who == who }
      let tally = queue.tally(of: who)
      broken.expect(tally.contributions == own.count, "contributions are counted for each")
      broken.expect(tally.spoken == own.map(\.spoken).reduce(.zero, +), "time is added up")
    }
    let turns = queue.turns.map(\.entry.id)
    broken.expect(Set(turns).count == turns.count, "no turn is kept twice")
    broken.expect(queue.turns.allSatisfy { $0.entry.note == nil }, "what was said has no notes")
    return broken.list
  }
}

// MARK: - What undo restores

extension SpeakingQueue {
  /// What is left of a queue when the times of changes do not matter.
  var essence: Essence {
    Essence(
      rules: rules,
      waiting: waiting.map(\.essence),
      aside: aside.map(\.entry.essence),
      turn: turn.map { $0.entry.essence + ["\($0.clock)"] },
      turns: turns.map { $0.entry.essence + ["\($0.clock)", "\($0.until)"] },
      tallies: tallies.mapValues { ["\($0.contributions)", "\($0.spoken)"] }
    )
  }

  struct Essence: Equatable {
    let rules: Rules
    let waiting: [[String]]
    let aside: [[String]]
    let turn: [String]?
    let turns: [[String]]
    let tallies: [Who: [String]]
  }
}

extension SpeakingQueue.Entry {
  fileprivate var essence: [String] {
    [
      id.rawValue, "\(who)", "\(kind)", note ?? "", question?.rawValue ?? "", "\(requested)",
      "\(isAdded)", "\(hold.map { "\($0)" } ?? "")", "\(noShows)",
    ]
  }
}
