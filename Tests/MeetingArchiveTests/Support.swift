import Foundation
import MeetingArchive
import MeetingCore

/// A folder of its own for one test; gone afterwards.
final class Scratch {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("kaffeerunde-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A test that fails may have left it unreadable; the system cleans its own folder anyway.
    try? FileManager.default.removeItem(atPath: path)
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
