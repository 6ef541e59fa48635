import ArgumentParser
import MeetingArchive
import MeetingCore

/// `kaffeerunde purge`: deletes what has had its time.
struct Purge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Delete names and records that have had their time.",
    discussion: """
      A running server does the same by itself, so this is for folders that none uses. What is \
      held is left alone. Without options, records are kept as the server was told last.
      """
  )

  @Option(help: "The server's folder.")
  var data: String

  @Option(help: "After how many days names are taken out of a record.")
  var keepNames: Int?

  @Option(help: "After how many days a record is deleted.")
  var keepRecords: Int?

  @Flag(help: "Only say what would be deleted; may run while the server does.")
  var dryRun = false

  func validate() throws { try Retention.validate(names: keepNames, records: keepRecords) }

  func run() throws {
    try complaining {
      let now = Clock().now
      let retention = try DataFolder.retention(path: data)
        .changed(names: keepNames, records: keepRecords)
      // Whoever uses the folder deletes by itself, and knows what is open in browsers.
      let folder = dryRun ? nil : try DataFolder(existing: data)
      let due = try DataFolder.due(path: data, by: retention, at: now) { Log.complain("\($0)") }
      for (record, part) in due {
        _ = try folder?.delete(part, of: record, at: now, nameless: nameless)
        let title = "\(record.founding.meeting.rawValue) (\(record.founding.title))"
        print("\(title): \(part.words(isDone: !dryRun))")
      }
      if due.isEmpty { print("Nothing is due.") }
    }
  }
}

extension Retention.Part {
  fileprivate func words(isDone: Bool) -> String {
    switch self {
    case .names: isDone ? "names deleted" : "names would be deleted"
    case .record: isDone ? "deleted" : "would be deleted"
    }
  }
}
