import Foundation
import Testing

/// The real program in a process of its own, with a data folder of its own.
final class Server {
  let folder: String
  private var process = Process()
  private(set) var ready: Ready

  /// What the ready file tells.
  struct Ready: Decodable {
    let url: String
    let pid: Int32
    let admin: String
    let meetings: [Meeting]

    struct Meeting: Decodable {
      let id: String
      let code: String
      let title: String
      let participant: String
      let moderator: String
      let stage: String

      /// What stands behind `#key=`.
      var moderatorKey: String { moderator.components(separatedBy: "#key=").last ?? "" }
    }
  }

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("kaffeerunde-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    ready = Ready(url: "http://127.0.0.1:0", pid: 0, admin: "", meetings: [])
    try start()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    // The system cleans its folder of temporary files anyway.
    try? FileManager.default.removeItem(atPath: folder)
  }

  var data: String { folder + "/data" }
  var meeting: Ready.Meeting { ready.meetings[0] }
  var port: Int { URL(string: ready.url)?.port ?? 0 }
  var adminKey: String { ready.admin.components(separatedBy: "#key=").last ?? "" }

  /// Starts the program again, at the address that it had.
  ///
  /// - Parameter options: What else it is told.
  func start(keeping options: [String] = []) throws {
    let readyFile = folder + "/ready.json"
    try? FileManager.default.removeItem(atPath: readyFile)
    process = try Program.start(
      ["serve", "--data", data, "--port", "\(port)", "--ready-file", readyFile] + options,
      output: folder + "/output"
    )
    try wait("the ready file") { FileManager.default.fileExists(atPath: readyFile) }
    let json = try #require(FileManager.default.contents(atPath: readyFile))
    ready = try JSONDecoder().decode(Ready.self, from: json)
  }

  /// What the program has ended with; nothing while it runs.
  var status: Int32? { process.isRunning ? nil : process.terminationStatus }

  /// Ends the program as a power cut would, or as an operator would.
  ///
  /// - Returns: What it ended with.
  @discardableResult
  func end(_ signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Everything that the program has said, on both streams.
  func output() throws -> String { try String(contentsOfFile: folder + "/output", encoding: .utf8) }
}

/// The program's file, and what it prints.
enum Program {
  static let path = Bundle.main.bundleURL.appendingPathComponent("kaffeerunde").path

  static func start(_ arguments: [String], output: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if !FileManager.default.fileExists(atPath: output) {
      try Data().write(to: URL(fileURLWithPath: output))
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    try file.seekToEnd()
    process.standardOutput = file
    process.standardError = file
    try process.run()
    return process
  }

  /// Runs the program to its end.
  static func run(_ arguments: [String]) throws -> (status: Int32, output: Data, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, said, String(decoding: complained, as: UTF8.self))
  }
}

/// Waits until something holds; looks a hundred times a second.
func wait(
  _ what: String,
  seconds: Double = 20,
  until holds: () throws -> Bool
) throws {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while try !holds() {
    guard Date() < deadline else { throw Impatience(what: what) }
    Thread.sleep(forTimeInterval: 0.01)
  }
}

struct Impatience: Error, CustomStringConvertible {
  let what: String
  var description: String { "Waited in vain for \(what)." }
}
