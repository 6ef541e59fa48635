import Foundation
import GRDB
package import MeetingCore

/// The events of one meeting that has not ended, in a SQLite database of its own.
///
/// What ``append(_:)`` has taken survives a power cut: the database syncs with each commit. A row
/// of `events` holds the revision, UTC milliseconds, whose wish it was, and the event as JSON.
package final class Journal: Sendable {
  private let path: String
  private let database: DatabaseQueue

  /// Raised whenever older programs could not read the rows any more.
  private static let format = 1

  private init(path: String, _ database: DatabaseQueue) {
    self.path = path
    self.database = database
  }

  /// Keeps a batch for good, giving up a folder's reserve for what closes and deletes.
  ///
  /// - Throws: Why none of it is kept.
  package func append(
    _ batch: JournalBatch,
    givingUpReserveOf folder: DataFolder
  ) throws(StorageTrouble) {
    do throws(StorageTrouble) {
      try append(batch)
    } catch {
      guard error.isFull, batch.isClosing, folder.giveUpReserve() else { throw error }
      try append(batch)
    }
  }

  /// Keeps a batch for good and forgets what it says is to be forgotten, all or nothing.
  ///
  /// - Throws: Why none of it is kept.
  package func append(_ batch: JournalBatch) throws(StorageTrouble) {
    do {
      try database.write { database in
        for entry in batch.entries { try Self.insert(entry, into: database) }
        for (item, key) in batch.keys {
          try database.execute(
            sql: "INSERT INTO secrets VALUES (?, ?)",
            arguments: [item.rawValue, key]
          )
        }
        try Self.forget(batch.forgetting, in: database)
      }
    } catch let error as DatabaseError where Self.isFull(error) {
      throw .full
    } catch {
      throw .broken("\(error)")
    }
  }

  /// Whether an error says that there was no space, and nothing was written for that reason.
  private static func isFull(_ error: DatabaseError) -> Bool {
    error.resultCode == .SQLITE_FULL || error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
  }

  /// Removes the journal from the disk, once the record is there.
  package func delete() throws(ArchiveError) {
    do {
      try database.close()
      for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix)
      {
        try FileManager.default.removeItem(atPath: path + suffix)
      }
    } catch {
      throw ArchiveError(.disk, path, "The journal could not be deleted: \(error).", advice: "")
    }
  }
}

// MARK: - Opening

extension Journal {
  /// Starts a journal; it is there whole or, after a crash, not at all.
  static func create(at path: String, _ file: MeetingFile) throws(ArchiveError) -> Journal {
    do {
      let aside = path + ".new"
      try? FileManager.default.removeItem(atPath: aside)
      let first = try DatabaseQueue(path: aside, configuration: configuration())
      try first.write { database in
        try database.execute(sql: schema)
        try database.execute(
          sql: "INSERT INTO meeting VALUES (?, ?)",
          arguments: [format, try json(file)]
        )
      }
      try first.close()
      try Disk.sync(aside)
      try Disk.rename(aside, to: path)
      return try open(at: path)
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw ArchiveError(
        .disk,
        path,
        "A journal could not be made: \(error).",
        advice: "Look whether the disk is full or the folder read-only."
      )
    }
  }

  private static func open(at path: String) throws -> Journal {
    var configuration = configuration()
    configuration.journalMode = .wal
    return Journal(path: path, try DatabaseQueue(path: path, configuration: configuration))
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Opens a journal and reads it whole.
  static func recover(_ path: String) throws(ArchiveError) -> (Journal, Recovered) {
    do {
      let journal = try open(at: path)
      let recovered = try journal.database.read { try read($0, path) }
      return (journal, recovered)
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw damaged(path, "\(error)")
    }
  }

  /// Reads a journal that another process may be writing.
  static func read(_ path: String) throws(ArchiveError) -> Recovered {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration).read { database in
        try read(database, path)
      }
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw damaged(path, "\(error)")
    }
  }

  static func damaged(_ path: String, _ reason: String) -> ArchiveError {
    ArchiveError(
      .damaged,
      path,
      "This journal cannot be read: \(reason).",
      advice: "It was left as it is. Move it out of the folder to start without that meeting."
    )
  }
}

/// What a journal held.
package struct Recovered: Sendable {
  package let file: MeetingFile
  /// From revision 1 on, without a gap.
  package let entries: [JournalEntry]
  /// The keys of secret items that are not over.
  package let keys: [SecretItem: String]

  package init(
    file: MeetingFile,
    entries: [JournalEntry] = [],
    keys: [SecretItem: String] = [:]
  ) {
    self.file = file
    self.entries = entries
    self.keys = keys
  }
}

// MARK: - Rows

extension Journal {
  private static let schema = """
    CREATE TABLE meeting (format INTEGER NOT NULL, file TEXT NOT NULL);
    CREATE TABLE events (
      revision INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      participant INTEGER,
      reference TEXT,
      act TEXT,
      event TEXT NOT NULL
    );
    CREATE TABLE secrets (item TEXT PRIMARY KEY, key TEXT NOT NULL);
    """

  private static func insert(_ entry: JournalEntry, into database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT INTO events VALUES (?,?,?,?,?,?)"
    ).execute(arguments: [
      entry.revision.rawValue, entry.time.rawValue, entry.cause?.participant.rawValue,
      entry.cause?.reference.rawValue, entry.cause?.act, try json(entry.event),
    ])
  }

  /// Cuts the words out of events, and deletes the keys of secret items that are over.
  private static func forget(_ forgetting: Forgetting, in database: Database) throws {
    for revision in forgetting.revisions {
      let select = "SELECT event FROM events WHERE revision = ?"
      let arguments: StatementArguments = [revision.rawValue]
      guard let text = try String.fetchOne(database, sql: select, arguments: arguments) else {
        continue
      }
      let event = try JSONDecoder().decode(Meeting.Event.self, from: Data(text.utf8))
      try database.execute(
        sql: "UPDATE events SET event = ? WHERE revision = ?",
        arguments: [try json(event.redacted), revision.rawValue]
      )
    }
    for item in forgetting.items {
      try database.execute(sql: "DELETE FROM secrets WHERE item = ?", arguments: [item.rawValue])
    }
  }

  private static func read(_ database: Database, _ path: String) throws -> Recovered {
    guard let row = try Row.fetchOne(database, sql: "SELECT format, file FROM meeting") else {
      throw damaged(path, "it names no meeting")
    }
    let format: Int = row["format"]
    guard format == Self.format else {
      throw ArchiveError(
        .unusable,
        path,
        "This journal has format \(format), and this program reads \(Self.format).",
        advice: "Start the version of the program that wrote it."
      )
    }
    let text: String = row["file"]
    let file = try JSONDecoder().decode(MeetingFile.self, from: Data(text.utf8))
    var entries: [JournalEntry] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM events ORDER BY revision")
    while let row = try rows.next() { entries.append(try entry(row, after: entries.count, path)) }
    let secrets = try Row.fetchAll(database, sql: "SELECT item, key FROM secrets")
    let keys = secrets.map { (SecretItem(rawValue: $0["item"]), $0["key"] as String) }
    return Recovered(
      file: file,
      entries: entries,
      keys: Dictionary(uniqueKeysWithValues: keys)
    )
  }

  private static func entry(_ row: Row, after count: Int, _ path: String) throws -> JournalEntry {
    let revision: Int = row["revision"]
    guard revision == count + 1 else { throw damaged(path, "event \(count + 1) is missing") }
    let time: Int64 = row["time"]
    let text: String = row["event"]
    guard let event = try? JSONDecoder().decode(Meeting.Event.self, from: Data(text.utf8)) else {
      throw damaged(path, "event \(revision) is of no known kind")
    }
    var cause: Cause?
    if let participant: Int = row["participant"], let text: String = row["reference"],
      let reference = Reference(rawValue: text)
    {
      cause = Cause(
        participant: ParticipantID(rawValue: participant),
        reference: reference,
        act: row["act"]
      )
    }
    return JournalEntry(
      revision: Revision(rawValue: revision),
      time: Timestamp(rawValue: time),
      event: event,
      cause: cause
    )
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
