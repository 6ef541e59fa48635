/// One line of the journal: what happened, when, and whose wish it was.
package struct JournalEntry: Equatable, Sendable {
  package let revision: Revision
  package let time: Timestamp
  package let event: Meeting.Event
  /// Nothing where nobody asked: somebody came or left.
  package let cause: Cause?

  package init(revision: Revision, time: Timestamp, event: Meeting.Event, cause: Cause?) {
    self.revision = revision
    self.time = time
    self.event = event
    self.cause = cause
  }
}

extension JournalEntry {
  /// What is left of the entry once it had to be forgotten.
  package var redacted: Self {
    Self(revision: revision, time: time, event: event.redacted, cause: cause)
  }
}

/// Whose wish it was, so that a repeat of it gets the first answer, even after a restart.
package struct Cause: Hashable, Codable, Sendable {
  package let participant: ParticipantID
  package let reference: Reference
  /// The command's name, where somebody asked as staff: such acts are signed and can be undone.
  package let act: String?

  package init(participant: ParticipantID, reference: Reference, act: String? = nil) {
    self.participant = participant
    self.reference = reference
    self.act = act
  }
}

/// What the journal takes at once: all of it, or nothing.
package struct JournalBatch: Equatable, Sendable {
  package var entries: [JournalEntry]
  /// The keys of secret items that begin here.
  package var keys: [SecretItem: String]
  /// What must be gone afterwards.
  package var forgetting: Forgetting
  /// Whether everything in it closes or deletes something, and may use the last of the space.
  package var isClosing: Bool

  package init(
    entries: [JournalEntry] = [],
    keys: [SecretItem: String] = [:],
    forgetting: Forgetting = .nothing,
    isClosing: Bool = false
  ) {
    self.entries = entries
    self.keys = keys
    self.forgetting = forgetting
    self.isClosing = isClosing
  }

  /// Notes what has to be gone. The key of an item that also begins here need not be kept at all;
  /// one that begins afterwards is kept, because keys are deleted before others are added.
  package mutating func forget(_ more: Forgetting) {
    forgetting.revisions += more.revisions
    forgetting.items += more.items
    for item in more.items { keys[item] = nil }
  }
}
