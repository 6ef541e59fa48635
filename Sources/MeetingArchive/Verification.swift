import Foundation
import MeetingCore

/// What was found out about one file of a data folder.
package struct Finding: Sendable {
  /// Below the folder.
  package let file: String
  /// What it holds, in words.
  package let content: String
  /// What is wrong with it; nothing where it is sound.
  package let trouble: ArchiveError?
}

extension DataFolder {
  /// Reads every journal and every record to the last byte, also while a server uses the folder.
  ///
  /// - Throws: Where this is no folder of a server, or it cannot be listed.
  package static func verify(path: String) throws(ArchiveError) -> [Finding] {
    let layout = Layout(path: path)
    try layout.requireServersFolder()
    let isAlone = Disk.isFree(layout.lock)
    var findings: [Finding] = []
    for meeting in try layout.journals() {
      findings.append(verify(journal: meeting, in: layout, isAlone: isAlone))
    }
    for file in try layout.records() { findings.append(verify(record: file, in: layout)) }
    if Disk.size(of: layout.adminKey) != nil {
      findings.append(
        finding(layout.adminKey, in: layout) { () throws(ArchiveError) in
          _ = try adminKey(in: layout)
          return "the administration's key"
        }
      )
    }
    return findings
  }

  private static func verify(
    journal meeting: MeetingID,
    in layout: Layout,
    isAlone: Bool
  ) -> Finding {
    let file = layout.journal(of: meeting)
    return finding(file, in: layout) { () throws(ArchiveError) in
      let journal = try isAlone ? Journal.readAlone(file, lock: layout.lock) : Journal.read(file)
      guard journal.file.founding.meeting == meeting else {
        throw Journal.damaged(file, "it is the journal of another meeting")
      }
      let torn = journal.torn == 0 ? "" : ", and a change that a crash has torn"
      return "journal, \(journal.entries.count) events\(torn)"
    }
  }

  private static func verify(record file: String, in layout: Layout) -> Finding {
    finding(file, in: layout) { () throws(ArchiveError) in
      let snapshot = try Snapshot.decode(try Disk.read(file), file)
      return "record, \(snapshot.record.count) bytes"
    }
  }

  private static func finding(
    _ file: String,
    in layout: Layout,
    _ read: () throws(ArchiveError) -> String
  ) -> Finding {
    let name = layout.name(of: file)
    do throws(ArchiveError) {
      return Finding(file: name, content: try read(), trouble: nil)
    } catch {
      return Finding(file: name, content: "", trouble: error)
    }
  }
}
