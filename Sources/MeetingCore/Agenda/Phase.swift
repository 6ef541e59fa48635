/// Where a meeting stands.
package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
  /// Announced: people can look, and say nothing yet.
  case planned
  /// People gather; what may be asked already, the rules of the questions say.
  case lobby
  case live
  /// A break: what was begun stays, and people may go on writing.
  case paused
  /// The official part is over, and people stay to talk.
  case afterTalk
  /// Over for good: the record is written.
  case ended

  /// Whether the meeting has not begun.
  var isBefore: Bool { self == .planned || self == .lobby }

  /// Where a moderator can go from here; the end is a wish of its own, and possible from anywhere.
  ///
  /// Back to the lobby leads only a start that came too early.
  package var next: Set<Self> {
    switch self {
    case .planned: [.lobby, .live]
    case .lobby: [.planned, .live]
    case .live: [.lobby, .paused, .afterTalk]
    case .paused: [.live, .afterTalk]
    case .afterTalk: [.live]
    case .ended: []
    }
  }
}

extension Meeting {
  /// Product row H3.
  func change(to wanted: Phase) throws(Rejection) -> [Event] {
    if wanted == phase { return [] }
    guard phase.next.contains(wanted) else { throw Rejection(.phaseNotPossible) }
    return [.agenda(.phaseChanged(phase: wanted))]
  }

  /// A rehearsal leaves no record: whoever wants one has to begin first.
  func end() throws(Rejection) -> [Event] {
    if phase == .ended { return [] }
    guard !agenda.isRehearsal else { throw Rejection(.rehearsing) }
    return pollsEnd() + [.agenda(.phaseChanged(phase: .ended))]
  }
}
