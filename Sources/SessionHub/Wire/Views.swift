package import MeetingCore

extension Meeting {
  /// A thing as an audience sees it, encoded for the wire; nothing where it may not be seen.
  package func view(of thing: Thing, for audience: Audience, at revision: Revision) -> [UInt8]? {
    guard isVisible(thing, to: audience) else { return nil }
    return switch thing {
    case .meeting: JSON.encode(MeetingView(self, revision))
    case .people: JSON.encode(PeopleView(participants, revision))
    case .question(let id):
      questions[id].map { JSON.encode(QuestionView($0, in: self, for: audience, revision)) }
    case .chat: JSON.encode(ChatView(chat, revision))
    case .message(let id):
      chat[id].map { JSON.encode(MessageView($0, for: audience, revision)) }
    case .moderation: JSON.encode(ModerationView(self, revision))
    case .agenda: JSON.encode(AgendaView(agenda, for: audience, revision))
    case .stage: JSON.encode(StageView(agenda.stage, for: audience, revision))
    case .queue: JSON.encode(QueueView(self, for: audience, revision))
    case .poll(let id): polls[id].map { JSON.encode(PollView($0, for: audience, revision)) }
    case .tally(let id):
      polls[id].map { JSON.encode(TallyView($0, in: self, for: audience, revision)) }
    case .me, .asker, .voter: nil
    }
  }

  /// What only this person may know, encoded for the wire.
  package func me(_ owner: Owner, at revision: Revision) -> [UInt8] {
    JSON.encode(MeView(owner, in: self, revision))
  }
}

extension Thing {
  /// The thing's name on the wire: its kind and, within that, its id.
  package var name: (kind: String, id: String) {
    switch self {
    case .meeting: ("meeting", "meeting")
    case .people: ("people", "people")
    case .question(let id): ("question", id.rawValue)
    case .poll(let id): ("poll", id.rawValue)
    case .tally(let id): ("tally", id.rawValue)
    case .queue: ("queue", "queue")
    case .chat: ("chat", "chat")
    case .message(let id): ("message", id.rawValue)
    case .agenda: ("agenda", "agenda")
    case .stage: ("stage", "stage")
    case .moderation: ("moderation", "moderation")
    case .me, .asker, .voter: ("me", "me")
    }
  }
}

/// A thing that is not there any more, for those who have seen it.
package struct GoneView: Encodable {
  let kind: String
  let id: String
  let revision: Revision
  var gone = true

  package init(_ thing: Thing, _ revision: Revision) {
    (kind, id) = thing.name
    self.revision = revision
  }

  package var bytes: [UInt8] { JSON.encode(self) }
}

struct MeetingView: Encodable {
  var kind = "meeting"
  var id = "meeting"
  let revision: Revision
  let meeting: MeetingID
  let title: String
  let series: String
  let code: JoinCode
  let phase: Phase
  /// Whether new questions are taken.
  let questions: Questions.Mode
  /// Whether a moderator looks at each question first.
  let moderated: Bool
  /// When questions open and close by themselves.
  let opens: Timestamp?
  let closes: Timestamp?
  let tags: [String]
  let names: Participants.NamePolicy
  /// Whether all inputs are off.
  let stopped: Bool

  init(_ meeting: Meeting, _ revision: Revision) {
    let rules = meeting.questions.rules
    self.revision = revision
    self.meeting = meeting.founding.meeting
    title = meeting.founding.title
    series = meeting.founding.series.title
    code = meeting.founding.series.code
    phase = meeting.phase
    questions = meeting.phase == .ended ? .closed : rules.mode
    moderated = rules.isModerated
    opens = rules.opens
    closes = rules.closes
    tags = meeting.questions.tags
    names = meeting.participants.policy
    stopped = meeting.moderation.isStopped
  }
}

struct PeopleView: Encodable {
  var kind = "people"
  var id = "people"
  let revision: Revision
  let present: Int
  let moderators: Int

  init(_ people: Participants, _ revision: Revision) {
    self.revision = revision
    present = people.presentCount
    moderators = people.presentModerators
  }
}
