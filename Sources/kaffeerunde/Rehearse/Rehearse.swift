import ArgumentParser
import Foundation
import WebSocketServer

/// `kaffeerunde rehearse`: a whole round with invented people on real sockets.
struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a script against a server, and measure.",
    discussion: "It ends the round that it plays in: make one for it in the administration."
  )

  @Argument(help: "The script: people and steps, as JSON.")
  var script: String

  @Option(help: "The participants' link of the round.")
  var url: String

  // One key in 64 begins with a hyphen, and is no option for that.
  @Option(
    parsing: .unconditional,
    help: "The moderator's key: what stands behind #key= in the moderator's link."
  )
  var key: String

  @Option(help: "How many times faster than life.")
  var speed = 1.0

  @Option(help: "Cut sockets and repeat commands at random; the same seed, the same trouble.")
  var chaos: UInt64?

  func validate() throws {
    guard speed > 0 else { throw ValidationError("--speed must be more than 0.") }
    guard target != nil else {
      throw ValidationError("--url must look like http://127.0.0.1:8080/r/ABC234.")
    }
  }

  func run() throws {
    guard let target else { return }
    do {
      let script = try Script(path: script)
      let progress = Progress(script.title)
      let rehearsal = try Rehearsal(
        script,
        speed: speed,
        chaos: chaos,
        target: target,
        report: progress.show
      )
      try rehearsal.run()
      progress.end()
      print(rehearsal.words)
      if !rehearsal.isGood { throw ExitCode(1) }
    } catch let error as ScriptError {
      Log.complain("\(error)")
      throw ExitCode(1)
    } catch let error as Rehearsal.Failure {
      Log.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private var target: Rehearsal.Target? {
    guard let link = URL(string: url), let scheme = link.scheme, let host = link.host,
      ["http", "https"].contains(scheme), link.pathComponents.count == 3,
      link.pathComponents[1] == "r"
    else { return nil }
    let isTLS = scheme == "https"
    let port = UInt16(link.port ?? (isTLS ? 443 : 80))
    let socket = ClientURL(host: host, port: port, path: "/ws", tls: isTLS)
    return .init(socket: socket, origin: socket.origin, code: link.pathComponents[2], key: key)
  }
}

/// A line on the terminal that tells how far it is.
final class Progress {
  private var last = ContinuousClock.now - .seconds(60)
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(_ title: String) {
    write("\(title)\n")
  }

  func show(_ rehearsal: Rehearsal) {
    guard last + (isTerminal ? .milliseconds(250) : .seconds(10)) < .now else { return }
    last = .now
    let (now, end) = (
      Self.clock(min(rehearsal.position, rehearsal.length)), Self.clock(rehearsal.length)
    )
    let done = rehearsal.measurements.acknowledged
    let line = "\(now) of \(end) · \(rehearsal.present) here · \(done) acknowledged"
    write(isTerminal ? "\r\u{1B}[K\(line)" : "\(line)\n")
  }

  func end() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds)
    return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
  }

  private func write(_ text: String) {
    // A terminal that is gone is no reason to stop.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

extension Rehearsal {
  /// Whether everything was answered, nothing refused, and everybody ended with the same things.
  var isGood: Bool {
    missing == 0 && mismatches == 0 && (chaos?.contradictions ?? 0) == 0
      && measurements.rejected.isEmpty
      && measurements.acknowledged + measurements.postponed == measurements.commands
  }

  /// The result in plain words, one figure a line.
  var words: String {
    let rejected = measurements.rejected.sorted { $0.key < $1.key }
      .map { " (\($0.key) \($0.value))" }.joined()
    let troubles =
      chaos.map {
        "\ncut           \($0.cuts), repeated \($0.repeats), "
          + "answered otherwise \($0.contradictions)"
      } ?? ""
    let total = measurements.rejected.values.reduce(0, +)
    return """
      joined        \(measurements.joined), resumed \(measurements.resumed)
      commands      \(measurements.commands)
      acknowledged  \(measurements.acknowledged)
      postponed     \(measurements.postponed)
      rejected      \(total)\(rejected)
      deliveries    \(measurements.deliveries)
      answered in   \(measurements.answerTimes?.words ?? "nothing was answered")
      seen by all   \(measurements.travelTimes?.words ?? "nothing was seen")
      missing       \(missing), digests that differed \(mismatches)\(troubles)
      """
  }
}
