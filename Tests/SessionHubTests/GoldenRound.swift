import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub

/// The round of which the golden frames speak: 118 people, and Ada is the seventh.
struct GoldenRound {
  static let lunch = Golden.lunch
  static let costs = Golden.costs
  static let files = Golden.files
  static let wish = Golden.wish
  static let ada = Golden.ada
  private static let ben = ParticipantID(rawValue: 8)
  private static let dora = ParticipantID(rawValue: 9)
  static let later = Golden.later

  private(set) var meeting = Meeting(.kaffeerunde)

  /// 118 people are here, two of them moderate, and nobody has said anything.
  init() {
    for number in 1...118 {
      let person = ParticipantID(rawValue: number)
      let role = number <= 2 ? Role.moderator : .participant
      meeting.apply(
        .participants(.participantJoined(participant: person, session: SessionDigest(of: person))),
        at: .start
      )
      meeting.apply(.participants(.participantArrived(participant: person, role: role)), at: .start)
    }
  }

  /// The meeting after these events.
  func after(_ events: Meeting.Event...) -> Meeting {
    var meeting = meeting
    for event in events { meeting.apply(event, at: .start) }
    return meeting
  }

  /// Three people have asked, and the first two questions are supported.
  static let withQuestions: Self = {
    var round = Self()
    let ask = { (question: QuestionID, person: ParticipantID, text: String, later: Int64) in
      round.meeting.apply(
        .questions(
          .questionAsked(question: question, by: .person(participant: person), text: text)
        ),
        at: .start + .milliseconds(later)
      )
    }
    ask(lunch, ada, "Wann gibt es Mittagessen?", 1_000)
    ask(costs, dora, "Wer bezahlt das?", 2_000)
    ask(files, ben, "Und die Akten?", 0)
    let named = Participants.Event.participantNamed
    round.meeting.apply(.participants(named(ada, "Ada", "Stadt Ulm")), at: .start)
    round.meeting.apply(.participants(named(ben, "Ben", nil)), at: .start)
    for number in 20...30 {
      let person = ParticipantID(rawValue: number)
      round.meeting.apply(.questions(.questionSupported(question: lunch, by: person)), at: .start)
    }
    for person in [ada, ParticipantID(rawValue: 20)] {
      round.meeting.apply(.questions(.questionSupported(question: costs, by: person)), at: .start)
    }
    return round
  }()

  /// Ada greets everybody, and has told the moderators something.
  static let withMessages: Self = {
    var round = withQuestions
    let post = { (id: MessageID, person: ParticipantID, role: Role, text: String) in
      let channel: Message.Channel = id == wish ? .toModerators : .room
      let posted = Chat.Event.messagePosted
      round.meeting.apply(.chat(posted(id, person, role, channel, text)), at: .start)
    }
    post(Golden.hello, ada, .participant, "Guten Morgen aus Ulm ☕")
    post(wish, ada, .participant, "Der Ton ist weg.")
    post(files, ParticipantID(rawValue: 1), .moderator, "Willkommen!")
    return round
  }()

  func moved(_ question: QuestionID, to state: Question.State) -> Meeting {
    after(.questions(.questionMoved(question: question, to: state)))
  }
}

extension Meeting {
  /// A thing as moderators see it, with the revision that the golden file gives it.
  func golden(_ thing: Thing, _ revision: Int) -> [UInt8] {
    if case .me(let person) = thing {
      return me(Owner(person: person), at: Revision(rawValue: revision))
    }
    return view(of: thing, for: .moderators, at: Revision(rawValue: revision)) ?? []
  }
}
