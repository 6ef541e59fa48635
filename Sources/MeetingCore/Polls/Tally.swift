/// What the ballots of a round add up to.
///
/// It is kept up with each ballot, and is always what a recount would find, in whichever order
/// the ballots came. Which one of its parts is there follows from the poll's kind.
package struct Tally: Equatable, Codable, Sendable {
  /// How many people have voted.
  package private(set) var cast = 0
  package private(set) var choices: Choices?
  package private(set) var ratings: Ratings?
  package private(set) var mentions: Mentions?
  package private(set) var ranks: Ranks?
  package private(set) var estimates: Estimates?
  package private(set) var shares: Shares?

  /// Counts ballots from nothing.
  package init(of form: Poll.Form, counting ballots: some Sequence<Ballot> = []) {
    let options = form.options.count
    switch form.kind {
    case .single, .multiple, .yesNoAbstain, .topics, .quiz: choices = Choices(options)
    case .scale(let steps, _, _, _): ratings = Ratings(form.statements, steps)
    case .openText, .words: mentions = Mentions()
    case .ranking: ranks = Ranks(options)
    case .number: estimates = Estimates()
    case .points: shares = Shares(options)
    }
    for ballot in ballots { add(ballot, in: form) }
  }

  mutating func add(_ ballot: Ballot, in form: Poll.Form) { count(ballot, 1, in: form) }
  mutating func remove(_ ballot: Ballot, in form: Poll.Form) { count(ballot, -1, in: form) }

  /// Counts a ballot once more, or once less.
  private mutating func count(_ ballot: Ballot, _ once: Int, in form: Poll.Form) {
    cast += once
    switch ballot {
    case .choices(let options): choices?.count(options, once, in: form)
    case .scale(let steps): ratings?.count(steps, once)
    case .texts(let texts): mentions?.count(texts, once)
    case .ranking(let options): ranks?.count(options, once, in: form)
    case .number(let number): estimates?.count(number, once)
    case .points(let points): shares?.count(points, once, in: form)
    }
  }
}
