import MeetingCore

/// A message as an audience sees it; participants see those to the room, moderators all.
///
/// Everybody: text, time, whether it was edited, the author's number, name and organisation as they
/// were, the role where it is a moderator's or a speaker's, the question that was made of it. Of an
/// anonymous author nobody sees more than the role. Of a message that was deleted or removed there
/// is no text for anybody, and an author for moderators only.
struct MessageView: Encodable {
  var kind = "message"
  let id: MessageID
  let revision: Revision
  /// Counted in its channel, without holes.
  let number: Int
  let channel: Message.Channel
  /// `shown`, `deleted` by its author, or `removed` by a moderator.
  let state: String
  let posted: Timestamp
  let text: String?
  let edited: Timestamp?
  let participant: ParticipantID?
  let author: String?
  let organisation: String?
  /// Nothing where a participant wrote it.
  let role: Role?
  let question: QuestionID?
  /// Of a message to the moderators: whether one of them has let its author know that it was read.
  let acknowledged: Bool?

  init(_ message: Message, for audience: Audience, _ revision: Revision) {
    let isShown = message.state == .shown
    let isAuthorShown = !message.isAnonymous && (isShown || audience == .moderators)
    id = message.id
    self.revision = revision
    number = message.number
    channel = message.channel
    state = message.state.rawValue
    posted = message.posted
    text = isShown ? message.text : nil
    edited = isShown ? message.edited : nil
    participant = isAuthorShown ? message.author : nil
    author = isAuthorShown ? message.name : nil
    organisation = isAuthorShown ? message.organisation : nil
    role = message.role == .participant ? nil : message.role
    question = message.question
    let isToModerators = message.channel == .toModerators
    acknowledged = isToModerators ? message.acknowledgedBy != nil : nil
  }
}

/// What somebody has written to the moderators, as its author alone sees it.
struct OwnMessageView: Encodable {
  let id: MessageID
  let state: String
  let posted: Timestamp
  let text: String?
  let edited: Timestamp?
  let question: QuestionID?
  /// Whether a moderator has read it.
  let acknowledged: Bool

  init(_ message: Message) {
    id = message.id
    state = message.state.rawValue
    posted = message.posted
    text = message.state == .shown ? message.text : nil
    edited = message.edited
    question = message.question
    acknowledged = message.acknowledgedBy != nil
  }
}
