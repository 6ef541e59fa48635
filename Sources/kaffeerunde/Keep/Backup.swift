import ArgumentParser
import MeetingArchive

/// `kaffeerunde backup`: a consistent copy of a data folder.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy everything to a new folder, also while the server runs, and read it back.",
    discussion: """
      The copy is there whole or not at all, and can be served as it is. It holds the \
      administration's key: keep it as safe as the original. Exits with 3 where something was \
      damaged already; all else is in the copy even then.
      """
  )

  @Argument(help: "The new folder; it must not exist, or be empty.")
  var folder: String

  @Option(help: "The server's folder.")
  var data: String

  func run() throws {
    try complaining {
      let findings = try DataFolder.backUp(data, to: folder, epoch: Secrets.token)
      try report(findings, none: "There is nothing yet.")
    }
  }
}
