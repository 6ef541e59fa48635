import Foundation
import GRDB
import MeetingCore

extension DataFolder {
  /// Writes what is readable of a damaged folder to a new one; the damaged one stays as it is.
  ///
  /// Of a journal that is everything before the first damage, because what happened later may build
  /// on what is lost. Browsers start afresh with it: the numbering goes on from an earlier place.
  ///
  /// - Parameter epoch: A new name of a numbering, for each journal.
  /// - Returns: What became of each file.
  package static func salvage(
    from path: String,
    to newPath: String,
    epoch: () -> String
  ) throws(ArchiveError) -> [Finding] {
    let old = Layout(path: path)
    try old.requireServersFolder()
    guard Disk.isFree(old.lock) else {
      throw ArchiveError(.unusable, path, "A server uses this folder.", advice: "End it first.")
    }
    try old.requireOutside(newPath)
    try Disk.requireUnused(newPath)
    let folder = try DataFolder(path: newPath)
    for file in [old.adminKey, old.retention] where Disk.size(of: file) != nil {
      try Disk.write(try Disk.read(file), to: newPath + "/" + old.name(of: file))
    }
    var findings: [Finding] = []
    for meeting in try old.journals() {
      findings.append(folder.salvage(meeting, from: old, epoch: epoch()))
    }
    for file in try old.records() { findings.append(folder.salvage(record: file, from: old)) }
    return findings + folder.layout.takeTexts(of: old)
  }

  private func salvage(_ meeting: MeetingID, from old: Layout, epoch: String) -> Finding {
    let file = old.journal(of: meeting)
    do throws(ArchiveError) {
      let (journal, trouble) = try Journal.readable(file, lock: old.lock)
      let fresh = journal.file.renumbered(as: epoch)
      let salvaged = Recovered(file: fresh, entries: journal.entries, keys: journal.keys)
      try create(salvaged).close()
      let content = "journal, \(journal.entries.count) events"
      return Finding(file: old.name(of: file), content: content, trouble: trouble)
    } catch {
      return Finding(file: old.name(of: file), content: "", trouble: error)
    }
  }

  /// A record that is damaged is put beside the others under another name, for people to read.
  private func salvage(record file: String, from old: Layout) -> Finding {
    let name = old.name(of: file)
    do throws(ArchiveError) {
      let bytes = try Disk.read(file)
      try Disk.makeFolder(layout.path + "/" + Disk.folder(of: name))
      do throws(ArchiveError) {
        _ = try Snapshot.decode(bytes, file)
      } catch {
        try Disk.write(bytes, to: "\(layout.path)/\(name).damaged")
        return Finding(file: name, content: "kept as \(name).damaged", trouble: error)
      }
      try Disk.write(bytes, to: "\(layout.path)/\(name)")
      let hold = file + Layout.holdSuffix
      if Disk.size(of: hold) != nil {
        try Disk.write(try Disk.read(hold), to: "\(layout.path)/\(name)\(Layout.holdSuffix)")
      }
      return Finding(file: name, content: "record, \(bytes.count) bytes", trouble: nil)
    } catch {
      return Finding(file: name, content: "", trouble: error)
    }
  }
}

extension Journal {
  /// Everything of a journal before its first damage.
  ///
  /// - Parameter lock: The folder's lock, which this process does not hold.
  /// - Returns: What was read, and what is wrong with the rest.
  /// - Throws: Where not even the meeting's name can be read.
  static func readable(
    _ path: String,
    lock: String
  ) throws(ArchiveError) -> (Recovered, ArchiveError?) {
    let trouble: ArchiveError
    do throws(ArchiveError) {
      return (try readAlone(path, lock: lock), nil)
    } catch {
      trouble = error
    }
    let traces = absentFiles(beside: path)
    defer { remove(traces, of: path, lock: lock) }
    do {
      let recovered = try reading(path) { database in
        let file = try file(in: database, path)
        let keys = (try? keys(in: database, path)) ?? [:]
        return Recovered(file: file, entries: readableEntries(in: database), keys: keys)
      }
      return (recovered, trouble)
    } catch {
      throw unreadable(path, error, "read")
    }
  }

  private static func readableEntries(in database: Database) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    let decoder = JSONDecoder()
    do {
      let rows = try Row.fetchCursor(database, sql: "\(select) ORDER BY revision")
      while let row = try rows.next(), let line = line(row),
        line.revision == Int64(entries.count + 1)
      {
        let event = try decoder.decode(Meeting.Event.self, from: Data(line.event.utf8))
        entries.append(entry(line, event))
      }
    } catch {
      // Here the readable part ends.
    }
    return entries
  }
}
