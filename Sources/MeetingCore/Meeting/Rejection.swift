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
    // Whoever asks, whatever for.
    case notAllowed, meetingEnded, phaseNotPossible, stopped, muted, nameMissing
    case stale, refTaken, tooFast, storageFull, storageBroken, unknownCommand, malformed
    // Texts.
    case textMissing, textTooLong, nameTooLong, organisationTooLong
    // Participants.
    case meetingFull, participantUnknown, namesOff, nameReserved, nameTaken
    // Questions.
    case questionUnknown, questionNotOpen, questionAnswered, ownQuestion, questionMerged
    case tooManyOpenQuestions, tooSoon, tooManyQuestions, questionsPaused, questionsClosed
    case editTooLate, answering, tagUnknown, tooManyTags, mergeNotPossible, timesNotPossible
    // Agenda and stage.
    case titleMissing, titleTooLong, notOpenYet, agendaItemUnknown, tooManyAgendaItems,
      minutesNotPossible, startNotPossible
    case rehearsing, rehearsalNotPossible, rehearsalWouldWipe, sceneNotPossible
    // The speaking queue.
    case queueClosed, queueFull, kindNotOffered, alreadyWaiting, entryUnknown, nobodyWaiting
    case questionAnonymous, guestNameMissing, limitNotPossible
    // Chat.
    case messageUnknown, messageMissing, messageTooLong, messageTooOld, chatPaused, writingTooFast
    case secondsNotPossible, linkNotPossible, tooManyLinks, tooManyAnnouncements
    // Polls.
    case pollUnknown, tooManyPolls, tooManyOpenPolls, tooManyRounds, pollInvalid, pollIncomplete
    case pollLocked, pollNotDraft, pollNotOpen, pollNotClosed, pollClosed, pollSecret
    case pollForModerators, ballotInvalid, ballotFinal, notEligible, timerOver
    case pollTextTooLong, answerMissing, answerUnknown, tooManyAnswers
    // Acts of moderators.
    case actUnknown, notUndoable, undoTooLate
  }
}
