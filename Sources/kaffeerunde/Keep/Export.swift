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

  @Option(help: "md, json, or snapshot: the record's own file, for `import` on another server.")
  var format = Format.md

  @Option(help: "The Markdown's language: de or en.")
  var language = Language.de

  @Flag(help: "The version for everybody: without names, and without what was never shown to all.")
  var everybody = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case md, json, snapshot }
  enum Language: String, ExpressibleByArgument, CaseIterable { case de, en }

  func run() throws {
    try complaining {
      let kept = try DataFolder.read(path: data, meeting: MeetingID(rawValue: meeting))
      let text =
        switch format {
        case .json: try cut(record(kept)).json
        case .md: Array(try cut(record(kept)).markdown(language == .de ? .de : .en).utf8)
        case .snapshot: try snapshot(kept)
        }
      try FileHandle.standardOutput.write(contentsOf: Data(text))
    }
  }

  private func cut(_ record: Record) -> Record {
    everybody ? record.forEverybody(hidingContacts: true) : record
  }

  private func record(_ kept: DataFolder.Kept) throws -> Record {
    switch kept {
    case .record(let json, _): return try Record(json: json)
    case .live(let kept):
      var meeting = Meeting(kept.file.founding)
      for entry in kept.entries { meeting.apply(entry.event, at: entry.time, cause: entry.cause) }
      return Record(meeting)
    }
  }

  private func snapshot(_ kept: DataFolder.Kept) throws -> [UInt8] {
    guard case .record(_, let snapshot) = kept else {
      Log.complain("Meeting \(meeting) goes on: only a meeting that has ended has a record.")
      throw ExitCode(1)
    }
    return snapshot
  }
}
