import Foundation
import GRDB
import MeetingArchive
import MeetingCore
import Testing

/// A journal so long that its events are read by several at once.
@Suite("A long journal")
struct LongJournalTests {
  let scratch = try! Scratch()
  private var data: String { scratch.path + "/data" }

  private static let entries = (1...2_500).map { number in
    JournalEntry(
      revision: Revision(rawValue: number),
      time: Example.founding.founded + .milliseconds(number),
      event: .questions(.questionEdited(question: Example.question, text: "Nr. \(number)")),
      cause: nil
    )
  }

  @Test("gives everything back in order")
  func order() throws {
    try keep { _ in }
    let (_, recovered) = try DataFolder(path: data).open(Example.founding.meeting)
    #expect(recovered.entries == Self.entries)
  }

  @Test("names the first event that this program does not know, and is left as it is")
  func unknown() throws {
    try keep { database in
      for revision in [2_400, 1_700] { try rename(revision, in: database) }
    }
    let before = FileManager.default.contents(atPath: data + "/live/m1.sqlite")
    let error = #expect(throws: ArchiveError.self) {
      try DataFolder(path: data).open(Example.founding.meeting)
    }
    #expect(error?.exitCode == 1)
    #expect(error?.description.contains("Event 1700 ") == true)
    #expect(FileManager.default.contents(atPath: data + "/live/m1.sqlite") == before)
  }

  @Test("that is damaged is told so, whatever else is unknown in it")
  func damaged() throws {
    try keep { database in
      try rename(7, in: database)
      try database.execute(sql: "UPDATE events SET time = 7 WHERE revision = 2100")
    }
    let error = #expect(throws: ArchiveError.self) {
      try DataFolder(path: data).open(Example.founding.meeting)
    }
    #expect(error?.exitCode == 3)
    #expect(error?.description.contains("event 2100 is not what was written") == true)
  }

  @Test("of a server that has been started during a look at it keeps its log")
  func startMeanwhile() throws {
    try keep { _ in }
    let file = data + "/live/m1.sqlite"
    let (path, done) = (data, DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      // What it finds is another test's concern.
      for _ in 1...5 { _ = try? DataFolder.verify(path: path) }
      done.signal()
    }
    while !FileManager.default.fileExists(atPath: file + "-shm") { sched_yield() }
    // From here on this is the server; who looks has the lock for a moment, to see if it is free.
    var folder: DataFolder?
    while folder == nil { folder = try? DataFolder(path: data) }
    let database = try DatabaseQueue(path: file)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE acknowledged (word TEXT)")
    }
    done.wait()
    withExtendedLifetime(folder) {
      let log = FileManager.default.contents(atPath: file + "-wal")
      #expect(log?.isEmpty == false)
    }
  }

  @Test("is left without a trace by whoever only looks at it")
  func noTraces() throws {
    try keep { _ in }
    let before = try scratch.files().keys.sorted()
    _ = try DataFolder.read(path: data, meeting: Example.founding.meeting)
    _ = try DataFolder.verify(path: data)
    #expect(try scratch.files().keys.sorted() == before)
  }

  /// Makes the journal, and changes it as another program would.
  private func keep(_ change: (Database) throws -> Void) throws {
    do {
      let journal = try DataFolder(path: data).create(Example.file, entries: Self.entries)
      journal.close()
    }
    let database = try DatabaseQueue(path: data + "/live/m1.sqlite")
    try database.write(change)
    try database.close()
  }

  /// Makes an event one of a kind that only a later program knows, as that would have written it.
  private func rename(_ revision: Int, in database: Database) throws {
    let time = Self.entries[revision - 1].time.rawValue
    let event = #"{"questionSung":{"tune":"\#(revision)"}}"#
    try database.execute(
      sql: "UPDATE events SET event = ?, checksum = ? WHERE revision = ?",
      arguments: [event, checksum("\(revision)", "\(time)", nil, nil, nil, event), revision]
    )
  }

  private func checksum(_ parts: String?...) -> Int64 {
    let bytes = parts.flatMap { part -> [UInt8] in part.map { Array($0.utf8) + [0xFF] } ?? [0xFE] }
    let sum = bytes.reduce(0xCBF2_9CE4_8422_2325) { (sum: UInt64, byte: UInt8) in
      (sum ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: sum)
  }
}
