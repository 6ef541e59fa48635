/// What browsers need not load: comments are for those who read the sources.
enum Comments {
  /// The same script or sheet, with an empty line for each line that is only comment.
  ///
  /// Lines keep their numbers, so that what a browser complains about is found in the source. A
  /// comment beside code stays: telling it from text would take a parser.
  static func blanked(_ source: [UInt8]) -> [UInt8] {
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
        if opens, !ends, line.contains("*/") { kept += line } else { isInside = !ends }
      } else if !words.starts(with: "//".utf8) {
        kept += line
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
