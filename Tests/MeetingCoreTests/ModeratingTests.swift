import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Moderating questions")
struct ModeratingTests {
  private func move(
    _ question: QuestionID,
    to state: Question.State,
    seen: Revision
  ) -> Meeting.Command {
    .questions(.moveQuestion(question: question, to: state, seen: seen))
  }

  @Test("A question goes from every state to every other")
  func everyWay() {
    let states: [Question.State] = [
      .open, .live, .answered, .declined(reason: nil), .declined(reason: "Nein."),
    ]
    for from in states {
      for to in states where to != from {
        var story = Scenario()
        story.given(.ada, asks: .lunch)
        if from != .open { story.given(.lunch, becomes: from) }
        story.when(
          .chair,
          move(.lunch, to: to, seen: story.meeting.revision),
          then: .questions(.questionMoved(question: .lunch, to: to))
        )
        #expect(story.meeting.questions[.lunch]?.state == to)
        #expect((story.meeting.questions.live == .lunch) == (to == .live))
        #expect((story.meeting.questions[.lunch]?.answered == story.now) == (to == .answered))
      }
    }
  }

  @Test("A live question makes room for the next one")
  func liveDisplacesLive() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.lunch, becomes: .live)

    story.when(
      .chair,
      move(.costs, to: .live, seen: story.meeting.revision),
      then: .questions(.questionMoved(question: .lunch, to: .open)),
      .questions(.questionMoved(question: .costs, to: .live))
    )
    #expect(story.meeting.questions.live == .costs)
    #expect(story.meeting.questions[.lunch]?.state == .open)
  }

  @Test("Who looks at an old state is told so, and by which thing")
  func staleIsRefused() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    let seen = story.meeting.revision
    story.given(.lunch, becomes: .live)

    story.refuses(
      .chair,
      move(.lunch, to: .answered, seen: seen),
      because: .stale,
      stale: .question(.lunch)
    )
    story.refuses(
      .chair,
      move(.lunch, to: .answered, seen: .zero),
      because: .stale,
      stale: .question(.lunch)
    )
    story.given(.chair, move(.lunch, to: .answered, seen: seen.next))
  }

  @Test("Support and names do not make a moderator's view stale")
  func supportIsNoChange() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    let seen = story.meeting.revision
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    story.given(.ada, .participants(.setName(name: "Ada", organisation: nil)))
    story.given(.chair, move(.lunch, to: .live, seen: seen))
  }

  @Test("Two moderators who want the same both get it")
  func fulfilledIsNotStale() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    let seen = story.meeting.revision
    for state in [Question.State.live, .answered, .declined(reason: nil)] {
      story.given(.lunch, becomes: state)
      story.when(.chair, move(.lunch, to: state, seen: seen))
    }
    story.when(.chair, move(.lunch, to: .declined(reason: " \n"), seen: seen))
  }

  @Test("A decline carries one clean line, or none")
  func reasonsAreCleaned() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.when(
      .chair,
      move(.lunch, to: .declined(reason: " Passt\nnicht "), seen: story.meeting.revision),
      then: .questions(.questionMoved(question: .lunch, to: .declined(reason: "Passt nicht")))
    )
    story.when(
      .chair,
      move(.lunch, to: .declined(reason: "\t"), seen: story.meeting.revision),
      then: .questions(.questionMoved(question: .lunch, to: .declined(reason: nil)))
    )
    let long = Question.State.declined(reason: String(repeating: "x", count: 201))
    story.refuses(
      .chair,
      move(.lunch, to: long, seen: story.meeting.revision),
      because: .textTooLong
    )
  }

  @Test("What is not there cannot be moved")
  func unknownQuestion() {
    Scenario().refuses(.chair, move(.lunch, to: .live, seen: .zero), because: .questionUnknown)
  }
}

@Suite("Phases")
struct PhaseTests {
  @Test("A meeting goes from phase to phase as its moderator wants")
  func phases() {
    var story = Scenario()
    #expect(story.meeting.phase == .lobby)
    for phase in [Phase.planned, .lobby, .live, .paused, .live, .afterTalk, .live, .lobby, .live] {
      story.when(
        .chair,
        .agenda(.setPhase(phase: phase)),
        then: .agenda(.phaseChanged(phase: phase))
      )
      story.when(.chair, .agenda(.setPhase(phase: phase)))
    }
  }

  @Test("A meeting begins when it is live for the first time")
  func beginning() {
    var story = Scenario()
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    let began = story.now
    story.given(.chair, .agenda(.setPhase(phase: .paused)))
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    #expect(story.meeting.agenda.began == began)
  }

  /// Product row H3, the whole table: which phase may follow which by hand.
  @Test("Which phase may follow which", arguments: Phase.allCases)
  func whatFollows(phase: Phase) {
    let ways: [Phase: [Phase]] = [
      .planned: [.planned], .lobby: [], .live: [.live], .paused: [.live, .paused],
      .afterTalk: [.live, .afterTalk],
    ]
    let next: [Phase: Set<Phase>] = [
      .planned: [.lobby, .live], .lobby: [.planned, .live],
      .live: [.lobby, .paused, .afterTalk], .paused: [.live, .afterTalk], .afterTalk: [.live],
    ]
    guard let way = ways[phase] else { return }
    var story = Scenario()
    for step in way { story.given(.chair, .agenda(.setPhase(phase: step))) }
    for wanted in Phase.allCases where wanted != phase && next[phase]?.contains(wanted) == false {
      story.refuses(.chair, .agenda(.setPhase(phase: wanted)), because: .phaseNotPossible)
    }
    for wanted in next[phase] ?? [] {
      var there = story
      there.given(.chair, .agenda(.setPhase(phase: wanted)))
      #expect(there.meeting.phase == wanted)
    }
  }

  @Test("Before the lobby opens, participants can look, and say nothing; moderators prepare")
  func planned() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.chair, .agenda(.setPhase(phase: .planned)))
    let support = Questions.Command.support(question: .lunch, support: true)
    story.refuses(.ben, .questions(.askQuestion(text: "Schon?")), because: .notOpenYet)
    story.refuses(.ben, .questions(support), because: .notOpenYet)
    story.given(.ben, .participants(.setName(name: "Ben", organisation: nil)))
    story.given(.chair, .questions(.askQuestion(text: "Wer stellt sich vor?")))
    story.given(.chair, .agenda(.setPhase(phase: .lobby)))
    story.given(.ben, .questions(support))
  }

  /// Product row A8: the rules of the questions decide, and no phase.
  @Test("In the lobby people ask ahead, if questions are open")
  func askingAhead() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    var rules = Questions.Rules()
    rules.mode = .closed
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.refuses(.ben, .questions(.askQuestion(text: "Auch?")), because: .questionsClosed)
  }

  @Test("Every change of phase but the end can be taken back, and then it never was")
  func takenBack() {
    var story = Scenario()
    story.given(.chair, .agenda(.setPhase(phase: .live)), as: Reference("live"))
    story.when(
      .chair,
      .moderation(.undo(act: Reference("live"))),
      then: .moderation(.undone(act: Reference("live"))),
      .agenda(.phaseTakenBack)
    )
    #expect(story.meeting.phase == .lobby)
    #expect(story.meeting.agenda.began == nil)
    #expect(story.meeting.agenda.phases.map(\.phase) == [.lobby])
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    story.given(.chair, .agenda(.endMeeting), as: Reference("end"))
    story.refuses(.chair, .moderation(.undo(act: Reference("end"))), because: .meetingEnded)
  }

  @Test("Ending ends once, and for good")
  func ending() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.when(.chair, .agenda(.endMeeting), then: .agenda(.phaseChanged(phase: .ended)))
    #expect(story.meeting.agenda.ended == story.now)
    story.when(.chair, .agenda(.endMeeting))
  }
}
