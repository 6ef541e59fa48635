import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Merging questions")
struct MergingTests {
  /// ada has asked about lunch and ben about costs; cleo supports both.
  private func two() -> Scenario {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.cleo, .questions(.support(question: .lunch, support: true)))
    story.given(.cleo, .questions(.support(question: .costs, support: true)))
    return story
  }

  private func merge(_ story: Scenario, _ id: QuestionID = .lunch, into: QuestionID = .costs)
    -> Meeting.Command
  {
    .questions(.mergeQuestion(question: id, into: into, seen: story.meeting.revision))
  }

  private func support(_ story: Scenario, _ id: QuestionID) -> Int? {
    story.meeting.questions[id].map(story.meeting.questions.support)
  }

  @Test("Nobody counts twice, and taking apart restores both sides (B10)")
  func union() {
    var story = two()
    story.given(.chair, merge(story))
    #expect(support(story, .costs) == 3)
    story.given(.chair, .questions(.unmergeQuestion(question: .lunch)))
    #expect(support(story, .costs) == 2)
    #expect(support(story, .lunch) == 2)
  }

  @Test("Whoever votes while a moderator merges votes for what both became")
  func votingMeanwhile() {
    var story = two()
    story.given(.chair, merge(story))
    story.given(.chair, .questions(.support(question: .lunch, support: true)))
    #expect(support(story, .costs) == 4)
    // cleo has supported both, and withdraws from one: from both.
    story.given(.cleo, .questions(.support(question: .lunch, support: false)))
    #expect(support(story, .costs) == 3)
    story.when(.cleo, .questions(.support(question: .costs, support: false)))
    story.given(.chair, .questions(.unmergeQuestion(question: .lunch)))
    #expect(support(story, .lunch) == 1)
    #expect(support(story, .costs) == 2)
  }

  @Test("The asker of a merged question is a supporter of the other one already")
  func askers() {
    var story = two()
    story.given(.chair, merge(story))
    story.refuses(
      .ada,
      .questions(.support(question: .costs, support: false)),
      because: .ownQuestion
    )
  }

  @Test("An anonymous asker is not carried over, and may support the other question")
  func anonymousAskers() {
    var story = Scenario()
    story.given(.ada, .questions(.askQuestion(text: "Wer haftet?", anonymous: true)), as: .lunch)
    story.given(.ben, asks: .costs)
    #expect(support(story, .lunch) == 1)
    story.given(.chair, merge(story))
    #expect(support(story, .costs) == 1)
    story.given(.ada, .questions(.support(question: .costs, support: true)))
    #expect(support(story, .costs) == 2)
    story.refuses(
      .ada,
      .questions(.editQuestion(question: .lunch, text: "?")),
      because: .questionMerged
    )
  }

  @Test("What is merged three times over still counts each person once")
  func chains() {
    var story = two()
    story.given(.cleo, asks: .files)
    story.given(.chair, merge(story))
    story.given(.chair, merge(story, .costs, into: .files))
    #expect(story.meeting.questions.root(of: .lunch)?.id == .files)
    #expect(support(story, .files) == 3)
    story.refuses(.chair, merge(story, .files, into: .lunch), because: .mergeNotPossible)
  }

  @Test("Merging needs two questions that everybody may see, as they are now")
  func refusals() {
    var story = two()
    let old = Revision(rawValue: 1)
    story.refuses(.chair, merge(story, .files, into: .costs), because: .questionUnknown)
    story.refuses(.chair, merge(story, .lunch, into: .lunch), because: .mergeNotPossible)
    story.refuses(
      .chair,
      .questions(.mergeQuestion(question: .lunch, into: .costs, seen: old)),
      because: .stale,
      stale: .question(.lunch)
    )
    story.given(.costs, becomes: .declined(reason: nil))
    story.refuses(.chair, merge(story), because: .mergeNotPossible)
  }

  @Test("A live question that is merged leaves the stage; a withdrawn one leaves the family")
  func leaving() {
    var story = two()
    story.given(.lunch, becomes: .live)
    story.given(.chair, merge(story))
    #expect(story.meeting.questions.live == nil)
    story.given(.ben, .questions(.withdrawQuestion(question: .costs)))
    #expect(story.meeting.questions[.lunch]?.mergedInto == nil)
    #expect(support(story, .lunch) == 2)
  }
}

@Suite("Answering in writing")
struct AnsweringTests {
  private func answer(_ text: String, _ story: Scenario, confirmed: Bool? = nil)
    -> Meeting.Command
  {
    let seen = story.meeting.revision
    return .questions(
      .answerQuestion(question: .lunch, text: text, seen: seen, confirmed: confirmed)
    )
  }

  @Test("All versions are kept, and the last one holds (B13)")
  func versions() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.chair, answer("Um zwölf.", story))
    story.given(.chair, answer("Um eins.", story))
    #expect(story.meeting.questions[.lunch]?.answers.map(\.text) == ["Um zwölf.", "Um eins."])
    story.when(.chair, answer("Um eins.", story))
  }

  @Test("Who answers while somebody else does has to confirm it (B13)")
  func twoAtOnce() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.chair, .moderation(.attend(question: .lunch)))
    story.refuses(.ben, as: .speaker, answer("Um drei.", story), because: .answering)
    #expect(throws: Never.self) {
      try story.meeting.decide(
        answer("Um drei.", story, confirmed: true),
        by: Actor(.ben, as: .speaker),
        as: Reference("answer"),
        at: story.now
      )
    }
    story.given(.chair, answer("Um zwölf.", story))
    story.apply(story.meeting.leave(.chair))
    #expect(story.meeting.moderation.attention.isEmpty)
  }

  @Test("A speaker answers what everybody sees, and nothing else (F9)")
  func speakers() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.lunch, becomes: .declined(reason: nil))
    story.refuses(.ben, as: .speaker, answer("Nein.", story), because: .questionUnknown)
  }

  @Test("What is answered later has somebody who does it (B20)")
  func followUp() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    let wish = { (owner: String) in
      Meeting.Command.questions(
        .moveQuestion(
          question: .lunch,
          to: .followUp(owner: owner, due: " Ende Mai "),
          seen: story.meeting.revision
        )
      )
    }
    story.refuses(.chair, wish(" "), because: .textMissing)
    story.given(.chair, wish("Bauamt"))
    #expect(story.meeting.questions[.lunch]?.state == .followUp(owner: "Bauamt", due: "Ende Mai"))
  }

  @Test("Eight labels at most, and only those that there are (B12)")
  func labels() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    let many = (1...9).map { "Nr. \($0)" }
    story.refuses(.chair, .questions(.setTags(tags: many)), because: .tooManyTags)
    story.given(.chair, .questions(.setTags(tags: ["Recht", " Recht ", "", "Kosten"])))
    #expect(story.meeting.questions.tags == ["Recht", "Kosten"])
    story.refuses(
      .chair,
      .questions(.tagQuestion(question: .lunch, tag: "Technik")),
      because: .tagUnknown
    )
    story.given(.chair, .questions(.tagQuestion(question: .lunch, tag: "Recht")))
    story.refuses(.ben, .questions(.askQuestion(text: "?", tag: "Technik")), because: .tagUnknown)
  }

  @Test("The next question goes live, and what was live is answered by that on wish (B6)")
  func nextQuestion() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.lunch, becomes: .live)
    let seen = story.meeting.revision
    let next = Meeting.Command.questions(
      .moveQuestion(question: .costs, to: .live, seen: seen, answered: true)
    )
    story.given(.chair, next)
    #expect(story.meeting.questions[.lunch]?.state == .answered)
  }

  @Test("A moderator asks for somebody on the phone, without waiting or limits (B26)")
  func onBehalf() {
    var story = Scenario()
    for number in 1...7 {
      let text = "Frage \(number) vom Telefon"
      story.given(.chair, .questions(.askOnBehalf(text: text, name: " Frau Kaya ", via: .phone)))
    }
    let author = story.meeting.questions.all.last?.author
    #expect(author == .guest(name: "Frau Kaya", via: .phone))
    #expect(story.meeting.questions.all.last.map(story.meeting.questions.support) == 1)
  }
}
