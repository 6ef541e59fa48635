import Foundation
import MeetingArchive
import MeetingCore
import Testing

@Suite("A copy of a data folder")
struct CopyTests {
  let scratch = try! Scratch()
  private var data: String { scratch.path + "/data" }
  private var other: String { scratch.path + "/other" }

  /// A folder that no server uses, with a meeting and the operator's words.
  private func fill() throws {
    let folder = try DataFolder(path: data)
    _ = try folder.adminKey(orKeep: String(repeating: "k", count: 22))
    try folder.create(Example.file, entries: Example.entries).close()
    try FileManager.default.createDirectory(
      atPath: data + "/pages",
      withIntermediateDirectories: true
    )
    try Data("Stadt Idstein".utf8).write(to: URL(fileURLWithPath: data + "/pages/imprint.de.md"))
  }

  private func copy(as way: String, to new: String) throws -> [Finding] {
    switch way {
    case "backup": try DataFolder.backUp(data, to: new) { "e2" }
    default: try DataFolder.salvage(from: data, to: new) { "e2" }
    }
  }

  @Test("has the operator's own words, too", arguments: ["backup", "salvage"])
  func texts(way: String) throws {
    try fill()
    try #require(mkfifo(data + "/pages/help.en.txt", 0o600) == 0)
    let findings = try copy(as: way, to: other)
    let copy = try DataFolder(path: other)
    #expect(try copy.text(.imprint, in: .de) == Array("Stadt Idstein".utf8))
    // What is no file cannot be copied, and is no reason to have no copy at all.
    let troubles = findings.filter { $0.trouble != nil }
    #expect(troubles.map(\.file) == ["pages/help.en.txt"])
    #expect(try copy.liveMeetings() == [Example.founding.meeting])
    #expect(
      try scratch.files().filter { $0.value & 0o077 != 0 && $0.key.hasPrefix("other") } == [:]
    )
  }

  @Test("is where it is wanted, however that is spelled", arguments: ["/", "/.", "//", "/x/.."])
  func spelling(end: String) throws {
    try fill()
    _ = try copy(as: "backup", to: other + end)
    #expect(try DataFolder(path: other).liveMeetings() == [Example.founding.meeting])
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(names.sorted() == ["data", "other"])
  }

  @Test(
    "is never inside the folder: what is forgotten there would stay in it",
    arguments: ["backup", "salvage"]
  )
  func inside(way: String) throws {
    try fill()
    let before = try scratch.files().keys.sorted()
    for new in [data + "/copy", data + "/live/../copy", data + "/"] {
      let error = #expect(throws: ArchiveError.self) { try copy(as: way, to: new) }
      #expect(error?.exitCode == 1)
      #expect(error?.description.contains("inside the server's folder") == true)
    }
    #expect(try scratch.files().keys.sorted() == before)
  }

  @Test("that could not be made leaves nothing behind")
  func failure() throws {
    try fill()
    try #require(mkfifo(data + "/retention.json", 0o600) == 0)
    #expect(throws: ArchiveError.self) { try copy(as: "backup", to: other) }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(names == ["data"])
  }
}
