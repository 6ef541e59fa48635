import Foundation
import SocketTestSupport
import Testing

/// A disk that takes its time: only what needs it waits for it.
@Suite("However slow the disk is", .serialized, .enabled(if: Strace.isThere))
struct SlowDiskTests {
  /// Microseconds; far longer than anybody else needs.
  private static let delay = 6_000_000

  @Test("holding a record keeps nobody else waiting, and is answered when it is true")
  func hold() throws {
    let server = try Server(aged: 10)
    try server.start()
    let strace = try slow(server, "fsync")
    let path = "/api/meetings/\(Server.past)/hold"
    let operators = try RawSocket(port: server.port)
    let key = [("Authorization", "Bearer \(server.adminKey)")]
    try operators.send(RawHTTP.post(path, #"{"reason":"Prüfung"}"#, key))
    try expectService(of: server)
    #expect(try server.overview().records.map(\.hold?.reason) == [nil])
    // Who cannot know yet which of two reasons holds does not guess.
    #expect(try server.post(path, "{}").status == 409)
    strace.end()
    #expect(RawAnswer.all(in: try operators.receiveAll()).map(\.status) == [200])
    #expect(try server.overview().records.map(\.hold?.reason) == ["Prüfung"])
    #expect(try server.files("archive/ABC234").contains { $0.hasSuffix(".hold") })
    #expect(try server.post(path, "{}").status == 200)
    #expect(try server.overview().records.map(\.hold?.reason) == [nil])
  }

  @Test("reading the operator's words keeps nobody else waiting")
  func texts() throws {
    let server = try Server()
    let folder = "\(server.data)/pages"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("Stadt Idstein".utf8).write(to: URL(fileURLWithPath: folder + "/imprint.de.txt"))
    let strace = try slow(server, "openat")
    let reader = try RawSocket(port: server.port)
    try reader.send(RawHTTP.request("GET", "/texts/imprint.de.txt"))
    try expectService(of: server)
    strace.end()
    let answers = RawAnswer.all(in: try reader.receiveAll())
    #expect(answers.map { String(decoding: $0.body, as: UTF8.self) } == ["Stadt Idstein"])
  }

  private func slow(_ server: Server, _ call: String) throws -> Strace {
    let injection = "\(call):delay_enter=\(Self.delay)"
    return try Strace(server.ready.pid, injection, of: [call], in: server.folder)
  }

  /// Expects answers while the disk still takes its time.
  private func expectService(of server: Server) throws {
    let start = ContinuousClock.now
    // The first one may still overtake what is to be slow.
    for _ in 1...3 { #expect(try server.get("/healthz").status == 200) }
    #expect(start.duration(to: .now) < .microseconds(Self.delay) / 2)
  }
}
