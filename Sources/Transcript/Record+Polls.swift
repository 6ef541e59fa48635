import MeetingCore

extension Record {
  /// A poll that people were asked in.
  struct Poll: Equatable, Codable, Sendable {
    let number: Int
    /// Whether it was changed after people had seen it.
    let edited: Bool?
    /// Those that are over, in their order.
    var rounds: [PollRound]
  }

  /// One time of asking, and what came of it.
  struct PollRound: Equatable, Codable, Sendable {
    let round: Int
    /// What was asked, and by which rules.
    var form: MeetingCore.Poll.Form
    let published: Bool
    let opened: Timestamp?
    let closed: Timestamp?
    /// How many have voted, and how many were there.
    let cast: Int
    let present: Int
    let presentAtOpening: Int
    let presentAtClosing: Int?
    var result: PollResult
    /// Who chose what, where the poll said beforehand that everybody would see it.
    var voters: [PollVoter]?
  }

  /// The numbers of a round; which are there follows from the kind. Lists are in the order of the
  /// options.
  struct PollResult: Equatable, Codable, Sendable {
    /// What a hundred per cent are.
    let base: Int
    var counts: [Int]?
    var right: Int?
    var statements: [Statement]?
    var answers: [Answer]?
    /// How many answers moderators have hidden.
    var hidden: Int?
    var points: [Int]?
    var firsts: [Int]?
    var givers: [Int]?
    /// Guesses in their order, each with how many people made it.
    var guesses: [Guess]?

    struct Statement: Equatable, Codable, Sendable {
      let counts: [Int]
      let noAnswer: Int
      let mean: Double?
      let median: Double?
    }

    struct Answer: Equatable, Codable, Sendable {
      var text: String
      let count: Int
    }

    struct Guess: Equatable, Codable, Sendable {
      let guess: Int
      let count: Int
    }
  }

  struct PollVoter: Equatable, Codable, Sendable {
    let name: String?
    let organisation: String?
    let ballot: Ballot
  }
}

// MARK: - From the meeting

extension Record.Poll {
  /// - Returns: Nothing where nobody was ever asked.
  init?(_ poll: MeetingCore.Poll, in meeting: Meeting) {
    let over = poll.rounds.filter(\.state.isOver)
    if over.isEmpty { return nil }
    number = poll.number
    edited = poll.isEdited ? true : nil
    rounds = over.map { Record.PollRound($0, of: poll, in: meeting) }
  }
}

extension Record.PollRound {
  init(_ round: MeetingCore.Poll.Round, of poll: MeetingCore.Poll, in meeting: Meeting) {
    self.round = round.number
    form = round.form
    published = round.state.isPublished
    opened = round.state.since
    closed = round.state.closed
    cast = round.tally.cast
    present = round.present
    presentAtOpening = round.presentAtOpening
    presentAtClosing = round.presentAtClosing
    result = Record.PollResult(round, of: poll)
    let isNamed = round.form.secrecy == .named
    voters = isNamed ? Self.voters(of: round, poll, in: meeting) : nil
  }

  /// Names never bring back what moderators have hidden.
  private static func voters(
    of round: MeetingCore.Poll.Round,
    _ poll: MeetingCore.Poll,
    in meeting: Meeting
  ) -> [Record.PollVoter] {
    let ballots = round.ballots.compactMap { voter, ballot -> (ParticipantID, Ballot)? in
      guard case .person(let person) = voter else { return nil }
      return (person, poll.shown(ballot))
    }
    return ballots.sorted { $0.0 < $1.0 }.map { person, ballot in
      let known = meeting.participants[person]
      return Record.PollVoter(
        name: known.name,
        organisation: known.organisation,
        ballot: ballot
      )
    }
  }
}

extension Record.PollResult {
  init(_ round: MeetingCore.Poll.Round, of poll: MeetingCore.Poll) {
    let tally = round.tally
    base = round.base
    counts = tally.choices?.counts
    right = round.right
    statements = tally.ratings?.statements.map {
      Statement(counts: $0.counts, noAnswer: $0.noAnswer, mean: $0.mean, median: $0.median)
    }
    points = tally.ranks?.points ?? tally.shares?.points
    firsts = tally.ranks?.firsts
    givers = tally.shares?.givers
    guesses = tally.estimates?.counts.sorted { $0.key < $1.key }
      .map { Guess(guess: $0.key, count: $0.value) }
    guard let mentions = tally.mentions else { return }
    let all = mentions.answers(poll.curation, of: round.form.kind)
    answers = all.filter { !$0.isHidden }.map { Answer(text: $0.text, count: $0.count) }
    let hidden = all.filter(\.isHidden).map(\.count).reduce(0, +)
    self.hidden = hidden == 0 ? nil : hidden
  }
}
