/// How many points each option was given, and by how many people.
package struct Shares: Equatable, Codable, Sendable {
  package private(set) var points: [Int]
  package private(set) var givers: [Int]

  init(_ options: Int) {
    points = Array(repeating: 0, count: options)
    givers = points
  }

  mutating func count(_ given: [OptionID: Int], _ once: Int, in form: Poll.Form) {
    for (option, share) in given {
      guard let place = form.place(of: option) else { continue }
      points[place] += once * share
      givers[place] += once
    }
  }
}

extension Poll.Form {
  /// The budget need not be used up (row C9).
  func given(_ points: [OptionID: Int], _ budget: Int) throws(Rejection) -> Ballot {
    guard areOptions(Array(points.keys)), points.values.allSatisfy({ 0...budget ~= $0 }),
      points.values.reduce(0, +) <= budget
    else { throw Rejection(.ballotInvalid) }
    return .points(points.filter { $0.value > 0 })
  }
}
