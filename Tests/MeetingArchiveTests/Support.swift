import Foundation
import MeetingArchive
import MeetingCore

/// A folder of its own for one test; gone afterwards.
final class Scratch {
  let path: String

  /// - Parameter inMemory: Whether the folder is one that no disk has to keep, where there is one.
  init(inMemory: Bool = false) throws {
    let memory = URL(fileURLWithPath: "/dev/shm")
    let isThere = FileManager.default.isWritableFile(atPath: memory.path)
    let base = inMemory && isThere ? memory : FileManager.default.temporaryDirectory
    path = base.appendingPathComponent("kaffeerunde-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A test that fails may have left it unreadable; the system cleans its own folder anyway.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Copies a folder as a crash would leave it: whoever has its files open goes on.
  func copy(_ name: String) throws -> String {
    try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: "\(path)/copy")
    return "\(path)/copy"
  }

  /// Everything that all files below hold, one after the other.
  func bytes(below folder: String = "") throws -> Data {
    let base = path + "/" + folder
    let names = try FileManager.default.subpathsOfDirectory(atPath: base).sorted()
    return names.reduce(into: Data()) { bytes, name in
      bytes += FileManager.default.contents(atPath: "\(base)/\(name)") ?? Data()
    }
  }

  /// All files below, with their permissions.
  func files() throws -> [String: Int] {
    var found: [String: Int] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      found[name] = attributes[.posixPermissions] as? Int
    }
    return found
  }
}

/// A meeting with a few events, as a server would write them.
enum Example {
  static let founding = Founding(
    meeting: MeetingID(rawValue: "m1"),
    title: "Erste Runde",
    series: Series(title: "Digitale Kaffeerunde", code: JoinCode(rawValue: "ABC234")!),
    founded: Timestamp(rawValue: 1_611_241_200_000)
  )
  static let file = MeetingFile(
    founding: founding,
    epoch: "e1",
    keys: ["moderator": "abc", "stage": "def"]
  )
  static let question = Reference(rawValue: String(repeating: "q", count: 22))!
  static let ada = ParticipantID(rawValue: 1)

  static let entries: [JournalEntry] = [
    .participants(.participantJoined(participant: ada, session: SessionDigest(rawValue: "s1"))),
    .participants(.participantArrived(participant: ada, role: .participant)),
    .questions(
      .questionAsked(
        question: question,
        by: .person(participant: ada),
        text: "Wie „teuer“ war das?\n€ 😀"
      )
    ),
    .questions(.questionMoved(question: question, to: .declined(reason: nil))),
    .agenda(.phaseChanged(phase: .ended)),
  ].enumerated().map { number, event in
    JournalEntry(
      revision: Revision(rawValue: number + 1),
      time: founding.founded + .seconds(number),
      event: event,
      cause: number < 2 ? nil : Cause(participant: ada, reference: question)
    )
  }
}

extension Data {
  /// Whether these bytes occur in it.
  func holds(_ bytes: [UInt8]) -> Bool { range(of: Data(bytes)) != nil }
}
