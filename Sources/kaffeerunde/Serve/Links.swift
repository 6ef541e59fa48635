import Foundation
import MeetingCore

/// Every link that the operator hands out; keys stand in the fragment, which no server ever sees.
struct Links {
  /// Without a slash at the end.
  let base: String
  let adminKey: String

  var admin: String { "\(base)/admin#key=\(adminKey)" }

  func entry(_ founding: Founding) -> Entry {
    let room = "\(base)/r/\(founding.series.code.rawValue)"
    let key = { Secrets.key($0, of: founding.meeting, from: adminKey) }
    return Entry(
      id: founding.meeting,
      code: founding.series.code,
      title: founding.title,
      participant: room,
      moderator: "\(room)#key=\(key(.moderator))",
      speaker: "\(room)#key=\(key(.speaker))",
      stage: "\(room)/stage#key=\(key(.stage))"
    )
  }

  /// One meeting, as `GET /api/meetings` and the ready file tell it.
  struct Entry: Encodable {
    let id: MeetingID
    let code: JoinCode
    let title: String
    let participant: String
    let moderator: String
    let speaker: String
    let stage: String
  }

  /// The whole answer of `GET /api/meetings`, and the content of the ready file.
  struct Overview: Encodable {
    let url: String
    let pid: Int32
    let admin: String
    let meetings: [Entry]
  }

  func overview(_ meetings: [Meeting]) -> Overview {
    Overview(
      url: base,
      pid: ProcessInfo.processInfo.processIdentifier,
      admin: admin,
      meetings: meetings.map { entry($0.founding) }
    )
  }

  /// The links in plain words, for whoever started the server.
  func words(_ meetings: [Meeting]) -> String {
    let rounds = meetings.map { meeting in
      let entry = entry(meeting.founding)
      return """
        \(meeting.founding.title) (\(meeting.founding.series.title)), code \(entry.code.rawValue)
          Teilnehmende / participants: \(entry.participant)
          Moderation   / moderators:   \(entry.moderator)
          Vortrag      / speaker:      \(entry.speaker)
          Beamer       / stage:        \(entry.stage)
        """
    }
    let text = rounds + ["Verwaltung / administration: \(admin)"]
    return text.joined(separator: "\n\n")
      + "\n\nThe links with a key open doors: give them only to those who need them.\n"
  }
}
