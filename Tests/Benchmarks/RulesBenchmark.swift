import ArgumentParser
import MeetingCore
import MeetingTestSupport

/// What a decision costs, with few people and with many: no rule may look at all of them.
struct RulesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Time one decision with 100, 1,000 and 10,000 people and 2,000 questions."
  )

  @Option(help: "How many decisions to time for each figure.")
  var repetitions = 2_000

  func run() throws {
    let sizes = [100, 1_000, 10_000]
    let meetings = sizes.map { Crowd(people: $0, questions: 2_000).meeting }
    var table = Table("command, µs a decision", "100", "1,000", "10,000", "10,000 : 100")
    let commands = GoldenCommands.all.merging(Self.upToDate) { _, current in current }
    for (name, command) in commands.sorted(by: { $0.key < $1.key }) {
      let micros = meetings.map { time(command, in: $0) }
      let ratio = micros[2] / max(micros[0], 0.01)
      table.add([name] + micros.map(\.short) + [ratio.short])
    }
    print(table.text)
  }

  /// Golden commands again, by somebody who sees the present state, so that they are not refused
  /// for their age before anything is decided.
  private static let upToDate: [String: Meeting.Command] = {
    let (poll, seen) = (Golden.poll, Revision(rawValue: .max))
    let choices = Ballot.choices([OptionID(rawValue: "a"), OptionID(rawValue: "c")])
    let commands: [String: Polls.Command] = [
      "castChoices": .castBallot(poll: poll, round: 1, ballot: choices, seen: seen),
      "closePoll": .closePoll(poll: poll, publish: false, seen: seen),
      "editPoll": .editPoll(poll: poll, form: Poll.Form(kind: .ranking), seen: seen),
    ]
    return commands.mapValues(Meeting.Command.polls)
  }()

  /// - Returns: Microseconds; the best of five rounds, because others use the machine, too.
  private func time(_ command: Meeting.Command, in meeting: Meeting) -> Double {
    let actor = Actor(.chair, as: .moderator, pseudonym: Pseudonym(rawValue: "somebody"))
    let now = meeting.lastEvent + .seconds(60)
    let rounds = (0..<5).map { _ in
      ContinuousClock().measure {
        for _ in 0..<repetitions {
          _ = try? meeting.decide(command, by: actor, as: Reference("bench"), at: now)
        }
      }
    }
    let best = rounds.min() ?? .zero
    return best / .microseconds(1) / Double(repetitions)
  }
}

/// A large meeting in which the things exist that the golden commands speak of.
private struct Crowd {
  private(set) var meeting = Meeting(.kaffeerunde)

  init(people: Int, questions: Int) {
    defer {
      chat(people: people)
      poll(people: people)
      hands(people: people)
    }
    for number in 1...people {
      let person = ParticipantID(rawValue: number)
      let session = SessionDigest(rawValue: "session \(number)")
      apply(.participants(.participantJoined(participant: person, session: session)))
      let role: Role = number <= 3 ? .moderator : .participant
      apply(.participants(.participantArrived(participant: person, role: role)))
    }
    let known = [Golden.lunch, Golden.costs, Golden.files]
    for number in 0..<questions {
      let id = number < 3 ? known[number] : Reference("question-\(number)")
      let author = ParticipantID(rawValue: 4 + number % (people - 4))
      let asked = Questions.Event.questionAsked
      apply(.questions(asked(id, .person(participant: author), "Was?", nil, nil)))
      for voice in 0..<20 {
        let person = ParticipantID(rawValue: 4 + (number * 7 + voice) % (people - 4))
        if person == author { continue }
        apply(.questions(.questionSupported(question: id, by: person)))
      }
    }
    poll(people)
  }

  /// A poll in which everybody but the chair has voted.
  private mutating func poll(_ people: Int) {
    let poll = Golden.poll
    guard let form = try? Golden.form.cleaned() else { return }
    apply(.polls(.pollCreated(poll: poll, form: form, number: 1)))
    apply(.polls(.pollOpened(poll: poll, round: 1, until: nil)))
    for number in 2...people {
      let voter = Voter.person(participant: ParticipantID(rawValue: number))
      let ballot = Ballot.choices([form.options[number % 3].id])
      apply(.polls(.ballotCast(poll: poll, round: 1, by: voter, ballot: ballot)))
    }
  }

  /// As many messages as a meeting remembers, one of each channel among the golden ones.
  private mutating func chat(people: Int) {
    let posted = Chat.Event.messagePosted
    for number in 1...Limits.messages {
      let id = number == Limits.messages ? Golden.hello : Reference("message-\(number)")
      let author = ParticipantID(rawValue: 4 + number % (people - 4))
      apply(.chat(posted(id, author, .participant, .room, "Nummer \(number)")))
    }
  }

  /// Everybody has cast a ballot, and may cast another.
  private mutating func poll(people: Int) {
    let (poll, form) = (Golden.poll, Golden.form)
    apply(.polls(.pollCreated(poll: poll, form: form, number: 1)))
    apply(.polls(.pollOpened(poll: poll, round: 1, until: nil)))
    for number in 1...people {
      let voter = Voter.person(participant: ParticipantID(rawValue: number))
      let ballot = Ballot.choices([OptionID(place: number % 2)])
      apply(.polls(.ballotCast(poll: poll, round: 1, by: voter, ballot: ballot)))
    }
  }

  /// A full speaking queue, but for one place.
  private mutating func hands(people: Int) {
    let raised = SpeakingQueue.Event.handRaised
    for number in 0..<min(Limits.queue - 1, people / 2) {
      let who = SpeakingQueue.Who.person(participant: ParticipantID(rawValue: 10 + number))
      apply(.queue(raised(Reference("hand-\(number)"), who, .topic, nil, nil, nil)))
    }
  }

  private mutating func apply(_ event: Meeting.Event) { meeting.apply(event, at: .start) }
}
