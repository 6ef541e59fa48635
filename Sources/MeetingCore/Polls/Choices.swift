/// How often each option was chosen.
package struct Choices: Equatable, Codable, Sendable {
  /// In the order of the options.
  package private(set) var counts: [Int]
  /// How many people chose just what solves a quiz.
  package private(set) var right = 0

  init(_ options: Int) { counts = Array(repeating: 0, count: options) }

  mutating func count(_ options: [OptionID], _ once: Int, in form: Poll.Form) {
    for place in options.compactMap({ form.place(of: $0) }) { counts[place] += once }
    if form.kind.isQuiz, Set(options) == form.solution { right += once }
  }
}

extension Poll.Form {
  func chosen(_ ids: [OptionID], _ bounds: ClosedRange<Int>) throws(Rejection) -> Ballot {
    guard bounds ~= ids.count, areOptions(ids) else { throw Rejection(.ballotInvalid) }
    return .choices(options.map(\.id).filter { ids.contains($0) })
  }
}
