/// What people typed, made safe to show and to count.
package enum Text {
  /// One line: no control characters, no invisible direction marks, no space around it.
  package static func line(_ typed: String) -> String {
    trimmed(
      String(
        String.UnicodeScalarView(
          typed.unicodeScalars.map { isBreak($0) ? " " : $0 }
            .filter(isVisible)
        )
      )
    )
  }

  /// Several lines: as ``line(_:)``, but line feeds stay.
  package static func lines(_ typed: String) -> String {
    trimmed(
      String(
        String.UnicodeScalarView(
          typed.unicodeScalars
            .filter { isVisible($0) || $0 == "\n" }
        )
      )
    )
  }

  /// Whether a text keeps within a number of grapheme clusters, and within the bytes that honest
  /// clusters need.
  package static func fits(_ text: String, characters: Int) -> Bool {
    text.utf8.count <= Limits.textBytes && text.count <= characters
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{2028}"
      || scalar == "\u{2029}"
  }

  /// Direction marks can make a name look like another; controls can do worse.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0x200B, 0x2060, 0xFEFF: false
    default: scalar.properties.generalCategory != .control
    }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
