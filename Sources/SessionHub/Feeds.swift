import MeetingCore

/// What each audience sees of a meeting, side by side.
struct Feeds {
  /// In the order of ``Audience``; looked up with each event, so a place and not a key.
  private var feeds: [Feed]

  init(of meeting: Meeting) { feeds = Audience.allCases.map { Feed($0, of: meeting) } }

  subscript(_ audience: Audience) -> Feed {
    get { feeds[audience.rawValue] }
    _modify { yield &feeds[audience.rawValue] }
  }

  /// Notes that things look different from this revision on.
  mutating func mark(_ things: [Thing], at revision: Revision) {
    for place in feeds.indices { feeds[place].mark(things, at: revision) }
  }

  /// Takes in what a replayed journal has changed, so that nobody has to be told it as news.
  mutating func recall(_ memory: Memory, in meeting: Meeting) {
    for place in feeds.indices {
      feeds[place].recall(memory)
      feeds[place].settle(meeting)
      _ = feeds[place].takeUnsent()
    }
  }

  /// Whether anybody has to be told anything.
  var arePending: Bool { feeds.contains(where: \.isPending) }
}

/// What a journal has changed that is being replayed, and who saw it back then.
struct Memory {
  private(set) var traces: [Thing: Trace] = [:]

  struct Trace {
    fileprivate(set) var changed = Revision.zero
    /// Those who saw it at some time, even if they do not any more.
    fileprivate(set) var audiences: Audiences = []

    fileprivate mutating func note(_ revision: Revision, _ audiences: Audiences) {
      changed = revision
      self.audiences.formUnion(audiences)
    }
  }

  /// Notes that things look different from this revision on, to those who see them now.
  mutating func note(_ things: [Thing], at revision: Revision, in meeting: Meeting) {
    for thing in things where !thing.isPersonal {
      traces[thing, default: Trace()].note(revision, meeting.audiences(of: thing))
    }
  }
}

extension Thing {
  /// Whether it goes to one person, apart from what an audience sees.
  var isPersonal: Bool {
    switch self {
    case .me, .asker, .voter: true
    case .meeting, .people, .question, .poll, .tally, .queue, .chat, .message, .agenda, .stage,
      .moderation:
      false
    }
  }
}
