/// One round with its people, questions, polls, speaking queue and chat: a pure state machine.
///
/// `decide` judges a wish and changes nothing; `apply` takes note of what happened and questions
/// nothing. There is no clock, no randomness and no I/O in here: the same events lead to the same
/// state on every machine. Each noun has its folder: what can be asked of it, what can happen to
/// it, how it is decided and applied.
package struct Meeting: Equatable, Sendable {
  package let founding: Founding
  package internal(set) var revision = Revision.zero
  package internal(set) var participants = Participants()
  package internal(set) var questions = Questions()
  package internal(set) var polls = Polls()
  package internal(set) var queue = SpeakingQueue()
  package internal(set) var chat = Chat()
  package internal(set) var agenda: Agenda
  package internal(set) var moderation = Moderation()
  /// When the last event happened; never goes back.
  package internal(set) var lastEvent: Timestamp

  package init(_ founding: Founding) {
    self.founding = founding
    agenda = Agenda(at: founding.founded)
    lastEvent = founding.founded
  }

  package var phase: Phase { agenda.phase }
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
    guard command.allowedRoles.contains(actor.role),
      !participants[actor.participant].isRemoved
    else { throw Rejection(.notAllowed) }
    guard phase != .ended || command == .agenda(.endMeeting) else {
      throw Rejection(.meetingEnded)
    }
    try requireVoice(of: actor, for: command.input)
    let wish = Wish(by: actor, as: reference, at: now)
    return switch command {
    case .participants(let command): try decide(command, wish)
    case .questions(let command): try decide(command, wish)
    case .polls(let command): try decide(command, wish)
    case .queue(let command): try decide(command, wish)
    case .chat(let command): try decide(command, wish)
    case .agenda(let command): try decide(command, wish)
    case .moderation(let command): try decide(command, wish)
    }
  }

  /// Before the lobby opens participants only read; the emergency stop silences them all, a mute
  /// one of them; staff is never silenced.
  private func requireVoice(of actor: Actor, for input: Input) throws(Rejection) {
    guard input != .none, actor.role == .participant else { return }
    if phase == .planned { throw Rejection(.notOpenYet) }
    if moderation.isStopped { throw Rejection(.stopped) }
    guard input == .contribution else { return }
    let person = participants[actor.participant]
    if person.isMuted { throw Rejection(.muted) }
    if participants.policy == .required, person.name == nil { throw Rejection(.nameMissing) }
  }

  /// What happens by itself because time has passed.
  ///
  /// - Parameter now: The present moment.
  /// - Returns: What is due, in order; nothing most of the time.
  package func due(at now: Timestamp) -> [Event] {
    if phase == .ended { return [] }
    return questionsDue(at: now) + pollsDue(at: now) + queueDue(at: now) + chatDue(at: now)
  }
}

// MARK: - Applying

extension Meeting {
  /// Takes note of what happened, and questions nothing: that was decided before.
  ///
  /// - Parameter cause: Whose wish it was; nothing where nobody asked, or nobody may know.
  package mutating func apply(_ event: Event, at time: Timestamp, cause: Cause? = nil) {
    let inverse = cause?.act == nil ? nil : self.inverse(of: event)
    let things = cause?.act == nil ? [] : actedOn(by: event)
    if forgetsWords(with: event) { moderation.forgetInverses(of: touched(by: event)) }
    revision = revision.next
    lastEvent = max(lastEvent, time)
    switch event {
    case .participants(let event): apply(event, at: time)
    case .questions(let event): apply(event, at: time)
    case .polls(let event): apply(event, at: time)
    case .queue(let event): apply(event, at: time)
    case .chat(let event): apply(event, at: time)
    case .agenda(let event): apply(event, at: time)
    case .moderation(let event): apply(event, at: time)
    }
    followStage()
    if let cause { moderation.note(cause, inverse: inverse, of: things, at: time, revision) }
  }

  /// Whether words are forgotten that may also stand in what would take an act back; ballots never
  /// do, and a replayed journal does not know any more which they were.
  private func forgetsWords(with event: Event) -> Bool {
    if case .polls = event { return false }
    return !forgotten(with: event).revisions.isEmpty
  }

  /// What would take an event back that is about to be applied; nothing where nothing can.
  func inverse(of event: Event) -> [Event]? {
    switch event {
    case .participants(let event): inverse(of: event)
    case .questions(let event): inverse(of: event)
    case .polls(let event): inverse(of: event)
    case .queue(let event): inverse(of: event)
    case .chat(let event): inverse(of: event)
    case .agenda(let event): inverse(of: event)
    case .moderation: nil
    }
  }

  /// Whether events that would take something back still can: other things have happened since.
  func isPossible(_ inverse: [Event]) -> Bool {
    leavesOneLive(inverse)
      && inverse.allSatisfy { if case .polls(let event) = $0 { isPossible(event) } else { true } }
  }
}
