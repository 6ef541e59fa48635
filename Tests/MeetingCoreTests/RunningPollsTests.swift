import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Running polls")
struct RunningPollsTests {
  @Test(
    "Opening, closing and publishing are acts of their own, and doing one twice is doing it once"
  )
  func states() {
    var story = Scenario()
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
    for command in [story.close(.topics)] {
      story.refuses(.chair, command, because: .pollNotOpen)
    }
    story.refuses(.chair, story.publish(.topics), because: .pollNotClosed)
    story.refuses(.chair, story.reopen(.topics), because: .pollNotClosed)
    story.when(.chair, story.newRound(.topics))
    story.given(.chair, story.open(.topics))
    story.when(.chair, story.open(.topics))
    story.when(.chair, story.reopen(.topics))
    story.refuses(.chair, story.publish(.topics), because: .pollNotClosed)
    story.refuses(.chair, story.newRound(.topics), because: .pollNotClosed)
    story.when(
      .chair,
      story.close(.topics),
      then: .polls(.pollClosed(poll: .topics, round: 1, tally: nil))
    )
    story.when(.chair, story.close(.topics))
    story.refuses(.chair, story.open(.topics), because: .pollNotDraft)
    story.when(
      .chair,
      story.publish(.topics),
      then: .polls(.pollPublished(poll: .topics, round: 1))
    )
    story.when(.chair, story.publish(.topics))
    story.when(.chair, story.close(.topics, publish: true))
    story.refuses(.chair, story.publish(.topics, round: 2), because: .pollUnknown)
  }

  @Test("Closing and publishing is one act where that is wished (C31)")
  func closeAndPublish() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    story.when(
      .chair,
      story.close(.topics, publish: true),
      then: .polls(.pollClosed(poll: .topics, round: 1, tally: nil)),
      .polls(.pollPublished(poll: .topics, round: 1))
    )
    story.given(.mood, asks: .threeTopics)
    story.given(.chair, story.close(.mood))
    story.when(
      .chair,
      story.close(.mood, publish: true),
      then: .polls(.pollPublished(poll: .mood, round: 1))
    )
  }

  @Test("Reopening keeps the votes, and what was published is open again (C31)")
  func reopening() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.chair, story.close(.topics, publish: true))
    story.given(.chair, story.reopen(.topics))
    #expect(story.round(.topics).state.isOpen)
    #expect(story.round(.topics).tally.choices?.counts == [1, 0, 0])
    #expect(story.round(.topics).presentAtClosing == nil)
    story.given(.ben, votes: .choice(.a), in: .topics)
    #expect(story.round(.topics).tally.choices?.counts == [2, 0, 0])
  }

  @Test("A new round begins with nothing, and the old one stays, to be published later (C38)")
  func rounds() throws {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.chair, story.close(.topics))
    story.given(.chair, story.newRound(.topics))
    story.when(.chair, story.newRound(.topics))
    let poll = try #require(story.meeting.polls[.topics])
    #expect(poll.present.number == 2 && poll.present.tally.cast == 0)
    #expect(poll.openedRounds.map(\.number) == [1])
    let late = Polls.Command.castBallot(
      poll: .topics,
      round: 1,
      ballot: .choice(.b),
      seen: story.meeting.revision
    )
    story.refuses(.ada, .polls(late), because: .pollClosed)
    story.refuses(.ada, story.vote(.choice(.b), in: .topics), because: .pollClosed)
    story.given(.chair, story.open(.topics))
    story.refuses(.ada, .polls(late), because: .pollClosed)
    story.given(.ada, votes: .choice(.b), in: .topics)
    story.given(.chair, story.publish(.topics))
    let past = try #require(story.meeting.polls[.topics]?.past.first)
    #expect(past.tally.choices?.counts == [1, 0, 0] && past.state.isPublished)
    #expect(story.round(.topics).tally.choices?.counts == [0, 1, 0])
    #expect(story.round(.topics).state.isOpen)
  }

  @Test("What is for moderators only cannot be published, and closing closes it all the same")
  func forModerators() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics.with { $0.results = .moderators })
    story.when(
      .chair,
      story.close(.topics, publish: true),
      then: .polls(.pollClosed(poll: .topics, round: 1, tally: nil))
    )
    story.when(.chair, story.close(.topics, publish: true))
    story.refuses(.chair, story.publish(.topics), because: .pollForModerators)
  }

  @Test("Two moderators at one poll: the second is shown what the first did (F2)")
  func twoModerators() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    let seen = story.meeting.revision
    story.given(.ada, votes: .choice(.a), in: .topics)
    // A vote is no change that a moderator must have seen.
    let close = Meeting.Command.polls(.closePoll(poll: .topics, publish: false, seen: seen))
    story.given(.chair, close)
    for command: Polls.Command in [
      .publishPoll(poll: .topics, round: 1, seen: seen), .reopenPoll(poll: .topics, seen: seen),
      .newRound(poll: .topics, seen: seen),
      .closePoll(poll: .topics, publish: true, seen: seen),
    ] {
      story.refuses(.chair, .polls(command), because: .stale, stale: .poll(.topics))
    }
    story.when(.chair, close)
  }

  @Test("Who is present is counted when a poll opens and when it closes (C42)")
  func presence() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics.with { $0.base = .present })
    #expect(story.round(.topics).present == 4 && story.round(.topics).base == 4)
    for person in [ParticipantID.ada, .ben, .cleo] {
      story.given(person, votes: .choice(.a), in: .topics)
      story.apply(story.meeting.leave(person))
    }
    story.given(.chair, story.close(.topics))
    let round = story.round(.topics)
    #expect(round.presentAtOpening == 4 && round.presentAtClosing == 1)
    // Those who voted and left still count: never more than a hundred per cent.
    #expect(round.present == 3 && round.base == 3)
  }

  @Test("When the meeting ends, polls that are open are closed")
  func end() {
    var story = Scenario()
    story.given(.topics, asks: .three(.single, .secret))
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.chair, .agenda(.endMeeting))
    #expect(story.round(.topics).state.isOver)
    #expect(story.round(.topics).tally.choices?.counts == [1, 0, 0])
    #expect(story.round(.topics).ballots.isEmpty)
  }
}

@Suite("Poll timers")
struct PollTimerTests {
  private func timed() -> Scenario {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics, seconds: 60)
    return story
  }

  @Test("A ballot is in until two seconds after zero; then the poll closes by itself (C36, C40)")
  func grace() {
    var story = timed()
    let end = story.now + .seconds(60)
    story.passes(.seconds(60))
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.passes(.seconds(1))
    #expect(story.now == end + .seconds(2))
    #expect(story.round(.topics).state.isOpen)
    story.pass(.milliseconds(1))
    story.refuses(.ben, story.vote(.choice(.b), in: .topics), because: .pollClosed)
    story.passes(.zero)
    #expect(story.round(.topics).state == .closed(since: end - 60, at: story.now))
    #expect(story.round(.topics).tally.cast == 1)
    story.refuses(.ben, story.vote(.choice(.b), in: .topics), because: .pollClosed)
    // Whoever is counted is told so, also afterwards.
    story.when(.ada, story.vote(.choice(.a), in: .topics))
  }

  @Test("The timer can be moved and taken away; two who wish the same get it once (C40)")
  func extending() {
    var story = timed()
    let end = story.now + .seconds(60)
    let later = Meeting.Command.polls(.extendPoll(poll: .topics, until: end + .seconds(30)))
    story.when(
      .chair,
      later,
      then: .polls(.pollTimed(poll: .topics, until: end + .seconds(30)))
    )
    story.when(.chair, later)
    story.passes(.seconds(80))
    #expect(story.round(.topics).state.isOpen)
    for until in [story.now, Timestamp(rawValue: .max), Timestamp(rawValue: .min)] {
      story.refuses(
        .chair,
        .polls(.extendPoll(poll: .topics, until: until)),
        because: .timerOver
      )
    }
    story.given(.chair, .polls(.extendPoll(poll: .topics, until: nil)))
    story.passes(.seconds(10_000))
    #expect(story.round(.topics).state.isOpen)
    story.given(.chair, story.close(.topics))
    story.refuses(.chair, later, because: .pollNotOpen)
  }

  @Test("While somebody is here who needs more time, it stays open, for them alone (C40)")
  func moreTime() {
    var story = timed()
    story.given(.chair, .participants(.grantTime(participant: .cleo, granted: true)))
    story.passes(.seconds(100))
    #expect(story.round(.topics).state.isOpen)
    story.refuses(.ada, story.vote(.choice(.a), in: .topics), because: .pollClosed)
    story.given(.cleo, votes: .choice(.c), in: .topics)
    story.apply(story.meeting.leave(.cleo))
    story.passes(.zero)
    #expect(story.round(.topics).state.isOver)
    #expect(story.round(.topics).tally.choices?.counts == [0, 0, 1])
  }

  @Test("While nobody can vote because of an emergency stop, no timer closes a poll (F6)")
  func stopped() {
    var story = timed()
    story.given(.chair, .moderation(.emergencyStop(stopped: true)))
    story.refuses(.ada, story.vote(.choice(.a), in: .topics), because: .stopped)
    story.passes(.seconds(100))
    #expect(story.round(.topics).state.isOpen)
    story.given(.chair, .moderation(.emergencyStop(stopped: false)))
    story.passes(.zero)
    #expect(story.round(.topics).state.isOver)
  }

  @Test("A poll has the timer of its form, another, or none")
  func defaults() {
    for (seconds, expected) in [(nil, 90), (30, 30), (0, nil)] as [(Int?, Int?)] {
      var story = Scenario()
      let form = Poll.Form.threeTopics.with { $0.seconds = 90 }
      story.given(.chair, .polls(.createPoll(form: form)), as: .topics)
      story.given(.chair, story.open(.topics, seconds: seconds))
      #expect(story.round(.topics).state.until == expected.map { story.now + .seconds($0) })
    }
    var story = Scenario()
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
    for seconds in [1, -60, .max, .min] {
      story.refuses(.chair, story.open(.topics, seconds: seconds), because: .pollInvalid)
    }
  }
}

extension Timestamp {
  fileprivate static func - (moment: Self, seconds: Int64) -> Self {
    Self(rawValue: moment.rawValue - seconds * 1_000)
  }
}
