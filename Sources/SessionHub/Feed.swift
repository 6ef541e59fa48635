import MeetingCore

/// What one audience sees of a meeting, and what of it changed since when.
///
/// Each thing is encoded once for the whole audience. Changes are marked as they happen and
/// settled when somebody is told, so that the last state of a thing wins.
///
/// Of the chat a newcomer is told the newest messages only; ``Feed+Messages`` has what follows.
struct Feed {
  let audience: Audience
  /// Everything that a newcomer of this audience is told now.
  var shown: [Thing: Entry] = [:]
  /// Messages that are visible still, and not among the newest any more.
  var older: [Thing: Older] = [:]
  /// The number of the first of the newest messages of each channel.
  var firstShown: [Message.Channel: Int] = [:]
  /// What it saw once and does not see any more.
  private var gone: [Thing: Entry] = [:]
  /// All changes in order, older entries of the same thing included until they are swept out.
  private var log: [(revision: Revision, thing: Thing)] = []
  private var marked: [Thing: Revision] = [:]
  private var unsent: Set<Thing> = []
  /// What was seen before a restart, whether or not it is seen still.
  private var recalled: Set<Thing> = []
  /// Sum of the hashes of all things shown; see ``Digest``.
  var digest: UInt32 = 0
  /// All members that can keep up have everything until here; the last change that was told.
  private(set) var flushed: Revision

  struct Entry: Comparable {
    let thing: Thing
    let revision: Revision
    let bytes: [UInt8]

    /// Oldest change first; what changed together by name, so that frames are always the same.
    static func < (left: Self, right: Self) -> Bool {
      guard left.revision == right.revision else { return left.revision < right.revision }
      return left.thing.name < right.thing.name
    }
  }

  init(_ audience: Audience, of meeting: Meeting) {
    self.audience = audience
    flushed = meeting.revision
    mark(Thing.standing, at: meeting.revision)
    settle(meeting)
    unsent = []
  }

  /// Notes that things look different from this revision on.
  mutating func mark(_ things: [Thing], at revision: Revision) {
    for thing in things where !thing.isPersonal { marked[thing] = revision }
  }

  /// Notes what a replayed journal has changed, and what this audience saw back then.
  mutating func recall(_ memory: Memory) {
    for (thing, trace) in memory.traces {
      marked[thing] = trace.changed
      if trace.audiences.contains(audience) { recalled.insert(thing) }
    }
  }

  var isPending: Bool { !marked.isEmpty || !unsent.isEmpty }
}

// MARK: - Settling

extension Feed {
  /// Looks at what was marked as it is now, and encodes it.
  mutating func settle(_ meeting: Meeting) {
    guard !marked.isEmpty else { return }
    let changes = marked.map { ($0.key, meeting.lastChange(of: $0.key) ?? $0.value) }
    for (thing, revision) in changes.sorted(by: { $0.1 < $1.1 }) {
      settle(thing, at: revision, in: meeting)
    }
    marked.removeAll(keepingCapacity: true)
    recalled = []
    moveOn(meeting.chat)
    if log.count > 2 * (shown.count + gone.count + older.count) + 64 { sweep() }
  }

  private mutating func settle(_ thing: Thing, at revision: Revision, in meeting: Meeting) {
    // It was touched, and yet looks as it did: everybody has it.
    if shown[thing]?.revision == revision { return }
    let before = shown.removeValue(forKey: thing)
    if let before { digest &-= Digest.hash(thing, before.revision) }
    let wasKnown = before != nil || older.removeValue(forKey: thing) != nil
    if case .message(let id) = thing, meeting.chat[id] != nil {
      guard settle(message: id, at: revision, in: meeting) else { return }
    } else if let bytes = meeting.view(of: thing, for: audience, at: revision) {
      show(thing, Entry(thing: thing, revision: revision, bytes: bytes))
      gone[thing] = nil
    } else {
      // What was never seen is not even reported as gone.
      guard wasKnown || recalled.contains(thing) else { return }
      gone[thing] = Entry(
        thing: thing,
        revision: revision,
        bytes: GoneView(thing, revision).bytes
      )
    }
    log.append((revision, thing))
    unsent.insert(thing)
  }

  mutating func show(_ thing: Thing, _ entry: Entry) {
    digest &+= Digest.hash(thing, entry.revision)
    shown[thing] = entry
  }

  /// A thing as it is to be told, if somebody has to be told of it.
  private func news(of thing: Thing) -> Entry? {
    shown[thing] ?? gone[thing] ?? older[thing].flatMap { $0.isNews ? $0.entry : nil }
  }

  private mutating func sweep() {
    log = log.filter { news(of: $0.thing)?.revision == $0.revision }
  }
}

// MARK: - Telling

extension Feed {
  /// Everything that is seen, oldest change first.
  var all: [Entry] { shown.values.sorted() }

  /// Everything that changed after a revision, removals included.
  func changes(since revision: Revision) -> [Entry] {
    var low = log.startIndex
    var high = log.endIndex
    while low < high {
      let middle = (low + high) / 2
      if log[middle].revision <= revision { low = middle + 1 } else { high = middle }
    }
    return log[low...].compactMap { change in
      let entry = news(of: change.thing)
      return entry?.revision == change.revision ? entry : nil
    }
  }

  /// One thing as it is now, for somebody whose wish was stale.
  func thing(_ thing: Thing) -> [UInt8]? { shown[thing]?.bytes }

  /// The digest of each kind of thing by itself, to find out what differs.
  var digestsByKind: [String: UInt32] {
    shown.reduce(into: [:]) { sums, entry in
      sums[entry.key.name.kind, default: 0] &+= Digest.hash(entry.key, entry.value.revision)
    }
  }

  /// What has changed since the last flush, oldest change first; afterwards everybody has it.
  mutating func takeUnsent() -> [Entry] {
    guard !unsent.isEmpty else { return [] }
    let told = unsent.compactMap { news(of: $0) }.sorted()
    unsent.removeAll(keepingCapacity: true)
    flushed = told.last?.revision ?? flushed
    return told
  }
}

/// A fingerprint of everything that a newcomer is told: the sum, modulo 2³², of the FNV-1a-32
/// hashes of `kind:id:revision`. Sums do not care for order, so one change costs one step.
package enum Digest {
  static func hash(_ thing: Thing, _ revision: Revision) -> UInt32 {
    let (kind, id) = thing.name
    return fnv1a("\(kind):\(id):\(revision.rawValue)")
  }

  /// - SeeAlso: RFC 9923, FNV-1a with 32 bits.
  package static func fnv1a(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
