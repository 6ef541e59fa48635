/// What people typed, made safe to show and to count.
package enum Text {
  /// One line: no control characters, no invisible direction marks, no space around it.
  package static func line(_ typed: String) -> String { shown(typed, break: " ") }

  /// Several lines: as ``line(_:)``, but breaks stay, as line feeds.
  package static func lines(_ typed: String) -> String { shown(typed, break: "\n") }

  /// Whether a text keeps within a number of grapheme clusters, and within the bytes that honest
  /// clusters need.
  package static func fits(
    _ text: String,
    characters: Int,
    bytes: Int = Limits.textBytes
  ) -> Bool {
    text.utf8.count <= bytes && text.count <= characters
  }

  private static func shown(_ typed: String, break separator: Unicode.Scalar) -> String {
    var shown = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    var marks = 0
    for scalar in typed.unicodeScalars {
      // Carriage return and line feed are one break.
      if isBreak(scalar), !(scalar == "\n" && before == "\r") {
        shown.append(separator)
      } else if scalar == "\t" {
        shown.append(" ")
      } else if !isBreak(scalar), isVisible(scalar) {
        marks = isMark(scalar) ? marks + 1 : isJoiner(scalar) ? marks : 0
        if marks <= Limits.marks { shown.append(scalar) }
      }
      before = scalar
    }
    // What is made of joiners and fillers alone looks like nothing, and is nothing.
    let hasInk = shown.contains {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    return hasInk ? trimmed(String(shown)) : ""
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Direction marks can make a name look like another; controls can do worse.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0x200B, 0x2060, 0xFEFF: false
    default: scalar.properties.generalCategory != .control
    }
  }

  /// What stands on or around the letter before it, and takes no place of its own.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Between two marks, it does not begin a new letter.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
