/// How much a line of the log matters.
package enum LogLevel: Sendable {
  case debug, info, warning, error
}

/// Passes on at most so many lines in a while, each on one line whatever it contains.
///
/// The library can write millions of lines within seconds when something is wrong.
final class Log {
  private let write: (LogLevel, String) -> Void
  private var written = 0
  private var dropped = 0
  private var minuteBegan = ContinuousClock.now

  private static let linesPerMinute = 60

  init(_ write: @escaping (LogLevel, String) -> Void) {
    self.write = write
  }

  func callAsFunction(_ level: LogLevel, _ line: String) {
    guard written < Self.linesPerMinute else {
      dropped += 1
      return
    }
    written += 1
    write(level, Self.escaped(line))
  }

  /// Starts a new minute when one has passed, and tells what the last one left out.
  func timePassed(_ now: ContinuousClock.Instant) {
    guard now >= minuteBegan + .seconds(60) else { return }
    minuteBegan = now
    if dropped > 0 { write(.warning, "\(dropped) more lines of the transport were left out.") }
    (written, dropped) = (0, 0)
  }

  /// The text without its last newline, and with other control characters made visible.
  static func escaped(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars.trimmingLast(while: { $0 == "\n" || $0 == "\r" }) {
      let isControl = scalar.properties.generalCategory == .control
      result.unicodeScalars.append(contentsOf: isControl ? scalar.escaped : [scalar])
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var escaped: [Unicode.Scalar] {
    Array("\\u{\(String(value, radix: 16))}".unicodeScalars)
  }
}

extension BidirectionalCollection {
  fileprivate func trimmingLast(while matches: (Element) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, matches(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
