import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Coming and going")
struct PresenceTests {
  @Test("Whoever is new gets the next number; whoever is known keeps theirs")
  func admitting() throws {
    var story = Scenario()
    let dora = SessionDigest(rawValue: "digest of dora")
    #expect(
      try story.meeting.admit(dora)
        == [
          .participants(.participantJoined(participant: ParticipantID(rawValue: 5), session: dora))
        ]
    )
    story.admit(dora)
    #expect(try story.meeting.admit(dora) == [])
    #expect(try story.meeting.admit(SessionDigest(of: .ada)) == [])
    #expect(story.meeting.participants.person(of: dora) == ParticipantID(rawValue: 5))
  }

  @Test("People and moderators are counted as they come, go and change their role")
  func counting() {
    var story = Scenario()
    let people = { (story: Scenario) in
      [story.meeting.participants.presentCount, story.meeting.participants.presentModerators]
    }
    #expect(people(story) == [4, 1])

    story.apply(story.meeting.leave(.ada))
    #expect(people(story) == [3, 1])
    #expect(story.meeting.leave(.ada) == [])

    story.apply(story.meeting.arrive(.ada, as: .moderator))
    #expect(people(story) == [4, 2])
    #expect(story.meeting.arrive(.ada, as: .moderator) == [])

    story.apply(story.meeting.arrive(.ada, as: .participant))
    #expect(people(story) == [4, 1])

    story.apply(story.meeting.leave(.chair))
    #expect(people(story) == [3, 0])
  }

  @Test("An ended meeting takes nobody new, and counts no more")
  func ended() throws {
    var story = Scenario()
    story.given(.chair, .agenda(.endMeeting))

    #expect(throws: Rejection(.meetingEnded)) {
      try story.meeting.admit(SessionDigest(rawValue: "new"))
    }
    #expect(try story.meeting.admit(SessionDigest(of: .ada)) == [])
    #expect(story.meeting.leave(.ada) == [])
    #expect(story.meeting.arrive(.ada, as: .moderator) == [])
  }

  @Test("A number that nobody was given is nobody's, whatever a script sends")
  func nobody() {
    let story = Scenario()
    for number in [Int.min, -1, 0, 5, Int.max] {
      let person = ParticipantID(rawValue: number)
      #expect(!story.meeting.participants.contains(person))
      story.refuses(
        .chair,
        .participants(.muteParticipant(participant: person, muted: true)),
        because: .participantUnknown
      )
    }
  }

  @Test("A meeting has 20,000 seats")
  func full() {
    var story = Scenario()
    for number in 5...Limits.participants {
      let person = ParticipantID(rawValue: number)
      story.apply([
        .participants(.participantJoined(participant: person, session: SessionDigest(of: person)))
      ])
    }
    #expect(throws: Rejection(.meetingFull)) {
      try story.meeting.admit(SessionDigest(rawValue: "one too many"))
    }
    #expect(throws: Never.self) { try story.meeting.admit(SessionDigest(of: .ada)) }
  }
}
