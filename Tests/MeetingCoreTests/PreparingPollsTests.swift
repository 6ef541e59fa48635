import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Preparing polls")
struct PreparingPollsTests {
  @Test("A draft is saved while it is written, and opens only when it can be answered (C30)")
  func draft() {
    var story = Scenario()
    let empty = Poll.Form(kind: .single, options: [Poll.Option("  "), Poll.Option("Akten")])
    story.given(.chair, .polls(.createPoll(form: empty)), as: .topics)
    #expect(story.round(.topics).form.options == [Poll.Option("Akten", id: .a)])
    story.refuses(.chair, story.open(.topics), because: .pollIncomplete)

    story.given(.chair, story.edit(.topics, .threeTopics))
    #expect(story.meeting.polls[.topics]?.isEdited == false)
    story.when(
      .chair,
      story.open(.topics),
      then: .polls(.pollOpened(poll: .topics, round: 1, until: nil))
    )
    #expect(story.round(.topics).form.options.map(\.id) == [.a, .b, .c])
  }

  @Test("An instant poll is made and opened in one act, and gets its title while it runs (C46)")
  func instant() throws {
    var story = Scenario()
    let form = Poll.Form(kind: .yesNoAbstain)
    story.given(
      .chair,
      .polls(.createPoll(form: form, open: true, seconds: 60)),
      as: .mood
    )
    #expect(story.round(.mood).state == .open(since: story.now, until: story.now + .seconds(60)))
    #expect(story.round(.mood).form.options.map(\.id) == [.yes, .no, .abstain])
    #expect(story.round(.mood).form.base == .withoutAbstentions)
    story.given(.ada, votes: .choice(.yes), in: .mood)
    story.given(.chair, story.edit(.mood, form.with { $0.title = "Noch eine Runde?" }))
    #expect(story.round(.mood).form.title == "Noch eine Runde?")
    #expect(story.meeting.polls[.mood]?.isEdited == true)
    #expect(story.round(.mood).tally.cast == 1)
  }

  @Test("Once somebody has voted, only what changes nobody's meaning may change (C37)")
  func locked() {
    var story = Scenario()
    let form = Poll.Form.threeTopics
    story.given(.topics, asks: form)
    story.given(.chair, story.edit(.topics, form.with { $0.options.removeLast() }))
    #expect(story.round(.topics).form.options.count == 2)
    story.given(.chair, story.edit(.topics, form))
    story.given(.ada, votes: .choice(.c), in: .topics)

    let locked: [(inout Poll.Form) -> Void] = [
      { $0.options.removeLast() }, { $0.options[0] = Poll.Option("Anderes") },
      { $0.kind = .ranking }, { $0.secrecy = .named }, { $0.secrecy = .secret },
      { $0.results = .live }, { $0.changeable = false }, { $0.eligibility = .presentAtOpening },
    ]
    for change in locked {
      story.refuses(.chair, story.edit(.topics, form.with(change)), because: .pollLocked)
    }
    let free = form.with {
      $0.title = "Worüber denn?"
      $0.description = "Bitte eins."
      $0.base = .present
      $0.seconds = 30
      $0.item = .lunch
    }
    story.given(.chair, story.edit(.topics, free))
    #expect(story.round(.topics).form.asksTheSameAsFormerly(form))
    #expect(story.round(.topics).ballots.count == 1)
    story.given(.chair, story.close(.topics))
    let changed = free.with { $0.options.removeLast() }
    story.refuses(.chair, story.edit(.topics, changed), because: .pollLocked)
    story.given(.chair, story.newRound(.topics))
    story.given(.chair, story.edit(.topics, changed))
    #expect(story.round(.topics).form.options.count == 2)
    #expect(story.meeting.polls[.topics]?.past[0].form.options.count == 3)
  }

  @Test("A poll that is open cannot be made one that nobody can answer")
  func staysComplete() {
    var story = Scenario()
    story.given(.topics, asks: .threeTopics)
    let one = Poll.Form.threeTopics.with { $0.options = [Poll.Option("Akten")] }
    story.refuses(.chair, story.edit(.topics, one), because: .pollIncomplete)
  }

  @Test("Whoever edits what a colleague has just changed is shown it; the same edit is no change")
  func stale() {
    var story = Scenario()
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
    let seen = story.meeting.revision
    let edited = Poll.Form.threeTopics.with { $0.title = "Was nun?" }
    story.given(.chair, story.edit(.topics, edited))
    let other = Poll.Form.threeTopics.with { $0.title = "Was jetzt?" }
    for command: Polls.Command in [
      .editPoll(poll: .topics, form: other, seen: seen), .openPoll(poll: .topics, seen: seen),
    ] {
      story.refuses(.chair, .polls(command), because: .stale, stale: .poll(.topics))
    }
    story.when(.chair, .polls(.editPoll(poll: .topics, form: edited, seen: seen)))
  }

  @Test("Only a draft that was never opened can be removed, and it can be brought back")
  func removal() {
    var story = Scenario()
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .topics)
    story.given(.chair, .polls(.createPoll(form: .threeTopics)), as: .mood)
    let removal = Meeting.Command.polls(.removePoll(poll: .topics))
    story.given(.chair, removal, as: Reference("removal"))
    story.refuses(.chair, removal, because: .pollUnknown)
    story.given(.chair, .moderation(.undo(act: Reference("removal"))))
    #expect(story.meeting.polls.all.map(\.number) == [1, 2])
    story.given(.chair, story.open(.topics))
    story.refuses(.chair, removal, because: .pollNotDraft)
    story.given(.chair, story.close(.topics))
    story.given(.chair, story.newRound(.topics))
    story.refuses(.chair, removal, because: .pollNotDraft)
  }

  @Test("Three polls can be open at once, a hundred can be made, and ten rounds held (C44)")
  func bounds() {
    var story = Scenario()
    for number in 1...Limits.polls {
      let isOpen = number <= Limits.openPolls
      story.given(
        .chair,
        .polls(.createPoll(form: .threeTopics, open: isOpen)),
        as: Reference("poll-\(number)")
      )
    }
    let instant = Meeting.Command.polls(.createPoll(form: .threeTopics, open: true))
    story.refuses(.chair, instant, because: .tooManyPolls)
    story.refuses(.chair, story.open(Reference("poll-4")), because: .tooManyOpenPolls)
    let first = Reference("poll-1")
    for _ in 2...Limits.rounds {
      story.given(.chair, story.close(first))
      story.given(.chair, story.newRound(first))
      story.given(.chair, story.open(first))
    }
    story.given(.chair, story.close(first))
    story.refuses(.chair, story.newRound(first), because: .tooManyRounds)
    story.given(.chair, story.open(Reference("poll-4")))
    story.refuses(.chair, story.reopen(first), because: .tooManyOpenPolls)
  }

  @Test("What is too long, or does not fit together, is refused")
  func invalid() {
    let story = Scenario()
    let long = String(repeating: "x", count: 501)
    let three = Poll.Form.threeTopics
    let tooLong: [Poll.Form] = [
      three.with { $0.title = long }, three.with { $0.description = long },
      three.with { $0.options[0] = Poll.Option(long) },
      Poll.Form(kind: .scale(steps: 5, low: long, high: nil, noAnswer: nil)),
    ]
    for form in tooLong {
      story.refuses(.chair, .polls(.createPoll(form: form)), because: .pollTextTooLong)
    }
    let number = { (min: Int, max: Int, step: Int, decimals: Int?, solution: Int?) in
      Poll.Form(
        kind: .number(
          min: min,
          max: max,
          step: step,
          decimals: decimals,
          unit: nil,
          solution: solution
        )
      )
    }
    let invalid: [Poll.Form] = [
      three.with { $0.options = (1...21).map { Poll.Option("Nr. \($0)") } },
      three.with { $0.base = .withoutAbstentions },
      three.with { $0.seconds = 4 }, three.with { $0.seconds = .max },
      .three(.multiple(min: 2, max: 1)), .three(.multiple(min: -1, max: 1)),
      .three(.multiple(min: 0, max: 0)), .three(.topics(max: 21)), .three(.quiz(max: 0)),
      .three(.points(budget: 0)), .three(.points(budget: 1_001)),
      Poll.Form(kind: .scale(steps: 1, low: nil, high: nil, noAnswer: nil)),
      Poll.Form(kind: .scale(steps: 12, low: nil, high: nil, noAnswer: nil)),
      Poll.Form(kind: .openText(max: 4, moderated: nil)),
      Poll.Form(kind: .words(max: 0, moderated: nil)),
      number(0, 0, 1, nil, nil), number(.min, .max, 1, nil, nil), number(0, 10, 0, nil, nil),
      number(0, 10, 11, nil, nil), number(0, 10, 1, 4, nil), number(0, 10, 1, nil, 11),
    ]
    for form in invalid {
      story.refuses(.chair, .polls(.createPoll(form: form)), because: .pollInvalid)
    }
  }

  @Test("A quiz has a solution that can be chosen, and other polls have none")
  func solutions() {
    var story = Scenario()
    let two = [Poll.Option("2013", correct: true), Poll.Option("2017", correct: true)]
    let quiz = Poll.Form(kind: .quiz(max: 1), options: two)
    story.refuses(
      .chair,
      .polls(.createPoll(form: quiz, open: true)),
      because: .pollIncomplete
    )
    let none = quiz.with { $0.options = [Poll.Option("2013"), Poll.Option("2017")] }
    story.refuses(
      .chair,
      .polls(.createPoll(form: none, open: true)),
      because: .pollIncomplete
    )
    story.given(.topics, asks: quiz.with { $0.kind = .single })
    #expect(story.round(.topics).form.options.allSatisfy { $0.correct == nil })
  }

  @Test("A form is spelled alike both ways, so that a poll is duplicated by it (C49)")
  func duplicate() {
    var story = Scenario()
    let quiz = Poll.Form.three(.quiz(max: 2)).with {
      $0.options[1] = Poll.Option("Portale", correct: true)
    }
    story.given(.topics, asks: quiz)
    let form = story.round(.topics).form
    story.given(.mood, asks: form)
    #expect(story.round(.mood).form == form)
    #expect(form.unsolved.options.allSatisfy { $0.correct == nil })
  }
}

extension Poll.Form {
  /// Whether nothing is different but what may be.
  fileprivate func asksTheSameAsFormerly(_ form: Self) -> Bool {
    options.map(\.text) == form.options.map(\.text) && kind == form.kind
      && secrecy == form.secrecy && results == form.results
  }
}
