import Crypto
import Foundation
import MeetingCore

/// The file that remains of a meeting: its record with a checksum over every byte of it.
///
/// The layout is fixed, so that the checksum is over bytes and not over what a reader makes of
/// them: `{"format":1,"sha256":"…","content":{"head":` + head + `,"record":` + record + `}}` and a
/// line feed.
struct Snapshot {
  let head: Head
  /// The record as JSON, byte for byte as it was given.
  let record: [UInt8]

  /// What is known of the meeting beside its record.
  struct Head: Codable, Equatable {
    /// The same as at the file's beginning, where no checksum guards it.
    var format = Snapshot.format
    let founding: Founding
    let ended: Timestamp
    /// When the names were taken out of it; nothing as long as they are there.
    var nameless: Timestamp?
    /// Nothing as long as the record is for moderators only.
    var published: Publication?
    /// How often each role's link was made anew, by the role's name.
    var renewals: [String: Int]?
  }

  static let format = 1
  private static let beginning = #"{"format":"#
  private static let sumKey = #","sha256":""#
  private static let middle = #"","content":"#
  private static let recordKey = #","record":"#

  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let head = try? encoder.encode(head) else {
      preconditionFailure("Titles and moments can be written as JSON.")
    }
    let content =
      Array(#"{"head":"#.utf8) + head + Array(Self.recordKey.utf8) + record + Array("}".utf8)
    let start = "\(Self.beginning)\(Self.format)\(Self.sumKey)\(Self.digest(content))\(Self.middle)"
    return Array(start.utf8) + content + Array("}\n".utf8)
  }

  /// Reads a snapshot, and believes it only when its checksum is right.
  static func decode(_ bytes: [UInt8], _ path: String) throws(ArchiveError) -> Self {
    let start = beginning.utf8.count + 1 + sumKey.utf8.count
    let body = start + 64 + middle.utf8.count
    guard bytes.count > body + 2, bytes.starts(with: beginning.utf8),
      let format = Int(String(decoding: [bytes[beginning.utf8.count]], as: UTF8.self)),
      bytes[(beginning.utf8.count + 1)..<start].elementsEqual(sumKey.utf8),
      bytes[(start + 64)..<body].elementsEqual(middle.utf8),
      bytes.suffix(2).elementsEqual("}\n".utf8)
    else { throw damaged(path, "it does not begin as a record does") }
    let content = Array(bytes[body..<(bytes.count - 2)])
    guard bytes[start..<(start + 64)].elementsEqual(digest(content).utf8) else {
      throw damaged(path, "its checksum does not fit its content")
    }
    try require(format, of: content, path)
    guard let file = try? JSONDecoder().decode(Content.self, from: Data(content)),
      let record = content.firstRange(of: Array(recordKey.utf8))
    else { throw damaged(path, "its head cannot be read") }
    let bytes = Array(content[record.upperBound..<(content.count - 1)])
    return Self(head: file.head, record: bytes)
  }

  private struct Content: Decodable { let head: Head }

  /// - Throws: Also where a later program has written it, which is no damage.
  private static func require(
    _ format: Int,
    of content: [UInt8],
    _ path: String
  ) throws(ArchiveError) {
    struct Content: Decodable {
      let head: Head
      struct Head: Decodable { let format: Int }
    }
    let inside = try? JSONDecoder().decode(Content.self, from: Data(content)).head.format
    guard inside == format else { throw damaged(path, "its format is not what was written") }
    guard format == Self.format else {
      throw ArchiveError(
        .unusable,
        path,
        "This record has format \(format), and this program reads \(Self.format).",
        advice: "Use the version of the program that wrote it."
      )
    }
  }

  private static func digest(_ content: [UInt8]) -> String {
    SHA256.hash(data: content).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static func damaged(_ path: String, _ reason: String) -> ArchiveError {
    ArchiveError(
      .damaged,
      path,
      "This record cannot be trusted: \(reason).",
      advice: "It was left as it is. Take it from a backup."
    )
  }
}
