/// Finds what people can be reached by in words that were meant for a meeting: addresses of
/// electronic mail, telephone numbers, and names where some are known.
///
/// It finds too much rather than too little, but no German date and no small number: a person
/// looks at what was found.
struct Contacts {
  /// Also spelled out, as people do to be found by nobody else.
  private let email = #/[\w.+\-]+\s?(?:@|\(at\)|\[at\])\s?[\w\-]+(?:\.[\w\-]+)+/#.ignoresCase()
  /// A plus or a zero in front, as in `+49 (0)611 / 12-34`; points would make dates of them.
  private let phone = #/(?:^|[^\w,.])((?:\(0|\+|0)[\d \u{A0}\-–\/()]{4,}\d)/#
  /// Words of names that are long enough to be somebody's.
  private let names: Set<Substring>

  /// What stands in place of what is hidden.
  static let gap = "[…]"
  /// Shorter ones are no numbers that could be called from elsewhere.
  private static let fewestDigits = 7
  private static let fewestLetters = 3

  init(names: [String] = []) {
    let words = names.flatMap { $0.split { !$0.isLetter } }
    self.names = Set(words.filter { $0.count >= Self.fewestLetters })
  }

  func found(in text: String) -> [(kind: Record.Trace.Kind, text: String)] {
    let reached = places(in: text)
    let named = text.split { !$0.isLetter }.filter { word in
      names.contains(word)
        && !reached.contains { $0.range.overlaps(word.startIndex..<word.endIndex) }
    }
    let all =
      reached.map { ($0.kind, $0.range) }
      + named.map { (Record.Trace.Kind.name, $0.startIndex..<$0.endIndex) }
    return all.sorted { $0.1.lowerBound < $1.1.lowerBound }.map { ($0.0, String(text[$0.1])) }
  }

  /// The text without what people can be reached by.
  func hidden(in text: String) -> String {
    var rest = text
    for place in places(in: text).reversed() { rest.replaceSubrange(place.range, with: Self.gap) }
    return rest
  }

  /// In order, and none within another one.
  private func places(
    in text: String
  ) -> [(kind: Record.Trace.Kind, range: Range<String.Index>)] {
    let mails = text.matches(of: email).map { (kind: Record.Trace.Kind.email, range: $0.range) }
    let calls = text.matches(of: phone).map(\.1).filter { number in
      number.count(where: \.isNumber) >= Self.fewestDigits
        && !mails.contains { $0.range.overlaps(number.startIndex..<number.endIndex) }
    }.map { (kind: Record.Trace.Kind.phone, range: $0.startIndex..<$0.endIndex) }
    return (mails + calls).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
