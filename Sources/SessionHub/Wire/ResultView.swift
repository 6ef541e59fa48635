import MeetingCore

/// The numbers of one round; which are there follows from the poll's kind.
struct ResultView: Encodable {
  /// What a hundred per cent are.
  let base: Int
  /// How often each option was chosen.
  var counts: [OptionID: Int]?
  /// How many people solved the quiz, or guessed right; once the solution is public.
  var right: Int?
  /// A scale's statements, in their order.
  var statements: [Statement]?
  /// Answers in people's own words, the most frequent first, and how many more there are.
  var texts: [Answer]?
  var more: Int?
  /// Of a ranking: points in Borda's way, and how often an option came first.
  /// Of a budget: the points that were given, and by how many people.
  var points: [OptionID: Int]?
  var firsts: [OptionID: Int]?
  var givers: [OptionID: Int]?
  /// Of guesses, all in the units of the ballots.
  var lowest: Int?
  var highest: Int?
  var mean: Double?
  var quartiles: [Double]?
  var histogram: [Bin]?

  struct Statement: Encodable {
    /// From step 1 on.
    let counts: [Int]
    let noAnswer: Int
    let mean: Double?
    let median: Double?
  }

  /// What is hidden, and what it was merged from, only moderators see.
  struct Answer: Encodable {
    let text: String
    let count: Int
    let hidden: Bool?
    let merged: [String]?
  }

  struct Bin: Encodable {
    let from: Int
    let to: Int
    let count: Int
  }

  init(_ round: Poll.Round, of poll: Poll, for audience: Audience) {
    let (form, tally) = (round.form, round.tally)
    let ids = form.options.map(\.id)
    let byOption = { (numbers: [Int]?) -> [OptionID: Int]? in
      numbers.map { Dictionary(uniqueKeysWithValues: zip(ids, $0)) }
    }
    let solves = audience == .moderators || round.state.isPublished
    base = round.base
    counts = byOption(tally.choices?.counts)
    right = solves ? round.right : nil
    statements = tally.ratings?.statements.map {
      Statement(counts: $0.counts, noAnswer: $0.noAnswer, mean: $0.mean, median: $0.median)
    }
    points = byOption(tally.ranks?.points ?? tally.shares?.points)
    firsts = byOption(tally.ranks?.firsts)
    givers = byOption(tally.shares?.givers)
    if let mentions = tally.mentions {
      tell(mentions.answers(poll.curation, of: form.kind), to: audience)
    }
    if case .number(_, _, let step, _, _, _) = form.kind,
      let summary = tally.estimates?.summary(step: step)
    {
      tell(summary)
    }
  }

  private mutating func tell(_ answers: [Mentions.Answer], to audience: Audience) {
    let isModerator = audience == .moderators
    let seen = answers.filter { isModerator || !$0.isHidden }
    let most = isModerator ? HubLimits.answersShownToModerators : HubLimits.answersShown
    texts = seen.prefix(most).map {
      Answer(
        text: $0.text,
        count: $0.count,
        hidden: $0.isHidden ? true : nil,
        merged: isModerator && !$0.merged.isEmpty ? $0.merged : nil
      )
    }
    more = seen.count > most ? seen.count - most : nil
  }

  private mutating func tell(_ summary: Estimates.Summary) {
    lowest = summary.lowest
    highest = summary.highest
    mean = summary.mean
    quartiles = summary.quartiles
    histogram = summary.histogram.map { Bin(from: $0.from, to: $0.to, count: $0.count) }
  }
}
