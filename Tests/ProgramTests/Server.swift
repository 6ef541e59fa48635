import Foundation
import SocketTestSupport
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
      let speaker: String
      let stage: String

      /// What stands behind `#key=`.
      var moderatorKey: String { moderator.components(separatedBy: "#key=").last ?? "" }
    }
  }

  /// - Parameter isStarted: False for a folder alone, to be prepared.
  init(isStarted: Bool = true) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("kaffeerunde-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    ready = Ready(url: "http://127.0.0.1:0", pid: 0, admin: "", meetings: [])
    if isStarted { try start() }
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    // The system cleans its folder of temporary files anyway.
    try? FileManager.default.removeItem(atPath: folder)
  }

  var data: String { folder + "/data" }
  var readyFile: String { folder + "/ready.json" }
  var processID: Int32 { process.processIdentifier }
  var meeting: Ready.Meeting { ready.meetings[0] }
  var port: Int { URL(string: ready.url)?.port ?? 0 }
  var adminKey: String { ready.admin.components(separatedBy: "#key=").last ?? "" }

  /// Starts the program, after the first time at the address that it had.
  ///
  /// - Parameter arguments: What it is given besides the usual.
  func start(_ arguments: [String] = []) throws {
    // The first start leaves nothing to remove.
    try? FileManager.default.removeItem(atPath: readyFile)
    try launch(arguments)
    try wait("the ready file") { FileManager.default.fileExists(atPath: readyFile) }
    let json = try #require(FileManager.default.contents(atPath: readyFile))
    ready = try JSONDecoder().decode(Ready.self, from: json)
  }

  /// What the program has ended with; nothing while it runs.
  var status: Int32? { process.isRunning ? nil : process.terminationStatus }

  /// Starts the program without waiting for it.
  func launch(_ arguments: [String] = []) throws {
    process = try Program.start(
      ["serve", "--data", data, "--port", "\(port)", "--ready-file", readyFile] + arguments,
      output: folder + "/output"
    )
  }

  /// Ends the program as a power cut would, or as an operator would.
  ///
  /// - Returns: What it ended with.
  @discardableResult
  func end(_ signal: Int32) -> Int32 {
    ask(signal)
    return waitForEnd()
  }

  func ask(_ signal: Int32) { kill(processID, signal) }

  func waitForEnd() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Everything that the program has said, on both streams.
  func output() throws -> String { try String(contentsOfFile: folder + "/output", encoding: .utf8) }
}

// MARK: - People

extension Server {
  /// Lets chair, ada and ben do something in the first meeting, as steps of a rehearsal.
  func plays(_ steps: [String]) throws {
    let people = #"{"id":"chair","role":"moderator"},{"id":"ada"},{"id":"ben"}"#
    let script = #"{"people":[\#(people)],"steps":[\#(steps.joined(separator: ","))]}"#
    let file = folder + "/script.json"
    try Data(script.utf8).write(to: URL(fileURLWithPath: file))
    let played = try Program.run([
      "rehearse", file, "--url", meeting.participant, "--key", meeting.moderatorKey, "--speed",
      "50",
    ])
    #expect(played.status == 0, "\(played.errors)\(String(decoding: played.output, as: UTF8.self))")
  }
}

// MARK: - HTTP

extension Server {
  func get(_ path: String, bearer: String? = nil) throws -> RawAnswer {
    try RawHTTP.answer(to: RawHTTP.request("GET", path, Self.bearer(bearer)), port: port)
  }

  func head(_ path: String, bearer: String? = nil) throws -> RawAnswer {
    try RawHTTP.answer(to: RawHTTP.request("HEAD", path, Self.bearer(bearer)), port: port)
  }

  /// Posts JSON with the administration's key.
  func post(_ path: String, _ body: String) throws -> RawAnswer {
    try post(path, body, bearer: adminKey)
  }

  func post(_ path: String, _ body: String, bearer: String?) throws -> RawAnswer {
    try RawHTTP.answer(to: RawHTTP.post(path, body, Self.bearer(bearer)), port: port)
  }

  private static func bearer(_ key: String?) -> [(String, String)] {
    key.map { [("Authorization", "Bearer \($0)")] } ?? []
  }
}

// MARK: - What the system knows of it

extension Server {
  /// How much time of a processor the program has used so far, in seconds.
  func processorSeconds() throws -> Double {
    let line = try String(contentsOfFile: "/proc/\(processID)/stat", encoding: .utf8)
    // The name in brackets may hold blanks; the times are the 12th and 13th field behind it.
    let fields = line.components(separatedBy: ") ").last?.split(separator: " ") ?? []
    let ticks = fields[11...12].compactMap { Double($0) }.reduce(0, +)
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  func openDescriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(processID)/fd").count
  }

  /// Lets the running program open so many files and sockets at most, from now on.
  func limitDescriptors(to count: Int) throws {
    let limit = try Program.run(
      ["--pid", "\(processID)", "--nofile=\(count):"],
      at: "/usr/bin/prlimit"
    )
    try #require(limit.status == 0, "\(limit.errors)")
  }
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

  /// Runs the program, or another one, to its end, and at most for a minute.
  static func run(
    _ arguments: [String],
    at path: String = path
  ) throws -> (status: Int32, output: Data, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let end = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: end)
    defer { end.cancel() }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, said, String(decoding: complained, as: UTF8.self))
  }
}
