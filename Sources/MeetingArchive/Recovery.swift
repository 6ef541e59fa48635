import Foundation
import GRDB
package import MeetingCore

/// What a journal held.
package struct Recovered: Sendable {
  package let file: MeetingFile
  /// From revision 1 on, without a gap.
  package let entries: [JournalEntry]
  /// The keys of secret items that are not over.
  package let keys: [SecretItem: String]
  /// How many changes of pages a crash has left unfinished; nobody was told of what they were for.
  package let torn: Int

  package init(
    file: MeetingFile,
    entries: [JournalEntry] = [],
    keys: [SecretItem: String] = [:],
    torn: Int = 0
  ) {
    self.file = file
    self.entries = entries
    self.keys = keys
    self.torn = torn
  }
}

// MARK: - Opening

extension Journal {
  /// Starts a journal; it is there whole or, after a crash, not at all.
  ///
  /// - Parameter recovered: What it begins with.
  static func create(at path: String, _ recovered: Recovered) throws(ArchiveError) -> Journal {
    do {
      let aside = path + Disk.aside
      try Disk.remove(aside)
      let first = try DatabaseQueue(path: aside, configuration: configuration())
      try first.write { database in
        try database.execute(sql: schema)
        try insert(recovered.file, into: database)
        for entry in recovered.entries { try insert(entry, into: database) }
        for (item, key) in recovered.keys { try insert(key, of: item, into: database) }
      }
      try first.close()
      try Disk.sync(aside)
      try Disk.rename(aside, to: path)
      return try open(at: path)
    } catch {
      throw unreadable(path, error, "made")
    }
  }

  private static func open(at path: String) throws -> Journal {
    var configuration = configuration()
    // Not by the configuration's own mode, which would sync only now and then.
    configuration.prepareDatabase { database in
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal",
        try Int.fetchOne(database, sql: "PRAGMA synchronous") == Self.syncsEachCommit
      else { throw DatabaseError(message: "The database does not promise to keep what it takes.") }
    }
    return Journal(path: path, try DatabaseQueue(path: path, configuration: configuration))
  }

  /// SQLite's number for `synchronous = FULL`.
  private static let syncsEachCommit = 2

  static func configuration() -> Configuration {
    var configuration = Configuration()
    // Somebody who opens the file beside the server may hold it for a moment.
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Reads a journal whole, and opens it for more once it is known to be sound.
  static func recover(_ path: String) throws(ArchiveError) -> (Journal, Recovered) {
    let recovered = try readAlone(path)
    do {
      let journal = try open(at: path)
      // What was forgotten just before a crash is still in the log.
      _ = journal.scrub()
      return (journal, recovered)
    } catch {
      throw unreadable(path, error, "opened")
    }
  }

  /// Reads a journal that no other process uses, and changes nothing.
  ///
  /// - Parameter lock: The folder's lock, where this process does not hold it.
  /// - Throws: Also where a part of it is not what was written, in its log, too.
  static func readAlone(_ path: String, lock: String? = nil) throws(ArchiveError) -> Recovered {
    try requireHead(path)
    let torn = try WriteAheadLog.tornFrames(of: path)
    let traces = absentFiles(beside: path)
    defer { remove(traces, of: path, lock: lock) }
    return try read(path, torn: torn)
  }

  /// What SQLite may make even to read, and leaves behind.
  static func absentFiles(beside path: String) -> [String] {
    [logSuffix, indexSuffix].map { path + $0 }.filter { Disk.size(of: $0) == nil }
  }

  /// Removes what SQLite has made only to read.
  ///
  /// A server may have been started since, and perhaps has ended again: the log that it uses, or
  /// has left, is never removed.
  static func remove(_ traces: [String], of path: String, lock: String?) {
    var held: Disk.Lock?
    if let lock, Disk.size(of: lock) != nil {
      held = try? Disk.lock(lock)
      guard held != nil else { return }
    }
    withExtendedLifetime(held) {
      guard (Disk.size(of: path + logSuffix) ?? 0) == 0 else { return }
      for file in traces { try? Disk.remove(file) }
    }
  }

  /// Reads a journal and changes nothing, also while another process writes it.
  ///
  /// - Parameter torn: What is known of its log already; nobody may look while another one writes.
  /// - Throws: Also where a part of it is not what was written.
  static func read(_ path: String, torn: Int = 0) throws(ArchiveError) -> Recovered {
    do {
      return try reading(path) { database in
        let sound = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
        guard sound == ["ok"] else {
          throw damaged(path, "its pages are not sound (\(sound.first ?? ""))")
        }
        return Recovered(
          file: try file(in: database, path),
          entries: try entries(in: database, path),
          keys: try keys(in: database, path),
          torn: torn
        )
      }
    } catch {
      throw unreadable(path, error, "read")
    }
  }

  /// What SQLite would take for a database of another kind, and treat so, instead of complaining.
  private static func requireHead(_ path: String) throws(ArchiveError) {
    let head = try Disk.read(path, atMost: 100)
    guard head.count == 100, head.starts(with: "SQLite format 3\0".utf8),
      head[18] == head[19], (1...2).contains(head[18])
    else { throw damaged(path, "it does not begin as a database does") }
  }

  static func reading<Result>(
    _ path: String,
    _ read: (Database) throws -> Result
  ) throws -> Result {
    try reader(path).read(read)
  }

  static func reader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func entries(in database: Database, _ path: String) throws -> [JournalEntry] {
    let decoding = Decoding(path)
    var lines: [Line] = []
    var count = 0
    let rows = try Row.fetchCursor(database, sql: "\(select) ORDER BY revision")
    while let row = try rows.next() {
      count += 1
      guard let line = line(row) else {
        throw damaged(path, "event \(count) is not what was written")
      }
      guard line.revision == Int64(count) else { throw damaged(path, "event \(count) is missing") }
      lines.append(line)
      guard lines.count == Decoding.portion else { continue }
      decoding.take(lines)
      lines = []
    }
    decoding.take(lines)
    return try decoding.finish()
  }
}

// MARK: - Why not

extension Journal {
  static func damaged(_ path: String, _ reason: String) -> ArchiveError {
    ArchiveError(
      .damaged,
      path,
      "This journal cannot be read: \(reason).",
      advice: """
        It was left as it is. `kaffeerunde salvage` writes what is readable to a new folder; or \
        move it out of the folder to start without that meeting.
        """
    )
  }

  static func unknown(_ path: String, _ revision: Int64) -> ArchiveError {
    ArchiveError(
      .unusable,
      path,
      "Event \(revision) of this journal is of a kind that this program does not know.",
      advice: "Start the version of the program that wrote it."
    )
  }

  /// What an error of the database means to the operator.
  static func unreadable(_ path: String, _ error: any Error, _ act: String) -> ArchiveError {
    switch error {
    case let error as ArchiveError: error
    case let error as DatabaseError where isFull(error):
      ArchiveError(.full, path, "There is no space for it on the disk.", advice: "Make some.")
    case let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
      damaged(path, "it ends too early")
    case let error as DatabaseError where diskFailures.contains(error.resultCode):
      ArchiveError(
        .disk,
        path,
        "This journal could not be \(act): \(error).",
        advice: "Look whether the disk is full, broken or read-only."
      )
    default: damaged(path, "\(error)")
    }
  }

  private static let diskFailures: [ResultCode] = [
    .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_BUSY, .SQLITE_PERM, .SQLITE_NOMEM,
  ]
}
