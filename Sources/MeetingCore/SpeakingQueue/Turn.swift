extension SpeakingQueue {
  /// One stretch of speech that goes on.
  package struct Turn: Equatable, Sendable {
    package internal(set) var entry: Entry
    package internal(set) var clock: Clock
    /// The event that gave the floor.
    package let since: Revision

    /// A turn has the name of its entry.
    package var id: EntryID { entry.id }

    /// The same turn, if it is over at this moment.
    ///
    /// - Parameter namesOff: Whether nobody has a name at that moment.
    package func ended(at time: Timestamp, namesOff: Bool) -> PastTurn {
      var wordless = entry
      if namesOff, !entry.who.isGuest { wordless.isNameless = true }
      wordless.note = nil
      wordless.said = []
      return PastTurn(entry: wordless, clock: clock, until: time)
    }
  }

  /// How long somebody has spoken, by the server's times only.
  package struct Clock: Equatable, Codable, Sendable {
    package let began: Timestamp
    /// What was spoken before the last pause ended.
    package private(set) var counted = Duration.zero
    /// Since when it has been running; nothing while it is paused.
    package private(set) var running: Timestamp?
    /// After how many seconds people are reminded; nobody is ever cut off (product row D13).
    package internal(set) var limit: Int?

    init(at time: Timestamp, limit: Int?) {
      began = time
      running = time
      self.limit = limit
    }

    package func spoken(at time: Timestamp) -> Duration {
      counted + (running.map { max(.zero, time - $0) } ?? .zero)
    }

    mutating func pause(at time: Timestamp) {
      counted = spoken(at: time)
      running = nil
    }

    mutating func resume(at time: Timestamp) {
      if running == nil { running = time }
    }
  }

  /// A turn that is over.
  package struct PastTurn: Equatable, Sendable {
    /// The entry without its note, which nobody needs any longer.
    package internal(set) var entry: Entry
    package let clock: Clock
    package let until: Timestamp

    package var spoken: Duration { clock.spoken(at: until) }
    /// Whether it counts; who says only "that was answered already" has not had a turn.
    package var isContribution: Bool { spoken >= Limits.contribution }
  }

  /// What somebody has contributed: kept in memory for the order, and never written down by name
  /// (product row D15).
  package struct Tally: Equatable, Sendable {
    package internal(set) var contributions = 0
    package internal(set) var spoken = Duration.zero
    /// Whether some of it was said while nobody had a name.
    package internal(set) var isNameless = false
  }
}
