package import MeetingCore

extension GoldenCommands {
  static let polls: [String: Meeting.Command] =
    (preparing.merging(casting) { first, _ in first }
    .merging(running) { first, _ in first }).mapValues(Meeting.Command.polls)

  private static let (poll, seen) = (Golden.poll, Revision(rawValue: 8))

  private static let preparing: [String: Polls.Command] = [
    "createPollAtOnce": .createPoll(
      form: Poll.Form(kind: .yesNoAbstain),
      open: true,
      seconds: 60
    ),
    "createPollMultiple": .createPoll(form: Golden.form),
    "createPollScale": .createPoll(
      form: Poll.Form(
        title: "Wie zufrieden sind Sie?",
        kind: .scale(steps: 5, low: "gar nicht", high: "sehr", noAnswer: true),
        options: [Poll.Option("Mit dem Portal"), Poll.Option("Mit der Beratung")],
        secrecy: .moderators,
        results: .live
      )
    ),
    "createPollNumber": .createPoll(
      form: Poll.Form(
        title: "Was kostet eine Akte?",
        kind: .number(min: 0, max: 10_000, step: 5, decimals: 2, unit: "€", solution: 1_250),
        results: .afterOwnVote,
        eligibility: .presentAtOpening
      )
    ),
    "createPollQuiz": .createPoll(
      form: Poll.Form(
        title: "Seit wann gibt es das OZG?",
        kind: .quiz(max: 1),
        options: [Poll.Option("2013"), Poll.Option("2017", correct: true)],
        changeable: false
      )
    ),
    "createPollWords": .createPoll(
      form: Poll.Form(title: "In einem Wort?", kind: .words(max: 3, moderated: true))
    ),
    "editPoll": .editPoll(poll: poll, form: Golden.form, seen: seen),
    "removePoll": .removePoll(poll: poll),
  ]

  private static let casting: [String: Polls.Command] = [
    "castChoices": ballot(.choices([OptionID(rawValue: "a"), OptionID(rawValue: "c")])),
    "castYes": ballot(.choices([.yes])),
    "castScale": ballot(.scale([3, nil])),
    "castTexts": ballot(.texts(["Ämter ohne Akten", "Kaffee ☕"])),
    "castRanking": ballot(.ranking([OptionID(rawValue: "b"), OptionID(rawValue: "a")])),
    "castNumber": ballot(.number(1_250)),
    "castPoints": ballot(.points([OptionID(rawValue: "a"): 7, OptionID(rawValue: "b"): 3])),
  ]

  private static func ballot(_ ballot: Ballot) -> Polls.Command {
    .castBallot(poll: poll, round: 1, ballot: ballot, seen: seen)
  }

  private static let running: [String: Polls.Command] = [
    "openPoll": .openPoll(poll: poll, seen: seen),
    "openPollForAMinute": .openPoll(poll: poll, seen: seen, seconds: 60),
    "extendPoll": .extendPoll(poll: poll, until: .start),
    "extendPollWithoutEnd": .extendPoll(poll: poll, until: nil),
    "closePoll": .closePoll(poll: poll, publish: false, seen: seen),
    "closeAndPublishPoll": .closePoll(poll: poll, publish: true, seen: seen),
    "publishPoll": .publishPoll(poll: poll, round: 1, seen: seen),
    "reopenPoll": .reopenPoll(poll: poll, seen: seen),
    "newRound": .newRound(poll: poll, seen: seen),
    "hideAnswer": .hideAnswer(poll: poll, answer: "Kaffee", hidden: true),
    "mergeAnswers": .mergeAnswers(poll: poll, answers: ["PKW", "KFZ"], into: "Auto"),
    "mergeAnswersNot": .mergeAnswers(poll: poll, answers: ["PKW"], into: nil),
  ]
}

extension Golden {
  package static let poll = wish

  package static let form = Poll.Form(
    title: "Worüber sprechen wir als Nächstes?",
    description: "Bis zu zwei Themen.",
    kind: .multiple(min: 1, max: 2),
    options: [Poll.Option("Open Data"), Poll.Option("E-Akte"), Poll.Option("KI im Amt")],
    secrecy: .named,
    seconds: 90,
    item: lunch
  )
}
