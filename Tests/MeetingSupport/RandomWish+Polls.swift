package import MeetingCore

extension Polls.Command {
  package var statesWhatIsWanted: Bool { true }

  package static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    // Without polls there is nothing to be wished.
    let isEarly = meeting.polls.count < 3 && random.happens(in: 40)
    switch isEarly ? 50 : Int.random(in: 0..<100, using: &random) {
    case 0..<40:
      let poll = pick(in: meeting, using: &random) { $0.present.state.isOpen }
      let known = meeting.polls[poll]
      let round = known?.present.number ?? 1
      return .castBallot(
        poll: poll,
        round: random.happens(in: 90) ? round : round - 1,
        ballot: .random(for: known?.form, using: &random),
        seen: seen(in: meeting, using: &random)
      )
    case 40..<57:
      let isInstant: Bool? = random.pick([nil, false, true, true, true])
      return .createPoll(
        form: .random(using: &random),
        open: isInstant,
        seconds: random.pick([nil, nil, 0, 5, 60])
      )
    case 57..<62:
      let poll = pick(in: meeting, using: &random) { _ in true }
      var form = meeting.polls[poll]?.form ?? .random(using: &random)
      form.title = .randomText(using: &random) ?? ""
      if random.happens(in: 40) { form = .random(using: &random) }
      return .editPoll(poll: poll, form: form, seen: seen(in: meeting, using: &random))
    case 62..<74: return sorting(in: meeting, using: &random)
    default: return act(in: meeting, using: &random)
    }
  }

  /// Mostly a poll with which something can be done, sometimes any, or none.
  private static func pick(
    in meeting: Meeting,
    using random: inout SplitMix64,
    where isFit: (Poll) -> Bool
  ) -> PollID {
    let fit = meeting.polls.all.filter(isFit).map(\.id)
    if !fit.isEmpty, random.happens(in: 85) { return random.pick(fit) }
    return random.pick(meeting.polls.order + [Reference("no-such-poll")])
  }

  private static func seen(in meeting: Meeting, using random: inout SplitMix64) -> Revision {
    random.happens(in: 85) ? meeting.revision : Revision(rawValue: 3)
  }

  private static func act(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let (open, over, fresh) = (
      pick(in: meeting, using: &random) { $0.present.state.isOpen },
      pick(in: meeting, using: &random) { $0.present.state.isOver },
      pick(in: meeting, using: &random) { $0.present.state == .draft }
    )
    let seen = seen(in: meeting, using: &random)
    let seconds: Int? = random.pick([nil, nil, 0, 5, 60, -1, Int.max])
    switch Int.random(in: 0..<34, using: &random) {
    case 0..<5: return .removePoll(poll: fresh)
    case 5..<11: return .openPoll(poll: fresh, seen: seen, seconds: seconds)
    case 11..<14:
      let ends = [nil, meeting.lastEvent + .seconds(30), Timestamp(rawValue: .max)]
      return .extendPoll(poll: open, until: random.pick(ends))
    case 14..<20: return .closePoll(poll: open, publish: random.happens(in: 40), seen: seen)
    case 20..<25:
      return .publishPoll(poll: over, round: random.pick([1, 1, 1, 2, 9]), seen: seen)
    case 25..<29: return .reopenPoll(poll: over, seen: seen, seconds: seconds)
    default: return .newRound(poll: over, seen: seen)
    }
  }

  private static func sorting(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let poll = pick(in: meeting, using: &random) { $0.form.kind.isText }
    let texts = Poll.Form.texts
    if random.happens(in: 50) {
      let answer = random.pick(texts)
      return .hideAnswer(poll: poll, answer: answer, hidden: random.happens(in: 60))
    }
    let answers = [random.pick(texts), random.pick(texts)]
    let target: String? = random.pick(texts.map { $0 } + [nil, nil])
    return .mergeAnswers(poll: poll, answers: answers, into: target)
  }
}

extension Poll.Form {
  fileprivate static let texts = [
    "Auto", "auto ", "PKW", "Straße", "STRASSE", "caf\u{e9}", "cafe\u{301}", "Kaffee", " ",
  ]

  fileprivate static func random(using random: inout SplitMix64) -> Self {
    let kind = Poll.Kind.random(using: &random)
    let count = random.pick([2, 2, 3, 3, 3, 4, 4, 1, 21])
    let options = (0..<count).map { number in
      Poll.Option(
        number == 9 ? String.randomText(using: &random) ?? "" : "Option \(number)",
        correct: random.pick([nil, true])
      )
    }
    return Self(
      title: random.happens(in: 80) ? "Was nun?" : .randomText(using: &random) ?? "",
      kind: kind,
      options: options,
      secrecy: random.pick([.secret, .secret, .moderators, .named]),
      results: random.pick(Poll.Results.allCases),
      changeable: random.happens(in: 70),
      base: random.pick([nil, nil, nil, .present, .withoutAbstentions]),
      eligibility: random.pick(Poll.Eligibility.allCases),
      seconds: random.pick([nil, nil, nil, nil, 5, 60, 600, Int.min])
    )
  }
}

extension Poll.Kind {
  fileprivate static func random(using random: inout SplitMix64) -> Self {
    let most = random.pick([1, 2, 2, 3, 3, 3, 0, Int.max])
    let isModerated: Bool? = random.pick([nil, true])
    return random.pick([
      .single, .single, .multiple(min: random.pick([0, 1, 2]), max: most), .yesNoAbstain,
      .scale(steps: random.pick([5, 5, 2, 11, 12]), low: nil, high: "sehr", noAnswer: isModerated),
      .openText(max: most, moderated: isModerated), .words(max: most, moderated: isModerated),
      .ranking, .topics(max: most), .points(budget: random.pick([10, 10, 10, 0])), .quiz(max: most),
      .number(
        min: random.pick([0, 0, -10, Int.min]),
        max: 100,
        step: random.pick([1, 1, 5, 0]),
        decimals: 1,
        unit: nil,
        solution: random.pick([nil, 15, 15, 1_000])
      ),
    ])
  }
}

extension Ballot {
  /// A ballot that mostly fits the form, and sometimes none.
  fileprivate static func random(for form: Poll.Form?, using random: inout SplitMix64) -> Self {
    guard let form, random.happens(in: 90) else { return hostile(using: &random) }
    let ids = form.options.map(\.id).shuffled(using: &random)
    let some = Array(ids.prefix(Int.random(in: 0...max(1, ids.count), using: &random)))
    switch form.kind {
    case .single, .yesNoAbstain: return .choices(Array(ids.prefix(1)))
    case .multiple, .topics, .quiz: return .choices(some)
    case .scale(let steps, _, _, _):
      return .scale(
        (0..<form.statements).map { _ in
          random.happens(in: 15) ? nil : Int.random(in: 1...steps, using: &random)
        }
      )
    case .openText, .words: return .texts([random.pick(Poll.Form.texts)] + ["Kaffee", "auto"])
    case .ranking: return .ranking(some)
    case .number(let min, let max, _, _, _, _):
      return .number(Int.random(in: min...max, using: &random))
    case .points: return .points(Dictionary(uniqueKeysWithValues: some.map { ($0, 3) }))
    }
  }

  private static func hostile(using random: inout SplitMix64) -> Self {
    let ghost = OptionID(rawValue: "zz")
    return random.pick([
      .choices([]), .choices([ghost]), .choices([.yes, .yes]), .scale([]), .scale([Int.max, nil]),
      .texts([]), .texts(Array(repeating: "x", count: 500)), .ranking([ghost, ghost]),
      .number(.min), .number(.max), .points([ghost: .max]),
      .points([OptionID(rawValue: "a"): .max, OptionID(rawValue: "b"): .max]),
    ])
  }
}
