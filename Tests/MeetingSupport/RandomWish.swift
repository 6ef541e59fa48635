package import MeetingCore

extension Meeting.Command {
  /// A wish that somebody with no manners could have, about what is there and what is not.
  package static func random(
    in meeting: Meeting,
    using random: inout SplitMix64
  ) -> Meeting.Command {
    switch Int.random(in: 0..<390, using: &random) {
    case 0..<25: .participants(.random(in: meeting, using: &random))
    case 25..<105: .questions(.random(in: meeting, using: &random))
    case 105..<180: .polls(.random(in: meeting, using: &random))
    case 180..<240: .queue(.random(in: meeting, using: &random))
    case 240..<285: .chat(.random(in: meeting, using: &random))
    case 285..<340: .agenda(.random(in: meeting, using: &random))
    default: .moderation(.random(in: meeting, using: &random))
    }
  }

  /// Who would wish for this, if it were wished for with sense; anybody where that is anybody.
  package func likelyActor(in meeting: Meeting) -> ParticipantID? {
    if case .queue(let command) = self { command.likelyActor(in: meeting) } else { nil }
  }

  /// Whether asking for it twice has to be the same as asking once.
  package var statesWhatIsWanted: Bool {
    switch self {
    case .participants(let command): command.statesWhatIsWanted
    case .questions(let command): command.statesWhatIsWanted
    case .polls(let command): command.statesWhatIsWanted
    case .queue(let command): command.statesWhatIsWanted
    case .chat(let command): command.statesWhatIsWanted
    case .agenda(let command): command.statesWhatIsWanted
    case .moderation(let command): command.statesWhatIsWanted
    }
  }
}

extension Participants.Command {
  package var statesWhatIsWanted: Bool { true }

  package static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let strange = ParticipantID(rawValue: 9_999)
    let person = random.pick(meeting.participants.all.map(\.id) + [strange])
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60:
      return .setName(name: .randomText(using: &random), organisation: .randomText(using: &random))
    case 60..<68: return .inviteDevice
    case 68..<76: return .setNamePolicy(policy: random.pick([.optional, .optional, .required]))
    case 76..<78: return .setNamePolicy(policy: random.pick(Participants.NamePolicy.allCases))
    case 78..<88:
      return .muteParticipant(participant: person, muted: random.happens(in: 40))
    case 88..<92: return .removeParticipant(participant: person)
    default: return .grantTime(participant: person, granted: random.happens(in: 50))
    }
  }
}

extension Moderation.Command {
  package var statesWhatIsWanted: Bool { true }

  package static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let acts = meeting.moderation.acts.suffix(3).map(\.reference)
    let questions: [QuestionID?] = meeting.questions.order.suffix(3) + [nil, Reference("nothing")]
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60: return .undo(act: random.pick(acts + [Reference("no-act")]))
    case 60..<80: return .attend(question: random.pick(questions))
    default: return .emergencyStop(stopped: random.happens(in: 30))
    }
  }
}

extension String {
  /// Something typed: short, long, empty, broken, or from a script of its own.
  package static func randomText(using random: inout SplitMix64) -> String? {
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
