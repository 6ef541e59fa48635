extension SpeakingQueue {
  /// Somebody's wish to speak.
  package struct Entry: Equatable, Sendable {
    package let id: EntryID
    package let who: Who
    package internal(set) var kind: Kind
    /// What it is about, in one line of its owner's.
    package internal(set) var note: String?
    /// The question that is to be asked aloud (product row B19).
    package internal(set) var question: QuestionID?
    /// When the hand went up; only a new hand has a new time.
    package let requested: Timestamp
    /// The organisation, as it was when the hand went up and in one spelling; it is what counts
    /// where organisations take turns, so that a new name moves nobody up.
    package let group: String?
    /// Whether a moderator has put it on the list.
    package let isAdded: Bool
    /// Whether it was made while nobody had a name; whoever it is, it never gets one later.
    package internal(set) var isNameless: Bool
    /// Why it keeps its place, whatever the order says.
    package internal(set) var hold: Hold?
    /// The how-many-eth it was to be told "you are next"; nothing where it was not.
    package internal(set) var announced: Int?
    /// How often its turn came and nobody was there.
    package internal(set) var noShows = 0
    /// When that was noted last, so that two moderators who note the same count it once.
    var skipped = Revision.zero
    /// The events that hold its note, so that the journal can forget them.
    var said: [Revision] = []

    var isPointOfOrder: Bool { kind == .pointOfOrder }
  }

  /// Who wants to speak.
  package enum Who: Hashable, Codable, Sendable {
    case person(participant: ParticipantID)
    /// Somebody without a browser, whom a moderator has put on the list (product rows A14, D18).
    case guest(name: String, organisation: String?, via: Question.Channel)

    package var participant: ParticipantID? {
      if case .person(let participant) = self { participant } else { nil }
    }

    var isGuest: Bool { participant == nil }
  }

  /// What somebody wants to speak for (product row D5).
  package enum Kind: String, Hashable, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
    case pointOfOrder, clarifying, reply, topic
    /// A written question that its asker wants to ask aloud.
    case question

    /// What comes first: the smaller one. A question that is asked aloud is a new topic.
    package var rank: Int {
      switch self {
      case .pointOfOrder: 0
      case .clarifying: 1
      case .reply: 2
      case .topic, .question: 3
      }
    }
  }

  /// Why an entry stands where it stands, and not where the order would have it.
  package enum Hold: String, Hashable, Codable, Sendable {
    /// Moderators have put it there, and everybody is told so.
    case moved
    /// It has had its turn in vain, or was not ready, or was taken back.
    case kept
  }

  /// Why an entry is on the list no longer, other than by its turn.
  package enum Departure: String, Hashable, Codable, Sendable {
    /// Its owner has lowered the hand.
    case own
    case moderators
    /// Twice its turn came in vain, or its owner was away for too long.
    case noShow
    /// Its owner was sent away from the meeting.
    case sentAway
    /// An earlier entry of its owner's was put back.
    case replaced
  }

  /// Where an entry stands, and what it has been through: what undoing goes back to.
  ///
  /// Without words, because the journal keeps it longer than those.
  package struct Standing: Equatable, Codable, Sendable {
    package internal(set) var place: Place
    var hold: Hold?
    var announced: Int?
    var noShows: Int
    /// How many had been told "you are next" by then: those who were told since were told in vain.
    let announcements: Int

    package enum Place: Equatable, Codable, Sendable {
      /// From 1.
      case waiting(place: Int)
      case aside(since: Timestamp)
      case floor(clock: Clock)
      case spoke(clock: Clock, until: Timestamp)
    }
  }
}
