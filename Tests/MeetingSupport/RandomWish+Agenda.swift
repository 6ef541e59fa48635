package import MeetingCore

extension Agenda.Command {
  package var statesWhatIsWanted: Bool { true }

  package static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let items = meeting.agenda.items.map(\.id) + [Reference("no-such-item")]
    let item = random.pick(items)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<22: return .set(item, in: meeting, using: &random)
    case 22..<33: return .moveAgendaItem(item: item, before: random.pick(items + [nil]))
    case 33..<36: return .removeAgendaItem(item: item)
    case 36..<50: return .startAgendaItem(item: random.pick(items + [nil]))
    case 50..<56: return .schedule(start: .random(using: &random))
    case 56..<72:
      // Whatever is planned only is silent: a meeting at random is mostly on.
      return .setPhase(phase: random.pick(Phase.allCases + [.lobby, .live, .live, .live, .paused]))
    case 72..<76:
      return .rehearse(on: random.happens(in: 55), confirmed: random.pick([nil, false, true]))
    case 76..<97: return .stage(in: meeting, using: &random)
    case 97..<99: return .setAgendaItem(kind: .break, title: "Pause")
    default: return .endMeeting
    }
  }

  private static func set(
    _ item: AgendaItemID,
    in meeting: Meeting,
    using random: inout SplitMix64
  ) -> Self {
    let seen = random.pick([nil, meeting.revision, meeting.revision, Revision(rawValue: 3)])
    return .setAgendaItem(
      item: random.happens(in: 50) ? item : nil,
      kind: random.pick(AgendaItem.Kind.allCases),
      title: random.happens(in: 50) ? "Ein Punkt" : .randomText(using: &random) ?? "",
      speaker: .randomText(using: &random),
      minutes: random.pick([nil, nil, nil, 5, 45, 600, 0, 601, .max]),
      seen: seen
    )
  }

  private static func stage(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let strange = Reference("no-such-subject")
    let details = Stage.Detail.allCases
    return .setStage(
      scene: random.pick(Stage.Choice.allCases + [nil, .auto, .question, .question]),
      subject: random.pick(meeting.questions.order + [strange, nil]),
      showsCode: random.pick([nil, nil, true, false]),
      hides: random.pick([nil, nil, [], details, [.counts, .names, .counts]])
    )
  }
}

extension Timestamp? {
  /// A start that is possible, or one that no calendar knows.
  fileprivate static func random(using random: inout SplitMix64) -> Self {
    let soon = Timestamp.start + .seconds(Int64.random(in: 0...7_200, using: &random))
    return random.pick([
      nil, soon, soon, Timestamp(rawValue: .max), Timestamp(rawValue: .min),
      Timestamp(rawValue: 0),
    ])
  }
}
