package import MeetingCore

extension Questions.Command {
  package var statesWhatIsWanted: Bool {
    switch self {
    // A withdrawn question is unknown; that the reference makes it safe to repeat, the hub knows.
    case .withdrawQuestion: false
    default: true
    }
  }

  package static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let strange = Reference("nobody-asked-this")
    let question = random.pick(meeting.questions.order + [strange])
    let current = random.happens(in: 85)
    let seen = current ? meeting.revision : Revision(rawValue: 3)
    let text = String.randomText(using: &random) ?? ""
    switch Int.random(in: 0..<200, using: &random) {
    case 0..<60:
      let tag: String? = random.pick([nil, nil, nil, "Recht", "unbekannt"])
      return .askQuestion(text: text, anonymous: random.pick([nil, false, true]), tag: tag)
    case 60..<68: return .askOnBehalf(text: text, name: nil, via: random.pick([.chat, .room]))
    case 68..<105: return .support(question: question, support: random.happens(in: 65))
    case 105..<113: return .withdrawQuestion(question: question)
    case 113..<120: return .editQuestion(question: question, text: text)
    case 120..<127: return .reviseQuestion(question: question, text: text, seen: seen)
    default: return act(on: question, seen, text, in: meeting, using: &random)
    }
  }

  private static func act(
    on question: QuestionID,
    _ seen: Revision,
    _ text: String,
    in meeting: Meeting,
    using random: inout SplitMix64
  ) -> Self {
    let other = random.pick(meeting.questions.order + [question])
    switch Int.random(in: 0..<77, using: &random) {
    case 0..<35:
      return .moveQuestion(
        question: question,
        to: .random(using: &random),
        seen: seen,
        answered: random.pick([nil, true])
      )
    case 35..<46: return .mergeQuestion(question: question, into: other, seen: seen)
    case 46..<51:
      let merged = meeting.questions.all.filter { $0.mergedInto != nil }.map(\.id)
      return .unmergeQuestion(question: random.pick(merged + [question]))
    case 51..<58:
      let confirmed: Bool? = random.pick([nil, true])
      return .answerQuestion(question: question, text: text, seen: seen, confirmed: confirmed)
    case 58..<62:
      return .tagQuestion(question: question, tag: random.pick([nil, "Recht", "Technik"]))
    case 62..<66:
      return .setTags(tags: random.pick([["Recht", "Technik"], [text], [" ", "a", "a"]]))
    case 66..<70: return .handOn(except: random.pick([[], [question], [question, other]]))
    default:
      var rules = Questions.Rules()
      rules.mode = random.pick([.open, .open, .open, .paused, .closed])
      rules.isModerated = random.happens(in: 40)
      return .setQuestions(rules: rules, release: random.pick([nil, false, true]))
    }
  }
}

extension Question.State {
  package static func random(using random: inout SplitMix64) -> Self {
    let reason = random.pick([nil, "  ", "Später.", String(repeating: "x", count: 201)])
    return random.pick([
      .open, .live, .live, .answered, .declined(reason: reason), .pending,
      .followUp(owner: reason ?? "Bauamt", due: nil),
    ])
  }
}
