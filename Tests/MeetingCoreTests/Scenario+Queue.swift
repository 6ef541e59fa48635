import MeetingCore
import MeetingTestSupport
import Testing

// How stories speak of the speaking queue.

extension EntryID {
  static let adasHand = Self("adas-hand")
  static let adasPoint = Self("adas-point")
  static let bensHand = Self("bens-hand")
  static let cleosHand = Self("cleos-hand")
}

extension SpeakingQueue.Who {
  static let ada = Self.person(participant: .ada)
  static let ben = Self.person(participant: .ben)
  static let cleo = Self.person(participant: .cleo)
}

extension Scenario {
  /// Who waits, in order; with an exclamation mark for a point of order.
  var list: [String] { meeting.queue.waiting.map(\.called) }

  /// A moderator changes the rules of the queue.
  mutating func sets(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout SpeakingQueue.Rules) -> Void
  ) {
    var rules = meeting.queue.rules
    change(&rules)
    let wish = SpeakingQueue.Command.setQueue(rules: rules, seen: meeting.revision)
    given(.chair, .queue(wish), sourceLocation: sourceLocation)
  }

  mutating func allows(_ kinds: [SpeakingQueue.Kind]) { sets { $0.kinds = kinds } }

  /// Somebody has the floor for so long, and waits no more.
  mutating func given(
    _ person: ParticipantID,
    speaksFor length: Duration,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let entry = Reference("speech-\(meeting.revision.rawValue)")
    given(person, .queue(.raiseHand()), as: entry, sourceLocation: sourceLocation)
    let current = meeting.queue.turn?.id
    given(
      .chair,
      .queue(.giveFloor(entry: entry, current: current)),
      sourceLocation: sourceLocation
    )
    // Every wish takes a second.
    pass(length - .seconds(1))
    given(.chair, .queue(.endTurn(turn: entry)), sourceLocation: sourceLocation)
  }

  /// A moderator calls whoever is first.
  mutating func callsNext(sourceLocation: SourceLocation = #_sourceLocation) {
    let current = meeting.queue.turn?.id
    given(.chair, .queue(.callNext(current: current)), sourceLocation: sourceLocation)
  }

  /// A moderator who sees the present list moves an entry.
  mutating func moves(
    _ entry: EntryID,
    before next: EntryID?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let wish = SpeakingQueue.Command.moveInQueue(
      entry: entry,
      before: next,
      seen: meeting.revision
    )
    given(.chair, .queue(wish), sourceLocation: sourceLocation)
  }

  /// A moderator who sees the present list notes that nobody is there.
  mutating func misses(_ entry: EntryID, sourceLocation: SourceLocation = #_sourceLocation) {
    let wish = SpeakingQueue.Command.noShow(entry: entry, seen: meeting.revision)
    given(.chair, .queue(wish), sourceLocation: sourceLocation)
  }

  /// A moderator takes the last act back.
  mutating func undoes(sourceLocation: SourceLocation = #_sourceLocation) {
    guard let act = meeting.moderation.acts.last(where: { $0.name != "undo" }) else { return }
    given(.chair, .moderation(.undo(act: act.reference)), sourceLocation: sourceLocation)
  }
}

extension SpeakingQueue.Entry {
  var called: String {
    let name =
      switch who {
      case .person(let participant): participant.called
      case .guest(let name, _, _): name
      }
    return name + (kind == .pointOfOrder ? "!" : "")
  }
}
