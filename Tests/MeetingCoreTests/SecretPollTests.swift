import Foundation
import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Secret polls")
struct SecretPollTests {
  private let secret = Poll.Form.three(.single, .secret)

  private func hidden(_ person: ParticipantID, _ round: Int = 1) -> Voter {
    .hidden(pseudonym: Pseudonym(of: person, in: RoundID(.topics, round).item))
  }

  @Test("A secret ballot has a pseudonym, is signed by nobody, and is one all the same")
  func pseudonyms() {
    var story = Scenario()
    story.given(.topics, asks: secret)
    let vote = Polls.Event.ballotCast(
      poll: .topics,
      round: 1,
      by: hidden(.ada),
      ballot: .choice(.a)
    )
    story.when(.ada, story.vote(.choice(.a), in: .topics), then: .polls(vote))
    #expect(story.meeting.isSecret(.polls(vote)))
    #expect(story.journal.last?.cause == nil)
    story.when(.ada, story.vote(.choice(.a), in: .topics))
    story.given(.ada, votes: .choice(.b), in: .topics)
    #expect(story.round(.topics).tally.choices?.counts == [0, 1, 0])
  }

  @Test("The key of a round begins with its opening and ends with its close; so do the ballots")
  func item() throws {
    var story = Scenario()
    let item = RoundID(.topics, 1).item
    story.given(.chair, .polls(.createPoll(form: secret)), as: .topics)
    let opening = Meeting.Event.polls(.pollOpened(poll: .topics, round: 1, until: nil))
    #expect(story.meeting.secretItem(begunBy: opening) == item)
    story.given(.chair, story.open(.topics))
    #expect(story.meeting.secretItem(begunBy: opening) == nil)
    #expect(story.meeting.polls.openSecretItems == [item])
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.ben, votes: .choice(.b), in: .topics)
    story.given(.ada, votes: .choice(.c), in: .topics)
    let tally = story.round(.topics).tally
    let close = Meeting.Event.polls(.pollClosed(poll: .topics, round: 1, tally: tally))
    let ballots = story.journal.filter { "\($0.event)".contains("ballotCast") }
    #expect(ballots.count == 3)
    #expect(
      story.meeting.forgotten(with: close)
        == Forgetting(revisions: ballots.map(\.revision), items: [item])
    )
    story.when(.chair, story.close(.topics), then: close)
    #expect(story.round(.topics).ballots.isEmpty && story.round(.topics).tally == tally)
    #expect(story.meeting.polls.openSecretItems == [])
  }

  @Test("What the journal keeps tells the same story, and nothing of a ballot")
  func replay() throws {
    var story = Scenario()
    story.given(.topics, asks: secret)
    for (person, option) in [(ParticipantID.ada, OptionID.a), (.ben, .b), (.ada, .c)] {
      story.given(person, votes: .choice(option), in: .topics)
    }
    let forgotten = Set(story.journal.filter { $0.cause == nil }.map(\.revision))
    story.given(.chair, story.close(.topics, publish: true))
    var replayed = Meeting(.kaffeerunde)
    for entry in story.journal {
      let kept = forgotten.contains(entry.revision) ? entry.redacted : entry
      let bytes = try JSONEncoder().encode(kept.event)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("hidden"))
      let event = try JSONDecoder().decode(Meeting.Event.self, from: bytes)
      replayed.apply(event, at: entry.time, cause: entry.cause)
    }
    #expect(replayed == story.meeting)
    #expect(replayed.polls[.topics]?.present.tally.choices?.counts == [0, 1, 1])
  }

  @Test("Named ballots stay what they are")
  func named() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    story.given(.ada, votes: .choice(.a), in: .topics)
    let close = Meeting.Event.polls(.pollClosed(poll: .topics, round: 1, tally: nil))
    #expect(story.meeting.forgotten(with: close) == .nothing)
    story.given(.chair, story.close(.topics))
    #expect(story.round(.topics).ballots.count == 1)
  }

  @Test("A secret poll that is closed is not opened again, nor is its close taken back (C31)")
  func final() {
    var story = Scenario()
    story.given(.topics, asks: secret)
    story.given(.ada, votes: .choice(.a), in: .topics)
    story.given(.chair, story.close(.topics), as: Reference("close"))
    story.refuses(.chair, story.reopen(.topics), because: .pollSecret)
    story.refuses(.chair, .moderation(.undo(act: Reference("close"))), because: .notUndoable)
    story.refuses(.ada, story.vote(.choice(.a), in: .topics), because: .pollClosed)
    story.given(.chair, story.newRound(.topics))
    story.given(.chair, story.open(.topics))
    story.given(.ada, votes: .choice(.b), in: .topics)
    #expect(story.round(.topics).ballots[hidden(.ada, 2)] == .choice(.b))
  }

  @Test("A poll that becomes secret while it is open has a key from then on")
  func becomesSecret() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    #expect(story.meeting.polls.openSecretItems == [])
    let edited = Meeting.Event.polls(
      .pollEdited(poll: .topics, form: try! secret.cleaned(), edited: true)
    )
    #expect(story.meeting.secretItem(begunBy: edited) == RoundID(.topics, 1).item)
    story.when(.chair, story.edit(.topics, secret), then: edited)
    #expect(story.meeting.secretItem(begunBy: edited) == nil)
    story.given(.ada, votes: .choice(.a), in: .topics)
    #expect(story.round(.topics).ballots[hidden(.ada)] == .choice(.a))
  }

  @Test("In whichever order secret ballots come, the meeting is the same")
  func order() {
    var first = Scenario()
    first.given(.topics, asks: secret.with { $0.kind = .words(max: 2, moderated: nil) })
    var second = first
    let ballots: [(ParticipantID, [String])] = [
      (.ada, ["Kaffee", "tee"]), (.ben, ["KAFFEE"]), (.cleo, ["kaffee", "Tee"]),
    ]
    for (person, words) in ballots { first.given(person, votes: .texts(words), in: .topics) }
    for (person, words) in ballots.reversed() {
      second.given(person, votes: .texts(words), in: .topics)
    }
    #expect(first.meeting == second.meeting)
  }
}
