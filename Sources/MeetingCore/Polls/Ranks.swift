/// How options were ranked, in Borda's way: of n options the first gets n points, the next one
/// n − 1 and so on; those that were left out get none.
package struct Ranks: Equatable, Codable, Sendable {
  package private(set) var points: [Int]
  /// How often each option came first.
  package private(set) var firsts: [Int]

  init(_ options: Int) {
    points = Array(repeating: 0, count: options)
    firsts = points
  }

  mutating func count(_ options: [OptionID], _ once: Int, in form: Poll.Form) {
    for (rank, option) in options.enumerated() {
      guard let place = form.place(of: option) else { continue }
      points[place] += once * (points.count - rank)
      if rank == 0 { firsts[place] += once }
    }
  }
}

extension Poll.Form {
  func ranked(_ ids: [OptionID]) throws(Rejection) -> Ballot {
    guard !ids.isEmpty, areOptions(ids) else { throw Rejection(.ballotInvalid) }
    return .ranking(ids)
  }
}
