import MeetingCore

/// What one audience sees of a meeting, and what of it changed since when.
///
/// Each thing is encoded once for the whole audience. Changes are marked as they happen and
/// settled when somebody is told, so that the last state of a thing wins.
struct Feed {
  let audience: Audience
  /// Everything that this audience sees now.
  private var shown: [Thing: Entry] = [:]
  /// What it saw once and does not see any more.
  private var gone: [Thing: Entry] = [:]
  /// All changes in order, older entries of the same thing included until they are swept out.
  private var log: [(revision: Revision, thing: Thing)] = []
  private var marked: [Thing: Revision] = [:]
  private var unsent: Set<Thing> = []
  /// What was seen before a restart, whether or not it is seen still.
  private var recalled: Set<Thing> = []
  /// Sum of the hashes of all things seen; see ``Digest``.
  private(set) var digest: UInt32 = 0
  /// All members that can keep up have everything until here; the last change that was told.
  private(set) var flushed: Revision

  struct Entry {
    let thing: Thing
    let revision: Revision
    let bytes: [UInt8]
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
    for thing in things { marked[thing] = revision }
  }

  /// Notes, while a journal is replayed, what this audience saw back then.
  mutating func recall(_ things: [Thing], in meeting: Meeting) {
    recalled.formUnion(things.filter { meeting.isVisible($0, to: audience) })
  }

  var isPending: Bool { !marked.isEmpty || !unsent.isEmpty }
}

// MARK: - Settling

extension Feed {
  /// Looks at what was marked as it is now, and encodes it.
  mutating func settle(_ meeting: Meeting) {
    guard !marked.isEmpty else { return }
    for (thing, revision) in marked.sorted(by: { $0.value < $1.value }) {
      settle(thing, at: revision, in: meeting)
    }
    marked.removeAll(keepingCapacity: true)
    recalled = []
    if log.count > 2 * (shown.count + gone.count) + 64 { sweep() }
  }

  private mutating func settle(_ thing: Thing, at revision: Revision, in meeting: Meeting) {
    let before = shown[thing]
    if let before { digest &-= Digest.hash(thing, before.revision) }
    if let bytes = meeting.view(of: thing, for: audience, at: revision) {
      digest &+= Digest.hash(thing, revision)
      shown[thing] = Entry(thing: thing, revision: revision, bytes: bytes)
      gone[thing] = nil
    } else {
      // What was never seen is not even reported as gone.
      guard before != nil || recalled.contains(thing) else { return }
      shown[thing] = nil
      gone[thing] = Entry(
        thing: thing,
        revision: revision,
        bytes: GoneView(thing, revision).bytes
      )
    }
    log.append((revision, thing))
    unsent.insert(thing)
  }

  private mutating func sweep() {
    log = log.filter { (shown[$0.thing] ?? gone[$0.thing])?.revision == $0.revision }
  }
}

// MARK: - Telling

extension Feed {
  /// Everything that is seen, oldest change first.
  var all: [Entry] { shown.values.sorted { $0.revision < $1.revision } }

  /// Everything that changed after a revision, removals included.
  func changes(since revision: Revision) -> [Entry] {
    var low = log.startIndex
    var high = log.endIndex
    while low < high {
      let middle = (low + high) / 2
      if log[middle].revision <= revision { low = middle + 1 } else { high = middle }
    }
    return log[low...].compactMap { change in
      let entry = shown[change.thing] ?? gone[change.thing]
      return entry?.revision == change.revision ? entry : nil
    }
  }

  /// One thing as it is now, for somebody whose wish was stale.
  func thing(_ thing: Thing) -> [UInt8]? { shown[thing]?.bytes }

  /// What has changed since the last flush, oldest change first; afterwards everybody has it.
  mutating func takeUnsent() -> [Entry] {
    guard !unsent.isEmpty else { return [] }
    let news = unsent.compactMap { shown[$0] ?? gone[$0] }.sorted { $0.revision < $1.revision }
    unsent.removeAll(keepingCapacity: true)
    flushed = news.last?.revision ?? flushed
    return news
  }
}

/// A fingerprint of everything that an audience sees: the sum, modulo 2³², of the FNV-1a-32 hashes
/// of `kind:id:revision`. Sums do not care for order, so one change costs one step.
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
