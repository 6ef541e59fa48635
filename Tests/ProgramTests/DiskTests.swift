import Foundation
import MeetingArchive
import MeetingCore
import SocketTestSupport
import Testing

@Suite("A disk that is really full", .enabled(if: Mount.isAllowed), .serialized)
struct FullDiskTests {
  @Test("refuses in words, keeps what it has, and is right again by itself")
  func recovers() throws {
    let (server, mount) = try Server.onMount { try Mount(memory: "12m", at: $0) }
    var isFilled = false
    let load = try Load(server, of: 8) { load in
      #expect(server.status == nil)
      if !isFilled, load.promised.count > 12 {
        try server.fillDisk()
        isFilled = true
      }
      if load.fullDisks > 2 { try? FileManager.default.removeItem(atPath: server.filler) }
    }
    try load.play()
    #expect(load.fullDisks > 2)
    try server.expectRound(load)
    let log = try server.output()
    #expect(log.contains("storage=full"))
    #expect(log.contains("storage=low"))
    let reserve = FileManager.default.contents(atPath: server.data + "/reserve")
    #expect(reserve?.count == 4 << 20)
    _ = mount
  }

  @Test("lets a round end and keeps its record all the same, but lets none begin")
  func ends() async throws {
    let (server, mount) = try Server.onMount { try Mount(memory: "12m", at: $0) }
    let load = try Load(server, of: 8) { load in
      guard load.isDone, !load.mayEnd else { return }
      try server.fillDisk()
      load.mayEnd = true
    }
    load.mayEnd = false
    try load.play()
    try server.expectRound(load)
    #expect(!FileManager.default.fileExists(atPath: server.data + "/reserve"))
    let status = try await server.posts(
      "/api/meetings",
      #"{"title":"Noch eine"}"#,
      key: server.adminKey
    )
    #expect(status == 507)
    _ = mount
  }
}

extension FullDiskTests {
  @Test("lets nothing be published, and everything be taken back")
  func takesBack() throws {
    let (server, mount) = try Server.onMount { try Mount(memory: "12m", at: $0) }
    let path = "/api/meetings/\(server.meeting.id)"
    try server.plays(ends: true)
    try wait("the record") { try server.overview().records.count == 1 }
    #expect(try server.post(path + "/publication", #"{"published":true}"#).status == 200)
    let before = try server.get(path + "/transcript.md")
    #expect(before.status == 200)
    try server.fillDisk()
    let other = #"{"published":true,"hidesContacts":false}"#
    #expect(try server.post(path + "/publication", other).status == 507)
    #expect(try server.get(path + "/transcript.md").body == before.body)
    #expect(try server.post(path + "/publication", #"{"published":false}"#).status == 200)
    #expect(try server.get(path + "/transcript.md").status == 404)
    #expect(try Program.run(["verify", "--data", server.data]).status == 0)
    _ = mount
  }
}

/// `kill -9` is no power cut: what was written survives it even when it was never synced.
@Suite("Power cuts", .enabled(if: Mount.hasDisks, "This machine makes no disks of files."))
struct PowerCutTests {
  @Test("Twenty under load lose and double nothing")
  func cuts() throws {
    let (server, mount) = try Server.onMount { try Mount(disk: "64M", at: $0) }
    var (cuts, promised) = (0, 0)
    let load = try Load(server, of: 12) { load in
      guard cuts < 20, load.promised.count > promised else { return }
      // Without power nobody acknowledges anything, whatever a sync under way is told still.
      try server.freeze()
      try mount.cutPower()
      server.end(SIGKILL)
      try mount.restorePower()
      try server.expectKept(load.promised)
      try server.start()
      cuts += 1
      promised = load.promised.count
    }
    // Else everything would be said before the last cuts.
    load.rest = 0.2
    try load.play()
    #expect(cuts == 20)
    try server.expectRound(load)
  }
}

extension Server {
  /// A server of which the data folder is a file system of its own.
  static func onMount(_ make: (String) throws -> Mount) throws -> (Server, Mount) {
    let server = try Server()
    server.end(SIGTERM)
    try FileManager.default.removeItem(atPath: server.data)
    let mount = try make(server.data)
    try server.start()
    return (server, mount)
  }

  /// What takes all the space.
  var filler: String { data + "/filler" }

  /// Writes until nothing fits any more.
  func fillDisk() throws {
    try Data().write(to: URL(fileURLWithPath: filler))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: filler))
    for size in [1 << 20, 1 << 12, 1] {
      while (try? file.write(contentsOf: Data(count: size))) != nil {}
    }
    try file.close()
  }

  /// Stops every thread of the program, but for those that wait for the disk.
  func freeze() throws {
    kill(ready.pid, SIGSTOP)
    let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(ready.pid)/task")
    try wait("a standstill") {
      try threads.allSatisfy { thread in
        let path = "/proc/\(ready.pid)/task/\(thread)/stat"
        let state = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: ") ")
        return ["T", "D"].contains(state.last?.first.map(String.init))
      }
    }
  }

  /// Every promise is in the journal, at the revision that was named.
  func expectKept(_ promised: [String: Int]) throws {
    guard
      case .live(let kept) = try DataFolder.read(path: data, meeting: .init(rawValue: meeting.id))
    else { throw Impatience(what: "a journal") }
    let lost = promised.filter { reference, revision in
      revision > kept.entries.count
        || kept.entries[revision - 1].cause?.reference.rawValue != reference
    }
    #expect(lost.isEmpty, "Lost, of \(kept.entries.count) events.")
  }

  /// Everything is in the record that a round was promised.
  func expectRound(_ load: Load) throws {
    try wait("the record") { try files("live") == [] }
    let export = try Program.run([
      "export", "--data", data, "--meeting", meeting.id, "--format", "json",
    ])
    let record = try JSONDecoder().decode(Transcript.self, from: export.output)
    #expect(load.complaints(about: record) == [])
    #expect(load.mismatches == 0)
  }
}
