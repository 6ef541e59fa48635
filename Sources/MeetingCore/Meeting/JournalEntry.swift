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

/// Whose wish it was, so that a repeat of it gets the first answer, even after a restart.
package struct Cause: Hashable, Codable, Sendable {
  package let participant: ParticipantID
  package let reference: Reference

  package init(participant: ParticipantID, reference: Reference) {
    self.participant = participant
    self.reference = reference
  }
}
