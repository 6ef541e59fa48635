import Foundation
import GRDB
package import MeetingCore

/// The events of one meeting that has not ended, in a SQLite database of its own.
///
/// What ``append(_:)`` has taken survives a power cut: the database syncs with each commit. A row
/// of `events` holds the revision, UTC milliseconds, whose wish it was, the event as JSON, and a
/// checksum over all of that.
package final class Journal: Sendable {
  let path: String
  let database: DatabaseQueue

  /// Raised whenever older programs could not read the rows any more.
  static let format = 1

  init(path: String, _ database: DatabaseQueue) {
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
        try Self.forget(batch.forgetting, in: database)
        for (item, key) in batch.keys { try Self.insert(key, of: item, into: database) }
      }
    } catch let error as DatabaseError where Self.isFull(error) {
      throw .full
    } catch {
      throw .broken("\(error)")
    }
  }

  /// Whether an error says that there was no space, and nothing was written for that reason.
  static func isFull(_ error: DatabaseError) -> Bool {
    error.resultCode == .SQLITE_FULL || error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
  }

  /// Takes care that what a batch has forgotten vanishes from the disk, too: at once where a secret
  /// item is over, and soon where words were deleted (product row E3: within five minutes).
  ///
  /// - Returns: In which time ``scrub()`` is to be called; nothing where there is nothing to do.
  package func scrub(after batch: JournalBatch) -> Duration? {
    if !batch.forgetting.items.isEmpty { return scrub() ? nil : Self.retry }
    return batch.forgetting.revisions.isEmpty ? nil : Self.rest
  }

  /// How long deleted words may stay in the log, so that many deletions cost one scrubbing.
  private static let rest = Duration.seconds(5)
  /// When to try again, where somebody is reading the journal.
  package static let retry = Duration.seconds(5)

  /// Makes what was forgotten vanish from the disk, too: from the log in which the database keeps
  /// older states of its pages.
  ///
  /// - Returns: Whether nothing of it is left; somebody who reads the journal just now delays it.
  package func scrub() -> Bool {
    do {
      try database.writeWithoutTransaction { database in
        // Commits must not wait for a reader: better to be called again later.
        try database.execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? database.execute(sql: "PRAGMA busy_timeout = 5000") }
        try database.checkpoint(.truncate)
      }
    } catch {
      return false
    }
    return (Disk.size(of: path + Self.logSuffix) ?? 0) == 0
  }

  /// Closes the journal until another start; what was forgotten is gone from the disk then.
  package func close() {
    _ = scrub()
    // What cannot be closed ends with the process.
    try? database.close()
  }

  /// Removes the journal from the disk, once the record is there.
  package func delete() throws(ArchiveError) {
    do {
      try database.close()
    } catch {
      throw ArchiveError(
        .disk,
        path,
        "The journal could not be closed: \(error).",
        advice: "It is deleted after the next start."
      )
    }
    // Without the database its log is of no use, but not the other way round.
    for suffix in ["", Self.logSuffix, Self.indexSuffix] { try Disk.remove(path + suffix) }
  }

  static let logSuffix = "-wal"
  static let indexSuffix = "-shm"
}
