import Foundation
import MeetingArchive
import MeetingCore

/// Every link that the operator hands out; keys stand in the fragment, which no server ever sees.
struct Links {
  /// Without a slash at the end.
  let base: String
  let adminKey: String
  /// How often each role's link was made anew, by the meeting and the role's name.
  private var renewals: [MeetingID: [String: Int]] = [:]

  init(base: String, adminKey: String) {
    self.base = base
    self.adminKey = adminKey
  }

  var admin: String { "\(base)/admin#key=\(adminKey)" }

  func entry(_ founding: Founding) -> Entry {
    let room = "\(base)/r/\(founding.series.code.rawValue)"
    let key = { (role: Role) in self.key(role, of: founding.meeting) }
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

  /// The key of a role's present link.
  func key(_ role: Role, of meeting: MeetingID) -> String {
    let times = renewals[meeting]?[role.rawValue] ?? 0
    return Secrets.key(role, of: meeting, renewals: times, from: adminKey)
  }

  func renewals(of meeting: MeetingID) -> [String: Int] { renewals[meeting] ?? [:] }

  mutating func note(_ renewals: [String: Int]?, of meeting: MeetingID) {
    self.renewals[meeting] = renewals
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
    let records: [Kept]
    /// When something is deleted next, by itself.
    let nextPurge: Timestamp?
  }

  /// A record, and how long it is kept; moments are UTC milliseconds since 1970.
  struct Kept: Encodable {
    let id: MeetingID
    let code: JoinCode
    let title: String
    let ended: Timestamp
    /// Until when it holds names; nothing where it holds none.
    let namesUntil: Timestamp?
    /// Until when it is kept at all; nothing where that is for ever.
    let recordUntil: Timestamp?
    /// Why it is kept for longer than that.
    let hold: ArchivedMeeting.Hold?
    /// Since when everybody with the code may read it, without names; nothing where nobody may.
    let published: Timestamp?

    init(_ record: ArchivedMeeting, _ retention: Retention) {
      id = record.founding.meeting
      code = record.founding.series.code
      title = record.founding.title
      ended = record.ended
      namesUntil = retention.due(.names, of: record)
      recordUntil = retention.due(.record, of: record)
      hold = record.hold
      published = record.published?.since
    }
  }

  func overview(_ meetings: [Meeting], _ shelf: Shelf) -> Overview {
    Overview(
      url: base,
      pid: ProcessInfo.processInfo.processIdentifier,
      admin: admin,
      meetings: meetings.map { entry($0.founding) },
      records: shelf.all.map { Kept($0, shelf.retention) },
      nextPurge: shelf.nextPurge
    )
  }

  /// The links in plain words, for whoever started the server.
  func words(_ meetings: [Meeting], _ shelf: Shelf) -> String {
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
    let day = shelf.nextPurge.map { String($0.date.formatted(.iso8601).prefix(10)) } ?? "–"
    let text =
      rounds + [
        "Verwaltung / administration: \(admin)",
        "Nächste Löschung / next deletion: \(day)",
      ]
    return text.joined(separator: "\n\n")
      + "\n\nThe links with a key open doors: give them only to those who need them.\n"
  }
}

extension Timestamp {
  fileprivate var date: Date { Date(timeIntervalSince1970: Double(rawValue) / 1_000) }
}
