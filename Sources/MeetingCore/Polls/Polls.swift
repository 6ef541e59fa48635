/// All polls of a meeting.
package struct Polls: Equatable, Sendable {
  package init() {}

  /// The items of the secret polls that are open: one's own ballots are found by them.
  package var openSecretItems: [SecretItem] { [] }
}

extension Polls {
  package enum Command: NamedCases {
    case removePoll(poll: PollID)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case removePoll
    }
  }

  package enum Event: NamedCases {
    case pollRemoved(poll: PollID)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case pollRemoved
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Polls.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .removePoll: []
    }
  }

  func pollsDue(at now: Timestamp) -> [Event] { [] }

  func inverse(of event: Polls.Event) -> [Event]? { nil }
}

// MARK: - Secrecy

extension Meeting {
  func secretItem(of command: Polls.Command) -> SecretItem? { nil }

  func secretItem(begunBy event: Polls.Event) -> SecretItem? { nil }

  func forgotten(with event: Polls.Event) -> Forgetting { .nothing }
}

extension Meeting {
  func isSecret(_ event: Polls.Event) -> Bool { false }
}

extension Polls.Event {
  var redacted: Self { self }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Polls.Event, at time: Timestamp) {}

  func touched(by event: Polls.Event) -> [Thing] { [] }
}
