import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("What an event touches")
struct TouchedTests {
  /// Whatever looks different to anybody after an event was announced as touched by it.
  @Test("No thing changes unannounced, for any audience")
  func nothingChangesUnannounced() throws {
    for seed in Seeds.count(quick: 150) {
      var random = SplitMix64(seed: seed)
      var meeting = Meeting(.kaffeerunde)
      for person in ParticipantID.cast {
        meeting.apply(
          .participants(
            .participantJoined(participant: person, session: SessionDigest(of: person))
          ),
          at: .start
        )
      }
      for step in 1...60 {
        let now = Timestamp.start + .seconds(step * 11)
        for event in randomEvents(in: meeting, at: now, using: &random) {
          let touched = Set(meeting.touched(by: event))
          let before = views(of: meeting)
          meeting.apply(event, at: now)
          let after = views(of: meeting)
          for thing in Set(before.keys).union(after.keys) where before[thing] != after[thing] {
            try #require(
              touched.contains(thing),
              "seed \(seed), step \(step): \(event) changes \(thing)"
            )
          }
        }
      }
    }
  }

  private func randomEvents(
    in meeting: Meeting,
    at now: Timestamp,
    using random: inout SplitMix64
  ) -> [Meeting.Event] {
    let person = random.pick(meeting.participants.all.map(\.id))
    switch Int.random(in: 0..<11, using: &random) {
    case 10: return meeting.due(at: now)
    case 0: return (try? meeting.admit(SessionDigest(of: meeting.participants.next))) ?? []
    case 1: return meeting.arrive(person, as: random.pick([.participant, .moderator]))
    case 2: return meeting.leave(person)
    default:
      let command = Meeting.Command.random(in: meeting, using: &random)
      let reference = Reference.random(using: &random)
      let item = meeting.secretItem(of: command, as: reference)
      let pseudonym = item.map { Pseudonym(of: person, in: $0) }
      let actor = Actor(person, as: .moderator, pseudonym: pseudonym)
      return (try? meeting.decide(command, by: actor, as: reference, at: now)) ?? []
    }
  }

  /// Every thing as every audience sees it, all with the same revision.
  private func views(of meeting: Meeting) -> [Thing: [[UInt8]?]] {
    var views: [Thing: [[UInt8]?]] = [:]
    let messages = Message.Channel.allCases.flatMap { meeting.chat.messages(in: $0) }
    let polls = meeting.polls.order.flatMap { [Thing.poll($0), .tally($0)] }
    let things =
      Thing.standing + meeting.questions.order.map { .question($0) } + polls
      + messages.map { .message($0.id) }
    for thing in things {
      let seen = Audience.allCases.map { meeting.view(of: thing, for: $0, at: .zero) }
      // What is there and seen by nobody is as good as gone.
      if seen.contains(where: { $0 != nil }) { views[thing] = seen }
    }
    for person in meeting.participants.all.map(\.id) {
      views[.me(person)] = [meeting.me(Owner(person: person), at: .zero)]
    }
    return views
  }
}
