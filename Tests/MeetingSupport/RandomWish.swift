package import MeetingCore

extension Meeting.Command {
  /// The command's name on the wire; the compiler asks for a line here with every new command.
  package var name: String {
    switch self {
    case .setName: "setName"
    case .askQuestion: "askQuestion"
    case .support: "support"
    case .withdrawQuestion: "withdrawQuestion"
    case .moveQuestion: "moveQuestion"
    case .setPhase: "setPhase"
    case .endMeeting: "endMeeting"
    }
  }

  /// Whether asking for it twice has to be the same as asking once.
  package var statesWhatIsWanted: Bool {
    switch self {
    case .setName, .support, .moveQuestion, .setPhase, .endMeeting: true
    // The reference makes these two safe to repeat, and the hub knows it.
    case .askQuestion, .withdrawQuestion: false
    }
  }

  /// A wish that somebody with no manners could have, about what is there and what is not.
  package static func random(
    in meeting: Meeting,
    using random: inout SplitMix64
  ) -> Meeting.Command {
    let strange = Reference("nobody-asked-this")
    let question = random.pick(meeting.questions.order + [strange])
    switch Int.random(in: 0..<200, using: &random) {
    case 0..<25:
      return .setName(name: .randomText(using: &random), organisation: .randomText(using: &random))
    case 25..<80: return .askQuestion(text: .randomText(using: &random) ?? "")
    case 80..<130: return .support(question: question, support: random.happens(in: 65))
    case 130..<142: return .withdrawQuestion(question: question)
    case 142..<185:
      return .moveQuestion(
        question: question,
        to: .random(using: &random),
        seen: Revision(rawValue: random.happens(in: 80) ? meeting.revision.rawValue : 3)
      )
    case 185..<199: return .setPhase(phase: random.pick(Phase.allCases))
    default: return .endMeeting
    }
  }
}

extension Question.State {
  package static func random(using random: inout SplitMix64) -> Self {
    let reason = random.pick([nil, "  ", "Später.", String(repeating: "x", count: 201)])
    return random.pick([.open, .live, .live, .answered, .declined(reason: reason)])
  }
}

extension String {
  /// Something typed: short, long, empty, broken, or from a script of its own.
  fileprivate static func randomText(using random: inout SplitMix64) -> String? {
    let typed = random.pick([
      nil, "", " \n\t ", "Ada", "Wann gibt es\r\nMittagessen?", "\u{202E}adA", "☕👩🏽‍💻",
      "Verbandsgemeindeverwaltung", String(repeating: "ä", count: 61),
      String(repeating: "e\u{301}", count: 501), String(repeating: "👨‍👩‍👧‍👦", count: 200), "\u{0}",
    ])
    let number = Int.random(in: 0..<10, using: &random)
    return typed.map { random.happens(in: 50) ? $0 + "\(number)" : $0 }
  }
}

extension Reference {
  package static func random(using random: inout SplitMix64) -> Reference {
    Reference("r" + String(random.next(), radix: 36))
  }
}
