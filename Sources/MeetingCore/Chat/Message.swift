/// Something that somebody has written into the chat.
package struct Message: Equatable, Sendable {
  package let id: MessageID
  /// The how-many-eth message of its channel, from 1: whoever misses one sees the hole.
  package let number: Int
  package let channel: Channel
  package let author: ParticipantID
  /// How its author was called when it was written: a later name does not change it.
  package let name: String?
  package let organisation: String?
  /// Whether it was written while nobody had a name: then nobody is shown whose it is, not even
  /// later. Only the journal knows the number, until the meeting ends.
  package let isAnonymous: Bool
  /// In which role it was written.
  package let role: Role
  package let posted: Timestamp
  /// Whether the chat's header said, when it was written, that it would be recorded.
  package let isKept: Bool
  /// Nothing once the author has deleted it, or for some seconds after a moderator has removed it.
  package internal(set) var text: String
  package internal(set) var edited: Timestamp?
  package internal(set) var state = State.shown
  /// The question that a moderator has made of it, whatever became of that.
  package internal(set) var question: QuestionID?
  /// The moderator who has let its author know that it was read.
  package internal(set) var acknowledgedBy: ParticipantID?
  /// When it was posted, and when it changed last.
  package let first: Revision
  package internal(set) var changed: Revision
  /// The events that hold its words, so that the journal can forget them.
  package internal(set) var said: [Revision]

  /// Who is to read it.
  package enum Channel: String, Hashable, Codable, Sendable, CaseIterable {
    /// Everybody.
    case room
    /// Moderators only (product rows E1 and E7).
    case toModerators
  }

  /// What is left of it.
  package enum State: String, Hashable, Sendable, CaseIterable {
    case shown
    /// By its author; the text is gone.
    case deleted
    /// By a moderator; the text stays hidden for as long as that can be taken back.
    case removed
  }
}
