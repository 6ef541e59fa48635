import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Answers in own words")
struct AnswersTests {
  private let words = Poll.Form(kind: .words(max: 3, moderated: nil), secrecy: .moderators)

  private func answers(_ story: Scenario) -> [Mentions.Answer] {
    guard let poll = story.meeting.polls[.topics] else { return [] }
    return poll.present.tally.mentions?.answers(poll.curation, of: poll.form.kind) ?? []
  }

  private func hide(_ answer: String, _ hidden: Bool = true) -> Meeting.Command {
    .polls(.hideAnswer(poll: .topics, answer: answer, hidden: hidden))
  }

  private func merge(_ answers: String..., into target: String?) -> Meeting.Command {
    .polls(.mergeAnswers(poll: .topics, answers: answers, into: target))
  }

  @Test(
    "Case, space and the way a letter is composed do not matter; the usual spelling is shown (C7)"
  )
  func alike() {
    var story = Scenario()
    story.given(.topics, asks: words)
    story.given(.ada, votes: .texts([" Café ", "Straße", ""]), in: .topics)
    story.given(.ben, votes: .texts(["CAFE\u{301}", "STRASSE"]), in: .topics)
    story.given(.cleo, votes: .texts(["Café", "cafe\u{301}", "Tee"]), in: .topics)
    #expect(answers(story).map(\.text) == ["Café", "STRASSE", "Tee"])
    #expect(answers(story).map(\.count) == [3, 2, 1])
    // Nobody says the same thing twice.
    let cleo = Voter.person(participant: .cleo)
    #expect(story.round(.topics).ballots[cleo] == .texts(["Café", "Tee"]))
    story.given(.ada, votes: .texts(["Tee"]), in: .topics)
    #expect(answers(story).map(\.text) == ["CAFÉ", "Tee", "STRASSE"])
  }

  @Test("There has to be an answer, not too long and not too many (C6)")
  func bounds() {
    var story = Scenario()
    story.given(.topics, asks: words)
    story.given(.mood, asks: Poll.Form(kind: .openText(max: 1, moderated: nil)))
    let long = String(repeating: "x", count: 41)
    let none = story.vote(.texts([" ", ""]), in: .topics)
    story.refuses(.ada, none, because: .answerMissing)
    story.refuses(.ada, story.vote(.texts([long]), in: .topics), because: .pollTextTooLong)
    let four = Ballot.texts(["a", "b", "c", "d"])
    story.refuses(.ada, story.vote(four, in: .topics), because: .ballotInvalid)
    story.given(.ada, votes: .texts([long]), in: .mood)
    let longer = String(repeating: "x", count: 301)
    story.refuses(.ben, story.vote(.texts([longer]), in: .mood), because: .pollTextTooLong)
  }

  @Test("A word can be hidden, shown again, and blocked before anybody says it (C7)")
  func hiding() {
    var story = Scenario()
    story.given(.topics, asks: words)
    story.given(
      .chair,
      hide("UNSINN"),
      as: Reference("block")
    )
    story.when(.chair, hide("unsinn"))
    story.given(.ada, votes: .texts(["Unsinn", "Kaffee"]), in: .topics)
    #expect(answers(story).map(\.isHidden) == [false, true])
    story.given(.chair, hide("Unsinn", false))
    #expect(answers(story).map(\.isHidden) == [false, false])
    story.refuses(.chair, hide("  "), because: .answerMissing)
    story.given(.mood, asks: .threeTopics)
    let other = Meeting.Command.polls(
      .hideAnswer(poll: .mood, answer: "Akten", hidden: true)
    )
    story.refuses(.chair, other, because: .answerUnknown)
  }

  @Test("Moderated answers are shown once a moderator says so, like questions (C6)")
  func moderated() {
    var story = Scenario()
    story.given(.topics, asks: words.with { $0.kind = .openText(max: 2, moderated: true) })
    story.given(.ada, votes: .texts(["Kaffee", "Tee"]), in: .topics)
    #expect(answers(story).map(\.isHidden) == [true, true])
    story.given(.chair, hide("Kaffee", false), as: Reference("release"))
    #expect(answers(story).filter { !$0.isHidden }.map(\.text) == ["Kaffee"])
    story.given(.chair, .moderation(.undo(act: Reference("release"))))
    #expect(answers(story).map(\.isHidden) == [true, true])
  }

  @Test("Answers are put together under one name, and taken apart again (C6, C7)")
  func merging() {
    var story = Scenario()
    story.given(.topics, asks: words)
    story.given(.ada, votes: .texts(["PKW", "Bahn"]), in: .topics)
    story.given(.ben, votes: .texts(["kfz", "Bahn"]), in: .topics)
    story.given(.chair, merge("PKW", "Kfz", into: "Auto"))
    story.when(.chair, merge("pkw", into: "AUTO"))
    #expect(answers(story).map(\.text) == ["Auto", "Bahn"])
    #expect(answers(story).map(\.count) == [2, 2])
    #expect(answers(story)[0].merged == ["PKW", "kfz"])
    // What counts for an answer goes with it.
    story.given(.chair, merge("Auto", into: "Bahn"), as: Reference("all"))
    #expect(answers(story).map(\.count) == [4])
    story.given(.chair, .moderation(.undo(act: Reference("all"))))
    #expect(answers(story).map(\.text) == ["Auto", "Bahn"])
    story.given(.chair, merge("PKW", "kfz", into: nil))
    #expect(answers(story).map(\.text) == ["Bahn", "PKW", "kfz"])
    #expect(story.meeting.polls[.topics]?.curation.labels == [:])
  }

  /// Found at random, by seed 2161.
  @Test("An answer and what was merged into it can be named together")
  func together() {
    var story = Scenario()
    story.given(.topics, asks: words)
    story.given(.ada, votes: .texts(["PKW", "Kfz"]), in: .topics)
    story.given(.chair, merge("Kfz", into: "PKW"))
    let merged = { (answer: String) in
      Meeting.Event.polls(.answerMerged(poll: .topics, answer: answer, into: "Auto"))
    }
    story.when(.chair, merge("PKW", "Kfz", into: "Auto"), then: merged("kfz"), merged("pkw"))
    #expect(answers(story).map(\.text) == ["Auto"] && answers(story).map(\.count) == [2])
  }

  @Test("Merging into what was merged goes where that leads, and never in a circle")
  func circles() {
    var story = Scenario()
    story.given(.topics, asks: words)
    story.given(.ada, votes: .texts(["A", "B", "C"]), in: .topics)
    story.given(.chair, merge("A", into: "B"))
    story.when(.chair, merge("B", into: "A"))
    story.when(.chair, merge("B", into: "B"))
    story.given(.chair, merge("C", into: "A"))
    #expect(answers(story).map(\.text) == ["B"] && answers(story).map(\.count) == [3])
    story.given(.chair, hide("A"))
    #expect(answers(story).map(\.isHidden) == [true])
  }

  @Test("Hidden words stay hidden in the next round, and go out with nobody's name")
  func later() throws {
    var story = Scenario()
    story.given(.topics, asks: words)
    story.given(.chair, hide("Unsinn"))
    story.given(.chair, story.close(.topics))
    story.given(.chair, story.newRound(.topics))
    story.given(.chair, story.open(.topics))
    story.given(.ada, votes: .texts(["Unsinn", "Kaffee"]), in: .topics)
    #expect(answers(story).map(\.isHidden) == [false, true])
    let poll = try #require(story.meeting.polls[.topics])
    #expect(poll.shown(.texts(["Unsinn", "Kaffee"])) == .texts(["Kaffee"]))
    #expect(poll.shown(.choice(.a)) == .choice(.a))
  }

  @Test("Not more is sorted than anybody can survey")
  func tooMany() {
    var story = Scenario()
    story.given(.topics, asks: words)
    let many = (1...(Limits.curatedAtOnce + 1)).map { "w\($0)" }
    let all = Polls.Command.mergeAnswers(poll: .topics, answers: many, into: "alles")
    story.refuses(.chair, .polls(all), because: .tooManyAnswers)
    for number in 1...Limits.curated { story.given(.chair, hide("w\(number)")) }
    story.refuses(.chair, hide("noch eins"), because: .tooManyAnswers)
    story.given(.chair, hide("w1", false))
  }
}
