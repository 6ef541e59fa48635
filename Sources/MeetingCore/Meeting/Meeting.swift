/// One round with its people and questions: a pure state machine.
///
/// `decide` judges a wish and changes nothing; `apply` takes note of what happened and questions
/// nothing. There is no clock, no randomness and no I/O in here: the same events lead to the same
/// state on every machine.
package struct Meeting: Equatable, Sendable {
  package let founding: Founding
  package internal(set) var revision = Revision.zero
  package internal(set) var phase = Phase.lobby
  package internal(set) var participants = Participants()
  package internal(set) var questions = Questions()
  /// When the last event happened; never goes back.
  package internal(set) var lastEvent: Timestamp
  package internal(set) var began: Timestamp?
  package internal(set) var ended: Timestamp?

  package init(_ founding: Founding) {
    self.founding = founding
    lastEvent = founding.founded
  }
}

// MARK: - Deciding

extension Meeting {
  /// Decides what follows from a command, and changes nothing.
  ///
  /// - Parameters:
  ///   - command: What is asked.
  ///   - actor: Who asks, in which role.
  ///   - reference: The name of this wish, and of what it creates.
  ///   - now: The present moment.
  /// - Returns: What happened, in order; nothing where the wish was already fulfilled.
  /// - Throws: The reason for which the meeting refuses.
  package func decide(
    _ command: Command,
    by actor: Actor,
    as reference: Reference,
    at now: Timestamp
  ) throws(Rejection) -> [Event] {
    guard command.allowedRoles.contains(actor.role) else { throw Rejection(.notAllowed) }
    guard phase != .ended || command == .endMeeting else { throw Rejection(.meetingEnded) }
    let person = actor.participant
    return switch command {
    case .setName(let name, let organisation):
      try rename(person, to: name, of: organisation)
    case .askQuestion(let text):
      try ask(text, as: reference, by: person, at: now)
    case .support(let question, let support):
      try setSupport(support, of: question, by: person)
    case .withdrawQuestion(let question):
      try withdraw(question, by: person)
    case .moveQuestion(let question, let state, let seen):
      try move(question, to: state, seen: seen)
    case .setPhase(let phase): try change(to: phase)
    case .endMeeting: end()
    }
  }
}

// MARK: - Applying

extension Meeting {
  /// Takes note of what happened, and questions nothing: that was decided before.
  package mutating func apply(_ event: Event, at time: Timestamp) {
    revision = revision.next
    lastEvent = max(lastEvent, time)
    switch event {
    case .participantJoined(let person, let session): participants.join(person, session: session)
    case .participantArrived(let person, let role): participants.arrive(person, as: role)
    case .participantLeft(let person): participants.leave(person)
    case .participantNamed(let person, let name, let organisation):
      participants.rename(person, to: name, of: organisation)
    case .questionAsked(let question, let person, let text):
      questions.ask(question, by: person, text: text, at: time, revision: revision)
      participants.noteAsked(question, by: person, at: time)
    case .questionSupported(let question, let person):
      questions.support(question, by: person)
      participants.noteSupport(of: question, by: person)
    case .supportWithdrawn(let question, let person):
      questions.withdrawSupport(of: question, by: person)
      participants.forgetSupport(of: question, by: person)
    case .questionWithdrawn(let question): forget(question)
    case .questionMoved(let question, let state):
      questions.move(question, to: state, at: time, revision: revision)
    case .phaseChanged(let phase): note(phase, at: time)
    }
  }

  private mutating func forget(_ question: QuestionID) {
    guard let gone = questions.remove(question) else { return }
    participants.forgetAsked(question, by: gone.author)
    for supporter in gone.supporters { participants.forgetSupport(of: question, by: supporter) }
  }

  private mutating func note(_ phase: Phase, at time: Timestamp) {
    self.phase = phase
    if phase == .live, began == nil { began = time }
    if phase == .ended { ended = time }
  }
}
