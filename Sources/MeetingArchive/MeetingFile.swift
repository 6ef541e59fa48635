import GRDB
package import MeetingCore

/// What a journal knows of its meeting beside the events.
package struct MeetingFile: Hashable, Codable, Sendable {
  package let founding: Founding
  /// Names one numbering of the events: another one means that browsers start afresh.
  package private(set) var epoch: String
  /// The SHA-256 of each role's key, by the role's name.
  package private(set) var keys: [String: String]
  /// How often each role's link was made anew, by the role's name: an earlier one opens nothing.
  package private(set) var renewals: [String: Int]?

  package init(founding: Founding, epoch: String, keys: [String: String]) {
    self.founding = founding
    self.epoch = epoch
    self.keys = keys
  }

  /// The same under another numbering of the events.
  func renumbered(as epoch: String) -> Self {
    var file = self
    file.epoch = epoch
    return file
  }

  /// The same with another key for a role.
  ///
  /// - Parameter digest: The SHA-256 of the key that comes with the so-manieth link.
  func renewed(_ role: Role, _ digest: (Int) -> String) -> Self {
    var file = self
    let times = (renewals?[role.rawValue] ?? 0) + 1
    file.renewals = (renewals ?? [:]).merging([role.rawValue: times]) { $1 }
    file.keys[role.rawValue] = digest(times)
    return file
  }
}

extension Journal {
  /// Gives a role another key, for good: the one before opens nothing any more.
  ///
  /// - Throws: Why the one before still holds.
  package func renew(
    _ role: Role,
    _ digest: (Int) -> String
  ) throws(StorageTrouble) -> MeetingFile {
    do {
      return try database.write { database in
        let file = try Self.file(in: database, path).renewed(role, digest)
        try database.execute(sql: "DELETE FROM meeting")
        try Self.insert(file, into: database)
        return file
      }
    } catch let error as DatabaseError where Self.isFull(error) {
      throw .full
    } catch {
      throw .broken("\(error)")
    }
  }
}
