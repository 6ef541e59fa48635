import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Looking at questions first")
struct ReleasingTests {
  private func moderated() -> Scenario {
    var story = Scenario()
    var rules = Questions.Rules()
    rules.isModerated = true
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    return story
  }

  @Test("A question waits for a moderator, who may ask without waiting (B5, B6)")
  func waits() {
    var story = moderated()
    story.given(.ada, asks: .lunch)
    #expect(story.meeting.questions[.lunch]?.state == .pending)
    story.given(.chair, asks: .costs)
    #expect(story.meeting.questions[.costs]?.state == .open)
    story.refuses(
      .ben,
      .questions(.support(question: .lunch, support: true)),
      because: .questionUnknown
    )
    story.given(.lunch, becomes: .open)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
  }

  @Test("Switching off releases nothing silently, but on wish all that waits (B5)")
  func switchingOff() {
    var story = moderated()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.when(
      .chair,
      .questions(.setQuestions(rules: Questions.Rules())),
      then: .questions(.questionsSet(rules: Questions.Rules()))
    )
    #expect(story.meeting.questions[.lunch]?.state == .pending)
    story.when(
      .chair,
      .questions(.setQuestions(rules: Questions.Rules(), release: true)),
      then: .questions(.questionMoved(question: .lunch, to: .open)),
      .questions(.questionMoved(question: .costs, to: .open))
    )
  }

  @Test("While nothing new is taken, support still counts; when closed, nothing does (B17)")
  func modes() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    var rules = Questions.Rules()
    rules.mode = .paused
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.refuses(.ben, .questions(.askQuestion(text: "Und?")), because: .questionsPaused)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    rules.mode = .closed
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.refuses(.ben, .questions(.askQuestion(text: "Und?")), because: .questionsClosed)
    story.refuses(
      .cleo,
      .questions(.support(question: .lunch, support: true)),
      because: .questionsClosed
    )
    story.given(.chair, .questions(.askQuestion(text: "Was bleibt?")))
  }

  @Test("Questions open and close by themselves at their times (B17)")
  func schedule() {
    var story = Scenario()
    var rules = Questions.Rules()
    rules.mode = .closed
    rules.opens = story.now + .seconds(60)
    rules.closes = story.now + .seconds(120)
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.passes(.seconds(50))
    #expect(story.meeting.questions.rules.mode == .closed)
    story.passes(.seconds(10))
    #expect(story.meeting.questions.rules.mode == .open)
    story.passes(.seconds(60))
    #expect(story.meeting.questions.rules.mode == .closed)
    #expect(story.meeting.due(at: story.now + .seconds(9_999)) == [])
  }

  @Test("Who opens or closes by hand lets go of the times that were set (B17)")
  func overridden() {
    for mode in [Questions.Mode.open, .paused] {
      var story = Scenario()
      var rules = Questions.Rules()
      rules.mode = .closed
      rules.opens = story.now + .seconds(60)
      rules.closes = story.now + .seconds(120)
      story.given(.chair, .questions(.setQuestions(rules: rules)))
      // Other rules leave them alone.
      rules.isModerated = true
      story.given(.chair, .questions(.setQuestions(rules: rules)))
      #expect(story.meeting.questions.rules.opens == rules.opens)
      rules.mode = mode
      story.given(.chair, .questions(.setQuestions(rules: rules)))
      #expect(story.meeting.questions.rules.opens == nil)
      #expect(story.meeting.questions.rules.closes == nil)
      story.passes(.seconds(200))
      #expect(story.meeting.questions.rules.mode == mode)
    }
  }

  @Test("Times that fell due together are both done, the later one last (B17)")
  func bothAtOnce() {
    var story = Scenario()
    var rules = Questions.Rules()
    rules.mode = .paused
    rules.opens = story.now + .seconds(60)
    rules.closes = story.now + .seconds(120)
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.passes(.seconds(9_999))
    #expect(story.meeting.questions.rules.mode == .closed)
    #expect(story.meeting.due(at: story.now) == [])
  }

  @Test("Times lie within a year, and the end behind the beginning (B17)")
  func impossibleTimes() {
    let story = Scenario()
    let year = Duration.seconds(367 * 86_400)
    let now = story.now
    for (opens, closes): (Timestamp?, Timestamp?) in [
      (now + year, nil), (nil, now + year), (now + .seconds(-2 * 86_400), nil),
      (now + .seconds(60), now + .seconds(60)), (now + .seconds(60), now + .seconds(30)),
      (Timestamp(rawValue: .max), nil), (nil, Timestamp(rawValue: .min)),
    ] {
      var rules = Questions.Rules()
      rules.opens = opens
      rules.closes = closes
      story.refuses(
        .chair,
        .questions(.setQuestions(rules: rules)),
        because: .timesNotPossible
      )
    }
  }

  @Test("The asker edits while a moderator releases: the moderator looks again")
  func editingMeetsReleasing() {
    var story = moderated()
    story.given(.ada, asks: .lunch)
    let seen = story.meeting.revision
    story.given(.ada, .questions(.editQuestion(question: .lunch, text: "Etwas ganz anderes")))
    story.refuses(
      .chair,
      .questions(.moveQuestion(question: .lunch, to: .open, seen: seen)),
      because: .stale,
      stale: .question(.lunch)
    )
  }

  @Test("Who changes a released question waits for a moderator again")
  func editingAfterRelease() {
    var story = moderated()
    story.given(.ada, asks: .lunch)
    story.given(.lunch, becomes: .open)
    story.when(
      .ada,
      .questions(.editQuestion(question: .lunch, text: "Andere Worte")),
      then: .questions(.questionEdited(question: .lunch, text: "Andere Worte")),
      .questions(.questionMoved(question: .lunch, to: .pending))
    )
  }
}

@Suite("Changing one's mind about a question")
struct EditingTests {
  private let edit = Meeting.Command.questions(.editQuestion(question: .lunch, text: "Wann genau?"))

  @Test("An asker may change the words for two minutes (B9)")
  func twoMinutes() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.pass(Limits.editing - .seconds(1))
    story.when(.ada, edit, then: .questions(.questionEdited(question: .lunch, text: "Wann genau?")))
    story.when(.ada, edit)
    story.pass(.seconds(2))
    let again = Meeting.Command.questions(.editQuestion(question: .lunch, text: "Und wo?"))
    story.refuses(.ada, again, because: .editTooLate)
  }

  @Test("Nobody's support is moved to other words (B9)")
  func supported() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    story.refuses(.ada, edit, because: .editTooLate)
    story.given(.ben, .questions(.support(question: .lunch, support: false)))
    story.given(.ada, edit)
  }

  @Test("Only the asker edits, only what is open, and only to what can be asked")
  func bounds() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.refuses(.ben, edit, because: .questionUnknown)
    story.refuses(
      .ada,
      .questions(.editQuestion(question: .lunch, text: "  ")),
      because: .textMissing
    )
    story.given(.lunch, becomes: .live)
    story.refuses(.ada, edit, because: .questionNotOpen)
  }

  @Test("A moderator's words are marked, and the asker's are kept (B8)")
  func revising() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    let seen = story.meeting.revision
    let revise = Meeting.Command.questions(
      .reviseQuestion(question: .lunch, text: "Wann ist Pause?", seen: seen)
    )
    story.given(.chair, revise)
    #expect(story.meeting.questions[.lunch]?.text == "Wann ist Pause?")
    #expect(story.meeting.questions[.lunch]?.original == "lunch-----------------")
    #expect(story.meeting.questions[.lunch].map(story.meeting.questions.support) == 2)
    let late = Meeting.Command.questions(
      .reviseQuestion(question: .lunch, text: "Wann?", seen: seen)
    )
    story.refuses(.chair, late, because: .stale, stale: .question(.lunch))
    // The asker may withdraw what was made of it.
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
  }

  @Test("A question withdrawn while it is on the stage is gone from there, too")
  func withdrawnWhileLive() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.lunch, becomes: .live)
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    #expect(story.meeting.questions.live == nil)
  }
}
