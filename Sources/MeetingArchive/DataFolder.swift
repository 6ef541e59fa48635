import Foundation
package import MeetingCore

/// The folder in which a server keeps everything: journals of meetings that go on, records of
/// those that ended, and the administration's key.
///
/// One process at a time; only its own user may look inside (folders 0700, files 0600).
package struct DataFolder: Sendable {
  let path: String
  private let lock: Disk.Lock

  /// Takes a folder for this process, and makes it if it is missing.
  ///
  /// - Throws: Who else uses it, or what is wrong with it.
  package init(path: String) throws(ArchiveError) {
    self.path = path
    umask(0o077)
    try Disk.makeFolder(path)
    lock = try Disk.lock("\(path)/lock")
    for name in ["live", "archive"] { try Disk.makeFolder("\(path)/\(name)") }
  }

  /// The administration's key; made at the first start.
  ///
  /// - Parameter fresh: A new key, impossible to guess.
  package func adminKey(orKeep fresh: String) throws(ArchiveError) -> String {
    let file = "\(path)/admin.key"
    if FileManager.default.fileExists(atPath: file) {
      let kept = String(decoding: try Disk.read(file), as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      guard kept.utf8.count >= 22 else {
        throw ArchiveError(
          .damaged,
          file,
          "The key is too short to be one.",
          advice: "Delete the file: a new key is made, and all links change."
        )
      }
      return kept
    }
    try Disk.write(Array("\(fresh)\n".utf8), to: file)
    return fresh
  }
}

// MARK: - Meetings that go on

extension DataFolder {
  /// The meetings that have a journal.
  package func liveMeetings() throws(ArchiveError) -> [MeetingID] {
    try Disk.names(in: "\(path)/live").compactMap { name in
      name.hasSuffix(Self.journalSuffix)
        ? MeetingID(rawValue: String(name.dropLast(Self.journalSuffix.count))) : nil
    }
  }

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
    let meeting = recovered.file.founding.meeting
    return try Journal.create(at: Self.journal(of: meeting, in: path), recovered)
  }

  /// Opens a meeting's journal and reads it whole.
  package func open(_ meeting: MeetingID) throws(ArchiveError) -> (Journal, Recovered) {
    try Journal.recover(Self.journal(of: meeting, in: path))
  }

  private static let journalSuffix = ".sqlite"

  private static func journal(of meeting: MeetingID, in folder: String) -> String {
    "\(folder)/live/\(meeting.rawValue)\(journalSuffix)"
  }
}

// MARK: - Meetings that ended

/// A meeting of which the record is left.
package struct ArchivedMeeting: Sendable {
  package let founding: Founding
  package let ended: Timestamp
  package let path: String
}

extension DataFolder {
  /// All records, the oldest first.
  ///
  /// - Parameter complain: Is told of each file that is not what was written.
  package func archivedMeetings(
    complain: (ArchiveError) -> Void = { _ in }
  ) throws(ArchiveError) -> [ArchivedMeeting] {
    var found: [ArchivedMeeting] = []
    for file in try Self.records(in: path) {
      do throws(ArchiveError) {
        let (head, _) = try Snapshot.decode(try Disk.read(file), file)
        found.append(ArchivedMeeting(founding: head.founding, ended: head.ended, path: file))
      } catch {
        complain(error)
      }
    }
    return found.sorted { $0.ended < $1.ended }
  }

  /// Keeps a meeting's record for good, reads it back and compares.
  ///
  /// - Parameter record: The record as JSON.
  package func storeSnapshot(
    record: [UInt8],
    of founding: Founding,
    ended: Timestamp
  ) throws(ArchiveError) {
    let folder = "\(path)/archive/\(founding.series.code.rawValue)"
    try Disk.makeFolder(folder)
    let file = "\(folder)/\(Self.day(ended))-\(founding.meeting.rawValue).json"
    guard let bytes = try? Snapshot.encode(.init(founding: founding, ended: ended), record: record)
    else { preconditionFailure("A founding and a moment can be written as JSON.") }
    do throws(ArchiveError) {
      try Disk.write(bytes, to: file)
    } catch {
      guard error.kind == .full, giveUpReserve() else { throw error }
      try Disk.write(bytes, to: file)
    }
    guard try Disk.read(file) == bytes else {
      throw ArchiveError(.disk, file, "The disk gives back other bytes.", advice: "Replace it.")
    }
  }

  /// The record of a meeting, as JSON; nothing where there is none.
  package func record(of meeting: MeetingID) throws(ArchiveError) -> [UInt8]? {
    try Self.record(of: meeting, in: path)
  }

  private static func record(
    of meeting: MeetingID,
    in folder: String
  ) throws(ArchiveError) -> [UInt8]? {
    let end = "-\(meeting.rawValue).json"
    guard let file = try records(in: folder).first(where: { $0.hasSuffix(end) }) else {
      return nil
    }
    return try Snapshot.decode(try Disk.read(file), file).1
  }

  private static func records(in folder: String) throws(ArchiveError) -> [String] {
    var files: [String] = []
    for series in try Disk.names(in: "\(folder)/archive") {
      let place = "\(folder)/archive/\(series)"
      files += try Disk.names(in: place).filter { $0.hasSuffix(".json") }.map { "\(place)/\($0)" }
    }
    return files
  }

  /// The day of a moment in UTC, as it stands in a file's name.
  private static func day(_ moment: Timestamp) -> String {
    let date = Date(timeIntervalSince1970: Double(moment.rawValue) / 1_000)
    return String(date.formatted(.iso8601).prefix(10))
  }
}

// MARK: - Reading beside a server

extension DataFolder {
  /// What is kept of a meeting.
  package enum Kept: Sendable {
    /// It ended: the record as JSON.
    case record([UInt8])
    /// It goes on.
    case live(Recovered)
  }

  /// Reads what is kept of a meeting, also while a server uses the folder.
  ///
  /// - Throws: Also where the folder or the meeting is not there.
  package static func read(path: String, meeting: MeetingID) throws(ArchiveError) -> Kept {
    guard FileManager.default.fileExists(atPath: "\(path)/archive") else {
      throw ArchiveError(
        .unusable,
        path,
        "This is not a server's folder.",
        advice: "Name the folder that `serve` was given."
      )
    }
    if let record = try record(of: meeting, in: path) { return .record(record) }
    // Meetings are looked for among the names that are there: no id is ever a part of a path.
    let file = journal(of: meeting, in: path)
    guard try Disk.names(in: "\(path)/live").contains(meeting.rawValue + journalSuffix) else {
      throw ArchiveError(
        .unusable,
        path,
        "There is no meeting \(meeting.rawValue).",
        advice: "The administration's page lists all meetings."
      )
    }
    return .live(try Journal.read(file))
  }
}
