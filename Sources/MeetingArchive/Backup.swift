import Foundation
import GRDB
import MeetingCore

extension DataFolder {
  /// Copies a folder to a new one, also while a server uses it, and reads the copy back.
  ///
  /// Each journal is copied as it is at one moment; a meeting that ends meanwhile is there as its
  /// record. The copies have other epochs, so that browsers start afresh with them. The new folder
  /// is there whole or not at all.
  ///
  /// - Parameter epoch: A new name of a numbering, for each journal.
  /// - Returns: What is in the copy, and what of it was damaged already.
  package static func backUp(
    _ path: String,
    to newPath: String,
    epoch: () -> String
  ) throws(ArchiveError) -> [Finding] {
    let old = Layout(path: path)
    // Whatever an operator types, `.` or a slash at the end: what is beside it has to be found.
    let newPath = URL(fileURLWithPath: newPath).standardizedFileURL.path
    try old.requireServersFolder()
    try old.requireOutside(newPath)
    try Disk.requireUnused(newPath)
    umask(0o077)
    let new = Layout(path: newPath + Disk.aside)
    // What an earlier crash has left, and what a failure leaves: both hold keys and words.
    try? FileManager.default.removeItem(atPath: new.path)
    defer { try? FileManager.default.removeItem(atPath: new.path) }
    let lost = try copyAll(from: old, to: new, epoch: epoch)
    // A folder of the same name would be filled instead of replaced.
    if Disk.isFolder(newPath) { try Disk.removeFolder(newPath) }
    try Disk.rename(new.path, to: newPath)
    return try verify(path: newPath) + lost
  }

  /// - Returns: What of it could not be copied, because it is damaged, and the operator's texts.
  private static func copyAll(
    from old: Layout,
    to new: Layout,
    epoch: () -> String
  ) throws(ArchiveError) -> [Finding] {
    var lost: [Finding] = []
    for folder in [new.path, new.live, new.archive] { try Disk.makeFolder(folder) }
    // Journals come first: one that ends meanwhile is found among the records.
    for meeting in try old.journals() {
      if let finding = try copy(meeting, from: old, to: new, epoch: epoch()) {
        lost.append(finding)
      }
    }
    try copyFiles(from: old, to: new)
    let texts = new.takeTexts(of: old)
    for folder in [new.live, new.archive, new.path] { try Disk.sync(folder) }
    return lost + texts
  }

  private static func copyFiles(from old: Layout, to new: Layout) throws(ArchiveError) {
    for file in try old.records() {
      try Disk.makeFolder("\(new.path)/\(Disk.folder(of: old.name(of: file)))")
      for file in [file, file + Layout.holdSuffix] { try copy(file, from: old, to: new) }
    }
    for file in [old.adminKey, old.retention] { try copy(file, from: old, to: new) }
  }

  private static func copy(
    _ file: String,
    from old: Layout,
    to new: Layout
  ) throws(ArchiveError) {
    guard Disk.size(of: file) != nil else { return }
    try Disk.write(try Disk.read(file), to: "\(new.path)/\(old.name(of: file))")
  }

  /// - Returns: Why the journal could not be copied, where it is damaged.
  private static func copy(
    _ meeting: MeetingID,
    from old: Layout,
    to new: Layout,
    epoch: String
  ) throws(ArchiveError) -> Finding? {
    let file = old.journal(of: meeting)
    do throws(ArchiveError) {
      try Journal.copy(file, to: new.journal(of: meeting), epoch: epoch)
      return nil
    } catch {
      // It has ended since the names were listed.
      if Disk.size(of: file) == nil { return nil }
      guard error.kind == .damaged else { throw error }
      return Finding(file: old.name(of: file), content: "", trouble: error)
    }
  }
}

extension Journal {
  /// Copies a journal as it is now, without anything that was ever deleted from it.
  fileprivate static func copy(
    _ path: String,
    to copy: String,
    epoch: String
  ) throws(ArchiveError) {
    do {
      try reader(path).vacuum(into: copy)
      let new = try DatabaseQueue(path: copy, configuration: configuration())
      try new.write { database in
        let fresh = try file(in: database, path).renumbered(as: epoch)
        try database.execute(sql: "DELETE FROM meeting")
        try insert(fresh, into: database)
      }
      try new.close()
      try Disk.sync(copy)
    } catch {
      throw unreadable(path, error, "copied")
    }
  }
}
