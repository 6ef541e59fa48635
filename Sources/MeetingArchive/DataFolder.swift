import Foundation
package import MeetingCore

/// The folder in which a server keeps everything: journals of meetings that go on, records of
/// those that ended, and the administration's key.
///
/// One process at a time; only its own user may look inside (folders 0700, files 0600).
package struct DataFolder: Sendable {
  let layout: Layout
  private let lock: Disk.Lock

  var path: String { layout.path }

  /// Takes a folder for this process, and makes it if it is missing.
  ///
  /// - Throws: Who else uses it, or what is wrong with it.
  package init(path: String) throws(ArchiveError) {
    layout = Layout(path: path)
    umask(0o077)
    try Disk.makeFolder(path)
    lock = try Disk.lock(layout.lock)
    for folder in [layout.live, layout.archive] { try Disk.makeFolder(folder) }
    for file in try layout.halves() { try Disk.remove(file) }
  }

  /// Takes a folder for this process that is there.
  package init(existing path: String) throws(ArchiveError) {
    try Layout(path: path).requireServersFolder()
    try self.init(path: path)
  }

  /// The administration's key; made at the first start.
  ///
  /// - Parameter fresh: A new key, impossible to guess.
  package func adminKey(orKeep fresh: String) throws(ArchiveError) -> String {
    if Disk.size(of: layout.adminKey) != nil { return try Self.adminKey(in: layout) }
    try Disk.write(Array("\(fresh)\n".utf8), to: layout.adminKey)
    return fresh
  }

  static func adminKey(in layout: Layout) throws(ArchiveError) -> String {
    let kept = String(decoding: try Disk.read(layout.adminKey), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard kept.utf8.count >= 22 else {
      throw ArchiveError(
        .damaged,
        layout.adminKey,
        "The key is too short to be one.",
        advice: "Delete the file: a new key is made, and all links change."
      )
    }
    return kept
  }
}

// MARK: - Meetings that go on

extension DataFolder {
  /// The meetings that have a journal.
  package func liveMeetings() throws(ArchiveError) -> [MeetingID] { try layout.journals() }

  /// Starts a meeting's journal.
  ///
  /// - Parameter entries: What has happened before anybody came; it is on the disk with the
  ///   meeting, or neither is.
  package func create(
    _ file: MeetingFile,
    entries: [JournalEntry] = []
  ) throws(ArchiveError) -> Journal {
    try create(Recovered(file: file, entries: entries))
  }

  func create(_ recovered: Recovered) throws(ArchiveError) -> Journal {
    try Journal.create(at: layout.journal(of: recovered.file.founding.meeting), recovered)
  }

  /// Opens a meeting's journal and reads it whole.
  package func open(_ meeting: MeetingID) throws(ArchiveError) -> (Journal, Recovered) {
    try Journal.recover(layout.journal(of: meeting))
  }
}

// MARK: - Reading beside a server

extension DataFolder {
  /// What is kept of a meeting.
  package enum Kept: Sendable {
    /// It ended: the record as JSON, and the whole file.
    case record([UInt8], snapshot: [UInt8])
    /// It goes on.
    case live(Recovered)
  }

  /// Reads what is kept of a meeting, also while a server uses the folder.
  ///
  /// - Throws: Also where the folder or the meeting is not there.
  package static func read(path: String, meeting: MeetingID) throws(ArchiveError) -> Kept {
    let layout = Layout(path: path)
    try layout.requireServersFolder()
    if let file = try layout.record(of: meeting) {
      let bytes = try Disk.read(file)
      return .record(try Snapshot.decode(bytes, file).record, snapshot: bytes)
    }
    guard try layout.journals().contains(meeting) else {
      throw ArchiveError(
        .unusable,
        path,
        "There is no meeting \(meeting.rawValue).",
        advice: "The administration's page lists all meetings."
      )
    }
    let journal = layout.journal(of: meeting)
    guard Disk.isFree(layout.lock) else { return .live(try Journal.read(journal)) }
    return .live(try Journal.readAlone(journal, lock: layout.lock))
  }
}
