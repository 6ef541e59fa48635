/// The sequence of rounds behind one permanent code.
package struct Series: Hashable, Codable, Sendable {
  package let title: String
  /// Six characters that people can read out; see ``JoinCode``.
  package let code: JoinCode

  package init(title: String, code: JoinCode) {
    self.title = title
    self.code = code
  }
}

/// What is fixed before the first person comes.
package struct Founding: Hashable, Codable, Sendable {
  package let meeting: MeetingID
  package let title: String
  package let series: Series
  package let founded: Timestamp

  package init(meeting: MeetingID, title: String, series: Series, founded: Timestamp) {
    self.meeting = meeting
    self.title = title
    self.series = series
    self.founded = founded
  }
}

/// The code that leads to a series' present meeting.
///
/// Six characters of an alphabet without 0, O, 1, I and L, which are mistaken for each other.
package struct JoinCode: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String

  package static let alphabet: [Character] = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
  package static let length = 6

  /// Reads a code as people type it: case, spaces and hyphens do not matter.
  package init?(rawValue: String) {
    let typed = rawValue.filter { !$0.isWhitespace && !Self.isHyphen($0) }
    // Only ASCII, because ß becomes SS elsewhere, and would pass for two letters.
    let letters = typed.map { $0.isASCII ? Character($0.uppercased()) : $0 }
    guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else {
      return nil
    }
    self.rawValue = String(letters)
  }

  private static func isHyphen(_ letter: Character) -> Bool {
    letter.unicodeScalars.allSatisfy { $0.properties.generalCategory == .dashPunctuation }
  }
}
