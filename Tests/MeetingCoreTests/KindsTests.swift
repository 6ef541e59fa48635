import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Kinds of polls")
struct KindsTests {
  /// Opens a poll, lets the cast vote, and refuses what cannot be.
  private func tally(
    _ form: Poll.Form,
    _ ballots: [Ballot],
    invalid: [Ballot] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Tally {
    var story = Scenario()
    story.given(.topics, asks: form, sourceLocation: sourceLocation)
    for ballot in invalid {
      story.refuses(
        .ada,
        story.vote(ballot, in: .topics),
        because: .ballotInvalid,
        sourceLocation: sourceLocation
      )
    }
    for (person, ballot) in zip(ParticipantID.cast, ballots) {
      story.given(person, votes: ballot, in: .topics, sourceLocation: sourceLocation)
    }
    return story.round(.topics).tally
  }

  private let ghost = OptionID(rawValue: "z")

  @Test("Single choice: exactly one option (C1)")
  func single() {
    let tally = tally(
      .threeTopics,
      [.choice(.a), .choice(.c), .choice(.c)],
      invalid: [
        .choice(), .choice(.a, .b), .choice(ghost), .choice(.yes), .ranking([.a]), .number(1),
        .texts(["Akten"]), .points([.a: 1]), .scale([1]),
      ]
    )
    #expect(tally.choices?.counts == [1, 0, 2] && tally.cast == 3)
  }

  @Test("Multiple choice: between the bounds, nothing twice, in any order the same (C2)")
  func multiple() {
    let form = Poll.Form.three(.multiple(min: 1, max: 2))
    let tally = tally(
      form,
      [.choice(.a, .b), .choice(.b, .a), .choice(.c)],
      invalid: [.choice(), .choice(.a, .b, .c), .choice(.a, .a), .choice(.a, ghost)]
    )
    #expect(tally.choices?.counts == [2, 2, 1] && tally.cast == 3)
    var story = Scenario()
    story.given(.topics, asks: form)
    story.given(.ada, votes: .choice(.b, .a), in: .topics)
    story.when(.ada, story.vote(.choice(.a, .b), in: .topics))
  }

  @Test("No option at all is a vote where that is allowed")
  func none() {
    let tally = tally(.three(.multiple(min: 0, max: 3)), [.choice()])
    #expect(tally.cast == 1 && tally.choices?.counts == [0, 0, 0])
  }

  @Test("Yes, no, abstain: abstentions are no base, unless chosen (C3)")
  func yesNoAbstain() {
    let form = Poll.Form(kind: .yesNoAbstain)
    let votes: [Ballot] = [.choice(.yes), .choice(.yes), .choice(.no), .choice(.abstain)]
    #expect(tally(form, votes, invalid: [.choice(.a)]).choices?.counts == [2, 1, 1])
    for (base, expected) in [(nil, 3), (.cast, 4), (.present, 4)] as [(Poll.Base?, Int)] {
      var story = Scenario()
      story.given(.mood, asks: Poll.Form(kind: .yesNoAbstain, secrecy: .named, base: base))
      for (person, vote) in zip(ParticipantID.cast, votes) {
        story.given(person, votes: vote, in: .mood)
      }
      #expect(story.round(.mood).base == expected)
    }
  }

  @Test("A scale rates several statements; mean, median and distribution (C4)")
  func scale() throws {
    let form = Poll.Form.three(.scale(steps: 5, low: nil, high: nil, noAnswer: true))
    let tally = tally(
      form,
      [.scale([1, 5, nil]), .scale([2, 5, nil]), .scale([4, 4, nil]), .scale([5, 1, nil])],
      invalid: [
        .scale([1, 2]), .scale([0, 1, 1]), .scale([6, 1, 1]), .scale([]), .scale([1, 2, 3, 4]),
        .scale([.max, .min, nil]),
      ]
    )
    let statements = try #require(tally.ratings?.statements)
    #expect(statements.map(\.counts) == [[1, 1, 0, 1, 1], [1, 0, 0, 1, 2], [0, 0, 0, 0, 0]])
    #expect(statements.map(\.noAnswer) == [0, 0, 4])
    #expect(statements.map(\.mean) == [3, 3.75, nil])
    #expect(statements.map(\.median) == [3, 4.5, nil])
  }

  @Test("A scale without statements rates its title, and wants an answer if it says so")
  func oneStatement() {
    let form = Poll.Form(kind: .scale(steps: 2, low: nil, high: nil, noAnswer: nil))
    let tally = tally(form, [.scale([2])], invalid: [.scale([nil]), .scale([1, 1])])
    #expect(tally.ratings?.statements.map(\.counts) == [[0, 1]])
  }

  @Test("A ranking gives points in Borda's way; the rest may be left out (C8)")
  func ranking() {
    let tally = tally(
      .three(.ranking),
      [.ranking([.a, .b, .c]), .ranking([.b]), .ranking([.b, .a])],
      invalid: [.ranking([]), .ranking([.a, .a]), .ranking([ghost])]
    )
    #expect(tally.ranks?.points == [3 + 2, 2 + 3 + 3, 1])
    #expect(tally.ranks?.firsts == [1, 2, 0])
  }

  @Test("Topics for the next round: up to as many as said (C17)")
  func topics() {
    let form = Poll.Form.three(.topics(max: 2))
    let tally = tally(
      form,
      [.choice(.a), .choice(.a, .c)],
      invalid: [.choice(), .choice(.a, .b, .c)]
    )
    #expect(tally.choices?.counts == [2, 0, 1])
  }

  @Test("Points: not more than there are, and they need not be used up (C9)")
  func points() {
    let tally = tally(
      .three(.points(budget: 10)),
      [.points([.a: 7, .b: 3]), .points([.b: 4, .c: 0]), .points([:])],
      invalid: [
        .points([.a: 11]), .points([.a: 6, .b: 5]), .points([.a: -1]), .points([ghost: 1]),
        .points([.a: .max, .b: .max]), .points([.a: .min, .b: 1]),
      ]
    )
    #expect(tally.shares?.points == [7, 7, 0] && tally.shares?.givers == [1, 2, 0])
    #expect(tally.cast == 3)
  }

  @Test("A quiz counts who chose just what is correct (C11)")
  func quiz() {
    let form = Poll.Form.three(.quiz(max: 2)).with {
      $0.options = [
        Poll.Option("2", correct: true), Poll.Option("3", correct: true), Poll.Option("4"),
      ]
    }
    let tally = tally(form, [.choice(.a, .b), .choice(.a), .choice(.b, .c)])
    #expect(tally.choices?.counts == [2, 2, 1] && tally.choices?.right == 1)
  }

  @Test("A guess lies between the bounds, in steps, as a whole number (C5)")
  func number() throws {
    let kind = Poll.Kind.number(
      min: -5,
      max: 10_000,
      step: 5,
      decimals: 2,
      unit: "€",
      solution: 1_250
    )
    var story = Scenario()
    story.given(.topics, asks: Poll.Form(kind: kind, secrecy: .named))
    for wrong in [-10, 10_005, 3, .max, .min] {
      story.refuses(.ada, story.vote(.number(wrong), in: .topics), because: .ballotInvalid)
    }
    for (person, guess) in zip(ParticipantID.cast, [1_250, 1_000, 1_250, 4_000]) {
      story.given(person, votes: .number(guess), in: .topics)
    }
    #expect(story.round(.topics).right == 2)
    let summary = try #require(story.round(.topics).tally.estimates?.summary(step: 5))
    #expect(summary.lowest == 1_000 && summary.highest == 4_000 && summary.mean == 1_875)
    #expect(summary.quartiles == [1_187.5, 1_250, 1_937.5])
    #expect(summary.histogram.map(\.count) == [3, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(summary.histogram.map(\.from).first == 1_000)
    #expect(summary.histogram.allSatisfy { ($0.from - 1_000) % 5 == 0 && $0.to >= $0.from })
  }

  @Test("Guesses that are all alike, and one alone, have a summary; none has none")
  func fewNumbers() throws {
    let form = Poll.Form(
      kind: .number(min: 0, max: 10, step: 1, decimals: nil, unit: nil, solution: nil)
    )
    #expect(tally(form, []).estimates?.summary(step: 1) == nil)
    let one = try #require(tally(form, [.number(7)]).estimates?.summary(step: 1))
    #expect(one.quartiles == [7, 7, 7] && one.histogram.map(\.count) == [1])
    let alike = try #require(
      tally(form, [.number(7), .number(7)]).estimates?.summary(step: 1)
    )
    #expect(alike.histogram.map { [$0.from, $0.to, $0.count] } == [[7, 7, 2]])
  }
}
