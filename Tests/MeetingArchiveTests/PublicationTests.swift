import Foundation
import MeetingArchive
import MeetingCore
import Testing

@Suite("A published record")
struct PublicationTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }
  private static let ended = Example.founding.founded
  private static let meeting = Example.founding.meeting
  private static let publication = Publication(since: ended + .seconds(60), hidesContacts: true)
  private let record = Array(#"{"name":"Ada Lovelace"}"#.utf8)

  /// A folder with a record that is published.
  private func folder() throws -> DataFolder {
    let folder = try DataFolder(path: data)
    try folder.storeSnapshot(record: record, of: Example.founding, ended: Self.ended)
    #expect(try folder.publishedRecord(of: Self.meeting) == nil)
    let published = try #require(try folder.publish(Self.meeting, Self.publication))
    #expect(published.published == Self.publication)
    return folder
  }

  @Test("is so after a restart, too, and its record is the same, byte for byte")
  func survives() throws {
    _ = try folder()
    let again = try DataFolder(path: data)
    #expect(try again.archivedMeetings().map(\.published) == [Self.publication])
    let (json, publication) = try #require(try again.publishedRecord(of: Self.meeting))
    #expect(json == record && publication == Self.publication)
    #expect(try DataFolder.verify(path: data).allSatisfy { $0.trouble == nil })
  }

  @Test("is taken back, as often as somebody likes")
  func takenBack() throws {
    let folder = try folder()
    for _ in 1...2 {
      #expect(try folder.publish(Self.meeting, nil)?.published == nil)
      #expect(try folder.publishedRecord(of: Self.meeting) == nil)
    }
    #expect(try folder.record(of: Self.meeting) == record)
    #expect(try folder.publish(MeetingID(rawValue: "nowhere"), Self.publication) == nil)
  }

  @Test("keeps its date when it is published once more, unless something changes")
  func oncemore() throws {
    let folder = try folder()
    let later = Publication(since: Self.ended + .seconds(600), hidesContacts: true)
    #expect(try folder.publish(Self.meeting, later)?.published == Self.publication)
    let open = Publication(since: later.since, hidesContacts: false)
    #expect(try folder.publish(Self.meeting, open)?.published == open)
  }

  @Test("is so in a backup, in what is salvaged, and on another server")
  func goesAlong() throws {
    do { _ = try folder() }
    let (copy, saved) = (scratch.path + "/copy", scratch.path + "/saved")
    _ = try DataFolder.backUp(data, to: copy) { "e2" }
    _ = try DataFolder.salvage(from: data, to: saved) { "e3" }
    for path in [copy, saved] {
      #expect(try DataFolder(path: path).archivedMeetings().map(\.published) == [Self.publication])
    }
    let kept = try #require(try DataFolder(path: copy).archivedMeetings().first)
    let snapshot = [UInt8](try Data(contentsOf: URL(fileURLWithPath: kept.path)))
    let other = try DataFolder(path: scratch.path + "/other")
    #expect(try other.importSnapshot(snapshot, from: "file").published == Self.publication)
    #expect(try other.archivedMeetings().map(\.published) == [Self.publication])
  }

  @Test("stays so without its names, and is gone with the record")
  func purged() throws {
    let folder = try folder()
    let kept = try #require(try folder.archivedMeetings().first)
    let rest = try folder.delete(.names, of: kept, at: Self.ended + .seconds(3_600)) { _ in
      Array("{}".utf8)
    }
    #expect(rest?.published == Self.publication)
    #expect(try folder.publishedRecord(of: Self.meeting)?.record == Array("{}".utf8))
    _ = try folder.delete(.record, of: try #require(rest), at: Self.ended) { $0 }
    #expect(try folder.publishedRecord(of: Self.meeting) == nil)
    #expect(try scratch.files().keys.filter { $0.contains("m1") } == [])
  }
}
