import ArgumentParser
import MeetingArchive

/// `kaffeerunde salvage`: what is readable of a damaged folder, in a new one.
struct Salvage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write what is readable of a damaged folder to a new one.",
    discussion: """
      Of a journal that is everything before the first damage; the round goes on from there. A \
      damaged record is put beside the others, under a name that ends in .damaged. The old folder \
      stays as it is. Exits with 3 where something was lost.
      """
  )

  @Option(help: "The damaged folder; no server may use it.")
  var data: String

  @Option(help: "The new folder; it must not exist, or be empty.")
  var to: String

  func run() throws {
    try complaining {
      let findings = try DataFolder.salvage(from: data, to: to, epoch: Secrets.token)
      try report(findings, none: "There was nothing to salvage.")
    }
  }
}
