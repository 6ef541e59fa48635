import Foundation
import SocketTestSupport
import Testing

/// Crashes and failures at any call that changes the disk.
///
/// Some of them, other ones each day; all of the first sixty with `KAFFEERUNDE_CRASHES=60`.
@Suite("Whatever the disk does, nothing acknowledged is lost or doubled", .serialized)
struct CrashTests {
  private static let wanted = Int(ProcessInfo.processInfo.environment["KAFFEERUNDE_CRASHES"] ?? "")

  @Test("An acknowledgement comes only after its own sync", .enabled(if: Strace.isThere))
  func syncs() throws {
    for people in [2, 8] {
      let calls = try Trial(people: people).calls()
      var (isDirty, isSynced) = (false, false)
      var (answers, early, others) = (0, 0, 0)
      for call in calls {
        switch (call.name, call.file) {
        case ("pwrite64", let file) where file.contains("-wal>"): isDirty = true
        case ("fdatasync", let file) where file.contains("-wal>"):
          (isDirty, isSynced) = (false, true)
        case ("write", let file) where file.contains("eventfd"):
          answers += 1
          if isDirty { early += 1 }
          if !isSynced { others += 1 }
          isSynced = false
        default: break
        }
      }
      #expect(answers > 5)
      #expect(early == 0, "So often the loop was told of what is not on the disk.")
      // It is also told how much space there is, and that the record is kept.
      #expect(others <= 3, "So often the loop was told of something, and nothing was kept.")
    }
  }

  @Test("after a kill at any call", .enabled(if: Strace.isThere))
  func kills() throws {
    try tryAll("signal=KILL", each: 6) { $0 == SIGKILL }
  }

  @Test("after an I/O error at any call", .enabled(if: Strace.isThere))
  func errors() throws {
    // 4: the disk fails. What was given to a sync that fails is on the disk all the same, mostly.
    try tryAll(
      "error=EIO",
      each: 40,
      always: ["fdatasync 7", "fdatasync 8"]
    ) {
      $0 == 4
    }
  }

  @Test("after a full disk at any call", .enabled(if: Strace.isThere))
  func fullDisk() throws {
    try tryAll("error=ENOSPC", each: 15) { $0 == 4 }
  }

  /// - Parameters:
  ///   - each: One of so many calls is tried.
  ///   - always: The calls of the short round that are always tried.
  ///   - mayEnd: Whether the program may end so; it is started again then.
  private func tryAll(
    _ injection: String,
    each: Int,
    always: Set<String> = [],
    mayEnd: @escaping (Int32) -> Bool
  ) throws {
    var (struck, tried) = (0, 0)
    for people in [2, 8] {
      let calls = try Trial(people: people).calls().prefix(60)
      #expect(calls.count > 20)
      let day = Int(Date().timeIntervalSince1970 / 86_400)
      for (number, call) in calls.enumerated()
      where Self.wanted.map({ number < $0 })
        ?? ((number + day) % each == 0 || people == 2 && always.contains(call.description))
      {
        // The loop is woken through a file of its own, which is no disk.
        if injection.hasPrefix("error"), !call.file.contains("/data/") { continue }
        let trial = try Trial(people: people)
        let result = try trial.play("\(call.name):\(injection):when=\(call.number)")
        let name = "\(injection) at \(call), call \(number + 1), people: \(people)"
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
  let people: Int

  init(people: Int) throws {
    server = try Server()
    self.people = people
  }

  /// The calls that change the disk, in a round without an accident.
  func calls() throws -> [Strace.Call] {
    let strace = try Strace(server.ready.pid, in: server.folder)
    try Load(server, of: people) { _ in }.play()
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
    let load = try Load(server, of: people) { _ in
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
    complaints += load.complaints(about: record)
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
