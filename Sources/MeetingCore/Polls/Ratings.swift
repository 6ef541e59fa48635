/// How a scale's statements were rated.
package struct Ratings: Equatable, Codable, Sendable {
  package private(set) var statements: [Statement]

  package struct Statement: Equatable, Codable, Sendable {
    /// How often each step was chosen, from 1 on.
    package fileprivate(set) var counts: [Int]
    /// How many gave no answer.
    package fileprivate(set) var noAnswer = 0
  }

  init(_ statements: Int, _ steps: Int) {
    let nobody = Statement(counts: Array(repeating: 0, count: steps))
    self.statements = Array(repeating: nobody, count: statements)
  }

  mutating func count(_ steps: [Int?], _ once: Int) {
    for (place, step) in steps.enumerated() {
      if let step {
        statements[place].counts[step - 1] += once
      } else {
        statements[place].noAnswer += once
      }
    }
  }
}

extension Ratings.Statement {
  package var answers: Int { counts.reduce(0, +) }

  /// Nothing where nobody answered.
  package var mean: Double? {
    let sum = counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    return answers == 0 ? nil : Double(sum) / Double(answers)
  }

  /// The middle answer; between the two middle ones where their number is even.
  package var median: Double? {
    let answers = answers
    if answers == 0 { return nil }
    return Double(step((answers - 1) / 2) + step(answers / 2)) / 2
  }

  /// The step of the answer that stands in this place, from 0, when they stand in order.
  private func step(_ place: Int) -> Int {
    var passed = 0
    for (step, count) in counts.enumerated() {
      passed += count
      if passed > place { return step + 1 }
    }
    return counts.count
  }
}

extension Poll.Form {
  /// How many statements are rated: the title is one where there is no other.
  package var statements: Int { max(1, options.count) }

  func rated(
    _ steps: [Int?],
    _ highest: Int,
    _ allowsNoAnswer: Bool
  ) throws(Rejection) -> Ballot {
    let isAllowed = steps.allSatisfy { $0.map { 1...highest ~= $0 } ?? allowsNoAnswer }
    guard steps.count == statements, isAllowed else { throw Rejection(.ballotInvalid) }
    return .scale(steps)
  }
}
