import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Asking")
struct AskingTests {
  @Test("A question is open, has the next number, and its asker's support")
  func asking() throws {
    var story = Scenario()

    story.when(
      .ada,
      .questions(.askQuestion(text: "Wann gibt es Mittagessen?")),
      as: .lunch,
      then: .questions(
        .questionAsked(question: .lunch, by: .ada, text: "Wann gibt es Mittagessen?")
      )
    )
    story.given(.ben, asks: .costs)

    let lunch = try #require(story.meeting.questions[.lunch])
    #expect(lunch.state == .open)
    #expect(lunch.supporters == [.ada])
    #expect(story.meeting.questions.all.map(\.number) == [1, 2])
    #expect(story.meeting.questions.order == [.lunch, .costs])
    #expect(story.meeting.participants[.ada].asked == [.lunch])
  }

  @Test("A question keeps its lines and loses what cannot be seen")
  func textsAreCleaned() {
    var story = Scenario()
    story.when(
      .ada,
      .questions(.askQuestion(text: "  Zwei\r\nZeilen\u{202E}\u{0} \n")),
      as: .lunch,
      then: .questions(.questionAsked(question: .lunch, by: .ada, text: "Zwei\nZeilen"))
    )
  }

  @Test(
    "A question without words is none",
    arguments: ["", " \n\t", "\u{200B}\u{2060}", "\u{3164}"]
  )
  func textIsNeeded(text: String) {
    Scenario().refuses(.ada, .questions(.askQuestion(text: text)), because: .textMissing)
  }

  @Test("A question has 500 characters at most, as people count them")
  func textIsBounded() {
    var story = Scenario()
    let family = "👩🏽"
    let longest = String(repeating: family, count: 500)
    #expect(longest.utf8.count <= Limits.textBytes)

    story.refuses(.ada, .questions(.askQuestion(text: longest + "!")), because: .textTooLong)
    story.given(.ada, .questions(.askQuestion(text: " " + longest + "\n")))
  }

  @Test("A question has 4,096 bytes at most, however few characters they make")
  func bytesAreBounded() {
    var story = Scenario()
    let chain = { (count: Int) in "👩" + String(repeating: "\u{200D}👩", count: count) }
    #expect(chain(584).utf8.count == 4_092 && chain(585).count == 1)

    story.refuses(.ada, .questions(.askQuestion(text: chain(585))), because: .textTooLong)
    story.given(.ada, .questions(.askQuestion(text: chain(584))))
  }

  @Test("Nobody asks under a name that is taken")
  func referencesAreTaken() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.refuses(
      .ben,
      .questions(.askQuestion(text: "Ich")),
      because: .refTaken,
      reference: .lunch
    )
  }

  @Test("After a question there is a pause of 10 s, and the wait is told")
  func paceIsKept() {
    var story = Scenario()
    story.given(.ada, .questions(.askQuestion(text: "Wann?")))
    story.pass(.milliseconds(5_800))

    let wish = Meeting.Command.questions(.askQuestion(text: "Wo?"))
    story.refuses(.ada, wish, because: .tooSoon, wait: .milliseconds(4_200))
    story.given(.ben, wish)
    story.pass(.milliseconds(3_199))
    story.refuses(.ada, wish, because: .tooSoon, wait: .milliseconds(1))
    story.pass(.milliseconds(1))
    #expect(throws: Never.self) {
      try story.meeting.decide(
        wish,
        by: Actor(.ada, as: .participant),
        as: .costs,
        at: story.now
      )
    }
  }

  @Test("The pause holds after a withdrawal, too")
  func withdrawingDoesNotShortenThePause() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    story.refuses(.ada, .questions(.askQuestion(text: "Wo?")), because: .tooSoon, wait: .seconds(9))
  }

  @Test("Five questions of one person may be open at once")
  func openQuestionsAreBounded() {
    var story = Scenario()
    let questions = (1...5).map { Reference("question-\($0)") }
    for question in questions { story.given(.ada, asks: question) }
    story.pass(.seconds(10))

    let wish = Meeting.Command.questions(.askQuestion(text: "Noch eine?"))
    story.refuses(.ada, wish, because: .tooManyOpenQuestions)
    story.given(.ben, wish)
  }

  @Test("A place becomes free when a question is dealt with or withdrawn", arguments: [0, 1, 2, 3])
  func placesBecomeFree(way: Int) {
    var story = Scenario()
    let questions = (1...5).map { Reference("question-\($0)") }
    for question in questions { story.given(.ada, asks: question) }

    switch way {
    case 0: story.given(.ada, .questions(.withdrawQuestion(question: questions[2])))
    case 1: story.given(questions[2], becomes: .live)
    case 2: story.given(questions[2], becomes: .answered)
    default: story.given(questions[2], becomes: .declined(reason: nil))
    }
    story.given(.ada, asks: .lunch)
  }

  @Test("A meeting takes 5,000 questions")
  func questionsAreBounded() {
    var story = Scenario()
    story.apply(
      (1...Limits.questions).map { number in
        .questions(.questionAsked(question: Reference("\(number)"), by: .ada, text: "Warum?"))
      }
    )
    story.refuses(.ben, .questions(.askQuestion(text: "Warum?")), because: .tooManyQuestions)
  }
}
