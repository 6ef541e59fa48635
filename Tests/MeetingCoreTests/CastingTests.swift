import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Voting")
struct CastingTests {
  @Test("One person has one vote, and the last one counts (C33, C34)")
  func once() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    let ada = Voter.person(participant: .ada)
    story.when(
      .ada,
      story.vote(.choice(.a), in: .topics),
      then: .polls(.ballotCast(poll: .topics, round: 1, by: ada, ballot: .choice(.a)))
    )
    story.when(.ada, story.vote(.choice(.a), in: .topics))
    story.given(.ada, votes: .choice(.b), in: .topics)
    #expect(story.round(.topics).tally.choices?.counts == [0, 1, 0])
    #expect(story.round(.topics).tally.cast == 1)
  }

  @Test("A final vote stays, and repeating it is no change of it (C33)")
  func final() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics.with { $0.changeable = false })
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.when(.ada, story.vote(.choice(.a), in: .topics))
    story.refuses(.ada, story.vote(.choice(.b), in: .topics), because: .ballotFinal)
  }

  @Test("Moderators vote as persons, and the muted may vote; speakers and the stage do not (C45)")
  func who() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    story.given(.chair, .participants(.muteParticipant(participant: .ben, muted: true)))
    story.given(.ben, votes: .choice(.a), in: .topics)
    story.given(.chair, votes: .choice(.a), in: .topics)
    let vote = story.vote(.choice(.a), in: .topics)
    story.refuses(.ada, as: .speaker, vote, because: .notAllowed)
    story.refuses(.ada, as: .stage, vote, because: .notAllowed)
    #expect(story.round(.topics).tally.choices?.counts == [2, 0, 0])
  }

  @Test("A poll closes while 30 people tap: in is who came before, and nobody is half in (C36)")
  func closesWhileTapping() {
    var story = Scenario()
    let people = story.given(newcomers: 30)
    story.given(.topics, asks: .threeTopics)
    for person in people.prefix(17) { story.given(person, votes: .choice(.b), in: .topics) }
    story.given(.chair, story.close(.topics))
    for person in people.dropFirst(17) {
      story.refuses(person, story.vote(.choice(.b), in: .topics), because: .pollClosed)
    }
    for person in people.prefix(17) { story.when(person, story.vote(.choice(.b), in: .topics)) }
    let first = people[0]
    story.refuses(first, story.vote(.choice(.a), in: .topics), because: .pollClosed)
    #expect(story.round(.topics).tally.choices?.counts == [0, 17, 0])
  }

  @Test("Whoever came after the opening may not vote where that was announced (C42)")
  func eligibility() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics.with { $0.eligibility = .presentAtOpening })
    let late = story.given(newcomers: 1)[0]
    story.refuses(late, story.vote(.choice(.a), in: .topics), because: .notEligible)
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.mood, asks: .threeTopics)
    story.given(late, votes: .choice(.a), in: .mood)
  }

  @Test("A draft is unknown to voters, as is what never was")
  func unknown() {
    var story = Scenario()
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
    for poll in [PollID.topics, .mood] {
      story.refuses(.ada, story.vote(.choice(.a), in: poll), because: .pollUnknown)
    }
    story.given(.chair, story.open(.topics))
    for round in [0, 2, Int.max] {
      let vote = Polls.Command.castBallot(
        poll: .topics,
        round: round,
        ballot: .choice(.a),
        seen: story.meeting.revision
      )
      story.refuses(.ada, .polls(vote), because: .pollUnknown)
    }
  }

  @Test("A vote for what was asked a moment ago is no vote for what is asked now (C37)")
  func formChanged() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    let vote = story.vote(.choice(.a), in: .topics)
    let other = Poll.Form.threeTopics.with { $0.options.swapAt(0, 1) }
    story.given(.chair, story.edit(.topics, other))
    story.refuses(.ada, vote, because: .stale, stale: .poll(.topics))
    story.given(.ada, votes: .choice(.a), in: .topics)
    // A better title changes nobody's meaning.
    let second = story.vote(.choice(.b), in: .topics)
    story.given(.chair, story.edit(.topics, other.with { $0.title = "Worüber denn?" }))
    story.given(.ben, second)
  }

  @Test("Numbers: at once, for voters, after the close, or for moderators only (C32)")
  func visibility() {
    for results in Poll.Results.allCases {
      var story = Scenario()
      story.given(.topics, asks: .threeTopics.with { $0.results = results })
      #expect(story.round(.topics).showsNumbers == (results == .live))
      #expect(story.round(.topics).showsNumbersToVoters == (results == .afterOwnVote))
      story.given(.chair, story.close(.topics))
      #expect(story.round(.topics).showsNumbers == (results == .live))
      #expect(!story.round(.topics).showsNumbersToVoters)
      if results == .moderators { continue }
      story.given(.chair, story.publish(.topics))
      #expect(story.round(.topics).showsNumbers)
    }
  }

  @Test("Fewer than five secret votes are shown to nobody before the close (C43)")
  func smallNumbers() {
    var story = Scenario()
    let people = story.given(newcomers: 5)
    story.given(.topics, asks: .three(.single, .secret).with { $0.results = .live })
    story.given(.mood, asks: .three(.single, .named).with { $0.results = .live })
    for (number, person) in people.enumerated() {
      #expect(story.round(.topics).isTooSmall, "after \(number)")
      #expect(!story.round(.topics).showsNumbers && story.round(.mood).showsNumbers)
      story.given(person, votes: .choice(.a), in: .topics)
    }
    #expect(!story.round(.topics).isTooSmall && story.round(.topics).showsNumbers)
    story.given(.chair, story.close(.topics))
    story.given(.chair, story.newRound(.topics))
    story.given(.chair, story.open(.topics))
    #expect(story.round(.topics).isTooSmall)
    story.given(.chair, story.close(.topics))
    #expect(!story.round(.topics).isTooSmall)
  }
}
