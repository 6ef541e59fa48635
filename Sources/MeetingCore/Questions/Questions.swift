/// All questions of a meeting.
package struct Questions: Equatable, Sendable {
  private var byID: [QuestionID: Question] = [:]
  /// In the order in which they were asked.
  package private(set) var order: [QuestionID] = []
  /// The one that is dealt with now.
  package private(set) var live: QuestionID?
  private var lastNumber = 0

  package init() {}

  package subscript(_ question: QuestionID) -> Question? { byID[question] }

  package var count: Int { byID.count }
  package var all: [Question] { order.compactMap { byID[$0] } }
}

/// Something that somebody wants to know.
package struct Question: Equatable, Sendable {
  package let id: QuestionID
  /// The how-many-eth question of the meeting, from 1: people say "Frage 12".
  package let number: Int
  package let author: ParticipantID
  package let text: String
  package let asked: Timestamp
  package fileprivate(set) var state = State.open
  package fileprivate(set) var answered: Timestamp?
  /// Includes the author: who asks a question supports it.
  package fileprivate(set) var supporters: Set<ParticipantID>
  /// When the question itself changed last; support does not count as a change of it.
  package fileprivate(set) var changed: Revision

  /// Where a question stands.
  package enum State: Hashable, Codable, Sendable {
    case open, live, answered
    /// With a line for the asker, if the moderator wrote one.
    case declined(reason: String?)

    package var isDeclined: Bool { if case .declined = self { true } else { false } }
  }
}

// MARK: - Deciding

extension Meeting {
  func ask(
    _ typed: String,
    as question: QuestionID,
    by person: ParticipantID,
    at now: Timestamp
  ) throws(Rejection) -> [Event] {
    let text = Text.lines(typed)
    guard !text.isEmpty else { throw Rejection(.textMissing) }
    guard Text.fits(text, characters: Limits.questionCharacters) else {
      throw Rejection(.textTooLong)
    }
    guard questions[question] == nil else { throw Rejection(.refTaken) }
    guard questions.count < Limits.questions else { throw Rejection(.tooManyQuestions) }
    try requirePlace(for: person, at: now)
    return [.questionAsked(question: question, by: person, text: text)]
  }

  /// Product row B18: so many open at once, and one in so many seconds.
  private func requirePlace(for person: ParticipantID, at now: Timestamp) throws(Rejection) {
    let asker = participants[person]
    let waiting = asker.asked.count { questions[$0]?.state == .open }
    guard waiting < Limits.openQuestionsPerPerson else { throw Rejection(.tooManyOpenQuestions) }
    // A last question in the future means that the clock was set back; then nobody waits.
    if let last = asker.lastAsked, now >= last, now < last + Limits.questionPace {
      throw Rejection(.tooSoon, wait: last + Limits.questionPace - now)
    }
  }

  func setSupport(
    _ wanted: Bool,
    of id: QuestionID,
    by person: ParticipantID
  ) throws(Rejection) -> [Event] {
    guard let question = questions[id] else { throw Rejection(.questionUnknown) }
    guard question.author != person else { throw Rejection(.ownQuestion) }
    guard !question.state.isDeclined else { throw Rejection(.questionUnknown) }
    if question.supporters.contains(person) == wanted { return [] }
    guard question.state != .answered else { throw Rejection(.questionAnswered) }
    return wanted
      ? [.questionSupported(question: id, by: person)]
      : [.supportWithdrawn(question: id, by: person)]
  }

  func withdraw(_ id: QuestionID, by person: ParticipantID) throws(Rejection) -> [Event] {
    // A question that is gone already, and one of somebody else, look alike to the asker.
    guard participants[person].asked.contains(id) else { throw Rejection(.questionUnknown) }
    return [.questionWithdrawn(question: id)]
  }

  func move(
    _ id: QuestionID,
    to state: Question.State,
    seen: Revision
  ) throws(Rejection) -> [Event] {
    guard let question = questions[id] else { throw Rejection(.questionUnknown) }
    var wanted = state
    if case .declined(let reason) = state {
      let line = Text.line(reason ?? "")
      guard Text.fits(line, characters: Limits.reasonCharacters) else {
        throw Rejection(.textTooLong)
      }
      wanted = .declined(reason: line.isEmpty ? nil : line)
    }
    // Who wants what is already so gets it, however old the view.
    if question.state == wanted { return [] }
    guard seen >= question.changed else { throw Rejection(.stale, stale: .question(id)) }
    var events: [Event] = []
    if wanted == .live, let before = questions.live {
      events.append(.questionMoved(question: before, to: .open))
    }
    return events + [.questionMoved(question: id, to: wanted)]
  }
}

// MARK: - Applying

extension Questions {
  mutating func ask(
    _ id: QuestionID,
    by person: ParticipantID,
    text: String,
    at time: Timestamp,
    revision: Revision
  ) {
    lastNumber += 1
    byID[id] = Question(
      id: id,
      number: lastNumber,
      author: person,
      text: text,
      asked: time,
      supporters: [person],
      changed: revision
    )
    order.append(id)
  }

  mutating func support(_ id: QuestionID, by person: ParticipantID) {
    byID[id]?.supporters.insert(person)
  }

  mutating func withdrawSupport(of id: QuestionID, by person: ParticipantID) {
    byID[id]?.supporters.remove(person)
  }

  mutating func remove(_ id: QuestionID) -> Question? {
    if live == id { live = nil }
    order.removeAll { $0 == id }
    return byID.removeValue(forKey: id)
  }

  mutating func move(
    _ id: QuestionID,
    to state: Question.State,
    at time: Timestamp,
    revision: Revision
  ) {
    if live == id { live = nil }
    if state == .live { live = id }
    byID[id]?.state = state
    byID[id]?.answered = state == .answered ? time : nil
    byID[id]?.changed = revision
  }
}
