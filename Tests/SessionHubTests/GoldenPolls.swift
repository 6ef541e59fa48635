import MeetingCore
import MeetingTestSupport
import SessionHub

/// The polls of which the golden file of things speaks, each as somebody sees it.
enum GoldenPolls {
  static let things: [String: [UInt8]] =
    lives.merging(numbers) { first, _ in first }.merging(more) { first, _ in first }

  private static let poll = Golden.poll
  private static let (a, b, c) = (
    OptionID(rawValue: "a"), OptionID(rawValue: "b"), OptionID(rawValue: "c")
  )

  /// A poll from its draft to its second round.
  private static let lives: [String: [UInt8]] = {
    let draft = GoldenRound().after(created(Golden.form))
    let until = Timestamp.start + .seconds(90)
    let open = draft.after(
      .pollOpened(poll: poll, round: 1, until: until),
      cast(3, .choices([a])),
      cast(4, .choices([b, c]))
    )
    let mine = open.after(cast(Golden.ada.rawValue, .choices([a, c])))
    let closed = mine.after(.pollClosed(poll: poll, round: 1, tally: nil))
    let published = closed.after(.pollPublished(poll: poll, round: 1))
    let again = published.after(
      .roundBegun(poll: poll, round: 2),
      .pollEdited(poll: poll, form: shortened, edited: true),
      .pollOpened(poll: poll, round: 2, until: nil)
    )
    let owner = Owner(person: Golden.ada, counted: [RoundID(poll, 1): .start])
    return [
      "pollDraft": draft.golden(.poll(poll), 121),
      "pollOpen": open.golden(.poll(poll), 122, for: .participants),
      "pollClosed": closed.golden(.poll(poll), 126),
      "pollPublished": published.golden(.poll(poll), 127, for: .stage),
      "pollSecondRound": again.golden(.poll(poll), 130),
      "pollGone": GoneView(.poll(poll), Revision(rawValue: 122)).bytes,
      "tallyHidden": open.golden(.tally(poll), 124, for: .participants),
      "tallyOpen": open.golden(.tally(poll), 124),
      "tallyClosedWithNames": closed.golden(.tally(poll), 126),
      "tallyPublishedWithNames": published.golden(.tally(poll), 127, for: .participants),
      "meWithBallot": mine.me(owner, at: Revision(rawValue: 125)),
    ]
  }()

  /// What was asked in the second round.
  private static var shortened: Poll.Form {
    var form = Golden.form
    form.options.removeLast()
    form.secrecy = .secret
    return cleaned(form)
  }

  /// The numbers of each kind, published.
  private static let numbers: [String: [UInt8]] = [
    "tallyYesNoAbstain": tally(
      Poll.Form(kind: .yesNoAbstain),
      [.choices([.yes]), .choices([.yes]), .choices([.no]), .choices([.abstain])]
    ),
    "tallyScale": tally(
      Poll.Form(
        kind: .scale(steps: 5, low: "gar nicht", high: "sehr", noAnswer: true),
        options: [Poll.Option("Portal"), Poll.Option("Beratung")],
        base: .present
      ),
      [.scale([3, nil]), .scale([4, 5]), .scale([5, 5])]
    ),
    "tallyWords": tally(
      Poll.Form(kind: .words(max: 3, moderated: nil)),
      [.texts(["Kaffee", "PKW"]), .texts(["kaffee", "Auto"]), .texts(["Kaffee", "Unsinn"])],
      .answerHidden(poll: poll, answer: "unsinn", hidden: true),
      .answerMerged(poll: poll, answer: "pkw", into: "Auto")
    ),
    "tallyWordsForModerators": tally(
      Poll.Form(kind: .words(max: 3, moderated: nil)),
      [.texts(["Kaffee", "PKW"]), .texts(["kaffee", "Auto"]), .texts(["Kaffee", "Unsinn"])],
      .answerHidden(poll: poll, answer: "unsinn", hidden: true),
      .answerMerged(poll: poll, answer: "pkw", into: "Auto"),
      for: .moderators
    ),
    "tallyRanking": tally(
      Poll.Form(kind: .ranking, options: Golden.form.options),
      [.ranking([a, b, c]), .ranking([b]), .ranking([b, a])]
    ),
    "tallyNumber": tally(
      Poll.Form(
        kind: .number(min: 0, max: 10_000, step: 5, decimals: 2, unit: "€", solution: 1_250)
      ),
      [.number(1_250), .number(1_000), .number(1_250), .number(4_000)]
    ),
    "tallyPoints": tally(
      Poll.Form(kind: .points(budget: 10), options: Golden.form.options),
      [.points([a: 7, b: 3]), .points([b: 5])]
    ),
    "tallyQuiz": tally(quiz, [.choices([a]), .choices([b]), .choices([b])]),
  ]

  private static let quiz = Poll.Form(
    title: "Seit wann gibt es das OZG?",
    kind: .quiz(max: 1),
    options: [Poll.Option("2013"), Poll.Option("2017", correct: true)],
    results: .live,
    eligibility: .presentAtOpening
  )

  private static let more: [String: [UInt8]] = {
    let secret = GoldenRound().after(
      created(Poll.Form(kind: .single, options: Golden.form.options)),
      .pollOpened(poll: poll, round: 1, until: nil),
      .ballotCast(
        poll: poll,
        round: 1,
        by: .hidden(pseudonym: .init(rawValue: "x")),
        ballot: .choices([a])
      )
    )
    let solved = GoldenRound().after(created(quiz), .pollOpened(poll: poll, round: 1, until: nil))
    return [
      "tallyTooFew": secret.golden(.tally(poll), 123),
      "pollQuizForParticipants": solved.golden(.poll(poll), 122, for: .participants),
    ]
  }()

  private static func tally(
    _ form: Poll.Form,
    _ ballots: [Ballot],
    _ more: Polls.Event...,
    for audience: Audience = .participants
  ) -> [UInt8] {
    var form = form
    form.secrecy = .moderators
    var meeting = GoldenRound().after(created(form), .pollOpened(poll: poll, round: 1, until: nil))
    for (place, ballot) in ballots.enumerated() {
      meeting = meeting.after(cast(10 + place, ballot))
    }
    for event in more { meeting = meeting.after(event) }
    meeting = meeting.after(
      .pollClosed(poll: poll, round: 1, tally: nil),
      .pollPublished(poll: poll, round: 1)
    )
    return meeting.golden(.tally(poll), 130, for: audience)
  }

  private static func created(_ form: Poll.Form) -> Polls.Event {
    .pollCreated(poll: poll, form: cleaned(form), number: 1)
  }

  private static func cleaned(_ form: Poll.Form) -> Poll.Form {
    do throws(Rejection) { return try form.cleaned() } catch {
      preconditionFailure("A golden form is refused: \(error.reason)")
    }
  }

  private static func cast(_ person: Int, _ ballot: Ballot) -> Polls.Event {
    let voter = Voter.person(participant: ParticipantID(rawValue: person))
    return .ballotCast(poll: poll, round: 1, by: voter, ballot: ballot)
  }
}

extension GoldenRound {
  fileprivate func after(_ events: Polls.Event...) -> Meeting {
    var meeting = meeting
    for event in events { meeting = meeting.after(event) }
    return meeting
  }
}

extension Meeting {
  fileprivate func after(_ events: Polls.Event...) -> Meeting {
    var meeting = self
    for event in events { meeting.apply(.polls(event), at: .start) }
    return meeting
  }

  fileprivate func golden(_ thing: Thing, _ revision: Int, for audience: Audience) -> [UInt8] {
    view(of: thing, for: audience, at: Revision(rawValue: revision)) ?? []
  }
}
