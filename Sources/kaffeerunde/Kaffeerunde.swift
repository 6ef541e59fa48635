import ArgumentParser

/// The companion beside a video meeting, in one program.
@main
struct Kaffeerunde: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kaffeerunde",
    abstract: "Questions, and soon polls and a speaking queue, beside a video meeting.",
    subcommands: [
      Serve.self, Export.self, Import.self, Verify.self, Salvage.self, Backup.self, Purge.self,
      Rehearse.self,
    ]
  )
}
