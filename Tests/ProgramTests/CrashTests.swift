import Foundation
import Testing

/// Crashes and failures at any call that changes the disk.
///
/// Some of them, other ones each day; all of the first sixty with `KAFFEERUNDE_CRASHES=60`.
@Suite("Whatever the disk does, nothing acknowledged is lost or doubled", .serialized)
struct CrashTests {
  private static let wanted = Int(ProcessInfo.processInfo.environment["KAFFEERUNDE_CRASHES"] ?? "")

  @Test("An acknowledgement comes only after its own sync", .enabled(if: Strace.isThere))
  func syncs() throws {
    for isShort in [true, false] {
      let calls = try Trial(isShort: isShort).calls()
      var isDirty = false
      var answers = 0
      for call in calls {
        switch (call.name, call.file) {
        case ("pwrite64", let file) where file.contains("-wal>"): isDirty = true
        case ("fdatasync", let file) where file.contains("-wal>"): isDirty = false
        case ("write", let file) where file.contains("eventfd"):
          #expect(!isDirty, "The loop is told of what is not on the disk.")
          answers += 1
        default: break
        }
      }
      #expect(answers > 5)
    }
  }

  @Test("after a kill at any call", .enabled(if: Strace.isThere))
  func kills() throws {
    try tryAll("signal=KILL", each: 6) { $0 == SIGKILL }
  }

  @Test("after an I/O error at any call", .enabled(if: Strace.isThere))
  func errors() throws {
    // 4: the disk fails.
    try tryAll("error=EIO", each: 20) { $0 == 4 }
  }

  @Test("after a full disk at any call", .enabled(if: Strace.isThere))
  func fullDisk() throws {
    try tryAll("error=ENOSPC", each: 20) { $0 == 4 }
  }

  /// - Parameters:
  ///   - each: One of so many calls is tried.
  ///   - mayEnd: Whether the program may end so; it is started again then.
  private func tryAll(
    _ injection: String,
    each: Int,
    mayEnd: @escaping (Int32) -> Bool
  ) throws {
    var (struck, tried) = (0, 0)
    for isShort in [true, false] {
      let calls = try Trial(isShort: isShort).calls().prefix(60)
      #expect(calls.count > 20)
      let day = Int(Date().timeIntervalSince1970 / 86_400)
      for (number, call) in calls.enumerated()
      where Self.wanted.map({ number < $0 }) ?? ((number + day) % each == 0) {
        // The loop is woken through a file of its own, which is no disk.
        if injection.hasPrefix("error"), !call.file.contains("/data/") { continue }
        let trial = try Trial(isShort: isShort)
        let result = try trial.play("\(call.name):\(injection):when=\(call.number)")
        let name = "\(injection) at \(call), call \(number + 1), short: \(isShort)"
        #expect(result.ends.allSatisfy(mayEnd), "\(name): ended with \(result.ends)")
        #expect(result.complaints == [], "\(name)")
        tried += 1
        if result.hasStruck { struck += 1 }
      }
    }
    // No two rounds make quite the same calls.
    #expect(struck * 2 > tried, "Only \(struck) of \(tried) accidents have happened.")
  }
}

/// One round with one accident.
private struct Trial {
  let server: Server
  let isShort: Bool

  init(isShort: Bool) throws {
    server = try Server()
    self.isShort = isShort
  }

  /// The calls that change the disk, in a round without an accident.
  func calls() throws -> [Strace.Call] {
    let strace = try Strace(server.ready.pid, in: server.folder)
    try Load(server, isShort: isShort) { _ in }.play()
    try wait("the record") { try server.files("live") == [] }
    server.end(SIGKILL)
    return try strace.calls(writingTo: server.data)
  }

  struct Result {
    let hasStruck: Bool
    /// What the program has ended with, each time.
    let ends: [Int32]
    /// What is wrong afterwards.
    let complaints: [String]
  }

  func play(_ injection: String) throws -> Result {
    var ends: [Int32] = []
    let strace = try Strace(server.ready.pid, injection, in: server.folder)
    let load = try Load(server, isShort: isShort) { _ in
      guard let end = server.status else { return }
      ends.append(end)
      guard ends.count < 3 else { throw Impatience(what: "a server that stays") }
      try server.start()
    }
    try load.play()
    strace.end()
    if let end = server.status {
      ends.append(end)
      try server.start()
    }
    try wait("the record") { try server.files("live") == [] }
    let verify = try Program.run(["verify", "--data", server.data])
    var complaints = verify.status == 0 ? [] : [String(decoding: verify.output, as: UTF8.self)]
    let export = try Program.run([
      "export", "--data", server.data, "--meeting", server.meeting.id, "--format", "json",
    ])
    let record = try JSONDecoder().decode(Transcript.self, from: export.output)
    complaints += load.complaints(about: record, isShort: isShort)
    if load.mismatches > 0 { complaints.append("\(load.mismatches) digests differed.") }
    return Result(hasStruck: try strace.hasStruck, ends: ends, complaints: complaints)
  }
}

extension Server {
  /// The names of the files in a folder of the data.
  func files(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(data)/\(name)")
  }
}
