import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Taking acts back")
struct UndoTests {
  private func undo(_ act: String) -> Meeting.Command {
    .moderation(.undo(act: Reference(act)))
  }

  @Test("For ten seconds an act can be taken back, by any moderator (F3)")
  func tenSeconds() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    let move = Meeting.Command.questions(
      .moveQuestion(question: .lunch, to: .answered, seen: story.meeting.revision)
    )
    story.given(.chair, move, as: Reference("act"))
    story.pass(Limits.undo - .seconds(1))
    story.when(
      .chair,
      undo("act"),
      then: .moderation(.undone(act: Reference("act"))),
      .questions(.questionMoved(question: .lunch, to: .open))
    )
    #expect(story.meeting.questions[.lunch]?.answered == nil)
    story.when(.chair, undo("act"))
  }

  @Test("After that it is too late, and what was never an act is unknown")
  func tooLate() {
    var story = Scenario()
    story.given(.chair, .moderation(.emergencyStop(stopped: true)), as: Reference("stop"))
    story.given(
      .ada,
      .participants(.setName(name: "Ada", organisation: nil)),
      as: Reference("name")
    )
    story.refuses(.chair, undo("name"), because: .actUnknown)
    story.refuses(.chair, undo("stop"), because: .notUndoable)
    story.pass(Limits.undo)
    story.refuses(.chair, undo("stop"), because: .undoTooLate)
  }

  @Test("All of an act is taken back, in the other order")
  func severalEvents() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.lunch, becomes: .live)
    let next = Meeting.Command.questions(
      .moveQuestion(question: .costs, to: .live, seen: story.meeting.revision)
    )
    story.given(.chair, next, as: Reference("next"))
    story.given(.chair, undo("next"))
    #expect(story.meeting.questions.live == .lunch)
    #expect(story.meeting.questions[.costs]?.state == .open)
  }

  @Test("What somebody has built on is not pulled away; the last act first")
  func order() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    let move = { (state: Question.State, revision: Revision) in
      Meeting.Command.questions(.moveQuestion(question: .lunch, to: state, seen: revision))
    }
    story.given(.chair, move(.live, story.meeting.revision), as: Reference("first"))
    story.given(.chair, move(.answered, story.meeting.revision), as: Reference("second"))
    story.refuses(.chair, undo("first"), because: .stale)
    story.given(.chair, undo("second"))
    story.given(.chair, undo("first"))
    #expect(story.meeting.questions[.lunch]?.state == .open)
  }

  @Test("Taking back the end of a question pushes no other one aside that came after it")
  func oneLive() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.lunch, becomes: .live)
    let move = { (question: Reference, state: Question.State, story: Scenario) in
      Meeting.Command.questions(
        .moveQuestion(question: question, to: state, seen: story.meeting.revision)
      )
    }
    story.given(.chair, move(.lunch, .answered, story), as: Reference("end"))
    story.given(.chair, move(.costs, .live, story), as: Reference("next"))
    story.refuses(.chair, undo("end"), because: .notUndoable)
    story.given(.chair, undo("next"))
    story.given(.chair, undo("end"))
    #expect(story.meeting.questions.live == .lunch)
  }

  @Test("Support given meanwhile stays when a merger is taken back")
  func supportStays() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    let merge = Meeting.Command.questions(
      .mergeQuestion(question: .lunch, into: .costs, seen: story.meeting.revision)
    )
    story.given(.chair, merge, as: Reference("merge"))
    story.given(.cleo, .questions(.support(question: .costs, support: true)))
    story.given(.chair, undo("merge"))
    #expect(story.meeting.questions[.costs].map(story.meeting.questions.support) == 2)
    #expect(story.meeting.questions[.lunch].map(story.meeting.questions.support) == 1)
  }

  @Test("Every act is signed and kept, also those taken back (F1, F8)")
  func audit() {
    var story = Scenario()
    story.given(.chair, .questions(.setTags(tags: ["Recht"])), as: Reference("tags"))
    story.given(.chair, undo("tags"))
    let acts = story.meeting.moderation.acts
    #expect(acts.map(\.name) == ["setTags", "undo"])
    #expect(acts.map(\.by) == [.chair, .chair])
    #expect(acts.map(\.isUndone) == [true, false])
    #expect(story.meeting.questions.tags == [])
  }

  @Test("What was withdrawn is in no memory of an act")
  func forgetting() {
    var story = Scenario()
    story.given(.ada, .questions(.askQuestion(text: "Vertraulich!")), as: .lunch)
    let revise = Meeting.Command.questions(
      .reviseQuestion(question: .lunch, text: "Etwas", seen: story.meeting.revision)
    )
    story.given(.chair, revise, as: Reference("revise"))
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    #expect(!"\(story.meeting)".contains("Vertraulich"))
    story.refuses(.chair, undo("revise"), because: .notUndoable)
  }
}

@Suite("Keeping order")
struct OrderTests {
  @Test("The emergency stop takes all inputs of participants, and loses nothing (F6)")
  func emergencyStop() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.chair, .moderation(.emergencyStop(stopped: true)))
    story.refuses(.ben, .questions(.askQuestion(text: "Darf ich?")), because: .stopped)
    story.refuses(.ben, .questions(.support(question: .lunch, support: true)), because: .stopped)
    story.given(.chair, asks: .costs)
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    story.given(.chair, .moderation(.emergencyStop(stopped: false)))
    story.given(.ben, .questions(.support(question: .costs, support: true)))
  }

  @Test("Whoever is muted reads and supports, and asks nothing (F4)")
  func mute() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.chair, .participants(.muteParticipant(participant: .ben, muted: true)))
    story.refuses(.ben, .questions(.askQuestion(text: "Darf ich?")), because: .muted)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    story.given(.chair, .participants(.muteParticipant(participant: .ben, muted: false)))
    story.given(.ben, asks: .costs)
  }

  @Test("Whoever is muted has no hand up and no floor any more, until that is taken back (F4, F3)")
  func muteInQueue() {
    var story = Scenario()
    story.allows([.topic])
    for person: ParticipantID in [.ada, .ben] {
      story.given(person, .queue(.raiseHand()))
      story.given(person, .queue(.raiseHand(kind: .pointOfOrder)))
    }
    story.callsNext()
    let before = story.meeting.queue
    let speaker = before.turn?.entry.who.participant
    #expect(speaker == .ada)
    for person: ParticipantID in [.ada, .ben] {
      let mute = Participants.Command.muteParticipant(participant: person, muted: true)
      let act = Reference("mute-\(person)")
      story.given(.chair, .participants(mute), as: act)
      #expect(story.meeting.queue.entries(of: .person(participant: person)) == [])
      #expect(story.meeting.queue.lowered[person]?.because == .moderators)
      story.given(.chair, .moderation(.undo(act: act)))
      #expect(story.meeting.queue.turn?.entry.id == before.turn?.entry.id)
      #expect(story.meeting.queue.waiting.map(\.id) == before.waiting.map(\.id))
    }
    story.given(.ben, .queue(.lowerHand()))
  }

  @Test("Whoever is sent away is gone, and is not counted any more (F4)")
  func removal() {
    var story = Scenario()
    story.given(.chair, .participants(.removeParticipant(participant: .ben)))
    #expect(story.meeting.participants.presentCount == 3)
    #expect(story.meeting.arrive(.ben, as: .participant) == [])
    story.refuses(
      .chair,
      .participants(.removeParticipant(participant: .chair)),
      because: .participantUnknown
    )
    story.refuses(
      .chair,
      .participants(.muteParticipant(participant: ParticipantID(rawValue: 99), muted: true)),
      because: .participantUnknown
    )
  }
}

@Suite("Names and policies")
struct NamePolicyTests {
  private func policy(_ policy: Participants.NamePolicy) -> Meeting.Command {
    .participants(.setNamePolicy(policy: policy))
  }

  @Test("Where names are required, whoever asks has one, and nobody asks anonymously (A5)")
  func required() {
    var story = Scenario()
    story.given(.chair, policy(.required))
    story.refuses(.ada, .questions(.askQuestion(text: "Darf ich?")), because: .nameMissing)
    story.given(.ada, .participants(.setName(name: "Ada", organisation: nil)))
    story.given(.ada, asks: .lunch)
    story.pass(Limits.questionPace)
    story.refuses(
      .ada,
      .questions(.askQuestion(text: "Und heimlich?", anonymous: true)),
      because: .nameMissing
    )
  }

  @Test("Where all are anonymous, nobody has a name, and no question an asker (A5)")
  func anonymous() {
    var story = Scenario()
    story.given(.chair, policy(.anonymous))
    story.refuses(
      .ada,
      .participants(.setName(name: "Ada", organisation: nil)),
      because: .namesOff
    )
    story.given(.ada, asks: .lunch)
    #expect(story.meeting.questions[.lunch]?.author.isHidden == true)
  }

  @Test("A policy made stricter reveals nobody who asked anonymously before (A5, B2)")
  func stricterLater() {
    var story = Scenario()
    story.given(.ada, .questions(.askQuestion(text: "Heimlich", anonymous: true)), as: .lunch)
    story.given(.chair, policy(.required))
    story.given(.ada, .participants(.setName(name: "Ada", organisation: nil)))
    #expect(story.meeting.questions[.lunch]?.author.isHidden == true)
    #expect(story.meeting.participants[.ada].asked == [])
  }

  @Test("Anonymous questions count for the asker's places and pace (B18)")
  func places() {
    var story = Scenario()
    for number in 1...5 {
      story.pass(Limits.questionPace)
      let text = "Heimlich \(number)"
      story.given(.ada, .questions(.askQuestion(text: text, anonymous: true)))
    }
    // The story does not know ada's hidden questions in `refuses` under another reference.
    story.pass(Limits.questionPace)
    story.refuses(.ada, .questions(.askQuestion(text: "Sechs")), because: .tooManyOpenQuestions)
  }

  @Test("A second device comes in within a minute, once (A11)")
  func devices() {
    var story = Scenario()
    let phone = SessionDigest(rawValue: "ada's phone")
    story.given(.ada, .participants(.inviteDevice), as: Reference("ticket"))
    let now = story.now
    #expect(story.meeting.admit(phone, with: Reference("other"), at: now) == [])
    let late = now + Limits.invitation + .seconds(1)
    #expect(story.meeting.admit(phone, with: Reference("ticket"), at: late) == [])
    let joined = story.meeting.admit(phone, with: Reference("ticket"), at: now)
    #expect(joined == [.participants(.deviceJoined(participant: .ada, session: phone))])
    story.apply(joined)
    #expect(story.meeting.participants.person(of: phone) == .ada)
    let another = SessionDigest(rawValue: "somebody's phone")
    #expect(story.meeting.admit(another, with: Reference("ticket"), at: now) == [])
    #expect(story.meeting.participants.count == 4)
  }
}
