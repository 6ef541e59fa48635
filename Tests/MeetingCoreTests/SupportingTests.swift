import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Supporting")
struct SupportingTests {
  @Test("Support is given and taken back, and both sides know it")
  func supportComesAndGoes() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)

    story.when(
      .ben,
      .questions(.support(question: .lunch, support: true)),
      then: .questions(.questionSupported(question: .lunch, by: .ben))
    )
    #expect(story.meeting.questions[.lunch]?.supporters == [.ada, .ben])
    #expect(story.meeting.participants[.ben].supported == [.lunch])

    story.when(
      .ben,
      .questions(.support(question: .lunch, support: false)),
      then: .questions(.supportWithdrawn(question: .lunch, by: .ben))
    )
    #expect(story.meeting.questions[.lunch]?.supporters == [.ada])
    #expect(story.meeting.participants[.ben].supported == [])
  }

  @Test("Supporting twice is supporting once")
  func supportIsAState() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.when(.ben, .questions(.support(question: .lunch, support: false)))
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    story.when(.ben, .questions(.support(question: .lunch, support: true)))
  }

  @Test("The own question counts as supported already, either way", arguments: [true, false])
  func ownQuestion(wanted: Bool) {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.refuses(
      .ada,
      .questions(.support(question: .lunch, support: wanted)),
      because: .ownQuestion
    )
  }

  @Test("What is not there cannot be supported")
  func unknownQuestion() {
    var story = Scenario()
    let wish = Meeting.Command.questions(.support(question: .lunch, support: true))
    story.refuses(.ben, wish, because: .questionUnknown)
    story.given(.ada, asks: .lunch)
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    story.refuses(.ben, wish, because: .questionUnknown)
  }

  @Test("An answered question takes no more support, and gives none back")
  func answeredQuestion() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    story.given(.lunch, becomes: .answered)

    story.refuses(
      .cleo,
      .questions(.support(question: .lunch, support: true)),
      because: .questionAnswered
    )
    story.refuses(
      .ben,
      .questions(.support(question: .lunch, support: false)),
      because: .questionAnswered
    )
    story.when(.ben, .questions(.support(question: .lunch, support: true)))
  }

  @Test("A declined question looks like none at all")
  func declinedQuestion() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.lunch, becomes: .declined(reason: "Nein."))
    story.refuses(
      .ben,
      .questions(.support(question: .lunch, support: true)),
      because: .questionUnknown
    )
    story.refuses(
      .ben,
      .questions(.support(question: .lunch, support: false)),
      because: .questionUnknown
    )
  }

  @Test("The live question can still be supported")
  func liveQuestion() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.lunch, becomes: .live)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
  }
}

@Suite("Withdrawing")
struct WithdrawingTests {
  @Test("A withdrawn question leaves nothing behind", arguments: [true, false])
  func withdrawing(isLive: Bool) {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    if isLive { story.given(.lunch, becomes: .live) }

    story.when(
      .ada,
      .questions(.withdrawQuestion(question: .lunch)),
      then: .questions(.questionWithdrawn(question: .lunch))
    )

    #expect(story.meeting.questions.count == 0)
    #expect(story.meeting.questions.order == [])
    #expect(story.meeting.questions.live == nil)
    #expect(story.meeting.participants[.ada].asked == [])
    #expect(story.meeting.participants[.ada].supported == [])
    #expect(story.meeting.participants[.ben].supported == [])
  }

  @Test("A number is never handed out again")
  func numbersStay() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    story.given(.ben, asks: .costs)
    #expect(story.meeting.questions[.costs]?.number == 2)
  }

  @Test("Only its asker withdraws a question, and only once")
  func onlyOwn() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.refuses(.ben, .questions(.withdrawQuestion(question: .lunch)), because: .questionUnknown)
    story.refuses(
      .chair,
      .questions(.withdrawQuestion(question: .lunch)),
      because: .questionUnknown
    )
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    story.refuses(.ada, .questions(.withdrawQuestion(question: .lunch)), because: .questionUnknown)
  }
}
