/// A meeting, by a name that is safe in a path and in a URL.
package struct MeetingID: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }
}

/// A participant of one meeting, by the serial number that the meeting handed out.
///
/// It is public and opens nothing; a new meeting hands out new numbers.
package struct ParticipantID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The name that a browser gives to one wish: 128 random bits as 22 characters of base64url.
///
/// A thing that the wish creates has this very name, so that a browser's pending row and the
/// confirmed row are one row.
package struct Reference: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String

  /// Takes only what can be 128 bits in base64url.
  package init?(rawValue: String) {
    guard rawValue.utf8.count == 22, rawValue.utf8.allSatisfy(Self.isBase64URL) else { return nil }
    self.rawValue = rawValue
  }

  private static func isBase64URL(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// A question, by the reference of the wish that asked it.
package typealias QuestionID = Reference

/// A poll, by the reference of the wish that made it.
package typealias PollID = Reference

/// An entry in the speaking queue, and the turn that comes of it, by the reference of the wish that
/// made it.
package typealias EntryID = Reference

/// A message, by the reference of the wish that posted it.
package typealias MessageID = Reference

/// A point of the agenda, by the reference of the wish that made it.
package typealias AgendaItemID = Reference

/// What a session's secret leaves behind: its SHA-256, in hexadecimal digits.
package struct SessionDigest: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }
}

/// How many events a meeting has had.
package struct Revision: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let zero = Self(rawValue: 0)
  package var next: Self { Self(rawValue: rawValue + 1) }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A moment, in UTC milliseconds since 1970.
package struct Timestamp: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  package let rawValue: Int64

  package init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package static func + (moment: Self, length: Duration) -> Self {
    Self(rawValue: moment.rawValue + length.milliseconds)
  }

  package static func - (later: Self, earlier: Self) -> Duration {
    .milliseconds(later.rawValue - earlier.rawValue)
  }
}

extension Duration {
  /// The length in whole milliseconds, cut off.
  package var milliseconds: Int64 {
    components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
  }
}
