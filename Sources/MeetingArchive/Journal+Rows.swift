import Foundation
import GRDB
import MeetingCore

// What the rows of a journal look like, and how they are trusted.

extension Journal {
  static let schema = """
    CREATE TABLE meeting (format INTEGER NOT NULL, file TEXT NOT NULL, checksum INTEGER NOT NULL);
    CREATE TABLE events (
      revision INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      participant INTEGER,
      reference TEXT,
      act TEXT,
      event TEXT NOT NULL,
      checksum INTEGER NOT NULL
    );
    CREATE TABLE secrets (item TEXT PRIMARY KEY, key TEXT NOT NULL, checksum INTEGER NOT NULL);
    """

  /// A row of `events`, before it is read.
  struct Line {
    var revision: Int64
    var time: Int64
    var participant: Int64?
    var reference: String?
    var act: String?
    var event: String

    var checksum: Int64 {
      var sum = Checksum()
      sum.add(revision)
      sum.add(time)
      sum.add(participant)
      sum.add(reference)
      sum.add(act)
      sum.add(event)
      return sum.value
    }
  }

  static func checksum(_ number: Int64?, _ texts: String...) -> Int64 {
    var sum = Checksum()
    sum.add(number)
    for text in texts { sum.add(text) }
    return sum.value
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

// MARK: - Writing

extension Journal {
  static func insert(_ file: MeetingFile, into database: Database) throws {
    let text = try json(file)
    try database.execute(
      sql: "INSERT INTO meeting VALUES (?, ?, ?)",
      arguments: [format, text, checksum(Int64(format), text)]
    )
  }

  static func insert(_ entry: JournalEntry, into database: Database) throws {
    let line = Line(
      revision: Int64(entry.revision.rawValue),
      time: entry.time.rawValue,
      participant: (entry.cause?.participant.rawValue).map(Int64.init),
      reference: entry.cause?.reference.rawValue,
      act: entry.cause?.act,
      event: try json(entry.event)
    )
    try database.cachedStatement(
      sql: "INSERT INTO events VALUES (?,?,?,?,?,?,?)"
    ).execute(arguments: [
      line.revision, line.time, line.participant, line.reference, line.act, line.event,
      line.checksum,
    ])
  }

  static func insert(_ key: String, of item: SecretItem, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO secrets VALUES (?, ?, ?)",
      arguments: [item.rawValue, key, checksum(nil, item.rawValue, key)]
    )
  }

  /// Cuts the words out of events, and deletes the keys of secret items that are over.
  static func forget(_ forgetting: Forgetting, in database: Database) throws {
    for revision in forgetting.revisions {
      guard var line = try line(revision, in: database) else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT,
          message: "Event \(revision.rawValue) is to be forgotten, but is not there."
        )
      }
      let event = try JSONDecoder().decode(Meeting.Event.self, from: Data(line.event.utf8))
      line.event = try json(event.redacted)
      try database.cachedStatement(
        sql: "UPDATE events SET event = ?, checksum = ? WHERE revision = ?"
      ).execute(arguments: [line.event, line.checksum, line.revision])
    }
    for item in forgetting.items {
      try database.execute(sql: "DELETE FROM secrets WHERE item = ?", arguments: [item.rawValue])
    }
  }

  private static func line(_ revision: Revision, in database: Database) throws -> Line? {
    let statement = try database.cachedStatement(sql: "\(select) WHERE revision = ?")
    return try Row.fetchOne(statement, arguments: [revision.rawValue]).flatMap(line)
  }
}

// MARK: - Reading

extension Journal {
  static let select = """
    SELECT revision, time, participant, reference, act, event, checksum FROM events
    """

  /// - Returns: Nothing where the row is not what was written.
  static func line(_ row: Row) -> Line? {
    guard let revision: Int64 = value(row, 0), let time: Int64 = value(row, 1),
      let event: String = value(row, 5)
    else { return nil }
    let line = Line(
      revision: revision,
      time: time,
      participant: value(row, 2),
      reference: value(row, 3),
      act: value(row, 4),
      event: event
    )
    return value(row, 6) == line.checksum ? line : nil
  }

  /// A value as it is: what a damaged row holds may be of any kind.
  private static func value<Value: DatabaseValueConvertible>(_ row: Row, _ place: Int) -> Value? {
    Value.fromDatabaseValue(row[place] as DatabaseValue)
  }

  /// What stands before the events.
  static func file(in database: Database, _ path: String) throws -> MeetingFile {
    let row = try Row.fetchOne(database, sql: "SELECT format, file, checksum FROM meeting")
    guard let row, let format: Int64 = value(row, 0), let text: String = value(row, 1),
      value(row, 2) == checksum(format, text)
    else { throw damaged(path, "it does not name its meeting") }
    guard format == Self.format else {
      throw ArchiveError(
        .unusable,
        path,
        "This journal has format \(format), and this program reads \(Self.format).",
        advice: "Start the version of the program that wrote it."
      )
    }
    guard let file = try? JSONDecoder().decode(MeetingFile.self, from: Data(text.utf8)) else {
      throw damaged(path, "it does not name its meeting")
    }
    return file
  }

  static func keys(in database: Database, _ path: String) throws -> [SecretItem: String] {
    var keys: [SecretItem: String] = [:]
    let rows = try Row.fetchAll(database, sql: "SELECT item, key, checksum FROM secrets")
    for row in rows {
      guard let item: String = value(row, 0), let key: String = value(row, 1),
        value(row, 2) == checksum(nil, item, key)
      else { throw damaged(path, "a key of a secret item is not what was written") }
      keys[SecretItem(rawValue: item)] = key
    }
    return keys
  }

  /// An entry from its row.
  static func entry(_ line: Line, _ event: Meeting.Event) -> JournalEntry {
    var cause: Cause?
    if let participant = line.participant, let text = line.reference,
      let reference = Reference(rawValue: text)
    {
      cause = Cause(
        participant: ParticipantID(rawValue: Int(participant)),
        reference: reference,
        act: line.act
      )
    }
    return JournalEntry(
      revision: Revision(rawValue: Int(line.revision)),
      time: Timestamp(rawValue: line.time),
      event: event,
      cause: cause
    )
  }
}
