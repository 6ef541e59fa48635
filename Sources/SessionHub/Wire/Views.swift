package import MeetingCore

/// Those who see the same of a meeting.
package enum Audience: String, Hashable, Sendable, CaseIterable {
  case participants, moderators, stage

  init(_ role: Role) {
    self =
      switch role {
      case .participant: .participants
      case .moderator: .moderators
      case .stage: .stage
      }
  }
}

/// What each audience may see, thing by thing.
///
/// - Meeting and people: everybody.
/// - A question: everybody, while it is open, live or answered. Moderators see declined ones too,
///   with the reason. A name is shown where its asker has given one.
/// - Me: the person alone, including own questions that were declined, with the reason.
extension Meeting {
  /// Whether an audience may see a thing at all.
  package func isVisible(_ thing: Thing, to audience: Audience) -> Bool {
    switch thing {
    case .meeting, .people: true
    case .question(let id):
      questions[id].map { audience == .moderators || !$0.state.isDeclined } ?? false
    case .me: false
    }
  }

  /// A thing as an audience sees it, encoded for the wire; nothing where it may not be seen.
  package func view(of thing: Thing, for audience: Audience, at revision: Revision) -> [UInt8]? {
    guard isVisible(thing, to: audience) else { return nil }
    return switch thing {
    case .meeting: JSON.encode(MeetingView(self, revision))
    case .people: JSON.encode(PeopleView(participants, revision))
    case .question(let id): questions[id].map { JSON.encode(QuestionView($0, in: self, revision)) }
    case .me: nil
    }
  }

  /// What only this person may know, encoded for the wire.
  package func me(_ person: ParticipantID, at revision: Revision) -> [UInt8] {
    JSON.encode(MeView(participants[person], in: self, revision))
  }
}

extension Thing {
  /// The thing's name on the wire: its kind and, within that, its id.
  var name: (kind: String, id: String) {
    switch self {
    case .meeting: ("meeting", "meeting")
    case .people: ("people", "people")
    case .question(let id): ("question", id.rawValue)
    case .me: ("me", "me")
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

private struct MeetingView: Encodable {
  var kind = "meeting"
  var id = "meeting"
  let revision: Revision
  let meeting: MeetingID
  let title: String
  let series: String
  let code: JoinCode
  let phase: Phase
  /// Whether new questions are taken.
  let questions: String

  init(_ meeting: Meeting, _ revision: Revision) {
    self.revision = revision
    self.meeting = meeting.founding.meeting
    title = meeting.founding.title
    series = meeting.founding.series.title
    code = meeting.founding.series.code
    phase = meeting.phase
    questions = meeting.phase == .ended ? "closed" : "open"
  }
}

private struct PeopleView: Encodable {
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

private struct QuestionView: Encodable {
  var kind = "question"
  let id: QuestionID
  let revision: Revision
  let number: Int
  let text: String
  let state: String
  let reason: String?
  let author: String?
  let organisation: String?
  let support: Int
  let asked: Timestamp

  init(_ question: Question, in meeting: Meeting, _ revision: Revision) {
    let author = meeting.participants[question.author]
    id = question.id
    self.revision = revision
    number = question.number
    text = question.text
    (state, reason) = question.state.spelling
    self.author = author.name
    organisation = author.organisation
    support = question.supporters.count
    asked = question.asked
  }
}

private struct MeView: Encodable {
  var kind = "me"
  var id = "me"
  let revision: Revision
  let participant: ParticipantID
  let name: String?
  let organisation: String?
  let supports: [QuestionID]
  let questions: [Own]

  struct Own: Encodable {
    let id: QuestionID
    let text: String
    let state: String
    let reason: String?
    let asked: Timestamp

    init(_ question: Question) {
      id = question.id
      text = question.text
      (state, reason) = question.state.spelling
      asked = question.asked
    }
  }

  init(_ person: Participant, in meeting: Meeting, _ revision: Revision) {
    self.revision = revision
    participant = person.id
    name = person.name
    organisation = person.organisation
    supports = person.supported.sorted { $0.rawValue < $1.rawValue }
    questions = person.asked.compactMap { meeting.questions[$0].map(Own.init) }
  }
}

extension Question.State {
  /// The state's name on the wire, with the reason of a decline.
  fileprivate var spelling: (String, String?) {
    switch self {
    case .open: ("open", nil)
    case .live: ("live", nil)
    case .answered: ("answered", nil)
    case .declined(let reason): ("declined", reason)
    }
  }
}
