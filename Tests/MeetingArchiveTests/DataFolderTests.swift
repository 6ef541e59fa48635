import Foundation
import MeetingArchive
import MeetingCore
import Testing

@Suite("A data folder")
struct DataFolderTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }
  let record = Array(#"{"questions":[],"title":"Ü"}"#.utf8)

  @Test("is closed to all others")
  func isClosed() throws {
    let folder = try DataFolder(path: data)
    _ = try folder.adminKey(orKeep: String(repeating: "k", count: 22))
    let journal = try folder.create(Example.file)
    try journal.append(JournalBatch(entries: Example.entries))
    try folder.storeSnapshot(record: record, of: Example.founding, ended: Example.founding.founded)
    for (name, mode) in try scratch.files() {
      #expect(mode & 0o077 == 0, "\(name) has \(String(mode, radix: 8))")
    }
  }

  @Test("is used by one server at a time")
  func isLocked() throws {
    let folder = try DataFolder(path: data)
    let error = #expect(throws: ArchiveError.self) { _ = try DataFolder(path: data) }
    #expect(error?.description.contains("Another server") == true)
    #expect(try folder.liveMeetings() == [])
  }

  @Test("that is a link or a file is refused")
  func refusesLinks() throws {
    try FileManager.default.createSymbolicLink(
      atPath: data,
      withDestinationPath: scratch.path
    )
    #expect(throws: ArchiveError.self) { _ = try DataFolder(path: data) }
    try Data().write(to: URL(fileURLWithPath: scratch.path + "/file"))
    #expect(throws: ArchiveError.self) { _ = try DataFolder(path: scratch.path + "/file") }
  }

  @Test("keeps the first administration key")
  func keepsKey() throws {
    let folder = try DataFolder(path: data)
    let first = String(repeating: "a", count: 22)
    #expect(try folder.adminKey(orKeep: first) == first)
    #expect(try folder.adminKey(orKeep: String(repeating: "b", count: 22)) == first)
    try Data("short\n".utf8).write(to: URL(fileURLWithPath: data + "/admin.key"))
    #expect(throws: ArchiveError.self) { try folder.adminKey(orKeep: first) }
  }

  @Test("gives back a record byte for byte, and lists it")
  func keepsRecords() throws {
    let folder = try DataFolder(path: data)
    let ended = Example.founding.founded + .seconds(7_200)
    try folder.storeSnapshot(record: record, of: Example.founding, ended: ended)
    try folder.storeSnapshot(record: record, of: Example.founding, ended: ended)
    #expect(try folder.record(of: Example.founding.meeting) == record)
    #expect(try folder.record(of: MeetingID(rawValue: "m2")) == nil)
    let all = try folder.archivedMeetings()
    #expect(all.map(\.founding) == [Example.founding])
    #expect(all.map(\.ended) == [ended])
    #expect(all.first?.path.hasSuffix("archive/ABC234/2021-01-21-m1.json") == true)
  }

  @Test(
    "does not trust a record of which one byte has changed",
    arguments: [0, 9, 30, 90, 120, -1]
  )
  func noticesDamage(place: Int) throws {
    let folder = try DataFolder(path: data)
    try folder.storeSnapshot(
      record: record,
      of: Example.founding,
      ended: Example.founding.founded
    )
    let path = try #require(try folder.archivedMeetings().first?.path)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    bytes[place < 0 ? bytes.count - 5 : place] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: ArchiveError.self) {
      try folder.record(of: Example.founding.meeting)
    }
    #expect(error?.exitCode == 3)
    var complaints = 0
    #expect(try folder.archivedMeetings { _ in complaints += 1 }.isEmpty)
    #expect(complaints == 1)
  }

  @Test("is read beside a server, and names what is not there")
  func readsBeside() throws {
    let folder = try DataFolder(path: data)
    let journal = try folder.create(Example.file)
    try journal.append(JournalBatch(entries: Example.entries))
    let id = Example.founding.meeting
    guard case .live(let kept) = try DataFolder.read(path: data, meeting: id) else {
      Issue.record("The meeting goes on.")
      return
    }
    #expect(kept.entries == Example.entries)
    try folder.storeSnapshot(
      record: record,
      of: Example.founding,
      ended: Example.founding.founded
    )
    try journal.delete()
    guard case .record(let json, _) = try DataFolder.read(path: data, meeting: id) else {
      Issue.record("The meeting has ended.")
      return
    }
    #expect(json == record)
    for path in ["../m1", "m2", "", "lock"] {
      #expect(throws: ArchiveError.self) {
        try DataFolder.read(path: data, meeting: MeetingID(rawValue: path))
      }
    }
    #expect(throws: ArchiveError.self) {
      try DataFolder.read(path: scratch.path + "/nowhere", meeting: id)
    }
  }
}
