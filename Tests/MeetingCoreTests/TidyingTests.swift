import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Keeping the chat tidy")
struct TidyingTests {
  private let hello = Reference("hello")
  private let remove = Meeting.Command.chat(.removeMessage(message: Reference("hello")))
  private func undo(_ act: String) -> Meeting.Command {
    .moderation(.undo(act: Reference(act)))
  }

  private func afterHello(to channel: Message.Channel = .room) -> Scenario {
    var story = Scenario()
    story.given(.ada, .chat(.postMessage(text: "Unfug!", to: channel)), as: hello)
    return story
  }

  @Test("A message that is removed can come back for ten seconds, and then never (E4, F3)")
  func removal() {
    var story = afterHello()
    story.when(.chair, remove, as: Reference("act"), then: .chat(.messageRemoved(message: hello)))
    #expect(story.meeting.chat[hello]?.state == .removed)
    story.when(.chair, remove)
    story.given(.chair, undo("act"))
    #expect(story.meeting.chat[hello]?.state == .shown)
    #expect(story.meeting.chat[hello]?.text == "Unfug!")

    story.given(.chair, remove, as: Reference("again"))
    story.passes(Limits.undo)
    #expect(story.meeting.chat[hello]?.text == "Unfug!")
    story.passes(.milliseconds(1))
    #expect(!"\(story.meeting)".contains("Unfug"))
    #expect(story.forgets("Unfug"))
    story.refuses(.chair, undo("again"), because: .undoTooLate)
    #expect(story.meeting.chat[hello]?.state == .removed)
    #expect(story.meeting.due(at: story.now) == [])
    story.refuses(
      .chair,
      .chat(.removeMessage(message: Reference("never"))),
      because: .messageUnknown
    )
  }

  @Test("A cleared chat can come back for ten seconds, and then never (E4, F3)")
  func clearing() {
    var story = afterHello()
    story.given(.ben, .chat(.postMessage(text: "Noch mehr Unfug!", to: nil)))
    story.given(.ben, .chat(.postMessage(text: "Hilfe", to: .toModerators)), as: Reference("help"))
    story.when(
      .chair,
      .chat(.clearChat),
      as: Reference("act"),
      then: .chat(.chatCleared(through: 2, since: nil))
    )
    story.when(.chair, .chat(.clearChat))
    story.refuses(.chair, remove, because: .messageUnknown)
    story.given(.chair, undo("act"))
    #expect(story.meeting.chat.cleared == 0)
    story.passes(.seconds(60))
    #expect(story.meeting.chat[hello]?.text == "Unfug!")

    story.given(.chair, .chat(.clearChat))
    story.given(.ada, .chat(.postMessage(text: "Besser", to: nil)), as: Reference("better"))
    story.passes(.seconds(60))
    #expect(story.meeting.chat.messages(in: .room).map(\.number) == [3])
    #expect(story.meeting.chat[Reference("help")]?.text == "Hilfe")
    #expect(!"\(story.meeting)".contains("Unfug"))
    #expect(story.forgets("Unfug"))
    #expect(story.meeting.due(at: story.now) == [])
  }

  @Test("Taking a later clearing back leaves the earlier one as it was")
  func clearingTwice() {
    var story = afterHello()
    story.given(.chair, .chat(.clearChat), as: Reference("first"))
    story.given(.ben, .chat(.postMessage(text: "Danach", to: nil)), as: Reference("after"))
    story.pass(.seconds(6))
    story.given(.chair, .chat(.clearChat), as: Reference("second"))
    story.given(.chair, undo("second"))
    #expect(story.meeting.chat.cleared == 1)
    story.passes(.seconds(5))
    #expect(story.meeting.chat[hello] == nil)
    #expect(story.meeting.chat[Reference("after")]?.state == .shown)
  }

  @Test("Ten thousand cleared messages are erased in steps that stay short")
  func clearingMany() {
    var story = Scenario()
    let posted = Chat.Event.messagePosted
    for number in 1...1_200 {
      let id = Reference("message-\(number)")
      story.apply([.chat(posted(id, .ben, .participant, .room, "Unfug \(number)"))])
    }
    story.given(.chair, .chat(.clearChat))
    story.pass(.seconds(11))
    var left: [Int] = []
    while !story.meeting.due(at: story.now).isEmpty {
      story.passes(.seconds(1))
      left.append(story.meeting.chat.messages(in: .room).count)
    }
    #expect(left == [700, 200, 0])
    #expect(story.forgets("Unfug"))
  }

  @Test("Whoever writes to the moderators is told that it was read (E7)")
  func acknowledging() {
    var story = afterHello(to: .toModerators)
    let acknowledge = Meeting.Command.chat(.acknowledgeMessage(message: hello))
    story.when(
      .chair,
      acknowledge,
      as: Reference("act"),
      then: .chat(.messageAcknowledged(message: hello, by: .chair))
    )
    story.when(.chair, acknowledge)
    story.given(.chair, undo("act"))
    #expect(story.meeting.chat[hello]?.acknowledgedBy == nil)
    story.given(.ada, .chat(.postMessage(text: "An alle", to: nil)), as: Reference("all"))
    story.refuses(
      .chair,
      .chat(.acknowledgeMessage(message: Reference("all"))),
      because: .messageUnknown
    )
  }
}

@Suite("Questions from the chat")
struct QuestionFromMessageTests {
  private let hello = Reference("hello")
  private let make = Meeting.Command.chat(.questionFromMessage(message: Reference("hello")))

  private func after(
    _ text: String = "Was kostet das?",
    to channel: Message.Channel = .room
  ) -> Scenario {
    var story = Scenario()
    story.given(.ada, .chat(.postMessage(text: text, to: channel)), as: hello)
    return story
  }

  @Test("A message becomes a question of its author, and both know of each other (E10)")
  func becomesQuestion() {
    var story = after()
    story.when(
      .chair,
      make,
      as: .costs,
      then: .questions(.questionAsked(question: .costs, by: .ada, text: "Was kostet das?")),
      .chat(.messageMadeQuestion(message: hello, question: .costs))
    )
    #expect(story.meeting.questions[.costs]?.message == hello)
    #expect(story.meeting.chat[hello]?.question == .costs)
    #expect(story.meeting.participants[.ada].asked == [.costs])
    story.when(.chair, make, as: .files)
    story.given(.chair, .moderation(.undo(act: .costs)))
    #expect(story.meeting.questions[.costs] == nil)
    #expect(story.meeting.chat[hello]?.question == nil)
  }

  @Test("A message becomes what is answered later in one act, and is none again in one (E10)")
  func becomesFollowUp() {
    var story = after()
    let later = Question.State.followUp(owner: "Bauamt", due: "bis Oktober")
    let make = Meeting.Command.chat(
      .questionFromMessage(message: hello, owner: " Bauamt", due: "bis Oktober")
    )
    story.when(
      .chair,
      make,
      as: .costs,
      then: .questions(.questionAsked(question: .costs, by: .ada, text: "Was kostet das?")),
      .chat(.messageMadeQuestion(message: hello, question: .costs)),
      .questions(.questionMoved(question: .costs, to: later))
    )
    #expect(story.meeting.questions[.costs]?.state == later)
    story.when(.chair, make, as: .files)
    story.when(.chair, self.make, as: .files)
    story.given(.chair, .moderation(.undo(act: .costs)))
    #expect(story.meeting.questions[.costs] == nil)
    #expect(story.meeting.chat[hello]?.question == nil)

    story.given(.chair, self.make, as: .files)
    story.refuses(.chair, make, because: .stale, stale: .question(.files))
    let nobody = Chat.Command.questionFromMessage(message: hello, owner: " ")
    story.refuses(.chair, .chat(nobody), because: .textMissing)
  }

  @Test("When the question was withdrawn, the message can become another one")
  func again() {
    var story = after()
    story.given(.chair, make, as: .costs)
    story.given(.ada, .questions(.withdrawQuestion(question: .costs)))
    story.given(.chair, make, as: .files)
    #expect(story.meeting.chat[hello]?.question == .files)
  }

  @Test("Whoever did not speak to everybody by name is not named as asker")
  func discretion() {
    var story = after(to: .toModerators)
    story.given(.chair, make, as: .costs)
    #expect(story.meeting.questions[.costs]?.author == .guest(name: nil, via: .chat))

    story.given(.chair, .participants(.setNamePolicy(policy: .anonymous)))
    story.given(.ben, .chat(.postMessage(text: "Und wann?", to: nil)), as: Reference("when"))
    story.given(
      .chair,
      .chat(.questionFromMessage(message: Reference("when"))),
      as: .lunch
    )
    #expect(story.meeting.questions[.lunch]?.author == .guest(name: nil, via: .chat))
  }

  @Test("What is no message any more, and what is too long for a question, becomes none")
  func refusals() {
    var story = after(String(repeating: "a", count: 501))
    story.refuses(.chair, make, because: .textTooLong)
    story.given(.ada, .chat(.deleteMessage(message: hello)))
    story.refuses(.chair, make, because: .messageUnknown)
    story.refuses(
      .chair,
      .chat(.questionFromMessage(message: Reference("never"))),
      because: .messageUnknown
    )
    story.given(.ada, .chat(.postMessage(text: "Was?", to: nil)), as: Reference("what"))
    story.given(.ben, asks: .lunch)
    story.refuses(
      .chair,
      .chat(.questionFromMessage(message: Reference("what"))),
      because: .refTaken,
      reference: .lunch
    )
  }
}
