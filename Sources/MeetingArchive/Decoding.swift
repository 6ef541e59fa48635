import Foundation
import MeetingCore
import Synchronization

/// Makes entries of a journal's rows, on all cores, beside the reading of the next rows.
///
/// Nothing at a start takes as long as the JSON of a long meeting. Entries come out in the order
/// in which their rows went in; so does what is wrong with them.
final class Decoding: Sendable {
  private let path: String
  private let group = DispatchGroup()
  /// Nothing where a part is on its way still.
  private let parts = Mutex<[Part?]>([])

  private typealias Part = Result<[JournalEntry], ArchiveError>

  /// How many rows are decoded at once: enough that handing them over costs nothing.
  static let portion = 1_000

  /// - Parameter path: The journal, for complaints.
  init(_ path: String) { self.path = path }

  /// Takes the next rows.
  func take(_ lines: [Journal.Line]) {
    let place = parts.withLock { parts in
      parts.append(nil)
      return parts.count - 1
    }
    DispatchQueue.global().async(group: group) { [self] in
      let part = Part { () throws(ArchiveError) in try Journal.entries(of: lines, path) }
      parts.withLock { $0[place] = part }
    }
  }

  /// Waits for everything that was taken.
  ///
  /// - Throws: What is wrong with the first row that is not known.
  func finish() throws(ArchiveError) -> [JournalEntry] {
    group.wait()
    var entries: [JournalEntry] = []
    let parts = parts.withLock(\.self)
    entries.reserveCapacity(parts.count * Self.portion)
    for case .some(let part) in parts { entries += try part.get() }
    return entries
  }
}

extension Journal {
  /// Reads many events at once, which is a good deal faster than one after the other.
  fileprivate static func entries(
    of lines: [Line],
    _ path: String
  ) throws(ArchiveError) -> [JournalEntry] {
    let decoder = JSONDecoder()
    let list = "[" + lines.map(\.event).joined(separator: ",") + "]"
    if let known = try? decoder.decode([Meeting.Event].self, from: Data(list.utf8)),
      known.count == lines.count
    {
      return zip(lines, known).map { entry($0, $1) }
    }
    var entries: [JournalEntry] = []
    for line in lines {
      guard let event = try? decoder.decode(Meeting.Event.self, from: Data(line.event.utf8))
      else { throw unknown(path, line.revision) }
      entries.append(entry(line, event))
    }
    return entries
  }
}
