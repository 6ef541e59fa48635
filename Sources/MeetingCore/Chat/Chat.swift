/// The messages of a meeting.
package struct Chat: Equatable, Sendable {
  package fileprivate(set) var mode = Mode.open

  /// Whether messages are taken.
  package enum Mode: String, Hashable, Codable, Sendable, CaseIterable {
    case open, paused
  }

  package init() {}
}

extension Chat {
  package enum Command: NamedCases {
    case setChat(mode: Mode)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case setChat
    }
  }

  package enum Event: NamedCases {
    case chatSet(mode: Mode)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case chatSet
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Chat.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .setChat(let mode): mode == chat.mode ? [] : [.chat(.chatSet(mode: mode))]
    }
  }

  func chatDue(at now: Timestamp) -> [Event] { [] }

  func inverse(of event: Chat.Event) -> [Event]? {
    switch event {
    case .chatSet: [.chat(.chatSet(mode: chat.mode))]
    }
  }
}

// MARK: - Secrecy

extension Meeting {
  func forgotten(with event: Chat.Event) -> Forgetting { .nothing }
}

extension Chat.Event {
  var redacted: Self { self }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Chat.Event, at time: Timestamp) {
    switch event {
    case .chatSet(let mode): chat.mode = mode
    }
  }

  func touched(by event: Chat.Event) -> [Thing] {
    switch event {
    case .chatSet: [.meeting]
    }
  }
}
