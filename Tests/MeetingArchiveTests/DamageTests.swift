import Foundation
import MeetingArchive
import MeetingCore
import Testing

/// Every byte of a small store is changed, and every length tried, one after the other.
///
/// All of them with `KAFFEERUNDE_DAMAGES=all`; else a part that is another one each day.
@Suite("A damaged store")
struct DamageTests {
  let scratch = try! Scratch(inMemory: true)
  /// The places that are tried: every 47th, but all of the first and the last ones.
  private static let step =
    ProcessInfo.processInfo.environment["KAFFEERUNDE_DAMAGES"] == "all" ? 1 : 47

  @Test("gives everything back or is refused, wherever its database is damaged")
  func database() throws {
    let store = try Store(scratch, log: false)
    var refused = 0
    for place in store.places(of: "live/m1.sqlite", step: Self.step) {
      for change: UInt8 in [0x01, 0xFF] {
        var bytes = store.files["live/m1.sqlite"]!
        bytes[place] ^= change
        let entries = try store.opens(
          with: bytes,
          as: "live/m1.sqlite",
          "byte \(place) ^ \(change)"
        )
        if let entries { #expect(entries == store.entries) } else { refused += 1 }
      }
    }
    #expect(refused > 100)
  }

  @Test("gives everything back or is refused, to whichever length its database was cut")
  func shortDatabase() throws {
    let store = try Store(scratch, log: false)
    for length in store.places(of: "live/m1.sqlite", step: Self.step) {
      let bytes = store.files["live/m1.sqlite"]!.prefix(length)
      let entries = try store.opens(with: bytes, as: "live/m1.sqlite", "length \(length)")
      #expect(entries == nil)
    }
  }

  @Test("gives back what was kept before the damage of its log, or is refused")
  func log() throws {
    let store = try Store(scratch, log: true)
    let name = "live/m1.sqlite-wal"
    var (shortened, refused) = (0, 0)
    for place in store.places(of: name, step: Self.step) {
      var bytes = store.files[name]!
      bytes[place] ^= 0x10
      guard let entries = try store.opens(with: bytes, as: name, "byte \(place)") else {
        refused += 1
        continue
      }
      #expect(entries == Array(store.entries.prefix(entries.count)), "byte \(place)")
      #expect(entries.count >= store.kept(before: place), "byte \(place)")
      if entries.count < store.entries.count { shortened += 1 }
      // Two commits are never lost in silence: that is no power cut.
      #expect(entries.count >= store.entries.count - Store.batch, "byte \(place)")
    }
    #expect(shortened > 0)
    #expect(refused > shortened)
  }

  @Test("gives back what was kept, to whichever length its log was cut")
  func shortLog() throws {
    let store = try Store(scratch, log: true)
    let name = "live/m1.sqlite-wal"
    for length in store.places(of: name, step: Self.step) {
      let bytes = store.files[name]!.prefix(length)
      guard let entries = try store.opens(with: bytes, as: name, "length \(length)") else {
        continue
      }
      #expect(entries == Array(store.entries.prefix(entries.count)), "length \(length)")
      #expect(entries.count >= store.kept(before: length), "length \(length)")
    }
  }

  @Test("does not give back a record that is another one")
  func record() throws {
    let folder = try DataFolder(path: scratch.path + "/data")
    let record = Array(#"{"questions":[],"title":"Ü"}"#.utf8)
    try folder.storeSnapshot(record: record, of: Example.founding, ended: .init(rawValue: 7))
    let path = try #require(try folder.archivedMeetings().first?.path)
    let whole = try #require(FileManager.default.contents(atPath: path))
    for place in whole.indices {
      for damaged in [whole.prefix(place), whole.changed(at: place)] {
        try damaged.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: ArchiveError.self) {
          try folder.record(of: Example.founding.meeting)
        }
        #expect(error?.exitCode == 3, "\(place)")
      }
    }
  }
}

extension Data {
  fileprivate func changed(at place: Int) -> Data {
    var bytes = self
    bytes[place] ^= 4
    return bytes
  }
}

/// A small store as a server leaves it, to be damaged again and again.
private struct Store {
  let scratch: Scratch
  let entries: [JournalEntry]
  private(set) var files: [String: Data] = [:]
  private let key = "the key of a secret item"
  private let item = SecretItem(rawValue: "secret")
  /// How many events are kept at once.
  static let batch = 5
  /// How long the log was after each event.
  private var lengths: [Int] = []

  /// - Parameter log: Whether the events are in the log still.
  init(_ scratch: Scratch, log: Bool) throws {
    self.scratch = scratch
    entries = (0..<8).flatMap { round in
      Example.entries.map { entry in
        JournalEntry(
          revision: Revision(rawValue: entry.revision.rawValue + round * Example.entries.count),
          time: entry.time + .seconds(round),
          event: entry.event,
          cause: entry.cause
        )
      }
    }
    let data = scratch.path + "/data"
    let journal = try DataFolder(path: data).create(Example.file)
    try journal.append(JournalBatch(keys: [item: key]))
    _ = journal.scrub()
    for start in stride(from: 0, to: entries.count, by: Self.batch) {
      try journal.append(JournalBatch(entries: Array(entries[start..<start + Self.batch])))
      let length = FileManager.default.contents(atPath: data + "/live/m1.sqlite-wal")?.count ?? 0
      lengths += Array(repeating: length, count: Self.batch)
    }
    if !log { _ = journal.scrub() }
    for name in ["live/m1.sqlite", "live/m1.sqlite-wal"] {
      files[name] = FileManager.default.contents(atPath: "\(data)/\(name)")
    }
  }

  func places(of name: String, step: Int) -> [Int] {
    let count = files[name]?.count ?? 0
    let day = Int(Date().timeIntervalSince1970 / 86_400) % step
    let some = stride(from: day, to: count, by: step)
    return Set(some).union(0..<110).union(max(0, count - 40)..<count).sorted()
  }

  /// How many events were in the log before a place of it.
  func kept(before place: Int) -> Int { lengths.count { $0 <= place } }

  /// Opens the store with one of its files damaged.
  ///
  /// - Returns: Its events; nothing where it was refused, properly and without a change.
  func opens(with bytes: Data, as name: String, _ what: String) throws -> [JournalEntry]? {
    let path = scratch.path + "/damaged"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: path + "/live",
      withIntermediateDirectories: true
    )
    for (name, bytes) in files.merging([name: bytes], uniquingKeysWith: { $1 }) {
      try bytes.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    do throws(ArchiveError) {
      let (_, recovered) = try DataFolder(path: path).open(Example.founding.meeting)
      #expect(recovered.file == Example.file, "\(what)")
      #expect(recovered.keys == [item: key], "\(what)")
      return recovered.entries
    } catch {
      #expect(error.exitCode == 3, "\(what): \(error)")
      #expect(error.file.contains("m1.sqlite"), "\(what): \(error)")
      let left = FileManager.default.contents(atPath: "\(path)/\(name)")
      #expect(left == bytes, "\(what): the file was changed")
      return nil
    }
  }
}
