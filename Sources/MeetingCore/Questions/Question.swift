/// Something that somebody wants to know.
package struct Question: Equatable, Sendable {
  package let id: QuestionID
  /// The how-many-eth question of the meeting, from 1: people say "Frage 12".
  package let number: Int
  package let author: Author
  package let asked: Timestamp
  package internal(set) var text: String
  /// What the asker wrote, where a moderator has written something else.
  package internal(set) var original: String?
  package internal(set) var state: State
  package internal(set) var answered: Timestamp?
  /// Whoever supports this very question; an asker with a number is among them.
  package internal(set) var supporters: Set<ParticipantID>
  package internal(set) var tag: String?
  /// All versions of the written answer, the last of which holds.
  package internal(set) var answers: [Answer] = []
  /// The question that this one was merged into.
  package internal(set) var mergedInto: QuestionID?
  /// The questions that were merged into this one.
  package internal(set) var merged: [QuestionID] = []
  /// The message in the chat that it was made from.
  package internal(set) var message: MessageID?
  /// When the question itself changed last; support does not count as a change of it.
  package internal(set) var changed: Revision
  /// The events that hold its words, so that the journal can forget them.
  var said: [Revision]

  /// Whose question it is.
  package enum Author: Hashable, Codable, Sendable {
    case person(participant: ParticipantID)
    /// Somebody who asked anonymously.
    case hidden(pseudonym: Pseudonym)
    /// Somebody without a browser, for whom a moderator asked.
    case guest(name: String?, via: Channel)
    /// Left over from an earlier round, with the support that it had there.
    case carried(from: String, support: Int)

    package var participant: ParticipantID? {
      if case .person(let participant) = self { participant } else { nil }
    }

    package var isHidden: Bool { if case .hidden = self { true } else { false } }
  }

  /// Whether everybody sees it as a question of its own.
  package var isForEverybody: Bool { state.isPublic && mergedInto == nil }

  /// How somebody without a browser made themselves heard.
  package enum Channel: String, Hashable, Codable, Sendable, CaseIterable {
    case chat, phone, room
  }

  /// Where a question stands.
  package enum State: Hashable, Codable, Sendable {
    /// Waits for a moderator, and is seen by nobody else.
    case pending
    case open, live, answered
    /// With a line for the asker, if the moderator wrote one.
    case declined(reason: String?)
    /// Somebody will answer it later; by when, in their own words.
    case followUp(owner: String, due: String?)

    package var isDeclined: Bool { if case .declined = self { true } else { false } }
    package var isFollowUp: Bool { if case .followUp = self { true } else { false } }
    /// Whether everybody may see it.
    package var isPublic: Bool { self != .pending && !isDeclined }
    /// Whether a moderator wrote something with it.
    var hasWords: Bool { isFollowUp || (isDeclined && self != .declined(reason: nil)) }
    /// Whether it takes one of its asker's places.
    var takesPlace: Bool { self == .pending || self == .open }
  }

  package struct Answer: Hashable, Sendable {
    package let text: String
    package let by: ParticipantID
    /// How whoever wrote it was called then: a later name does not change it.
    package let name: String?
    package let time: Timestamp
  }
}
