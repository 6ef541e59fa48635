extension Meeting {
  /// What somebody wants to happen.
  ///
  /// A command states the wanted state, never a toggle, so that a repeat changes nothing. Case
  /// names and labels are the wire's spelling; `Fixtures/wire/commands.json` pins them.
  package enum Command: Equatable, Codable, Sendable {
    /// How I want to be called; nothing means: without a name.
    case setName(name: String?, organisation: String?)
    /// The question's id is the reference of this wish.
    case askQuestion(text: String)
    case support(question: QuestionID, support: Bool)
    case withdrawQuestion(question: QuestionID)
    /// `seen` is the revision of the question that the moderator looks at.
    case moveQuestion(question: QuestionID, to: Question.State, seen: Revision)
    case setPhase(phase: Phase)
    case endMeeting
  }

  /// What happened, as the journal keeps it.
  ///
  /// Add cases freely; never rename one, nor a label: old journals hold them.
  package enum Event: Equatable, Codable, Sendable {
    case participantJoined(participant: ParticipantID, session: SessionDigest)
    case participantArrived(participant: ParticipantID, role: Role)
    case participantLeft(participant: ParticipantID)
    case participantNamed(participant: ParticipantID, name: String?, organisation: String?)
    case questionAsked(question: QuestionID, by: ParticipantID, text: String)
    case questionSupported(question: QuestionID, by: ParticipantID)
    case supportWithdrawn(question: QuestionID, by: ParticipantID)
    case questionWithdrawn(question: QuestionID)
    case questionMoved(question: QuestionID, to: Question.State)
    case phaseChanged(phase: Phase)
  }
}

/// A command refused, with the reason and, where waiting helps, the wait.
package struct Rejection: Error, Hashable, Sendable {
  package let reason: Reason
  package let wait: Duration?
  /// The thing whose newer state the asker has not seen.
  package let stale: Thing?

  package init(_ reason: Reason, wait: Duration? = nil, stale: Thing? = nil) {
    self.reason = reason
    self.wait = wait
    self.stale = stale
  }

  /// The reason's name is the wire's spelling; the page has a sentence for each.
  package enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
    case notAllowed
    case textMissing, textTooLong, nameTooLong, organisationTooLong
    case questionUnknown, questionNotOpen, questionAnswered, ownQuestion
    case tooManyOpenQuestions, tooSoon, tooManyQuestions, meetingFull
    case questionsPaused, questionsClosed
    case meetingEnded, phaseNotPossible
    case stale, refTaken, tooFast
    case storageFull, storageBroken
    case unknownCommand, malformed
  }
}

extension Meeting.Command {
  /// The names of all commands, as the wire spells them.
  package static let names: Set<String> = [
    "setName", "askQuestion", "support", "withdrawQuestion", "moveQuestion", "setPhase",
    "endMeeting",
  ]
}
