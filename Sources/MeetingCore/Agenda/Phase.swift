/// Where a meeting stands.
package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
  case planned, lobby, live, paused, afterTalk, ended
}

extension Meeting {
  func change(to wanted: Phase) throws(Rejection) -> [Event] {
    // The end is a command of its own, because it is answered only once the record is on disk.
    guard wanted != .ended, wanted != .planned else { throw Rejection(.phaseNotPossible) }
    return wanted == phase ? [] : [.agenda(.phaseChanged(phase: wanted))]
  }

  func end() -> [Event] {
    phase == .ended ? [] : pollsEnd() + [.agenda(.phaseChanged(phase: .ended))]
  }
}
