/// Guesses, each with the number of people who made it.
package struct Estimates: Equatable, Codable, Sendable {
  package private(set) var counts: [Int: Int] = [:]

  init() {}

  /// So many people for each guess, as a record keeps them.
  package init(_ guesses: [(guess: Int, people: Int)]) {
    counts = Dictionary(guesses, uniquingKeysWith: +)
  }

  mutating func count(_ guess: Int, _ once: Int) {
    counts[guess, default: 0] += once
    if counts[guess] == 0 { counts[guess] = nil }
  }

  /// What can be said of all guesses together.
  package struct Summary: Equatable, Sendable {
    package let lowest: Int
    package let highest: Int
    package let mean: Double
    /// The first quartile, the median and the third quartile.
    ///
    /// - SeeAlso: Hyndman and Fan: Sample quantiles in statistical packages, 1996, type 7; the
    ///   same as in the usual spreadsheets.
    package let quartiles: [Double]
    package let histogram: [Bin]
  }

  /// All guesses from one number to another, both included.
  package struct Bin: Equatable, Sendable {
    package let from: Int
    package let to: Int
    package internal(set) var count: Int
  }
}

extension Estimates {
  /// - Parameter step: The distance of two possible guesses.
  /// - Returns: Nothing where nobody guessed.
  package func summary(step: Int) -> Summary? {
    let guesses = counts.sorted { $0.key < $1.key }
    guard let lowest = guesses.first?.key, let highest = guesses.last?.key else { return nil }
    let people = guesses.reduce(0) { $0 + $1.value }
    let sum = guesses.reduce(0) { $0 + $1.key * $1.value }
    return Summary(
      lowest: lowest,
      highest: highest,
      mean: Double(sum) / Double(people),
      quartiles: (1...3).map { quartile in
        let place = quartile * (people - 1)
        let lower = guess(place / 4, of: guesses)
        let upper = guess((place + 3) / 4, of: guesses)
        return Double(lower) + Double(upper - lower) * Double(place % 4) / 4
      },
      histogram: histogram(of: guesses, lowest, highest, step)
    )
  }

  /// The guess in this place, from 0, when all people stand in order of their guesses.
  private func guess(_ place: Int, of guesses: [(key: Int, value: Int)]) -> Int {
    var passed = 0
    for (guess, count) in guesses {
      passed += count
      if passed > place { return guess }
    }
    return guesses.last?.key ?? 0
  }

  /// At most ``Limits/histogramBins`` bins of one width, from the lowest guess on.
  private func histogram(
    of guesses: [(key: Int, value: Int)],
    _ lowest: Int,
    _ highest: Int,
    _ step: Int
  ) -> [Bin] {
    let steps = (highest - lowest) / step + 1
    let width = (steps + Limits.histogramBins - 1) / Limits.histogramBins * step
    var bins = stride(from: lowest, through: highest, by: width).map {
      Bin(from: $0, to: $0 + width - step, count: 0)
    }
    for (guess, count) in guesses { bins[(guess - lowest) / width].count += count }
    return bins
  }
}
