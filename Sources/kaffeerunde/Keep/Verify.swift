import ArgumentParser
import MeetingArchive

/// `kaffeerunde verify`: whether everything in a data folder is as it was written.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read every journal and every record to the last byte.",
    discussion: """
      Changes nothing, and may run while the server does. Exits with 0 where all is sound, with 3 \
      where something is damaged, and with 4 where the disk cannot be read.
      """
  )

  @Option(help: "The server's folder.")
  var data: String

  func run() throws {
    try complaining {
      try report(try DataFolder.verify(path: data), none: "There is nothing yet.")
    }
  }
}
