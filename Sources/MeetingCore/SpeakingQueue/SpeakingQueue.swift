/// Those who wait to speak, and who has the floor.
package struct SpeakingQueue: Equatable, Sendable {
  package internal(set) var rules = Rules()
  /// In the order in which they will be called; `Order.swift` says how it comes about.
  package internal(set) var waiting: [Entry] = []
  /// Whose turn came while they were away: they return when they come back.
  package internal(set) var aside: [Aside] = []
  package internal(set) var turn: Turn?
  /// Since when whoever has the floor has it, or nobody has.
  var turnSince = Revision.zero
  package internal(set) var turns: [PastTurn] = []
  /// What was contributed by whom, and by which organisation.
  package internal(set) var tallies: [Who: Tally] = [:]
  var groups: [String: Int] = [:]
  package internal(set) var contributions = 0
  /// Entries that have just left, and can still be brought back: those of turns, and one person's
  /// last ones.
  var gone: [Gone] = []
  /// How often somebody was told "you are next".
  var announcements = 0
  /// Whose hand was lowered last, and why, until they raise it again.
  package internal(set) var lowered: [ParticipantID: Lowered] = [:]
  /// When moderators arranged it last, by hand or by other rules; hands that go up or down do not
  /// count, because nobody disagrees about them.
  package internal(set) var changed = Revision.zero

  package struct Aside: Equatable, Sendable {
    package internal(set) var entry: Entry
    package let since: Timestamp
  }

  struct Gone: Equatable, Sendable {
    var entry: Entry
    let left: Timestamp
    /// Where it stood; nothing where it has had its turn.
    let standing: Standing?
    let because: Departure?
  }

  package struct Lowered: Equatable, Sendable {
    package let entry: EntryID
    package let because: Departure
    package let time: Timestamp
  }

  package init() {}
}

// MARK: - Rules

extension SpeakingQueue {
  /// Who may enter, and who comes first.
  package struct Rules: Hashable, Codable, Sendable {
    /// Whether people may put themselves on the list; points of order are always heard.
    package var isOpen = true
    /// When the list closes by itself.
    package var closes: Timestamp?
    package var strategy = Strategy.firstTimeFirst
    /// What people are offered; a point of order is possible in any case.
    package var kinds = [Kind.reply, .topic]
    /// After how many seconds people are reminded, for each kind.
    package var limits: [Kind: Int] = [:]

    package init() {}
  }

  /// What makes the order among entries of equal rank; see ``Order``.
  package enum Strategy: String, Hashable, Codable, Sendable, CaseIterable {
    case inOrder, firstTimeFirst, fewestContributions, leastTime, byGroup
  }
}

extension SpeakingQueue {
  mutating func follow(_ rules: Rules, _ revision: Revision) {
    self.rules = rules
    changed = revision
    lineUpAnew()
  }
}

// MARK: - Finding

extension SpeakingQueue {
  /// An entry that waits, was put aside, or has the floor.
  package subscript(_ id: EntryID) -> Entry? {
    if let turn, turn.id == id { return turn.entry }
    return waiting.first { $0.id == id } ?? aside.first { $0.entry.id == id }?.entry
  }

  /// The place in the list, from 1.
  package func place(of id: EntryID) -> Int? {
    waiting.firstIndex { $0.id == id }.map { $0 + 1 }
  }

  /// All entries that are someone's: on the list, put aside, or speaking.
  package func entries(of who: Who) -> [Entry] {
    let speaking = [turn?.entry].compactMap(\.self)
    return (speaking + waiting + aside.map(\.entry)).filter { $0.who == who }
  }

  /// The entry with which somebody waits: one at most, and one point of order.
  func waitingEntry(of who: Who, asPointOfOrder: Bool) -> Entry? {
    let matches = { (entry: Entry) in
      entry.who == who && entry.isPointOfOrder == asPointOfOrder
    }
    return waiting.first { matches($0) } ?? aside.map(\.entry).first { matches($0) }
  }

  /// How many wait, those who were put aside among them.
  package var count: Int { waiting.count + aside.count }

  package func tally(of who: Who) -> Tally { tallies[who] ?? Tally() }

  /// Whether the queue shows this person, to anybody.
  func names(_ person: ParticipantID) -> Bool {
    let who = Who.person(participant: person)
    return tallies[who] != nil || turn?.entry.who == who
      || waiting.contains { $0.who == who } || aside.contains { $0.entry.who == who }
  }

  /// Whether a question is to be asked aloud by somebody.
  func isLinked(to question: QuestionID) -> Bool {
    turn?.entry.question == question || waiting.contains { $0.question == question }
      || aside.contains { $0.entry.question == question }
  }

  /// How long people speak, in the middle: half of the last contributions were shorter.
  package var usualTurn: Duration? {
    let lengths = turns.reversed().lazy.filter(\.isContribution).prefix(Limits.usualTurns)
      .map(\.spoken).sorted()
    return lengths.isEmpty ? nil : lengths[lengths.count / 2]
  }
}
