import MeetingCore

/// A question as an audience sees it.
///
/// Everybody: text, state, support, label, written answer, and the asker's name where there is one.
/// Moderators also: whose it is by number, what the asker wrote before it was edited, what it was
/// merged with, and all versions of the answer. Of an anonymous asker nobody sees anything.
struct QuestionView: Encodable {
  var kind = "question"
  let id: QuestionID
  let revision: Revision
  let number: Int
  let text: String
  let state: String
  let reason: String?
  /// Who answers later, and by when.
  let owner: String?
  let due: String?
  let author: String?
  let organisation: String?
  /// How somebody without a browser made themselves heard.
  let via: Question.Channel?
  /// The earlier round that it is left over from, and its support there.
  let from: String?
  let supportThen: Int?
  let support: Int
  let asked: Timestamp
  let tag: String?
  /// Whether a moderator has changed the words.
  let revised: Bool?
  let answer: Answer?
  /// The message that it was made from, for those who see the chat.
  let message: MessageID?
  /// The numbers of the questions that were merged into it.
  let merged: [Int]?
  let forModerators: Background?

  struct Answer: Encodable {
    let text: String
    let time: Timestamp
    /// Nothing where whoever wrote it gave no name.
    let by: String?

    init(_ answer: Question.Answer) {
      text = answer.text
      time = answer.time
      by = answer.name
    }
  }

  /// What only moderators see.
  struct Background: Encodable {
    let participant: ParticipantID?
    let original: String?
    let mergedInto: QuestionID?
    let answers: [Answer]

    init(_ question: Question) {
      participant = question.author.participant
      original = question.original
      mergedInto = question.mergedInto
      answers = question.answers.map(Answer.init)
    }
  }

  init(
    _ question: Question,
    in meeting: Meeting,
    for audience: Audience,
    _ revision: Revision
  ) {
    let known = question.author.participant.map { meeting.participants[$0] }
    id = question.id
    self.revision = revision
    number = question.number
    text = question.text
    state = question.state.spelling
    reason = question.state.reason
    (owner, due) = question.state.later
    (via, from, supportThen) = question.author.origin
    author = known?.name ?? question.author.guest
    organisation = known?.organisation
    support = meeting.questions.support(of: question)
    asked = question.asked
    tag = question.tag.flatMap { meeting.questions.tags.contains($0) ? $0 : nil }
    revised = question.original == nil ? nil : true
    answer = question.answers.last.map(Answer.init)
    let seesChat = audience == .participants || audience == .moderators
    message = seesChat ? question.message : nil
    let parts = question.merged.compactMap { meeting.questions[$0]?.number }
    merged = parts.isEmpty ? nil : parts
    forModerators = audience == .moderators ? Background(question) : nil
  }
}

extension Question.State {
  /// The state's name on the wire.
  var spelling: String {
    switch self {
    case .pending: "pending"
    case .open: "open"
    case .live: "live"
    case .answered: "answered"
    case .declined: "declined"
    case .followUp: "followUp"
    }
  }

  /// Why it was declined.
  var reason: String? { if case .declined(let reason) = self { reason } else { nil } }

  fileprivate var later: (String?, String?) {
    if case .followUp(let owner, let due) = self { (owner, due) } else { (nil, nil) }
  }
}

extension Question.Author {
  fileprivate var guest: String? { if case .guest(let name, _) = self { name } else { nil } }

  fileprivate var origin: (Question.Channel?, String?, Int?) {
    switch self {
    case .person, .hidden: (nil, nil, nil)
    case .guest(_, let channel): (channel, nil, nil)
    case .carried(let from, let support): (nil, from, support)
    }
  }
}
