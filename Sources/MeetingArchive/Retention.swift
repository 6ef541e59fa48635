import Foundation
package import MeetingCore

/// For how long records are kept after the end of their meetings (product row H11).
package struct Retention: Hashable, Codable, Sendable {
  /// How many days a record holds names.
  package var names: Int
  /// How many days a record is kept at all; nothing: as long as the operator wants.
  package var records: Int?

  package init(names: Int = 30, records: Int? = nil) {
    self.names = names
    self.records = records
  }

  /// A part of a record that has its time.
  package enum Part: String, Codable, Sendable {
    case names, record
  }

  /// When a part of a record is due, whether or not it is held; nothing where it never is.
  package func due(_ part: Part, of record: ArchivedMeeting) -> Timestamp? {
    switch part {
    case .names: record.nameless == nil ? record.ended + .days(names) : nil
    case .record: records.map { record.ended + .days($0) }
    }
  }

  /// When the next part of a record is due; nothing where it is held, or never due.
  package func next(of record: ArchivedMeeting) -> (part: Part, at: Timestamp)? {
    guard record.hold == nil else { return nil }
    let whole = due(.record, of: record).map { (part: Part.record, at: $0) }
    let names = due(.names, of: record).map { (part: Part.names, at: $0) }
    // Who deletes the whole need not take the names out of it first.
    return [whole, names].compactMap(\.self).min { $0.at < $1.at }
  }

  /// What is due of a record at a moment; the whole, where both are.
  package func due(at now: Timestamp, of record: ArchivedMeeting) -> Part? {
    guard record.hold == nil else { return nil }
    if let whole = due(.record, of: record), whole <= now { return .record }
    if let names = due(.names, of: record), names <= now { return .names }
    return nil
  }
}

extension Duration {
  static func days(_ count: Int) -> Self { .seconds(count * 86_400) }
}

extension DataFolder {
  /// How long records are kept in a folder: as its server was told last.
  package static func retention(path: String) throws(ArchiveError) -> Retention {
    let file = Layout(path: path).retention
    guard Disk.size(of: file) != nil else { return Retention() }
    guard
      let kept = try? JSONDecoder().decode(Retention.self, from: Data(try Disk.read(file))),
      kept.names >= 0, kept.records ?? 0 >= 0
    else {
      throw ArchiveError(
        .damaged,
        file,
        "This does not say how long records are kept.",
        advice: "Start the server with --keep-names and --keep-records: it writes the file anew."
      )
    }
    return kept
  }

  /// Notes how long records are kept, for `purge`.
  package func keep(_ retention: Retention) throws(ArchiveError) {
    guard let bytes = try? JSONEncoder().encode(retention) else {
      preconditionFailure("Two numbers can be written as JSON.")
    }
    if Disk.size(of: layout.retention) != nil, try Disk.read(layout.retention) == [UInt8](bytes) {
      return
    }
    try Disk.write([UInt8](bytes), to: layout.retention)
  }

  /// What `purge` would delete at a moment, also while a server uses the folder.
  package static func due(
    path: String,
    by retention: Retention,
    at now: Timestamp,
    complain: (ArchiveError) -> Void
  ) throws(ArchiveError) -> [(record: ArchivedMeeting, part: Retention.Part)] {
    let layout = Layout(path: path)
    try layout.requireServersFolder()
    return try archivedMeetings(in: layout, complain: complain).compactMap { record in
      retention.due(at: now, of: record).map { (record, $0) }
    }
  }

  /// Deletes a part of a record for good.
  ///
  /// - Parameter nameless: A record without its names.
  /// - Returns: What is left.
  package func delete(
    _ part: Retention.Part,
    of record: ArchivedMeeting,
    at now: Timestamp,
    nameless: ([UInt8]) throws -> [UInt8]
  ) throws(ArchiveError) -> ArchivedMeeting? {
    let file = record.path
    guard part == .names else {
      try Disk.remove(file)
      return nil
    }
    let old = try Snapshot.decode(try Disk.read(file), file)
    guard let rest = try? nameless(old.record) else {
      throw ArchiveError(
        .unusable,
        file,
        "The names could not be taken out of this record.",
        advice: "Start a newer version of the program."
      )
    }
    var head = old.head
    head.nameless = now
    try store(Snapshot(head: head, record: rest).bytes, as: file, in: head.founding.series)
    return try Self.archived(head, file)
  }
}
