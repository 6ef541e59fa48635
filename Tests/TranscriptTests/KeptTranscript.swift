import Foundation
import Testing
import Transcript

extension Record {
  /// A kept transcript in one of its spellings.
  static func kept(_ name: String, _ ending: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/transcripts/\(name).\(ending)")
  }

  /// In this spelling (`md`, `en.md` or `json`) it is, byte for byte, what is kept as a file.
  ///
  /// Whoever changes the transcript on purpose makes the files anew with `UPDATE_FIXTURES=1`, and
  /// reads the difference.
  func expectAsKept(_ name: String, _ ending: String) throws {
    let text =
      switch ending {
      case "md": markdown(.de)
      case "en.md": markdown(.en)
      default: String(decoding: json, as: UTF8.self) + "\n"
      }
    let file = Self.kept(name, ending)
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
