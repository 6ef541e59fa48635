import ArgumentParser

/// Measures what has to be fast, as a table to read; nothing here passes or fails.
///
/// Figures of one run are comparable with each other, not with those of another machine.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measure what has to be fast.",
    subcommands: [RulesBenchmark.self, PollBenchmark.self, JournalBenchmark.self]
  )
}

/// A table with a head and columns that end at the same place.
struct Table {
  private var rows: [[String]]

  init(_ head: String...) { rows = [head] }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

extension Double {
  /// With one digit behind the point, below a hundred.
  var short: String {
    self >= 100 ? "\(Int(rounded()))" : "\((self * 10).rounded() / 10)"
  }
}
