package import MeetingCore

extension SpeakingQueue.Command {
  package var statesWhatIsWanted: Bool { true }

  package static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let entry = random.pick(entries(in: meeting))
    let note = random.pick([nil, "Kurz dazu.", .randomText(using: &random)])
    if let slip = slip(in: meeting), random.happens(in: 40) { return .restoreHand(entry: slip) }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<22: return .raiseHand(kind: .random(using: &random), note: note)
    case 22..<29: return .askAloud(question: random.pick(meeting.questions.order + [entry]))
    case 29..<34: return .changeHand(entry: entry, kind: .random(using: &random), note: note)
    case 34..<39: return .lowerHand(entry: random.pick([nil, nil, entry]))
    case 39..<47: return .restoreHand(entry: entry)
    case 47..<51:
      return .notReady(entry: entry, place: random.pick([.min, 0, 1, 1, 2, .max]))
    case 51..<56: return .yieldFloor
    default: return act(on: entry, in: meeting, using: &random)
    }
  }

  /// A hand that was lowered a moment ago, perhaps by mistake.
  private static func slip(in meeting: Meeting) -> EntryID? {
    meeting.queue.lowered.values
      .filter { $0.because == .own && meeting.lastEvent <= $0.time + Limits.undo }
      .map(\.entry).min { $0.rawValue < $1.rawValue }
  }

  private static func entries(in meeting: Meeting) -> [EntryID] {
    let queue = meeting.queue
    let here = (queue.waiting + queue.aside.map(\.entry)).map(\.id)
    let past = queue.lowered.values.map(\.entry).sorted { $0.rawValue < $1.rawValue }
    return here + past + [queue.turn?.id, queue.turns.last?.entry.id].compactMap(\.self)
      + [Reference("nobody-raised-this")]
  }

  private static func act(
    on entry: EntryID,
    in meeting: Meeting,
    using random: inout SplitMix64
  ) -> Self {
    let seen = random.happens(in: 85) ? meeting.revision : Revision(rawValue: 3)
    let turn = random.happens(in: 85) ? meeting.queue.turn?.id ?? entry : entry
    let current = random.happens(in: 85) ? meeting.queue.turn?.id : entry
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<9: return .setQueue(rules: .random(in: meeting, using: &random), seen: seen)
    case 9..<19: return adding(in: meeting, using: &random)
    case 19..<24: return .removeFromQueue(entry: entry)
    case 24..<34:
      let before = random.pick([nil, random.pick(entries(in: meeting))])
      return .moveInQueue(entry: entry, before: before, seen: seen)
    case 34..<41: return .noShow(entry: entry, seen: seen)
    case 41..<60: return .callNext(current: current)
    case 60..<67: return .giveFloor(entry: entry, current: current)
    case 67..<78:
      let isPaused = meeting.queue.turn.map { $0.clock.running == nil } ?? false
      return random.happens(in: isPaused ? 20 : 90)
        ? .pauseTurn(turn: turn) : .resumeTurn(turn: turn)
    case 78..<82: return .endTurn(turn: turn)
    case 82..<89: return .takeBackTurn(turn: turn)
    default: return .extendTurn(turn: turn, to: random.pick([.min, 9, 10, 60, 240, .max]))
    }
  }

  private static func adding(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let strange = ParticipantID(rawValue: random.pick([.min, 0, 9_999]))
    let person = random.pick(meeting.participants.all.map(\.id) + [strange])
    let isGuest = random.happens(in: 50)
    return .addToQueue(
      participant: isGuest ? nil : person,
      name: random.pick(["Frau Kaya", .randomText(using: &random)]),
      organisation: random.pick([nil, "Stadt Ulm"]),
      via: random.pick([nil, .phone]),
      kind: .random(using: &random),
      note: .randomText(using: &random),
      again: random.pick([nil, true])
    )
  }
}

extension SpeakingQueue.Command {
  /// Who would wish for this, if it were wished for with sense.
  package func likelyActor(in meeting: Meeting) -> ParticipantID? {
    switch self {
    case .changeHand(let entry, _, _), .notReady(let entry, _):
      return meeting.queue[entry]?.who.participant
    case .restoreHand(let entry):
      return meeting.queue.lowered.first { $0.value.entry == entry }?.key
    case .askAloud(let question): return meeting.questions[question]?.author.participant
    case .yieldFloor: return meeting.queue.turn?.entry.who.participant
    default: return nil
    }
  }
}

extension SpeakingQueue.Kind? {
  fileprivate static func random(using random: inout SplitMix64) -> Self {
    random.pick([nil, nil, .topic, .reply, .reply, .clarifying, .pointOfOrder, .question])
  }
}

extension SpeakingQueue.Rules {
  fileprivate static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    var rules = Self()
    rules.isOpen = random.happens(in: 75)
    rules.closes = random.happens(in: 20) ? meeting.lastEvent + .seconds(7) : nil
    rules.strategy = random.pick(SpeakingQueue.Strategy.allCases)
    rules.kinds = random.pick([[], [.reply, .topic], [.topic, .clarifying, .reply, .question]])
    rules.limits = random.pick([[:], [.topic: 180], [.topic: 180, .reply: 60], [.reply: 0]])
    return rules
  }
}
