package import MeetingCore

/// Every command once at least, by the name that it has in the golden files.
package enum GoldenCommands {
  package static let all: [String: Meeting.Command] = {
    let lunch = Golden.lunch
    let move = { (state: Question.State, seen: Int) in
      Meeting.Command.questions(
        .moveQuestion(
          question: lunch,
          to: state,
          seen: Revision(rawValue: seen)
        )
      )
    }
    return [
      "setNameAndOrganisation": .participants(.setName(name: "Ada", organisation: "Stadt Ulm")),
      "setNameOnly": .participants(.setName(name: "Ada", organisation: nil)),
      "setNameToNothing": .participants(.setName(name: nil, organisation: nil)),
      "askQuestion": .questions(.askQuestion(text: "Wann gibt es Mittagessen?")),
      "askQuestionWithLinesAndEmoji": .questions(
        .askQuestion(text: "Zwei Zeilen\nund ein Kaffee ☕👩🏽‍💻")
      ),
      "support": .questions(.support(question: lunch, support: true)),
      "supportNoLonger": .questions(.support(question: lunch, support: false)),
      "withdrawQuestion": .questions(.withdrawQuestion(question: lunch)),
      "moveQuestionToOpen": move(.open, 7),
      "moveQuestionToLive": move(.live, 7),
      "moveQuestionToAnswered": move(.answered, 8),
      "moveQuestionToDeclined": move(.declined(reason: nil), 8),
      "moveQuestionToDeclinedWithReason": move(.declined(reason: Golden.later), 8),
      "setPhaseLobby": .agenda(.setPhase(phase: .lobby)),
      "setPhaseLive": .agenda(.setPhase(phase: .live)),
      "endMeeting": .agenda(.endMeeting),
    ]
    .merging(questions) { first, _ in first }
    .merging(people) { first, _ in first }
    .merging(agenda) { first, _ in first }
    .merging(queue) { first, _ in first }
    .merging(chat) { first, _ in first }
    .merging(polls) { first, _ in first }
  }()

  private static let questions: [String: Meeting.Command] = {
    let (lunch, costs, seen) = (Golden.lunch, Golden.costs, Revision(rawValue: 8))
    var rules = Questions.Rules()
    rules.isModerated = true
    rules.closes = .start
    let later = Question.State.followUp(owner: "Bauamt", due: "bis Ende Oktober")
    let all: [String: Questions.Command] = [
      "askQuestionAnonymously": .askQuestion(text: "Wer haftet?", anonymous: true, tag: "Recht"),
      "askOnBehalf": .askOnBehalf(text: "Und per Telefon?", name: "Frau Kaya", via: .phone),
      "editQuestion": .editQuestion(question: lunch, text: "Wann gibt es Kaffee?"),
      "reviseQuestion": .reviseQuestion(question: lunch, text: "Wann ist Pause?", seen: seen),
      "moveQuestionAnsweringTheLast": .moveQuestion(
        question: costs,
        to: .live,
        seen: seen,
        answered: true
      ),
      "moveQuestionToFollowUp": .moveQuestion(question: lunch, to: later, seen: seen),
      "mergeQuestion": .mergeQuestion(question: lunch, into: costs, seen: seen),
      "unmergeQuestion": .unmergeQuestion(question: lunch),
      "answerQuestion": .answerQuestion(question: lunch, text: "Um zwölf.", seen: seen),
      "answerQuestionConfirmed": .answerQuestion(
        question: lunch,
        text: "Um eins.",
        seen: seen,
        confirmed: true
      ),
      "tagQuestion": .tagQuestion(question: lunch, tag: "Kosten"),
      "tagQuestionNot": .tagQuestion(question: lunch, tag: nil),
      "setTags": .setTags(tags: ["Recht", "Kosten"]),
      "setQuestions": .setQuestions(rules: rules, release: true),
      "handOn": .handOn(except: [costs]),
    ]
    return all.mapValues(Meeting.Command.questions)
  }()

  private static let people: [String: Meeting.Command] = [
    "inviteDevice": .participants(.inviteDevice),
    "setNamePolicy": .participants(.setNamePolicy(policy: .required)),
    "muteParticipant": .participants(
      .muteParticipant(participant: Golden.ada, muted: true)
    ),
    "removeParticipant": .participants(.removeParticipant(participant: Golden.ada)),
    "grantTime": .participants(.grantTime(participant: Golden.ada, granted: true)),
    "undo": .moderation(.undo(act: Golden.wish)),
    "attend": .moderation(.attend(question: Golden.lunch)),
    "attendNothing": .moderation(.attend(question: nil)),
    "emergencyStop": .moderation(.emergencyStop(stopped: true)),
  ]

  private static let agenda: [String: Meeting.Command] = {
    let all: [String: Agenda.Command] = [
      "setAgendaItem": .setAgendaItem(
        kind: .talk,
        title: "Smart City im ländlichen Raum",
        speaker: "Koordination Smart City, Amt Süderbrarup",
        minutes: 25
      ),
      "setAgendaItemTitleOnly": .setAgendaItem(kind: .break, title: "Kaffeepause"),
      "setAgendaItemAgain": .setAgendaItem(
        item: Golden.talk,
        kind: .talk,
        title: "Smart City im Amt Süderbrarup",
        seen: Revision(rawValue: 8)
      ),
      "moveAgendaItem": .moveAgendaItem(item: Golden.talk, before: Golden.coffee),
      "moveAgendaItemToTheEnd": .moveAgendaItem(item: Golden.talk, before: nil),
      "removeAgendaItem": .removeAgendaItem(item: Golden.talk),
      "startAgendaItem": .startAgendaItem(item: Golden.talk),
      "startNoAgendaItem": .startAgendaItem(item: nil),
      "schedule": .schedule(start: .start),
      "scheduleNothing": .schedule(start: nil),
      "rehearse": .rehearse(on: true),
      "rehearseWithWhatIsThere": .rehearse(on: true, confirmed: true),
      "beginAfterRehearsal": .rehearse(on: false),
      "setStageAuto": .setStage(scene: .auto),
      "setStageQuestion": .setStage(scene: .question, subject: Golden.lunch),
      "setStageSpeaker": .setStage(scene: .speaker),
      "setStageWithoutCode": .setStage(showsCode: false),
      "setStageHiding": .setStage(hides: [.names, .counts]),
    ]
    return all.mapValues(Meeting.Command.agenda)
  }()
}

/// What the golden files speak of.
package enum Golden {
  package static let lunch = reference("Zmlyc3QtcXVlc3Rpb24tMQ")
  package static let costs = reference("c2Vjb25kLXF1ZXN0aW9uLQ")
  package static let files = reference("dGhpcmQtcXVlc3Rpb24tMw")
  package static let talk = reference("Zmlyc3QtYWdlbmRhLWl0ZQ")
  package static let coffee = reference("c2Vjb25kLWFnZW5kYS1pdA")
  package static let wish = reference("YS1jb21tYW5kLXJlZmVyZQ")
  package static let ada = ParticipantID(rawValue: 7)
  package static let later = "Passt besser in die nächste Runde."

  private static func reference(_ text: String) -> Reference {
    guard let reference = Reference(rawValue: text) else { preconditionFailure("\(text)") }
    return reference
  }
}
