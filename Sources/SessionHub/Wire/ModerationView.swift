import MeetingCore

/// What moderators alone see: who else moderates, who is muted, and what was done last.
struct ModerationView: Encodable {
  var kind = "moderation"
  var id = "moderation"
  let revision: Revision
  /// Who moderates now.
  let staff: [Person]
  let muted: [Person]
  let withMoreTime: [Person]
  /// The last acts of staff, the newest last.
  let acts: [Act]

  struct Person: Encodable {
    let participant: ParticipantID
    let name: String?
    /// The question that this moderator has open.
    let attends: QuestionID?

    init(_ person: ParticipantID, in meeting: Meeting) {
      participant = person
      name = meeting.participants[person].name
      if case .question(let id) = meeting.moderation.attention[person] {
        attends = id
      } else {
        attends = nil
      }
    }
  }

  struct Act: Encodable {
    let ref: Reference
    let act: String
    let by: ParticipantID
    let name: String?
    let time: Timestamp
    /// Until when it can be taken back; nothing where it never could.
    let undoUntil: Timestamp?
    let undone: Bool

    init(_ act: MeetingCore.Act, in meeting: Meeting) {
      ref = act.reference
      self.act = act.name
      by = act.by
      name = meeting.participants[act.by].name
      time = act.time
      undoUntil = act.inverse == nil ? nil : act.time + Limits.undo
      undone = act.isUndone
    }
  }

  init(_ meeting: Meeting, _ revision: Revision) {
    self.revision = revision
    let people = { (people: Set<ParticipantID>) in
      people.sorted().map { Person($0, in: meeting) }
    }
    staff = people(meeting.participants.moderators)
    muted = people(meeting.participants.muted)
    withMoreTime = people(meeting.participants.withMoreTime)
    acts = meeting.moderation.acts.suffix(HubLimits.actsShown).map { Act($0, in: meeting) }
  }
}
