import Foundation
import GRDB
import MeetingArchive
import MeetingCore
import Testing

@Suite("A journal")
struct JournalTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }
  var database: String { data + "/live/m1.sqlite" }

  @Test("begins with what has happened before anybody came, or is not there at all")
  func beginsWithEntries() throws {
    let folder = try DataFolder(path: data)
    let journal = try folder.create(Example.file, entries: Array(Example.entries.prefix(2)))
    try journal.append(JournalBatch(entries: Array(Example.entries.dropFirst(2))))
    guard
      case .live(let kept) = try DataFolder.read(path: data, meeting: Example.file.founding.meeting)
    else {
      Issue.record("The meeting goes on.")
      return
    }
    #expect(kept.entries == Example.entries)
    #expect(try folder.liveMeetings() == [Example.founding.meeting])
  }

  @Test("gives back what it took, even when nobody closed it")
  func keepsEntries() throws {
    let folder = try DataFolder(path: data)
    let journal = try folder.create(Example.file)
    try journal.append(JournalBatch(entries: Array(Example.entries.prefix(2))))
    try journal.append(JournalBatch(entries: Array(Example.entries.dropFirst(2))))
    // A copy of the files is what a crash would leave: the first journal is open still.
    try FileManager.default.copyItem(atPath: data, toPath: scratch.path + "/copy")
    let copy = try DataFolder(path: scratch.path + "/copy")
    #expect(try copy.liveMeetings() == [Example.founding.meeting])
    let (_, recovered) = try copy.open(Example.founding.meeting)
    #expect(recovered.file == Example.file)
    #expect(recovered.entries == Example.entries)
  }

  @Test("takes a batch whole or not at all")
  func takesAllOrNothing() throws {
    let folder = try DataFolder(path: data)
    let journal = try folder.create(Example.file)
    try journal.append(JournalBatch(entries: Array(Example.entries.prefix(2))))
    #expect(throws: StorageTrouble.self) {
      try journal.append(JournalBatch(entries: [Example.entries[2], Example.entries[0]]))
    }
    try journal.append(JournalBatch(entries: Array(Example.entries.dropFirst(2))))
    guard case .live(let kept) = try DataFolder.read(path: data, meeting: Example.founding.meeting)
    else {
      Issue.record("The meeting goes on.")
      return
    }
    #expect(kept.entries == Example.entries)
  }

  @Test("that lost an event is not opened")
  func noticesGaps() throws {
    try damage { try $0.execute(sql: "DELETE FROM events WHERE revision = 3") }
    let error = #expect(throws: ArchiveError.self) { try reopen() }
    #expect(error?.exitCode == 3)
    #expect(error?.description.contains("event 3 is missing") == true)
  }

  @Test(
    "of which one value has changed is not opened",
    arguments: [
      "event = replace(event, 'e', 'f')", "time = time + 1", "participant = 2", "reference = NULL",
      "act = 'endMeeting'", "revision = 9", "event = X'00'", "event = 7", "checksum = 'x'",
    ]
  )
  func noticesChanges(change: String) throws {
    try damage { database in
      try database.execute(sql: "UPDATE events SET \(change) WHERE revision = 3")
    }
    let error = #expect(throws: ArchiveError.self) { try reopen() }
    #expect(error?.exitCode == 3)
  }

  @Test("that is no database stops the start, and stays as it is")
  func noticesRubbish() throws {
    try damage { _ in }
    let rubbish = Data(repeating: 7, count: 8_192)
    try rubbish.write(to: URL(fileURLWithPath: scratch.path + "/copy/live/m1.sqlite"))
    let error = #expect(throws: ArchiveError.self) { try reopen() }
    #expect(error?.exitCode == 3)
    #expect(error?.description.contains("m1.sqlite") == true)
    #expect(
      FileManager.default.contents(atPath: scratch.path + "/copy/live/m1.sqlite") == rubbish
    )
  }

  @Test("of a newer format asks for the newer program")
  func noticesFormats() throws {
    try damage { database in
      let file = try #require(try String.fetchOne(database, sql: "SELECT file FROM meeting"))
      // A later program will still say in the same way which format it is.
      let parts = [Array("99".utf8), [0xFF], Array(file.utf8), [0xFF]].joined()
      let checksum = parts.reduce(0xCBF2_9CE4_8422_2325) { (sum: UInt64, byte: UInt8) in
        (sum ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      try database.execute(
        sql: "UPDATE meeting SET format = 99, checksum = ?",
        arguments: [Int64(bitPattern: checksum)]
      )
    }
    let error = #expect(throws: ArchiveError.self) { try reopen() }
    #expect(error?.exitCode == 1)
    #expect(error?.description.contains("format 99") == true)
  }

  @Test("half made by a crash is not there")
  func ignoresHalves() throws {
    let folder = try DataFolder(path: data)
    try Data("half".utf8).write(to: URL(fileURLWithPath: database + ".new"))
    #expect(try folder.liveMeetings() == [])
    _ = try folder.create(Example.file)
    #expect(try folder.liveMeetings() == [Example.founding.meeting])
  }

  @Test("deleted leaves nothing of itself")
  func deletes() throws {
    let folder = try DataFolder(path: data)
    let journal = try folder.create(Example.file)
    try journal.append(JournalBatch(entries: Example.entries))
    try journal.delete()
    #expect(try FileManager.default.contentsOfDirectory(atPath: data + "/live") == [])
  }

  /// Makes a journal, and changes a copy of it as only a defect or a disk could.
  private func damage(_ change: (Database) throws -> Void) throws {
    let journal = try DataFolder(path: data).create(Example.file)
    try journal.append(JournalBatch(entries: Example.entries))
    try FileManager.default.copyItem(atPath: data, toPath: scratch.path + "/copy")
    let copy = try DatabaseQueue(path: scratch.path + "/copy/live/m1.sqlite")
    try copy.write(change)
    try copy.close()
  }

  private func reopen() throws {
    _ = try DataFolder(path: scratch.path + "/copy").open(Example.founding.meeting)
  }
}
