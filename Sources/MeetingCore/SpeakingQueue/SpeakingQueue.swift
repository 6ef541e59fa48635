/// Those who wait to speak, and who has the floor.
package struct SpeakingQueue: Equatable, Sendable {
  package init() {}

  /// Whether the queue shows this person.
  func names(_ person: ParticipantID) -> Bool { false }
}

extension SpeakingQueue {
  package enum Command: NamedCases {
    case lowerHand

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case lowerHand
    }
  }

  package enum Event: NamedCases {
    case handLowered(participant: ParticipantID)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case handLowered
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: SpeakingQueue.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .lowerHand: []
    }
  }

  /// What becomes of a person's hands when the person is sent away.
  func handsDown(of person: ParticipantID) -> [Event] { [] }

  /// What becomes of an entry that was put aside when its person comes back.
  func returned(_ person: ParticipantID) -> [Event] { [] }

  func queueDue(at now: Timestamp) -> [Event] { [] }

  func inverse(of event: SpeakingQueue.Event) -> [Event]? { nil }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: SpeakingQueue.Event, at time: Timestamp) {}

  func touched(by event: SpeakingQueue.Event) -> [Thing] { [] }
}
