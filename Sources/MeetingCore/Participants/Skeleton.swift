/// What a name looks like to a hasty reader: names with the same skeleton are mistaken for each
/// other (security: impersonation by name).
///
/// Case, marks, spaces, punctuation and pictures do not count; letters of other scripts and of
/// other styles count as the Latin ones that they look like. The table holds what is at hand on a
/// keyboard or in a list of "fancy letters", not all of Unicode.
///
/// - SeeAlso: Unicode Technical Standard 39, Unicode Security Mechanisms, section 4.
package struct Skeleton: Hashable, Sendable {
  package let rawValue: String

  package init(_ name: String) {
    let letters = name.unicodeScalars.map(Self.letters).joined()
    rawValue = letters.isEmpty ? Self.pictures(name) : letters
  }

  /// Of a name without a letter, what can be seen of it.
  private static func pictures(_ name: String) -> String {
    var seen = String.UnicodeScalarView()
    seen.append(
      contentsOf: name.unicodeScalars.filter { !isMark($0) && !$0.properties.isWhitespace }
    )
    return String(seen)
  }

  /// What one scalar adds: Latin letters and digits in lower case, as far as it looks like some.
  private static func letters(of scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return ascii(scalar) }
    if let known = lookalikes[scalar] { return known }
    if isMark(scalar) { return "" }
    if let digit = digit(scalar) { return ascii(digit) }
    let name = bare(scalar.properties.name ?? "")
    if let known = lookalikesByName[name] { return known }
    if let latin = latin(name) { return latin.unicodeScalars.map(ascii).joined() }
    return scalar.properties.isAlphabetic ? scalar.properties.lowercaseMapping : ""
  }

  /// Letters that can hardly be told apart, as in "PauI" and "Paul", become one.
  private static func ascii(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "0", "o", "O": "o"
    case "1", "i", "I", "l", "L", "|": "l"
    case "m", "M": "rn"
    case "w", "W": "vv"
    case "2"..."9", "a"..."z": String(scalar)
    case "A"..."Z": scalar.properties.lowercaseMapping
    default: ""
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Digits in circles, of other scripts and above the line.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .otherNumber:
      guard let value = scalar.properties.numericValue, let digit = UInt8(exactly: value),
        digit < 10
      else { return nil }
      return Unicode.Scalar(UInt8(ascii: "0") + digit)
    default: return nil
    }
  }
}

// MARK: - By the names of Unicode

extension Skeleton {
  /// "LATIN SMALL LETTER E WITH ACUTE" is an e.
  private static func bare(_ name: String) -> String {
    name.firstRange(of: " WITH ").map { String(name[..<$0.lowerBound]) } ?? name
  }

  /// The one or two Latin letters at the end of such a name, whatever their style.
  private static func latin(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard let last = words.last, last.count <= 2, let first = words.first,
      words.contains("LATIN") || styles.contains(first)
    else { return nil }
    return String(last)
  }

  /// How letters are called that are Latin without saying so.
  private static let styles: Set<Substring> = [
    "MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER", "MODIFIER",
  ]
}

// MARK: - Letters that look like Latin ones

extension Skeleton {
  /// Latin letters, and what can be mistaken for them in other scripts.
  private static let table: KeyValuePairs<String, String> = [
    "a": "АаΑαᎪɑ⍺", "b": "ВвЬьΒβϐᏴ", "c": "СсϹϲᏟⅭⅽ", "d": "ԀԁᎠⅮⅾ", "e": "ЕеЁёЄєΕεϵᎬ℮",
    "f": "Ϝϝ", "g": "ԌԍᏀ", "h": "НнҺһΗᎻ", "i": "ІіЇїΙιӀӏᎥıⅠⅰ", "j": "ЈјϳᎫ", "k": "КкΚκϰᏦ",
    "l": "ᏞⅬⅼ", "m": "МмΜᎷⅯⅿ", "n": "ΝηПпՈոռ", "o": "ОоΟοσՕօס०০੦", "p": "РрΡρϱᏢ", "q": "Ԛԛ",
    "r": "гᎡ", "s": "ЅѕᏚՏ", "ss": "ßẞ", "t": "ТтΤτᎢ", "u": "υՍս", "v": "ѴѵνᏙⅤⅴ", "w": "ԜԝωᎳШш",
    "x": "ХхΧχⅩⅹ", "y": "УуҮүΥγᎩ", "z": "ΖᏃ",
  ]

  private static let lookalikes: [Unicode.Scalar: String] = {
    var lookalikes: [Unicode.Scalar: String] = [:]
    for (letters, others) in table {
      let latin = letters.unicodeScalars.map(ascii).joined()
      for scalar in others.unicodeScalars { lookalikes[scalar] = latin }
    }
    return lookalikes
  }()

  /// The same by their names, so that a mark on such a letter makes no difference.
  private static let lookalikesByName: [String: String] = {
    let named = lookalikes.compactMap { scalar, latin in
      scalar.properties.name.map { ($0, latin) }
    }
    return Dictionary(named) { first, _ in first }
  }()
}
