import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Taking acts on polls back")
struct PollUndoTests {
  private let undo = Meeting.Command.moderation(.undo(act: Reference("act")))

  @Test("An opening is taken back while nobody has voted, and not once somebody has (F3)")
  func opening() {
    for hasVoted in [false, true] {
      var story = Scenario()
      story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
      story.given(.chair, story.open(.topics), as: Reference("act"))
      if hasVoted {
        story.given(.ada, votes: .choice(.a), in: .topics)
        story.refuses(.chair, undo, because: .notUndoable)
        #expect(story.round(.topics).tally.cast == 1)
      } else {
        story.given(.chair, undo)
        #expect(story.round(.topics).state == .draft)
        story.given(.chair, story.open(.topics))
      }
    }
  }

  @Test("An instant poll that nobody has voted in is gone again (F3)")
  func instant() {
    var story = Scenario()
    story.given(
      .chair,
      .polls(.createPoll(form: .threeTopics, open: true)),
      as: Reference("act")
    )
    story.given(.chair, undo)
    #expect(story.meeting.polls.count == 0 && story.meeting.polls.open == [])
  }

  @Test("A close is taken back: the votes are there, and so is the timer")
  func closing() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics, seconds: 60)
    let before = story.round(.topics).state
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.chair, story.close(.topics, publish: true), as: Reference("act"))
    story.given(.chair, undo)
    #expect(story.round(.topics).state == before)
    story.given(.ada, votes: .choice(.b), in: .topics)
  }

  @Test("A close is not taken back where three others have been opened since")
  func noPlace() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    story.given(.chair, story.close(.topics), as: Reference("act"))
    for number in 1...3 { story.given(Reference("poll-\(number)"), asks: .threeTopics) }
    story.refuses(.chair, undo, because: .notUndoable)
  }

  @Test("Reopening, publishing, a new round, a timer and an edit are taken back")
  func others() throws {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.chair, story.close(.topics, publish: true))
    let acts: [(Scenario) -> Meeting.Command] = [
      { $0.reopen(.topics) }, { $0.newRound(.topics) },
      { $0.edit(.topics, Poll.Form.threeTopics.with { $0.title = "Was nun?" }) },
    ]
    for (number, act) in acts.enumerated() {
      let before = try #require(story.meeting.polls[.topics]).essence
      let reference = Reference("act-\(number)")
      story.given(.chair, act(story), as: reference)
      #expect(story.meeting.polls[.topics]?.essence != before)
      story.given(.chair, .moderation(.undo(act: reference)))
      #expect(story.meeting.polls[.topics]?.essence == before)
    }
    story.given(.chair, story.reopen(.topics))
    let timer = Polls.Command.extendPoll(poll: .topics, until: story.now + .seconds(60))
    story.given(.chair, .polls(timer), as: Reference("act"))
    story.given(.chair, undo)
    #expect(story.round(.topics).state.until == nil)
  }

  /// Found at random, by seed 4502.
  @Test("A removed draft comes back with the words that were blocked in it")
  func removal() throws {
    var story = Scenario()
    let words = Poll.Form(kind: .words(max: 1, moderated: nil))
    story.given(.chair, .polls(.createPoll(form: words)), as: .topics)
    for command: Polls.Command in [
      .hideAnswer(poll: .topics, answer: "Unsinn", hidden: true),
      .mergeAnswers(poll: .topics, answers: ["PKW", "Kfz"], into: "Auto"),
    ] {
      story.given(.chair, .polls(command))
    }
    let before = try #require(story.meeting.polls[.topics])
    story.given(.chair, .polls(.removePoll(poll: .topics)), as: Reference("act"))
    story.given(.chair, undo)
    #expect(story.meeting.polls[.topics]?.essence == before.essence)
    #expect(story.meeting.polls[.topics]?.curation == before.curation)
  }

  @Test("A timer that was set is no longer taken back once the poll has closed by it")
  func timer() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    let timer = Polls.Command.extendPoll(poll: .topics, until: story.now + .seconds(3))
    story.given(.chair, .polls(timer), as: Reference("act"))
    story.passes(.seconds(6))
    #expect(story.round(.topics).state.isOver)
    story.refuses(.chair, undo, because: .notUndoable)
  }

  @Test("An edit is not taken back once people have voted for what it says")
  func edit() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    let other = Poll.Form.threeTopics.with { $0.options.swapAt(0, 1) }
    story.given(.chair, story.edit(.topics, other), as: Reference("act"))
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.refuses(.chair, undo, because: .notUndoable)
  }
}
