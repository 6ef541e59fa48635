import MeetingCore
import MeetingTestSupport
import Testing

/// Product rows G3, G5 and G9.
@Suite("The stage")
struct StageTests {
  private func live() -> Scenario {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    return story
  }

  private func makes(_ story: inout Scenario, _ item: AgendaItemID, _ kind: AgendaItem.Kind) {
    story.given(.chair, .agenda(.setAgendaItem(kind: kind, title: "Ein Punkt")), as: item)
  }

  private func shown(_ story: Scenario) -> Stage.Scene { story.meeting.agenda.stage.scene }

  @Test("What happened last is on the stage; when it is over, what was there before")
  func following() {
    var story = Scenario()
    #expect(shown(story) == .welcome)
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    #expect(shown(story) == .welcome, "There is no agenda.")
    makes(&story, .talk, .talk)
    #expect(shown(story) == .agenda)
    makes(&story, .coffee, .break)
    story.given(.ada, asks: .lunch)
    #expect(shown(story) == .agenda)
    story.given(.lunch, becomes: .live)
    #expect(shown(story) == .question(question: .lunch))
    story.given(.chair, .agenda(.startAgendaItem(item: .coffee)))
    #expect(shown(story) == .pause)
    story.given(.chair, .agenda(.startAgendaItem(item: nil)))
    #expect(shown(story) == .question(question: .lunch))
    story.given(.chair, .agenda(.setPhase(phase: .paused)))
    #expect(shown(story) == .pause)
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    #expect(shown(story) == .question(question: .lunch), "It goes on where it was.")
    story.given(.chair, .agenda(.startAgendaItem(item: .talk)))
    #expect(shown(story) == .agenda)
    story.given(.chair, .agenda(.setPhase(phase: .afterTalk)))
    #expect(shown(story) == .thanks)
    story.given(.lunch, becomes: .answered)
    #expect(shown(story) == .thanks)
    story.given(.chair, .agenda(.endMeeting))
    #expect(shown(story) == .thanks)
  }

  /// Each row: what claims the stage, in this order; what is shown; and what when the last is over.
  @Test(
    "Of all claims the youngest wins",
    arguments: [
      ([.question, .item], .agenda, .question(question: .lunch)),
      ([.item, .question], .question(question: .lunch), .agenda),
      ([.coffee, .question], .question(question: .lunch), .pause),
      ([.question, .coffee], .pause, .question(question: .lunch)),
      ([.question, .pause], .pause, .question(question: .lunch)),
      ([.pause, .question], .question(question: .lunch), .pause),
      ([.question, .afterTalk], .thanks, .question(question: .lunch)),
      ([.item, .question, .pause], .pause, .question(question: .lunch)),
    ] as [([Claim], Stage.Scene, Stage.Scene)]
  )
  func table(claims: [Claim], scene: Stage.Scene, after: Stage.Scene) {
    var story = live()
    makes(&story, .talk, .talk)
    makes(&story, .coffee, .break)
    for claim in claims { claim.begins(in: &story) }
    #expect(shown(story) == scene)
    claims.last?.ends(in: &story)
    #expect(shown(story) == after)
  }

  /// Something that wants the stage.
  enum Claim: Sendable {
    case question, item, coffee, pause, afterTalk

    func begins(in story: inout Scenario) {
      switch self {
      case .question: story.given(.lunch, becomes: .live)
      case .item: story.given(.chair, .agenda(.startAgendaItem(item: .talk)))
      case .coffee: story.given(.chair, .agenda(.startAgendaItem(item: .coffee)))
      case .pause: story.given(.chair, .agenda(.setPhase(phase: .paused)))
      case .afterTalk: story.given(.chair, .agenda(.setPhase(phase: .afterTalk)))
      }
    }

    func ends(in story: inout Scenario) {
      switch self {
      case .question: story.given(.lunch, becomes: .answered)
      case .item, .coffee: story.given(.chair, .agenda(.startAgendaItem(item: nil)))
      case .pause, .afterTalk: story.given(.chair, .agenda(.setPhase(phase: .live)))
      }
    }
  }

  @Test("To work on a live question does not bring it back on the stage")
  func editing() {
    var story = live()
    makes(&story, .talk, .talk)
    story.given(.lunch, becomes: .live)
    story.given(.chair, .agenda(.startAgendaItem(item: .talk)))
    let answer = Questions.Command.answerQuestion(
      question: .lunch,
      text: "Um zwölf.",
      seen: story.meeting.revision
    )
    story.given(.chair, .questions(answer))
    #expect(shown(story) == .agenda)
  }

  @Test("A pinned scene stays until it is let go")
  func pinning() {
    var story = live()
    let pin = Agenda.Command.setStage(scene: .question, subject: .costs)
    story.given(.chair, .agenda(pin))
    story.when(.chair, .agenda(pin))
    #expect(story.meeting.agenda.stage.isPinned)
    story.given(.lunch, becomes: .live)
    #expect(shown(story) == .question(question: .costs))
    story.given(.chair, .agenda(.setStage(scene: .auto)))
    #expect(shown(story) == .question(question: .lunch))
    #expect(!story.meeting.agenda.stage.isPinned)
    for (choice, scene) in [
      (.welcome, .welcome), (.agenda, .agenda), (.speaker, .speaker), (.pause, .pause),
      (.thanks, .thanks), (.neutral, .neutral),
    ] as [(Stage.Choice, Stage.Scene)] {
      story.given(.chair, .agenda(.setStage(scene: choice)))
      #expect(shown(story) == scene)
    }
  }

  @Test("Only what everybody may see can be pinned, and is shown")
  func visible() {
    var story = live()
    let pin = { (scene: Stage.Choice, subject: Reference?) in
      Meeting.Command.agenda(.setStage(scene: scene, subject: subject))
    }
    story.given(.costs, becomes: .declined(reason: nil))
    for subject in [.costs, .files, nil] as [Reference?] {
      story.refuses(.chair, pin(.question, subject), because: .sceneNotPossible)
    }
    for scene in [Stage.Choice.poll, .result] {
      story.refuses(.chair, pin(scene, .lunch), because: .sceneNotPossible)
      story.refuses(.chair, pin(scene, nil), because: .sceneNotPossible)
    }
    story.given(.chair, pin(.question, .lunch))
    story.given(.lunch, becomes: .declined(reason: "Nein."))
    #expect(shown(story) == .welcome)
    #expect(!story.meeting.agenda.stage.isPinned)
    story.given(.lunch, becomes: .open)
    #expect(shown(story) == .question(question: .lunch))
  }

  /// A moment that decides trust: a question is withdrawn, or merged, while it is on the stage.
  @Test("A question that is gone is gone from the stage at once")
  func gone() {
    var story = live()
    story.given(.lunch, becomes: .live)
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    #expect(shown(story) == .welcome)
    story.given(.costs, becomes: .live)
    story.given(.cleo, asks: .files)
    let merge = Questions.Command.mergeQuestion(
      question: .costs,
      into: .files,
      seen: story.meeting.revision
    )
    story.given(.chair, .questions(merge))
    #expect(shown(story) == .welcome)
  }

  @Test("The emergency stop empties the stage, a pinned one too, and loses nothing")
  func stopping() {
    var story = live()
    story.given(.chair, .agenda(.setStage(scene: .question, subject: .lunch)))
    story.given(.chair, .moderation(.emergencyStop(stopped: true)))
    #expect(shown(story) == .neutral)
    story.given(.costs, becomes: .live)
    #expect(shown(story) == .neutral)
    story.given(.chair, .moderation(.emergencyStop(stopped: false)))
    #expect(shown(story) == .question(question: .lunch))
  }

  @Test("What is not seen is not a change: the stage knows when it changed last")
  func unchanged() {
    var story = live()
    story.given(.lunch, becomes: .live)
    let changed = story.meeting.agenda.stage.changed
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    story.given(.costs, becomes: .answered)
    story.given(.chair, .participants(.setNamePolicy(policy: .pseudonym)))
    #expect(story.meeting.agenda.stage.changed == changed)
    story.given(.lunch, becomes: .answered)
    #expect(story.meeting.agenda.stage.changed == story.meeting.revision)
  }

  @Test("Code and details are set apart from the scene, and taken back")
  func settings() {
    var story = live()
    story.given(.chair, .agenda(.setStage(showsCode: false)))
    story.given(.chair, .agenda(.setStage(hides: [.counts, .names, .counts])), as: .talk)
    var settings = story.meeting.agenda.stage.settings
    #expect(settings.hides == [.names, .counts])
    #expect(!settings.showsCode && settings.pin == nil)
    story.when(.chair, .agenda(.setStage(hides: [.names, .counts])))
    story.when(.chair, .agenda(.setStage()))
    story.given(.chair, .moderation(.undo(act: .talk)))
    settings.hides = []
    #expect(story.meeting.agenda.stage.settings == settings)
  }

  @Test("Who set the stage cannot take that back past another who has set it since")
  func undoing() {
    var story = live()
    story.given(.chair, .agenda(.setStage(scene: .pause)), as: Reference("first"))
    story.given(.chair, .agenda(.setStage(scene: .thanks)), as: Reference("second"))
    story.refuses(.chair, .moderation(.undo(act: Reference("first"))), because: .stale)
    story.given(.lunch, becomes: .live)
    story.given(.chair, .moderation(.undo(act: Reference("second"))))
    #expect(shown(story) == .pause)
  }
}

extension Reference {
  static let coffee = Self("coffee")
}
