/// A question to everybody, whose answers are counted.
package struct Poll: Equatable, Sendable {
  package let id: PollID
  /// The how-many-eth poll of the meeting, from 1: people say "Umfrage 2".
  package let number: Int
  /// The round that is prepared, goes on, or went on last.
  package internal(set) var present: Round
  /// Earlier rounds, which nothing changes any more but their being published.
  package internal(set) var past: [Round] = []
  /// Whether a moderator has changed it after people had seen it (row C37).
  package internal(set) var isEdited = false
  /// What moderators have made of answers in people's own words.
  package internal(set) var curation = Curation()
  /// When the poll itself changed last; ballots do not count as a change of it.
  package internal(set) var changed: Revision
  /// Since when it has been asking what it asks now: a ballot of somebody who has not seen that may
  /// mean something else, or belong to a rehearsal.
  package internal(set) var formed: Revision
  /// The events that hold people's words, or numbers made of them; ballots are in their rounds.
  var said: [Revision] = []

  package var form: Form { present.form }
  package var rounds: [Round] { past + [present] }

  /// Nobody has ever been asked.
  mutating func wipe() {
    present = Round(1, of: form)
    past = []
    isEdited = false
    curation = Curation()
    said = []
  }

  package func round(_ number: Int) -> Round? {
    present.number == number ? present : past.first { $0.number == number }
  }

  /// Whether people have ever been asked.
  package var wasOpened: Bool { present.state != .draft || !past.isEmpty }

  /// The rounds that people have been asked in; who is not a moderator knows of no other.
  package var openedRounds: [Round] { present.state == .draft ? past : rounds }
}

extension Poll {
  /// One time of asking.
  package struct Round: Equatable, Sendable {
    package let number: Int
    package internal(set) var form: Form
    package internal(set) var state = State.draft
    /// Nothing in a secret poll that is closed.
    package internal(set) var ballots: [Voter: Ballot] = [:]
    package internal(set) var tally: Tally
    /// Who was present when it opened and closed (row C42).
    package internal(set) var presentAtOpening = 0
    package internal(set) var presentAtClosing: Int?
    /// Whoever has a lower number had joined before it opened.
    package internal(set) var newcomer: ParticipantID?
    /// The event with which it opened last.
    package internal(set) var opened = Revision.zero
    /// The events that hold ballots; the journal forgets secret ones when the round closes.
    var cast: [Revision] = []
    /// Whether there is a secret item of it.
    var hasItem = false

    init(_ number: Int, of form: Form) {
      self.number = number
      self.form = form
      tally = Tally(of: form)
    }
  }

  /// Where a round stands (row C31).
  package enum State: Hashable, Sendable {
    case draft
    /// Until somebody closes it, or the time has come.
    case open(since: Timestamp, until: Timestamp?)
    case closed(since: Timestamp, at: Timestamp)
    case published(since: Timestamp, at: Timestamp)
  }
}

extension Poll.State {
  package var isOpen: Bool { if case .open = self { true } else { false } }
  package var isPublished: Bool { if case .published = self { true } else { false } }

  /// Whether it was open, and is not any more.
  package var isOver: Bool { self != .draft && !isOpen }

  /// When it opened.
  package var since: Timestamp? {
    switch self {
    case .draft: nil
    case .open(let since, _), .closed(let since, _), .published(let since, _): since
    }
  }

  /// When it closes by itself.
  package var until: Timestamp? { if case .open(_, let until) = self { until } else { nil } }

  /// When it was closed.
  package var closed: Timestamp? {
    switch self {
    case .draft, .open: nil
    case .closed(_, let closed), .published(_, let closed): closed
    }
  }
}

// MARK: - What can be told

extension Poll.Round {
  /// Whether participants and the stage may see the numbers: "after own vote" apart, which is one
  /// person's to see.
  package var showsNumbers: Bool {
    if isTooSmall { return false }
    return switch form.results {
    case .live: state != .draft
    case .afterOwnVote, .afterClose: state.isPublished
    case .moderators: false
    }
  }

  /// Whether those who have voted may see the numbers while others may not.
  package var showsNumbersToVoters: Bool {
    form.results == .afterOwnVote && state.isOpen && !isTooSmall
  }

  /// Whether so few have voted that the numbers could tell who chose what (row C43).
  package var isTooSmall: Bool {
    form.secrecy == .secret && state.isOpen && tally.cast < Limits.fewestShown
  }

  /// How many were there: at the end as far as it has come, and never fewer than have voted,
  /// because people leave.
  package var present: Int { max(presentAtClosing ?? presentAtOpening, tally.cast) }

  /// How many people solved the quiz, or guessed right; nothing where there is no solution.
  package var right: Int? {
    switch form.kind {
    case .quiz: tally.choices?.right
    case .number(_, _, _, _, _, let solution?): tally.estimates?.counts[solution] ?? 0
    default: nil
    }
  }

  /// What a hundred per cent are.
  package var base: Int {
    switch form.base {
    case .cast: tally.cast
    case .present: present
    case .withoutAbstentions:
      tally.cast - (form.place(of: .abstain).map { tally.choices?.counts[$0] ?? 0 } ?? 0)
    }
  }
}
