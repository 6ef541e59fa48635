import Foundation
import MeetingCore

/// Where everything is in a data folder.
///
/// Files are looked for among the names that are there: no id is ever made a part of a path that
/// somebody has sent.
struct Layout: Sendable {
  let path: String

  var lock: String { "\(path)/lock" }
  var adminKey: String { "\(path)/admin.key" }
  var retention: String { "\(path)/retention.json" }
  var live: String { "\(path)/live" }
  var archive: String { "\(path)/archive" }

  static let journalSuffix = ".sqlite"
  static let recordSuffix = ".json"
  static let holdSuffix = ".hold"

  /// The folder of the operator's texts; theirs to make.
  var texts: String { "\(path)/pages" }

  func journal(of meeting: MeetingID) -> String {
    "\(live)/\(meeting.rawValue)\(Self.journalSuffix)"
  }

  /// The meetings that have a journal.
  func journals() throws(ArchiveError) -> [MeetingID] {
    try Disk.names(in: live).filter { $0.hasSuffix(Self.journalSuffix) }
      .map { MeetingID(rawValue: String($0.dropLast(Self.journalSuffix.count))) }
  }

  /// The folder of a series' records.
  func records(of series: Series) -> String { "\(archive)/\(series.code.rawValue)" }

  /// A record's file, by the day of its end in UTC.
  func record(of founding: Founding, ended: Timestamp) -> String {
    let date = Date(timeIntervalSince1970: Double(ended.rawValue) / 1_000)
    let day = String(date.formatted(.iso8601).prefix(10))
    let name = "\(day)-\(founding.meeting.rawValue)\(Self.recordSuffix)"
    return "\(records(of: founding.series))/\(name)"
  }

  /// All records' files.
  func records() throws(ArchiveError) -> [String] {
    var files: [String] = []
    for series in try Disk.names(in: archive) where Disk.isFolder("\(archive)/\(series)") {
      let place = "\(archive)/\(series)"
      files += try Disk.names(in: place).filter { $0.hasSuffix(Self.recordSuffix) }
        .map { "\(place)/\($0)" }
    }
    return files
  }

  func record(of meeting: MeetingID) throws(ArchiveError) -> String? {
    let end = "-\(meeting.rawValue)\(Self.recordSuffix)"
    return try records().first { $0.hasSuffix(end) }
  }

  /// What a crash has left half written: nobody needs it, and it may hold what is to be forgotten.
  func halves() throws(ArchiveError) -> [String] {
    var files: [String] = []
    let series = try Disk.names(in: archive).map { "\(archive)/\($0)" }
    for folder in [path, live] + series where Disk.isFolder(folder) {
      files += try Disk.names(in: folder).filter { $0.contains(Disk.aside) }
        .map { "\(folder)/\($0)" }
    }
    return files
  }

  /// A file's name below the folder, as it is told to operators.
  func name(of file: String) -> String {
    file.hasPrefix(path + "/") ? String(file.dropFirst(path.count + 1)) : file
  }

  /// - Throws: Where a new folder would be a part of this one: what is forgotten here would stay
  ///   there, in the midst of it.
  func requireOutside(_ new: String) throws(ArchiveError) {
    let (here, there) = (Self.real(path), Self.real(new))
    guard there != here, !there.hasPrefix(here + "/") else {
      throw ArchiveError(
        .unusable,
        new,
        "This is inside the server's folder.",
        advice: "Name a folder beside it, or better on another disk."
      )
    }
  }

  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// - Throws: Where this is no folder of a server.
  func requireServersFolder() throws(ArchiveError) {
    guard FileManager.default.fileExists(atPath: archive) else {
      throw ArchiveError(
        .unusable,
        path,
        "This is not a server's folder.",
        advice: "Name the folder that `serve` was given."
      )
    }
  }
}
