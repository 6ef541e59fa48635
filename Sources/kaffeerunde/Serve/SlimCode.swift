/// Scripts and sheets without what browsers need not load: comments and indentation are for those
/// who read the sources.
enum SlimCode {
  /// The same script or sheet, with an empty line for each line that is only comment, and no line
  /// indented.
  ///
  /// Lines keep their numbers, so that what a browser complains about is found in the source. A
  /// comment beside code stays: telling it from text would take a parser. No text in a script or
  /// sheet may go on in a further line (held by a test): it would lose its indentation.
  static func of(_ source: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(source.count)
    var isInside = false
    for (number, line) in source.split(separator: newline, omittingEmptySubsequences: false)
      .enumerated()
    {
      if number > 0 { kept.append(newline) }
      let words = line.drop { $0 == space }
      let opens = !isInside && words.starts(with: "/*".utf8)
      if isInside || opens {
        let ends = line.reversed().starts(with: "/*".utf8)
        // Code after a comment's end, on its line, makes it a comment beside code.
        if opens, !ends, line.contains("*/") { kept += words } else { isInside = !ends }
      } else if !words.starts(with: "//".utf8) {
        kept += words
      }
    }
    return kept
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
}

extension ArraySlice<UInt8> {
  fileprivate func contains(_ text: String) -> Bool {
    indices.contains { self[$0...].starts(with: text.utf8) }
  }
}
