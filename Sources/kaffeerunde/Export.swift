import ArgumentParser
import Foundation
import MeetingArchive
import MeetingCore
import Transcript

/// `kaffeerunde export`: the transcript of a meeting, also while the server runs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a meeting's transcript to the standard output."
  )

  @Option(help: "The server's folder.")
  var data: String

  @Option(help: "The meeting's id, as the server's list of meetings names it.")
  var meeting: String

  @Option(help: "md or json.")
  var format = Format.md

  @Option(help: "The Markdown's language: de or en.")
  var language = Language.de

  enum Format: String, ExpressibleByArgument, CaseIterable { case md, json }
  enum Language: String, ExpressibleByArgument, CaseIterable { case de, en }

  func run() throws {
    do {
      let record = try record()
      let text =
        switch format {
        case .json: record.json
        case .md: Array(record.markdown(language == .de ? .de : .en).utf8)
        }
      try FileHandle.standardOutput.write(contentsOf: Data(text))
    } catch let error as ArchiveError {
      Log.complain("\(error)")
      throw ExitCode(error.exitCode)
    }
  }

  private func record() throws -> Record {
    switch try DataFolder.read(path: data, meeting: MeetingID(rawValue: meeting)) {
    case .record(let json): return try Record(json: json)
    case .live(let kept):
      var meeting = Meeting(kept.file.founding)
      for entry in kept.entries { meeting.apply(entry.event, at: entry.time, cause: entry.cause) }
      return Record(meeting)
    }
  }
}
