import ArgumentParser
import CrowdTestSupport
import Foundation

/// What a busy poll sends: how often each socket is told, and how the bytes grow with the people.
struct PollBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poll",
    abstract: "Let 100, 1,000 and 5,000 people vote within two seconds, and count what is sent.",
    discussion: """
      The people have real sockets of the program `kaffeerunde`, which has to stand beside this \
      one, built the same way; they share one thread. 5,000 need 5,200 descriptors in each \
      process.
      """
  )

  @Argument(help: "How many people vote, for each line of the table.")
  var people = [100, 1_000, 5_000]

  @Flag(help: "Ask the hub alone, on a clock that is turned by hand.")
  var hub = false

  @Option(help: "For how many seconds to wait for everybody to be told.")
  var patience = 120

  func run() throws { try print(hub ? hubAlone() : overSockets()) }

  private func overSockets() throws -> String {
    var table = Table(
      "people",
      "counted",
      "in step",
      "after s",
      "poll frames a socket and second",
      "frames a socket",
      "bytes received",
      "bytes a person"
    )
    for count in people {
      let folder = "\(FileManager.default.temporaryDirectory.path)/kaffeerunde-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      // What is left behind by a failure is for whoever wants to look into it.
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let server = try RealServer(in: folder)
      defer { server.stop() }
      let (code, key) = (server.code, server.key)
      let election = try Election(people: count, code: code, key: key, port: server.port)
      election.play(within: .seconds(patience))
      let (shares, bytes) = (election.shares, election.shares.reduce(0) { $0 + $1.bytes })
      table.add([
        "\(count)", "\(election.counted)", "\(election.inStep - 1)",
        election.took?.seconds ?? "never", "\(shares.map(\.busiestSecond).max() ?? 0)",
        "\(shares.reduce(0) { $0 + $1.frames } / shares.count)", "\(bytes)", "\(bytes / count)",
      ])
    }
    return table.text
  }

  private func hubAlone() throws -> String {
    var table = Table(
      "people",
      "tallies a socket and second",
      "frames a socket",
      "frames made",
      "bytes sent",
      "bytes a person"
    )
    for count in people {
      var ballot = try BusyBallot(people: count)
      try ballot.play()
      table.add(
        [
          count, ballot.mostTallies, ballot.framesSent / count, ballot.framesMade,
          ballot.bytesSent, ballot.bytesSent / count,
        ].map { "\($0)" }
      )
    }
    return table.text
  }
}
