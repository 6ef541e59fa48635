import MeetingCore
import MeetingTestSupport
import Testing

/// A story about one meeting, told in wishes: who wants what, and what follows.
///
/// It begins with the cast present. Whatever fails shows the whole story until then.
struct Scenario {
  private(set) var meeting = Meeting(.kaffeerunde)
  private(set) var now = Timestamp.start
  private var lines: [String] = []
  private var wishes = 0
  /// Who asked which question anonymously: the hub knows it, and so does a story.
  private var hidden: [ParticipantID: Set<QuestionID>] = [:]
  /// Everything that happened, as the journal would keep it.
  private(set) var journal: [JournalEntry] = []

  init() {
    for person in ParticipantID.cast {
      admit(SessionDigest(of: person))
      apply(meeting.arrive(person, as: person.usualRole))
    }
  }
}

// MARK: - Telling

extension Scenario {
  /// Somebody wants something, and exactly this follows; nothing where the wish is fulfilled.
  mutating func when(
    _ person: ParticipantID,
    _ command: Meeting.Command,
    as reference: Reference? = nil,
    then expected: Meeting.Event...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let events = decide(person, command, reference, sourceLocation)
    #expect(events == expected, "\(tale)", sourceLocation: sourceLocation)
  }

  /// Somebody gets what they want; what exactly follows is another story.
  mutating func given(
    _ person: ParticipantID,
    _ command: Meeting.Command,
    as reference: Reference? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    _ = decide(person, command, reference, sourceLocation)
  }

  /// Somebody asks a question, after the pause that is asked for.
  mutating func given(
    _ person: ParticipantID,
    asks question: QuestionID,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    pass(Limits.questionPace)
    given(
      person,
      .questions(.askQuestion(text: question.rawValue)),
      as: question,
      sourceLocation: sourceLocation
    )
  }

  /// A moderator who sees the present state moves a question.
  mutating func given(
    _ question: QuestionID,
    becomes state: Question.State,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let wish = Meeting.Command.questions(
      .moveQuestion(question: question, to: state, seen: meeting.revision)
    )
    given(.chair, wish, sourceLocation: sourceLocation)
  }

  /// Somebody wants what may not be.
  func refuses(
    _ person: ParticipantID,
    as role: Role? = nil,
    _ command: Meeting.Command,
    because reason: Rejection.Reason,
    wait: Duration? = nil,
    stale: Thing? = nil,
    reference: Reference = Reference("refused"),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let actor = actor(person, as: role, command, reference)
    let expected = Rejection(reason, wait: wait, stale: stale)
    #expect(throws: expected, "\(tale)", sourceLocation: sourceLocation) {
      try meeting.decide(command, by: actor, as: reference, at: now)
    }
  }

  mutating func pass(_ duration: Duration) {
    now = now + duration
    lines.append("  \(duration.milliseconds) ms pass")
  }

  mutating func apply(_ events: [Meeting.Event], cause: Cause? = nil) {
    for event in events {
      meeting.apply(event, at: now, cause: cause)
      journal.append(
        JournalEntry(revision: meeting.revision, time: now, event: event, cause: cause)
      )
    }
  }

  /// Lets happen what is due.
  mutating func passes(_ duration: Duration) {
    pass(duration)
    let events = meeting.due(at: now)
    lines += events.map { "    \($0)" }
    apply(events)
  }

  private func actor(
    _ person: ParticipantID,
    as role: Role?,
    _ command: Meeting.Command,
    _ reference: Reference
  ) -> Actor {
    let item = meeting.secretItem(of: command, as: reference)
    return Actor(
      person,
      as: role ?? person.usualRole,
      pseudonym: item.map { Pseudonym(of: person, in: $0) },
      hidden: hidden[person] ?? []
    )
  }

  mutating func admit(_ session: SessionDigest) {
    do throws(Rejection) {
      apply(try meeting.admit(session))
    } catch {
      Issue.record("\(session.rawValue) is not let in: \(error.reason)\n\(tale)")
    }
  }

  /// The story so far, for failures.
  var tale: String { (["The story:"] + lines).joined(separator: "\n") }

  private mutating func decide(
    _ person: ParticipantID,
    _ command: Meeting.Command,
    _ reference: Reference?,
    _ sourceLocation: SourceLocation
  ) -> [Meeting.Event] {
    wishes += 1
    now = now + .seconds(1)
    lines.append("  \(person.called) wants \(command)")
    let reference = reference ?? Reference("wish-\(wishes)")
    let actor = actor(person, as: nil, command, reference)
    let act = command.isAct ? command.name : nil
    let cause = Cause(participant: person, reference: reference, act: act)
    do throws(Rejection) {
      let events = try meeting.decide(command, by: actor, as: reference, at: now)
      lines += events.map { "    \($0)" }
      apply(events, cause: events.contains { meeting.isSecret($0) } ? nil : cause)
      if meeting.questions[reference]?.author.isHidden == true {
        hidden[person, default: []].insert(reference)
      }
      return events
    } catch {
      Issue.record("Refused: \(error)\n\(tale)", sourceLocation: sourceLocation)
      return []
    }
  }
}
