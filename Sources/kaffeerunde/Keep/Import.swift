import ArgumentParser
import Foundation
import MeetingArchive
import MeetingCore

/// `kaffeerunde import`: a record of another server.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take in the record of another server.",
    discussion: """
      The file is what `export --format snapshot` has written there, or a file of its folder \
      `archive`. Its transcripts are the same here, byte for byte. The server must not run; taking \
      in the same file twice changes nothing.
      """
  )

  @Argument(help: "The record's file.")
  var file: String

  @Option(help: "The server's folder.")
  var data: String

  func run() throws {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      Log.complain("\(file): This file cannot be read.")
      throw ExitCode(1)
    }
    try complaining {
      let record = try DataFolder(existing: data).importSnapshot([UInt8](bytes), from: file)
      print("\(record.founding.meeting.rawValue): \(record.founding.title)")
    }
  }
}
