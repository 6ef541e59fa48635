/// What comes when: phases, items, and what the shared screen shows.
package struct Agenda: Equatable, Sendable {
  package fileprivate(set) var phase = Phase.lobby
  package fileprivate(set) var began: Timestamp?
  package fileprivate(set) var ended: Timestamp?

  package init() {}
}

extension Agenda {
  package enum Command: NamedCases {
    case setPhase(phase: Phase)
    case endMeeting

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case setPhase, endMeeting
    }
  }

  package enum Event: NamedCases {
    case phaseChanged(phase: Phase)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case phaseChanged
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Agenda.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .setPhase(let phase): try change(to: phase)
    case .endMeeting: end()
    }
  }

  func inverse(of event: Agenda.Event) -> [Event]? {
    switch event {
    // Whatever has ended is on disk as a record already.
    case .phaseChanged(.ended): nil
    case .phaseChanged: [.agenda(.phaseChanged(phase: phase))]
    }
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Agenda.Event, at time: Timestamp) {
    switch event {
    case .phaseChanged(let phase): agenda.note(phase, at: time)
    }
  }

  func touched(by event: Agenda.Event) -> [Thing] {
    switch event {
    case .phaseChanged: [.meeting, .stage]
    }
  }
}

extension Agenda {
  fileprivate mutating func note(_ phase: Phase, at time: Timestamp) {
    self.phase = phase
    if phase == .live, began == nil { began = time }
    if phase == .ended { ended = time }
  }
}
