/// All questions of a meeting.
package struct Questions: Equatable, Sendable {
  private var byID: [QuestionID: Question] = [:]
  /// In the order in which they were asked.
  package private(set) var order: [QuestionID] = []
  /// The one that is dealt with now.
  package private(set) var live: QuestionID?
  /// The event with which it became so.
  private(set) var liveSince = Revision.zero
  /// Those that wait for a moderator.
  private var pending: Set<QuestionID> = []
  private var lastNumber = 0
  package internal(set) var rules = Rules()
  /// Labels that a question can have, in the moderators' order.
  package internal(set) var tags: [String] = []
  /// What the next round does not begin with, although it is not answered.
  package internal(set) var leftBehind: [QuestionID] = []

  /// What may be asked, and who looks at it first.
  package struct Rules: Hashable, Codable, Sendable {
    package var mode = Mode.open
    /// Whether a moderator looks at each question before it is shown.
    package var isModerated = false
    /// When questions open, and close, by themselves: before the meeting and after it, perhaps
    /// (product row B17). Nothing where it was done, or a moderator has done something else since.
    package var opens: Timestamp?
    package var closes: Timestamp?

    package init() {}
  }

  package enum Mode: String, Hashable, Codable, Sendable, CaseIterable {
    case open
    /// Support, but no new questions.
    case paused
    case closed
  }

  package init() {}

  package subscript(_ question: QuestionID) -> Question? { byID[question] }

  package var count: Int { byID.count }
  package var all: [Question] { order.compactMap { byID[$0] } }

  /// What waits for a moderator, in the order in which it was asked.
  package var waiting: [Question] {
    pending.compactMap { byID[$0] }.sorted { $0.number < $1.number }
  }

  /// The question that stands for this one after all mergers.
  package func root(of id: QuestionID) -> Question? {
    var question = byID[id]
    while let into = question?.mergedInto { question = byID[into] }
    return question
  }

  /// Everybody who supports a question or one that was merged into it: nobody counts twice.
  package func supporters(of question: Question) -> Set<ParticipantID> {
    question.merged.compactMap { byID[$0] }
      .reduce(question.supporters) { $0.union(supporters(of: $1)) }
  }

  /// How many people want to know.
  ///
  /// Askers without a number count once with their own question. Where an anonymous question was
  /// merged, its asker is not carried over, because nobody can tell who else they are; they may
  /// support the other question instead.
  package func support(of question: Question) -> Int {
    supporters(of: question).count + voices(of: question)
  }

  private func voices(of question: Question) -> Int {
    let guests = question.merged.compactMap { byID[$0] }.map(guests).reduce(0, +)
    return guests + (question.author.isHidden ? 1 : 0) + (question.author.isGuest ? 1 : 0)
  }

  private func guests(of question: Question) -> Int {
    question.merged.compactMap { byID[$0] }.map(guests)
      .reduce(question.author.isGuest ? 1 : 0, +)
  }
}

extension Question.Author {
  fileprivate var isGuest: Bool { if case .guest = self { true } else { false } }
}

// MARK: - Applying

extension Questions {
  mutating func add(
    _ id: QuestionID,
    by author: Question.Author,
    text: String,
    tag: String?,
    isPending: Bool,
    at time: Timestamp,
    _ revision: Revision
  ) {
    lastNumber += 1
    byID[id] = Question(
      id: id,
      number: lastNumber,
      author: author,
      asked: time,
      text: text,
      state: isPending ? .pending : .open,
      supporters: Set([author.participant].compactMap(\.self)),
      tag: tag,
      changed: revision,
      said: [revision]
    )
    order.append(id)
    if isPending { pending.insert(id) }
  }

  mutating func support(_ id: QuestionID, by person: ParticipantID) {
    byID[id]?.supporters.insert(person)
  }

  /// Takes support away, wherever in a merged family it was given.
  mutating func withdrawSupport(of id: QuestionID, by person: ParticipantID) {
    guard let question = byID[id] else { return }
    byID[id]?.supporters.remove(person)
    for part in question.merged { withdrawSupport(of: part, by: person) }
  }

  mutating func remove(_ id: QuestionID) -> Question? {
    if live == id { live = nil }
    pending.remove(id)
    if let place = order.lastIndex(of: id) { order.remove(at: place) }
    return byID.removeValue(forKey: id)
  }

  mutating func move(
    _ id: QuestionID,
    to state: Question.State,
    at time: Timestamp,
    _ revision: Revision
  ) {
    guard byID[id] != nil else { return }
    if live == id { live = nil }
    if state == .live { (live, liveSince) = (id, revision) }
    if state == .pending { pending.insert(id) } else { pending.remove(id) }
    change(id, revision) {
      $0.state = state
      if state.hasWords { $0.said.append(revision) }
      $0.answered = state == .answered ? time : nil
    }
  }

  /// Changes a question that is there, and notes that it changed.
  mutating func change(
    _ id: QuestionID,
    _ revision: Revision,
    _ change: (inout Question) -> Void
  ) {
    guard byID[id] != nil else { return }
    change(&byID[id]!)
    byID[id]?.changed = revision
  }

  mutating func merge(_ id: QuestionID, into target: QuestionID, _ revision: Revision) {
    guard byID[id] != nil, byID[target] != nil else { return }
    if live == id { live = nil }
    change(id, revision) { $0.mergedInto = target }
    change(target, revision) { $0.merged.append(id) }
  }

  mutating func unmerge(_ id: QuestionID, _ revision: Revision) {
    guard let target = byID[id]?.mergedInto else { return }
    change(id, revision) { $0.mergedInto = nil }
    change(target, revision) { $0.merged.removeAll { $0 == id } }
  }
}
