// Items of which nobody may know whose they are, the journal included (product, section P, rule 9).
//
// For such an item the journal holds a pseudonym: HMAC-SHA-256 of the item's own key and the
// person's session. That is enough to count once, to change and to withdraw, also after a restart,
// and it connects no two items. The key is a row of its own, and is deleted with the item's secret.

/// What stands for a person in one secret item, and in no other.
package struct Pseudonym: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A secret item by its name: a question, or one round of a poll.
package struct SecretItem: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}

/// What the journal must not hold any longer once an event is in it.
package struct Forgetting: Equatable, Sendable {
  /// Events whose words are to be cut out; see ``Meeting/Event/redacted``.
  package var revisions: [Revision] = []
  /// Items whose keys are to be deleted.
  package var items: [SecretItem] = []

  package init(revisions: [Revision] = [], items: [SecretItem] = []) {
    self.revisions = revisions
    self.items = items
  }

  package static let nothing = Self()
}

extension Meeting {
  /// The secret item that a command is about, so that the hub can name its asker by a pseudonym.
  package func secretItem(of command: Command, as reference: Reference) -> SecretItem? {
    switch command {
    case .questions(let command): secretItem(of: command, as: reference)
    case .polls(let command): secretItem(of: command)
    case .participants, .queue, .chat, .agenda, .moderation: nil
    }
  }

  /// The secret item that begins with an event: its key has to be kept together with the event.
  package func secretItem(begunBy event: Event) -> SecretItem? {
    switch event {
    case .questions(let event): secretItem(begunBy: event)
    case .polls(let event): secretItem(begunBy: event)
    case .participants, .queue, .chat, .agenda, .moderation: nil
    }
  }

  /// What the journal has to forget together with an event that is about to be applied.
  package func forgotten(with event: Event) -> Forgetting {
    switch event {
    case .questions(let event): forgotten(with: event)
    case .polls(let event): forgotten(with: event)
    case .queue(let event): forgotten(with: event)
    case .chat(let event): forgotten(with: event)
    case .agenda(let event): forgotten(with: event)
    case .participants, .moderation: .nothing
    }
  }
}

extension Meeting {
  /// Whether the journal must not say whose wish an event was that is about to be applied.
  package func isSecret(_ event: Event) -> Bool {
    switch event {
    case .questions(let event): isSecret(event)
    case .polls(let event): isSecret(event)
    case .participants, .queue, .chat, .agenda, .moderation: false
    }
  }
}

extension Meeting.Event {
  /// The same event without words or choices: what is left of it in the journal when it was
  /// forgotten. Applied in its place, and followed by what made it forgotten, it leads to the same
  /// state.
  package var redacted: Self {
    switch self {
    case .questions(let event): .questions(event.redacted)
    case .polls(let event): .polls(event.redacted)
    case .queue(let event): .queue(event.redacted)
    case .chat(let event): .chat(event.redacted)
    case .participants, .agenda, .moderation: self
    }
  }
}
