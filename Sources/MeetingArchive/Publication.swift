package import MeetingCore

/// That a record may be read, without names, by everybody who has the series' code.
///
/// It stands in the record's own file: so it is copied, taken elsewhere and deleted along with it.
package struct Publication: Hashable, Codable, Sendable {
  package let since: Timestamp
  /// Whether addresses and telephone numbers in what people wrote are left out.
  package let hidesContacts: Bool

  package init(since: Timestamp, hidesContacts: Bool) {
    self.since = since
    self.hidesContacts = hidesContacts
  }
}

extension DataFolder {
  /// Publishes a record, or takes that back; nothing changes where that is so already.
  ///
  /// - Returns: The record, or nothing where there is none.
  package func publish(
    _ meeting: MeetingID,
    _ publication: Publication?
  ) throws(ArchiveError) -> ArchivedMeeting? {
    guard let file = try layout.record(of: meeting) else { return nil }
    let old = try Snapshot.decode(try Disk.read(file), file)
    var head = old.head
    guard head.published?.hidesContacts != publication?.hidesContacts else {
      return try Self.archived(head, file)
    }
    head.published = publication
    let new = Snapshot(head: head, record: old.record)
    // Taking back is like deleting: it works on a full disk, too.
    try store(
      new.bytes,
      as: file,
      in: head.founding.series,
      givingUpReserve: publication == nil
    )
    return try Self.archived(head, file)
  }

  /// A record for everybody: as JSON, and how it is published; nothing where it is not.
  package func publishedRecord(
    of meeting: MeetingID
  ) throws(ArchiveError) -> (record: [UInt8], as: Publication)? {
    guard let file = try layout.record(of: meeting) else { return nil }
    let snapshot = try Snapshot.decode(try Disk.read(file), file)
    return snapshot.head.published.map { (snapshot.record, $0) }
  }
}
