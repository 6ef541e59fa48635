/// Where an entry belongs in the list.
///
/// In words for whoever leads the round:
///
/// 1. **What it is comes first.** Points of order, then clarifying questions, then replies to what
///    is being said, then new topics; a question asked aloud is a new topic.
/// 2. **Whoever was told to be the next one stays so**, unless something of a higher kind comes in.
/// 3. **Among equals the chosen rule decides:**
///    - *in order*: nothing more.
///    - *first-time speakers first*: who has not contributed yet comes before who has.
///    - *fewest contributions*: who has contributed less often comes first.
///    - *least time*: who has spoken less comes first, in steps of 30 seconds, so that a second
///      more or less moves nobody.
///    - *by group*: whose organisation has contributed less often comes first; people without an
///      organisation stand for themselves.
/// 4. **Who raised the hand earlier comes first**; of one moment the entry's own name decides.
///
/// A turn of less than ten seconds, or one that was taken back, is no contribution. The order is
/// made when somebody enters, when a turn is over, and when the rule is changed: never by the mere
/// passing of time. Whom moderators moved, or who was not ready or not there, keeps the place that
/// this led to: others line up around them, and only what is of a higher kind passes them.
struct Order: Comparable {
  let rank: Int
  /// Whoever was told first is first; whoever was not told, last.
  let announced: Int
  let fairness: Int
  let requested: Timestamp
  let id: String

  static func < (left: Self, right: Self) -> Bool {
    (left.rank, left.announced, left.fairness, left.requested, left.id)
      < (right.rank, right.announced, right.fairness, right.requested, right.id)
  }
}

extension SpeakingQueue {
  func order(of entry: Entry) -> Order {
    Order(
      rank: entry.kind.rank,
      announced: entry.announced ?? .max,
      fairness: fairness(of: entry),
      requested: entry.requested,
      id: entry.id.rawValue
    )
  }

  private func fairness(of entry: Entry) -> Int {
    let tally = tally(of: entry.who)
    return switch rules.strategy {
    case .inOrder: 0
    case .firstTimeFirst: tally.contributions == 0 ? 0 : 1
    case .fewestContributions: tally.contributions
    case .leastTime: Int(tally.spoken.milliseconds / Limits.timeStep.milliseconds)
    case .byGroup: entry.group.map { groups[$0] ?? 0 } ?? tally.contributions
    }
  }

  /// Lets an entry in where it belongs.
  mutating func lineUp(_ entry: Entry) {
    let order = order(of: entry)
    var place =
      waiting.firstIndex { $0.hold == nil && order < self.order(of: $0) } ?? waiting.endIndex
    // Who is held there gives way to a higher kind, and to nothing else.
    while place > 0, waiting[place - 1].hold != nil,
      waiting[place - 1].kind.rank > entry.kind.rank
    {
      place -= 1
    }
    waiting.insert(entry, at: place)
    announce()
  }

  /// Puts an entry at a place, from 1, or at the end; others line up around it.
  mutating func hold(_ entry: Entry, at place: Int, as hold: Hold) {
    var entry = entry
    entry.hold = hold
    insert(entry, at: place)
    announce()
  }

  mutating func insert(_ entry: Entry, at place: Int) {
    waiting.insert(entry, at: min(max(place, 1) - 1, waiting.count))
  }

  /// Lines everybody up anew who is not held.
  mutating func lineUpAnew() {
    let free = waiting.indices.filter { waiting[$0].hold == nil }
    let ordered = free.map { (order(of: waiting[$0]), waiting[$0]) }.sorted { $0.0 < $1.0 }
    for (place, (_, entry)) in zip(free, ordered) { waiting[place] = entry }
    announce()
  }

  /// Whoever comes to be first is told so, and stays it; not while still speaking, because the
  /// present turn counts first.
  mutating func announce() {
    guard let first = waiting.first, first.announced == nil, first.who != turn?.entry.who else {
      return
    }
    announcements += 1
    waiting[0].announced = announcements
  }
}
