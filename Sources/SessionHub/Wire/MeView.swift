import MeetingCore

/// What only this person may know: own questions with the reason for a refusal, what they support,
/// which entries of the speaking queue are theirs, and what they have written to the moderators.
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
  /// Own ballots: all but those of secret polls that are closed, which nobody knows any more.
  let ballots: [OwnBallot]
  /// Whether only reading and voting is left.
  let muted: Bool?
  /// Whether polls' timers do not hold.
  let moreTime: Bool?
  /// Own entries in the speaking queue, if there are any: waiting, put aside, or speaking; whoever
  /// has two sees them in the order in which they were raised, whatever becomes of them.
  let hands: [EntryID]?
  /// The hand that was lowered last, until one is raised again.
  let lowered: Lowered?

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

  struct Lowered: Encodable {
    let entry: EntryID
    let because: SpeakingQueue.Departure
    let time: Timestamp
    /// Until when it can be taken back up; nothing where others have lowered it.
    let restoreUntil: Timestamp?

    init(_ lowered: SpeakingQueue.Lowered) {
      entry = lowered.entry
      because = lowered.because
      time = lowered.time
      restoreUntil = lowered.because == .own ? lowered.time + Limits.undo : nil
    }
  }

  struct OwnBallot: Encodable {
    let poll: PollID
    let round: Int
    let ballot: Ballot
    let counted: Timestamp?
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
    ballots = Self.ballots(of: owner, in: meeting.polls)
    muted = person.isMuted ? true : nil
    moreTime = person.hasMoreTime ? true : nil
    let own = meeting.queue.entries(of: .person(participant: person.id))
      .sorted { ($0.requested, $0.id.rawValue) < ($1.requested, $1.id.rawValue) }.map(\.id)
    hands = own.isEmpty ? nil : own
    lowered = meeting.queue.lowered[person.id].map(Lowered.init)
  }

  private static func ballots(of owner: Owner, in polls: Polls) -> [OwnBallot] {
    polls.all.flatMap { poll in
      poll.rounds.compactMap { round in
        let id = RoundID(poll.id, round.number)
        let voter =
          round.form.secrecy == .secret
          ? owner.pseudonyms[id.item].map { Voter.hidden(pseudonym: $0) }
          : .person(participant: owner.person)
        return voter.flatMap { round.ballots[$0] }.map {
          OwnBallot(
            poll: poll.id,
            round: round.number,
            ballot: $0,
            counted: owner.counted[id]
          )
        }
      }
    }
  }
}
