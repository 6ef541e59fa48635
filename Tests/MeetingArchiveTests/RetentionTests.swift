import Foundation
import MeetingArchive
import MeetingCore
import Testing

@Suite("Retention")
struct RetentionTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }
  static let ended = Example.founding.founded
  static let day = Duration.seconds(86_400)
  private let named = Array(#"{"name":"Ada Lovelace"}"#.utf8)
  private let nameless = Array(#"{}"#.utf8)

  private func due(_ retention: Retention, after days: Int) throws -> [Retention.Part] {
    try DataFolder.due(path: data, by: retention, at: Self.ended + Self.day * days) { _ in }
      .map(\.part)
  }

  @Test("Names are due after thirty days, and the record when the operator says so")
  func parts() throws {
    let folder = try DataFolder(path: data)
    try folder.storeSnapshot(record: named, of: Example.founding, ended: Self.ended)
    #expect(try due(Retention(), after: 29) == [])
    #expect(try due(Retention(), after: 30) == [.names])
    #expect(try due(Retention(), after: 30_000) == [.names])
    #expect(try due(Retention(names: 7, records: 365), after: 7) == [.names])
    #expect(try due(Retention(names: 7, records: 365), after: 364) == [.names])
    #expect(try due(Retention(names: 7, records: 365), after: 365) == [.record])
    #expect(try due(Retention(names: 0), after: 0) == [.names])
  }

  @Test("Names are taken out of a record, and nothing of them is left")
  func names() throws {
    let folder = try DataFolder(path: data)
    let record = try folder.storeSnapshot(record: named, of: Example.founding, ended: Self.ended)
    let now = Self.ended + Self.day * 30
    let rest = try folder.delete(.names, of: record, at: now) { json in
      #expect(json == named)
      return nameless
    }
    #expect(rest?.nameless == now)
    #expect(try folder.record(of: Example.founding.meeting) == nameless)
    #expect(try !scratch.bytes().holds(Array("Lovelace".utf8)))
    #expect(try due(Retention(), after: 40) == [])
    let kept = try #require(try folder.archivedMeetings().first)
    #expect(kept.nameless == now)
    #expect(Retention().next(of: kept) == nil)
  }

  @Test("A whole record is deleted, and nothing of it is left")
  func wholeRecord() throws {
    let folder = try DataFolder(path: data)
    let record = try folder.storeSnapshot(record: named, of: Example.founding, ended: Self.ended)
    let rest = try folder.delete(.record, of: record, at: Self.ended) { $0 }
    #expect(rest == nil)
    #expect(try folder.archivedMeetings().isEmpty)
    #expect(try !scratch.bytes().holds(Array("Lovelace".utf8)))
  }

  @Test("A record that is held stays until it is held no longer")
  func hold() throws {
    let folder = try DataFolder(path: data)
    try folder.storeSnapshot(record: named, of: Example.founding, ended: Self.ended)
    let hold = ArchivedMeeting.Hold(reason: "Widerspruch", since: Self.ended)
    let held = try #require(try folder.hold(Example.founding.meeting, hold))
    #expect(held.hold == hold)
    #expect(try folder.archivedMeetings().map(\.hold) == [hold])
    #expect(try due(Retention(records: 0), after: 40) == [])
    #expect(Retention(records: 0).next(of: held) == nil)

    #expect(try folder.hold(Example.founding.meeting, nil)?.hold == nil)
    #expect(try due(Retention(records: 0), after: 40) == [.record])
    #expect(try folder.hold(MeetingID(rawValue: "nowhere"), hold) == nil)
  }

  @Test("A hold whose reason cannot be read is a hold still")
  func damagedHold() throws {
    let folder = try DataFolder(path: data)
    let record = try folder.storeSnapshot(record: named, of: Example.founding, ended: Self.ended)
    try Data("{".utf8).write(to: URL(fileURLWithPath: record.path + ".hold"))
    #expect(try due(Retention(records: 0), after: 40) == [])
  }

  @Test("A record that cannot be rewritten stays as it is")
  func refusedNames() throws {
    struct Unreadable: Error {}
    let folder = try DataFolder(path: data)
    let record = try folder.storeSnapshot(record: named, of: Example.founding, ended: Self.ended)
    #expect(throws: ArchiveError.self) {
      try folder.delete(.names, of: record, at: Self.ended) { _ in throw Unreadable() }
    }
    #expect(try folder.record(of: Example.founding.meeting) == named)
  }

  @Test("What is deleted next is the next of all that is due")
  func next() throws {
    let folder = try DataFolder(path: data)
    let record = try folder.storeSnapshot(record: named, of: Example.founding, ended: Self.ended)
    let next = try #require(Retention(names: 30, records: 365).next(of: record))
    #expect(next.part == .names)
    #expect(next.at == Self.ended + Self.day * 30)
    #expect(Retention(names: 30, records: 20).next(of: record)?.part == .record)
  }

  @Test("How long records are kept is known to whoever purges without the server")
  func keepsRetention() throws {
    #expect(try DataFolder.retention(path: data) == Retention())
    let folder = try DataFolder(path: data)
    try folder.keep(Retention(names: 3, records: 90))
    #expect(try DataFolder.retention(path: data) == Retention(names: 3, records: 90))
    for text in ["", "{}", #"{"names":-1}"#] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: data + "/retention.json"))
      let error = #expect(throws: ArchiveError.self) { try DataFolder.retention(path: data) }
      #expect(error?.exitCode == 3)
    }
  }

  @Test("What a crash has left half written goes at the next start")
  func halves() throws {
    _ = try DataFolder(path: data)
    try FileManager.default.createDirectory(
      atPath: data + "/archive/ABC234",
      withIntermediateDirectories: true
    )
    let halves = [
      "reserve.new", "live/m1.sqlite.new", "live/m1.sqlite.new-journal",
      "archive/ABC234/2021-01-21-m1.json.new",
    ]
    for name in halves { try Data("half".utf8).write(to: URL(fileURLWithPath: "\(data)/\(name)")) }
    _ = try DataFolder(path: data)
    for name in halves { #expect(!FileManager.default.fileExists(atPath: "\(data)/\(name)")) }
  }
}
