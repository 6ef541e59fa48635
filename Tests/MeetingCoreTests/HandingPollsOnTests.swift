import Foundation
import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Polls beyond the moment")
struct HandingPollsOnTests {
  /// A poll of words in its second round, a secret one that is closed, one that is open, a draft.
  private func practised() -> Scenario {
    var story = Scenario()
    let words = Poll.Form(
      title: "Ein Wort?",
      kind: .words(max: 1, moderated: nil),
      secrecy: .named,
      item: .lunch
    )
    story.given(.topics, asks: words)
    story.given(.ada, votes: .texts(["geübt"]), in: .topics)
    let hide = Polls.Command.hideAnswer(poll: .topics, answer: "geübt", hidden: true)
    story.given(.chair, .polls(hide))
    story.given(.chair, story.close(.topics, publish: true))
    story.given(.chair, story.newRound(.topics))
    story.given(.mood, asks: words.with { $0.secrecy = .secret })
    story.given(.ada, votes: .texts(["heimlich"]), in: .mood)
    story.given(.chair, story.close(.mood))
    story.given(Reference("open"), asks: .three(.single, .secret).with { $0.title = "" })
    story.given(.ben, votes: .choice(.a), in: Reference("open"))
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: Reference("draft"))
    return story
  }

  @Test("A rehearsal leaves all polls as drafts, with their numbers and without a vote (H4)")
  func wiped() {
    let story = practised()
    let wiped = story.meeting.polls.wiped
    #expect(wiped.all.map(\.number) == [1, 2, 3, 4] && wiped.open == [])
    for poll in wiped.all {
      #expect(!poll.wasOpened && poll.present.number == 1 && poll.present.tally.cast == 0)
      #expect(poll.form == story.meeting.polls[poll.id]?.form)
      #expect(poll.curation.hidden == [:])
    }
    #expect(wiped.wiped == wiped)
    var fresh = Scenario()
    fresh.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
    #expect(fresh.meeting.polls.wiped == fresh.meeting.polls)
  }

  @Test("What was practised is gone from the journal: words, choices and keys (H4)")
  func forgotten() throws {
    let story = practised()
    let forgotten = story.meeting.polls.forgotten
    #expect(forgotten.items == [RoundID(Reference("open"), 1).item])
    var gone = Set(forgotten.revisions)
    var replayed = Meeting(.kaffeerunde)
    for entry in story.journal {
      gone.formUnion(replayed.forgotten(with: entry.event).revisions)
      replayed.apply(entry.event, at: entry.time, cause: entry.cause)
    }
    let kept = try story.journal.map { entry in
      let left = gone.contains(entry.revision) ? entry.redacted : entry
      return String(decoding: try JSONEncoder().encode(left.event), as: UTF8.self)
    }.joined(separator: "\n")
    for word in ["geübt", "heimlich", "\"choices\":[", "pseudonym"] {
      #expect(!kept.contains(word), "\(word)")
    }
    #expect(kept.contains("Ein Wort?"))
    #expect(story.meeting.polls.things.count == 8)
  }

  @Test("A vote from a rehearsal is none in the poll that is opened afterwards")
  func oldVotes() {
    var story = Scenario()
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
    let old = story.vote(.choice(.a), in: .topics)
    story.given(.chair, story.open(.topics))
    story.refuses(.ada, old, because: .stale, stale: .poll(.topics))
    story.given(.ada, votes: .choice(.a), in: .topics)
  }

  @Test("The next round begins with the polls, but for instant ones without a title (H5)")
  func prepared() {
    let story = practised()
    var next = Meeting(.founding("2026-02"))
    for event in story.meeting.polls.prepared { next.apply(.polls(event), at: .start) }
    #expect(next.polls.all.map(\.number) == [1, 2, 3])
    #expect(next.polls.all.map(\.form.title) == ["Ein Wort?", "Ein Wort?", "Worüber?"])
    #expect(next.polls.all.allSatisfy { !$0.wasOpened && $0.form.item == nil })
    #expect(next.polls.count == 3)
  }

  @Test("What was opened and published last is known, and taken back with the act")
  func last() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    #expect(story.round(.topics).opened == story.meeting.revision)
    story.given(.chair, story.close(.topics))
    #expect(story.meeting.polls.lastPublished == nil)
    story.given(.chair, story.publish(.topics), as: Reference("act"))
    #expect(story.meeting.polls.lastPublished?.poll == .topics)
    #expect(story.meeting.polls.lastPublished?.since == story.meeting.revision)
    story.given(.chair, .moderation(.undo(act: Reference("act"))))
    #expect(story.meeting.polls.lastPublished == nil)
    story.given(.chair, story.reopen(.topics))
    #expect(story.round(.topics).opened == story.meeting.revision)
  }
}
