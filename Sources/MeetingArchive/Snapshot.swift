import Crypto
import Foundation
import MeetingCore

/// The file that remains of a meeting: its record with a checksum over every byte of it.
///
/// The layout is fixed, so that the checksum is over bytes and not over what a reader makes of
/// them: `{"format":1,"sha256":"…","content":` + content + `}` and a line feed.
enum Snapshot {
  /// What the checksum covers, beside the record.
  struct Head: Codable {
    let founding: Founding
    let ended: Timestamp
  }

  private static let beginning = #"{"format":1,"sha256":""#
  private static let middle = #"","content":"#
  private static let recordKey = #","record":"#

  static func encode(_ head: Head, record: [UInt8]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content =
      Array(#"{"head":"#.utf8) + (try encoder.encode(head))
      + Array(recordKey.utf8) + record + Array("}".utf8)
    return Array(beginning.utf8) + Array(digest(content).utf8) + Array(middle.utf8)
      + content + Array("}\n".utf8)
  }

  /// Reads a snapshot, and believes it only when its checksum is right.
  static func decode(_ bytes: [UInt8], _ path: String) throws(ArchiveError) -> (Head, [UInt8]) {
    let start = beginning.utf8.count
    let body = start + 64 + middle.utf8.count
    guard bytes.count > body + 2, bytes.starts(with: beginning.utf8),
      bytes[(start + 64)..<body].elementsEqual(middle.utf8),
      bytes.suffix(2).elementsEqual("}\n".utf8)
    else { throw damaged(path, "it does not begin as a record of this format does") }
    let content = Array(bytes[body..<(bytes.count - 2)])
    guard bytes[start..<(start + 64)].elementsEqual(digest(content).utf8) else {
      throw damaged(path, "its checksum does not fit its content")
    }
    guard let file = try? JSONDecoder().decode(Content.self, from: Data(content)),
      let record = content.firstRange(of: Array(recordKey.utf8))
    else { throw damaged(path, "its head cannot be read") }
    return (file.head, Array(content[record.upperBound..<(content.count - 1)]))
  }

  private struct Content: Decodable { let head: Head }

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
