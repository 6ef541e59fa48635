import MeetingCore
import MeetingTestSupport

/// A large meeting in which the things exist that the golden commands speak of.
///
/// Everybody votes but the chair; Ada's message is the last one, and Ada's hand is the first.
struct CrowdedMeeting {
  private(set) var meeting = Meeting(.kaffeerunde)

  static let ada = Golden.ada
  static let lunchAsker = ParticipantID(rawValue: 4)
  private static let known = [Golden.lunch, Golden.costs]

  /// Nothing has happened yet.
  static func beginning(people: Int) -> Meeting {
    var crowd = Self()
    crowd.come(people)
    return crowd.meeting
  }

  private init() {}

  init(people: Int, questions: Int) {
    come(people)
    ask(questions, people)
    meeting.apply(poll: Golden.form, isOpen: true)
    for number in 2...people {
      let voter = Voter.person(participant: ParticipantID(rawValue: number))
      let ballot = Ballot.choices([OptionID(place: number % 3)])
      meeting.apply(.polls(.ballotCast(poll: Golden.poll, round: 1, by: voter, ballot: ballot)))
    }
    chat(people)
    hands(people)
    for item in [Golden.coffee, Golden.talk] {
      meeting.apply(wish: .agenda(.setAgendaItem(kind: .talk, title: "Vortrag")), as: item)
    }
  }

  private mutating func come(_ people: Int) {
    for number in 1...people {
      let person = ParticipantID(rawValue: number)
      let session = SessionDigest(rawValue: "session \(number)")
      let role: Role = number <= 3 ? .moderator : .participant
      meeting.apply(.participants(.participantJoined(participant: person, session: session)))
      meeting.apply(.participants(.participantArrived(participant: person, role: role)))
    }
  }

  /// Twenty support each question but the first, which its asker may still change.
  private mutating func ask(_ questions: Int, _ people: Int) {
    let asked = Questions.Event.questionAsked
    for number in 0..<questions {
      let isKnown = number < Self.known.count
      let id = isKnown ? Self.known[number] : Reference("question-\(number)")
      let author = ParticipantID(rawValue: 4 + number % (people - 4))
      meeting.apply(.questions(asked(id, .person(participant: author), "Was?", nil, nil)))
      for voice in 0..<(number == 0 ? 0 : 20) {
        let person = ParticipantID(rawValue: 4 + (number * 7 + voice) % (people - 4))
        if person == author { continue }
        meeting.apply(.questions(.questionSupported(question: id, by: person)))
      }
    }
  }

  /// As many messages as a meeting remembers.
  private mutating func chat(_ people: Int) {
    for number in 1..<Limits.messages {
      let author = ParticipantID(rawValue: 4 + number % (people - 4))
      meeting.apply(message: Reference("message-\(number)"), by: author)
    }
    meeting.apply(message: Golden.hello, by: Self.ada)
  }

  /// A full speaking queue, but for a few places.
  private mutating func hands(_ people: Int) {
    meeting.apply(hand: Golden.files, of: Self.ada)
    for number in 0..<min(Limits.queue - 5, people / 2) {
      meeting.apply(hand: Reference("hand-\(number)"), of: ParticipantID(rawValue: 10 + number))
    }
  }
}

// MARK: - What happens

extension Meeting {
  /// When everything has happened that the commands build on.
  static let before = Timestamp.start + .seconds(5)

  mutating func apply(_ event: Event) { apply(event, at: .start) }

  mutating func apply(poll form: Poll.Form, isOpen: Bool) {
    guard let form = try? form.cleaned() else { return }
    let poll = Golden.poll
    if polls[poll] != nil { apply(.polls(.pollRemoved(poll: poll))) }
    apply(.polls(.pollCreated(poll: poll, form: form, number: 1)))
    if isOpen { apply(.polls(.pollOpened(poll: poll, round: 1, until: nil))) }
  }

  mutating func apply(
    message: MessageID,
    by author: ParticipantID,
    to channel: Message.Channel = .room
  ) {
    let posted = Chat.Event.messagePosted
    apply(.chat(posted(message, author, .participant, channel, "Wann ist Pause?")))
  }

  mutating func apply(hand: EntryID, of person: ParticipantID) {
    let who = SpeakingQueue.Who.person(participant: person)
    apply(.queue(.handRaised(entry: hand, by: who, kind: .topic)))
  }

  /// What follows from a wish of the chair.
  mutating func apply(wish command: Command, as reference: Reference = Reference("before")) {
    let actor = Actor(.chair, as: .moderator)
    let events = try? decide(command, by: actor, as: reference, at: Self.before)
    let act = command.isAct ? command.name : nil
    let cause = Cause(participant: .chair, reference: reference, act: act)
    for event in events ?? [] { apply(event, at: Self.before, cause: cause) }
  }
}
