/// What moderators do to a meeting: who they are, what they did, and the emergency stop.
package struct Moderation: Equatable, Sendable {
  /// Whether the inputs of participants are off, and the stage is neutral.
  package fileprivate(set) var isStopped = false
  /// What each moderator has open, so that two do not answer the same question.
  package fileprivate(set) var attention: [ParticipantID: Thing] = [:]
  /// Everything that was done as staff, in order.
  package private(set) var acts: [Act] = []
  /// How many of them are too old to be taken back.
  private var past = 0

  package init() {}
}

/// Something that was done as staff: signed, kept, and for a short time to be taken back.
package struct Act: Equatable, Sendable {
  /// The reference of the wish.
  package let reference: Reference
  package let by: ParticipantID
  /// The command's name, as the wire spells it.
  package let name: String
  package let time: Timestamp
  /// What was changed by it; other people's own things and mere counts apart.
  package fileprivate(set) var things: Set<Thing>
  /// What would take it back; nothing where nothing can.
  package fileprivate(set) var inverse: [Meeting.Event]?
  package fileprivate(set) var isUndone = false

  /// Whether nothing is left of it: it was taken back, or took something back.
  fileprivate var isVoid: Bool {
    isUndone || name == Moderation.Command.CodingKeys.undo.stringValue
  }
}

extension Moderation {
  package enum Command: NamedCases {
    /// Takes an act back, as long as nobody has built on it.
    case undo(act: Reference)
    /// What I have open; nothing where I have nothing open.
    case attend(question: QuestionID?)
    case emergencyStop(stopped: Bool)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case undo, attend, emergencyStop
    }
  }

  package enum Event: NamedCases {
    case undone(act: Reference)
    case attentionTurned(participant: ParticipantID, question: QuestionID?)
    case emergencyStopSet(stopped: Bool)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case undone, attentionTurned, emergencyStopSet
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Moderation.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .undo(let act): try undo(act, wish)
    case .attend(let question): try attend(question, wish)
    case .emergencyStop(let stopped):
      stopped == moderation.isStopped ? [] : [.moderation(.emergencyStopSet(stopped: stopped))]
    }
  }

  /// Product row F3: everything but a vote can be taken back for ten seconds.
  private func undo(_ reference: Reference, _ wish: Wish) throws(Rejection) -> [Event] {
    let acts = moderation.acts
    guard let place = acts.lastIndex(where: { $0.reference == reference }) else {
      throw Rejection(.actUnknown)
    }
    let act = acts[place]
    if act.isUndone { return [] }
    guard wish.now <= act.time + Limits.undo else { throw Rejection(.undoTooLate) }
    guard let inverse = act.inverse, isPossible(inverse) else {
      throw Rejection(.notUndoable)
    }
    let hasSuccessor = acts[(place + 1)...].contains {
      !$0.isVoid && !$0.things.isDisjoint(with: act.things)
    }
    guard !hasSuccessor else { throw Rejection(.stale) }
    return [.moderation(.undone(act: reference))] + inverse
  }

  private func attend(_ question: QuestionID?, _ wish: Wish) throws(Rejection) -> [Event] {
    if let question, questions[question] == nil { throw Rejection(.questionUnknown) }
    if moderation.attention[wish.person] == question.map(Thing.question) { return [] }
    return [.moderation(.attentionTurned(participant: wish.person, question: question))]
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Moderation.Event, at time: Timestamp) {
    switch event {
    case .undone(let act): moderation.markUndone(act)
    case .attentionTurned(let person, let question):
      moderation.attention[person] = question.map(Thing.question)
    case .emergencyStopSet(let stopped): moderation.isStopped = stopped
    }
  }

  func touched(by event: Moderation.Event) -> [Thing] {
    switch event {
    case .undone, .attentionTurned: [.moderation]
    case .emergencyStopSet: [.meeting, .stage, .moderation]
    }
  }
}

extension Moderation {
  /// Keeps what was done as staff; the events of one wish are one act.
  mutating func note(
    _ cause: Cause,
    inverse: [Meeting.Event]?,
    of things: [Thing],
    at time: Timestamp,
    _ revision: Revision
  ) {
    guard let name = cause.act else { return }
    forgetInverses(before: time)
    if acts.last?.reference != cause.reference {
      acts.append(
        Act(
          reference: cause.reference,
          by: cause.participant,
          name: name,
          time: time,
          things: [],
          inverse: []
        )
      )
    }
    let last = acts.endIndex - 1
    acts[last].things.formUnion(things)
    acts[last].inverse = acts[last].inverse.flatMap { later in inverse.map { $0 + later } }
  }

  /// What can be undone no more needs neither inverse nor things.
  private mutating func forgetInverses(before time: Timestamp) {
    while acts.indices.contains(past), acts[past].time + Limits.undo < time {
      acts[past].inverse = nil
      acts[past].things = []
      past += 1
    }
    guard acts.count > Limits.acts else { return }
    acts.removeFirst()
    past = max(0, past - 1)
  }

  /// What would take an act back may hold words that are to be forgotten.
  mutating func forgetInverses(of things: [Thing]) {
    let forgotten = Set(things.filter(\.isShared))
    for place in acts.indices where !acts[place].things.isDisjoint(with: forgotten) {
      acts[place].inverse = nil
    }
  }

  mutating func forgetAttention(of person: ParticipantID) { attention[person] = nil }

  fileprivate mutating func markUndone(_ reference: Reference) {
    guard let place = acts.lastIndex(where: { $0.reference == reference }) else { return }
    acts[place].isUndone = true
  }
}
