import Crypto
import Foundation
import GRDB
import MeetingArchive
import MeetingCore
import Testing

@Suite("Looking after a data folder")
struct KeepingTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }
  var other: String { scratch.path + "/other" }
  private let record = Array(#"{"questions":[],"title":"Ü"}"#.utf8)
  private let past = Founding(
    meeting: MeetingID(rawValue: "m0"),
    title: "Vorige Runde",
    series: Example.founding.series,
    founded: Example.founding.founded
  )

  /// A folder with a meeting that goes on and one that has ended.
  ///
  /// - Returns: The journal, which is open still.
  private func fill() throws -> (DataFolder, Journal) {
    let folder = try DataFolder(path: data)
    _ = try folder.adminKey(orKeep: String(repeating: "k", count: 22))
    let journal = try folder.create(Example.file)
    let item = SecretItem(rawValue: "secret")
    for entry in Example.entries { try journal.append(JournalBatch(entries: [entry])) }
    try journal.append(JournalBatch(keys: [item: "the key"]))
    try folder.storeSnapshot(record: record, of: past, ended: past.founded)
    return (folder, journal)
  }

  private func damage(_ change: String) throws {
    let database = try DatabaseQueue(path: data + "/live/m1.sqlite")
    try database.write { try $0.execute(sql: change) }
    try database.close()
  }

  private func damageRecord() throws {
    let path = data + "/archive/ABC234/2021-01-21-m0.json"
    var bytes = try #require(FileManager.default.contents(atPath: path))
    bytes[bytes.count - 8] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  // MARK: Verifying

  @Test("says of each file what it holds, also while a server uses the folder")
  func verifies() throws {
    let (folder, _) = try fill()
    let findings = try DataFolder.verify(path: data)
    #expect(findings.allSatisfy { $0.trouble == nil })
    #expect(
      findings.map { "\($0.file): \($0.content)" } == [
        "live/m1.sqlite: journal, 5 events",
        "archive/ABC234/2021-01-21-m0.json: record, 29 bytes",
        "admin.key: the administration's key",
      ]
    )
    _ = folder
  }

  @Test("says what is wrong where")
  func findsDamage() throws {
    do { _ = try fill() }
    try damage("UPDATE events SET time = 0 WHERE revision = 4")
    try damageRecord()
    let findings = try DataFolder.verify(path: data)
    #expect(findings.map(\.trouble?.exitCode) == [3, 3, nil])
    #expect(findings[0].trouble?.reason.contains("event 4") == true)
    #expect(findings[1].trouble?.reason.contains("checksum") == true)
    #expect(throws: ArchiveError.self) { try DataFolder.verify(path: scratch.path) }
  }

  @Test("notices the journal of another meeting under this one's name")
  func findsStrangers() throws {
    do { _ = try fill() }
    try FileManager.default.moveItem(
      atPath: data + "/live/m1.sqlite",
      toPath: data + "/live/m2.sqlite"
    )
    #expect(try DataFolder.verify(path: data).first?.trouble?.exitCode == 3)
  }

  // MARK: Salvaging

  @Test("salvages everything before the damage, under a new epoch, and changes nothing")
  func salvages() throws {
    do { _ = try fill() }
    try damage("UPDATE events SET event = '{}' WHERE revision = 4")
    try damageRecord()
    let before = try scratch.bytes(below: "data")
    let findings = try DataFolder.salvage(from: data, to: other) { "e2" }
    #expect(findings.map(\.trouble?.exitCode) == [3, 3])
    #expect(findings.map(\.content).first == "journal, 3 events")
    #expect(try scratch.bytes(below: "data") == before)

    #expect(try DataFolder.verify(path: other).allSatisfy { $0.trouble == nil })
    let folder = try DataFolder(path: other)
    #expect(try folder.adminKey(orKeep: "x") == String(repeating: "k", count: 22))
    let (_, recovered) = try folder.open(Example.founding.meeting)
    #expect(recovered.entries == Array(Example.entries.prefix(3)))
    #expect(recovered.file.epoch == "e2")
    #expect(recovered.file.keys == Example.file.keys)
    #expect(recovered.keys == [SecretItem(rawValue: "secret"): "the key"])
    let damaged = other + "/archive/ABC234/2021-01-21-m0.json.damaged"
    #expect(FileManager.default.contents(atPath: damaged) != nil)
    #expect(try folder.archivedMeetings().isEmpty)
  }

  @Test("salvages a sound folder whole, and never into one that holds something")
  func salvagesAll() throws {
    do { _ = try fill() }
    let findings = try DataFolder.salvage(from: data, to: other) { "e2" }
    #expect(findings.allSatisfy { $0.trouble == nil })
    let folder = try DataFolder(path: other)
    #expect(try folder.open(Example.founding.meeting).1.entries == Example.entries)
    #expect(try folder.record(of: past.meeting) == record)
    #expect(throws: ArchiveError.self) {
      try DataFolder.salvage(from: data, to: other) { "e3" }
    }
    let server = try DataFolder(path: data)
    #expect(throws: ArchiveError.self) {
      try DataFolder.salvage(from: data, to: scratch.path + "/third") { "e3" }
    }
    _ = server
  }

  @Test("salvages the other meetings where of one nothing is readable")
  func salvagesTheRest() throws {
    do { _ = try fill() }
    let rubbish = Data(repeating: 7, count: 8_192)
    try rubbish.write(to: URL(fileURLWithPath: data + "/live/m1.sqlite"))
    let findings = try DataFolder.salvage(from: data, to: other) { "e2" }
    #expect(findings.map(\.trouble?.exitCode) == [3, nil])
    #expect(try DataFolder(path: other).liveMeetings() == [])
  }

  // MARK: Backing up

  @Test("backs up while a server writes, and what comes later is not in it")
  func backsUp() throws {
    let (folder, journal) = try fill()
    let hold = ArchivedMeeting.Hold(reason: "Widerspruch", since: past.founded)
    _ = try folder.hold(past.meeting, hold)
    let findings = try DataFolder.backUp(data, to: other) { "e2" }
    #expect(findings.allSatisfy { $0.trouble == nil })
    #expect(findings.count == 3)
    let last = JournalEntry(
      revision: Revision(rawValue: Example.entries.count + 1),
      time: Example.founding.founded + .seconds(60),
      event: .agenda(.phaseChanged(phase: .live)),
      cause: nil
    )
    try journal.append(JournalBatch(entries: [last]))

    let copy = try DataFolder(path: other)
    let (_, recovered) = try copy.open(Example.founding.meeting)
    #expect(recovered.entries == Example.entries)
    #expect(recovered.file.epoch == "e2")
    #expect(recovered.keys.count == 1)
    #expect(try copy.archivedMeetings().map(\.hold) == [hold])
    #expect(try copy.adminKey(orKeep: "x") == String(repeating: "k", count: 22))
    for (name, mode) in try scratch.files() {
      #expect(mode & 0o077 == 0 || !name.hasPrefix("other"), "\(name)")
    }
  }

  @Test("backs up nothing that was forgotten")
  func backsUpNothingForgotten() throws {
    let (_, journal) = try fill()
    let forgetting = Forgetting(
      revisions: [Revision(rawValue: 3)],
      items: [SecretItem(rawValue: "secret")]
    )
    try journal.append(JournalBatch(forgetting: forgetting))
    _ = try DataFolder.backUp(data, to: other) { "e2" }
    for words in ["teuer", "the key"] {
      #expect(try !scratch.bytes(below: "other").holds(Array(words.utf8)))
    }
  }

  @Test("backs up what is sound, says what is not, and never over something")
  func backsUpDamage() throws {
    do { _ = try fill() }
    try damageRecord()
    let findings = try DataFolder.backUp(data, to: other) { "e2" }
    #expect(findings.compactMap(\.trouble?.exitCode) == [3])
    #expect(try DataFolder(path: other).open(Example.founding.meeting).1.entries.count == 5)
    #expect(throws: ArchiveError.self) { try DataFolder.backUp(data, to: other) { "e3" } }
    #expect(throws: ArchiveError.self) { try DataFolder.backUp(other + "/live", to: data) { "" } }
  }

  // MARK: Importing

  @Test("takes in a record of another server, once, byte for byte")
  func imports() throws {
    let (folder, _) = try fill()
    guard case .record(let json, let file) = try DataFolder.read(path: data, meeting: past.meeting)
    else {
      Issue.record("The meeting has ended.")
      return
    }
    #expect(json == record)
    let new = try DataFolder(path: other)
    let first = try new.importSnapshot(file, from: "a file")
    #expect(first.founding == past)
    #expect(try new.importSnapshot(file, from: "a file").path == first.path)
    #expect(FileManager.default.contents(atPath: first.path).map([UInt8].init) == file)
    #expect(try new.record(of: past.meeting) == record)
    _ = folder
  }

  @Test("does not take in what is damaged, another one, or going on here")
  func refusesImports() throws {
    let (folder, _) = try fill()
    let known = try #require(try folder.archivedMeetings().first)
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: known.path)))
    let new = try DataFolder(path: other)
    _ = try new.create(MeetingFile(founding: past, epoch: "e", keys: [:]))
    #expect(throws: ArchiveError.self) { try new.importSnapshot(bytes, from: "a file") }

    try folder.storeSnapshot(record: Array("{}".utf8), of: past, ended: past.founded)
    #expect(throws: ArchiveError.self) { try folder.importSnapshot(bytes, from: "a file") }
    bytes[100] ^= 1
    let error = #expect(throws: ArchiveError.self) {
      try folder.importSnapshot(bytes, from: "a file")
    }
    #expect(error?.exitCode == 3)
  }

  @Test("does not let a record's id lead out of the folder")
  func refusesPaths() throws {
    let folder = try DataFolder(path: data)
    let known = try folder.storeSnapshot(record: record, of: past, ended: past.founded)
    let bytes = try #require(FileManager.default.contents(atPath: known.path))
    let text = String(decoding: bytes, as: UTF8.self).dropLast(2)
    let content = try #require(text.range(of: #""content":"#))
    let sly = text[content.upperBound...].replacing(#""m0""#, with: #""../../m0""#)
    let sum = SHA256.hash(data: Data(sly.utf8)).map { String(format: "%02x", $0) }.joined()
    let file = #"{"format":1,"sha256":"\#(sum)","content":\#(sly)}\#n"#
    let error = #expect(throws: ArchiveError.self) {
      try folder.importSnapshot(Array(file.utf8), from: "a file")
    }
    #expect(error?.reason.contains("id") == true)
  }
}
