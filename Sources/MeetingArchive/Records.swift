import Foundation
package import MeetingCore

/// A meeting of which the record is left.
package struct ArchivedMeeting: Sendable {
  package let founding: Founding
  package let ended: Timestamp
  /// When the names were taken out of the record; nothing as long as they are there.
  package let nameless: Timestamp?
  package internal(set) var hold: Hold?
  /// Whether everybody who has the series' code may read it, without names.
  package let published: Publication?
  /// How often each role's link was made anew, by the role's name.
  package let renewals: [String: Int]
  package let path: String

  /// Why a record is kept for longer than it would be.
  package struct Hold: Hashable, Codable, Sendable {
    package let reason: String
    package let since: Timestamp

    package init(reason: String, since: Timestamp) {
      self.reason = reason
      self.since = since
    }
  }
}

extension DataFolder {
  /// All records, the oldest first.
  ///
  /// - Parameter complain: Is told of each file that is not what was written.
  package func archivedMeetings(
    complain: (ArchiveError) -> Void = { _ in }
  ) throws(ArchiveError) -> [ArchivedMeeting] {
    try Self.archivedMeetings(in: layout, complain: complain)
  }

  static func archivedMeetings(
    in layout: Layout,
    complain: (ArchiveError) -> Void
  ) throws(ArchiveError) -> [ArchivedMeeting] {
    var found: [ArchivedMeeting] = []
    for file in try layout.records() {
      do throws(ArchiveError) {
        found.append(try archived(try Snapshot.decode(try Disk.read(file), file).head, file))
      } catch {
        complain(error)
      }
    }
    return found.sorted { $0.ended < $1.ended }
  }

  static func archived(
    _ head: Snapshot.Head,
    _ file: String
  ) throws(ArchiveError) -> ArchivedMeeting {
    ArchivedMeeting(
      founding: head.founding,
      ended: head.ended,
      nameless: head.nameless,
      hold: try hold(of: file),
      published: head.published,
      renewals: head.renewals ?? [:],
      path: file
    )
  }

  /// The record of a meeting, as JSON; nothing where there is none.
  package func record(of meeting: MeetingID) throws(ArchiveError) -> [UInt8]? {
    guard let file = try layout.record(of: meeting) else { return nil }
    return try Snapshot.decode(try Disk.read(file), file).record
  }
}

// MARK: - Storing

extension DataFolder {
  /// Keeps a meeting's record for good, reads it back and compares.
  ///
  /// - Parameters:
  ///   - record: The record as JSON.
  ///   - renewals: How often each role's link was made anew, by the role's name.
  @discardableResult
  package func storeSnapshot(
    record: [UInt8],
    of founding: Founding,
    ended: Timestamp,
    renewals: [String: Int] = [:]
  ) throws(ArchiveError) -> ArchivedMeeting {
    var head = Snapshot.Head(founding: founding, ended: ended)
    if !renewals.isEmpty { head.renewals = renewals }
    let file = layout.record(of: founding, ended: ended)
    try store(Snapshot(head: head, record: record).bytes, as: file, in: founding.series)
    return try Self.archived(head, file)
  }

  /// Takes in a record that another server has kept.
  ///
  /// - Throws: Also where there is another record of that meeting, or the meeting goes on here.
  package func importSnapshot(
    _ bytes: [UInt8],
    from source: String
  ) throws(ArchiveError) -> ArchivedMeeting {
    let head = try Snapshot.decode(bytes, source).head
    let founding = head.founding
    let file = layout.record(of: founding, ended: head.ended)
    guard Self.isName(founding.meeting.rawValue) else {
      throw ArchiveError(
        .unusable,
        source,
        "The meeting's id is none that a server would give.",
        advice: "Import only what a server of this kind has exported."
      )
    }
    if let known = try layout.record(of: founding.meeting), try Disk.read(known) != bytes {
      throw ArchiveError(
        .unusable,
        known,
        "There is another record of this meeting.",
        advice: "Look at both; remove this one if the other one is to be taken."
      )
    }
    guard try !layout.journals().contains(founding.meeting) else {
      throw ArchiveError(
        .unusable,
        layout.journal(of: founding.meeting),
        "This meeting goes on here.",
        advice: "End it first."
      )
    }
    try store(bytes, as: file, in: founding.series)
    return try Self.archived(head, file)
  }

  /// Whether a meeting's id is safe as a part of a file's name.
  private static func isName(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 40
      && id.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }

  /// - Parameter givingUpReserve: Whether the last of the space may be used.
  func store(
    _ bytes: [UInt8],
    as file: String,
    in series: Series,
    givingUpReserve: Bool = true
  ) throws(ArchiveError) {
    try Disk.makeFolder(layout.records(of: series))
    do throws(ArchiveError) {
      try Disk.write(bytes, to: file)
    } catch {
      guard error.kind == .full, givingUpReserve, giveUpReserve() else { throw error }
      try Disk.write(bytes, to: file)
    }
    guard try Disk.read(file) == bytes else {
      throw ArchiveError(.disk, file, "The disk gives back other bytes.", advice: "Replace it.")
    }
  }
}

// MARK: - Holding

extension DataFolder {
  /// Keeps a record for longer than it would be, or lets it go the usual way.
  ///
  /// - Returns: The record, or nothing where there is none.
  package func hold(
    _ meeting: MeetingID,
    _ hold: ArchivedMeeting.Hold?
  ) throws(ArchiveError) -> ArchivedMeeting? {
    guard let file = try layout.record(of: meeting) else { return nil }
    let head = try Snapshot.decode(try Disk.read(file), file).head
    if let hold {
      guard let bytes = try? JSONEncoder().encode(hold) else {
        preconditionFailure("A reason and a moment can be written as JSON.")
      }
      try Disk.write([UInt8](bytes), to: file + Layout.holdSuffix)
    } else {
      try Disk.remove(file + Layout.holdSuffix)
    }
    return try Self.archived(head, file)
  }

  private static func hold(of file: String) throws(ArchiveError) -> ArchivedMeeting.Hold? {
    let file = file + Layout.holdSuffix
    guard Disk.size(of: file) != nil else { return nil }
    let bytes = try Disk.read(file)
    // A reason that cannot be read is a reason still: what is held is never deleted by mistake.
    return (try? JSONDecoder().decode(ArchivedMeeting.Hold.self, from: Data(bytes)))
      ?? ArchivedMeeting.Hold(reason: "?", since: Timestamp(rawValue: 0))
  }
}
