import MeetingCore

/// What only this person may know: own questions with the reason for a refusal, what they support,
/// what they have written to the moderators, and whether it was read.
struct MeView: Encodable {
  var kind = "me"
  var id = "me"
  let revision: Revision
  let participant: ParticipantID
  let name: String?
  let organisation: String?
  /// Supported questions, or what they were merged into.
  let supports: [QuestionID]
  let questions: [Own]
  /// The last ones that this person has written to the moderators.
  let messages: [OwnMessageView]
  /// The last messages to the room that this person has written without a name.
  let anonymousMessages: [MessageID]?
  /// Whether only reading and voting is left.
  let muted: Bool?
  /// Whether polls' timers do not hold.
  let moreTime: Bool?

  struct Own: Encodable {
    let id: QuestionID
    let number: Int
    let text: String
    /// What one wrote, where a moderator has changed it.
    let original: String?
    let state: String
    let reason: String?
    let asked: Timestamp
    let anonymous: Bool?
    /// What it was merged into.
    let mergedInto: QuestionID?

    init(_ question: Question, in questions: Questions) {
      id = question.id
      number = question.number
      text = question.text
      original = question.original
      state = question.state.spelling
      reason = question.state.reason
      asked = question.asked
      anonymous = question.author.isHidden ? true : nil
      mergedInto = question.mergedInto == nil ? nil : questions.root(of: question.id)?.id
    }
  }

  init(_ owner: Owner, in meeting: Meeting, _ revision: Revision) {
    let person = meeting.participants[owner.person]
    self.revision = revision
    participant = person.id
    name = person.name
    organisation = person.organisation
    supports = Set(person.supported.compactMap { meeting.questions.root(of: $0)?.id })
      .sorted { $0.rawValue < $1.rawValue }
    let hidden = owner.hidden.compactMap { meeting.questions[$0] }
    questions = (person.asked.compactMap { meeting.questions[$0] } + hidden)
      .sorted { $0.number < $1.number }.map { Own($0, in: meeting.questions) }
    messages = meeting.chat.unseen(by: person.id, in: .toModerators)
      .compactMap { meeting.chat[$0].map(OwnMessageView.init) }
    let anonymous = meeting.chat.unseen(by: person.id, in: .room)
    anonymousMessages = anonymous.isEmpty ? nil : anonymous
    muted = person.isMuted ? true : nil
    moreTime = person.hasMoreTime ? true : nil
  }
}
