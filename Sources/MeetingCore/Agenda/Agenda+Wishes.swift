extension Agenda {
  package enum Command: NamedCases {
    /// Without `item`, makes one at the end, whose id is the reference of this wish.
    ///
    /// `seen` is the revision of the agenda that the moderator looks at; only a change needs it.
    case setAgendaItem(
      item: AgendaItemID? = nil,
      kind: AgendaItem.Kind,
      title: String,
      speaker: String? = nil,
      minutes: Int? = nil,
      seen: Revision? = nil
    )
    /// Without `before`, to the end.
    case moveAgendaItem(item: AgendaItemID, before: AgendaItemID?)
    case removeAgendaItem(item: AgendaItemID)
    /// Makes an item the current one; without `item`, there is none.
    case startAgendaItem(item: AgendaItemID?)
    /// When the meeting is meant to begin; nothing where that is open.
    case schedule(start: Timestamp?)
    case setPhase(phase: Phase)
    /// With `on`, all that follows is practice; without, it is wiped and the round really begins.
    ///
    /// With `confirmed`, also what is there already is practice, and will be wiped with the rest.
    case rehearse(on: Bool, confirmed: Bool? = nil)
    /// What is left out stays as it is. `subject` is the question or the poll of the scene.
    case setStage(
      scene: Stage.Choice? = nil,
      subject: Reference? = nil,
      showsCode: Bool? = nil,
      hides: [Stage.Detail]? = nil
    )
    /// Answered only once the record is on disk.
    case endMeeting

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case setAgendaItem, moveAgendaItem, removeAgendaItem, startAgendaItem, schedule, setPhase
      case rehearse, setStage, endMeeting
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Agenda.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .setAgendaItem(let item, let kind, let title, let speaker, let minutes, let seen):
      let plan = AgendaItem.Plan(kind: kind, title: title, speaker: speaker, minutes: minutes)
      return try setAgendaItem(item, to: plan, seen: seen, wish)
    case .moveAgendaItem(let item, let other): return try moveAgendaItem(item, before: other)
    case .removeAgendaItem(let item):
      return agenda[item] == nil ? [] : [.agenda(.agendaItemRemoved(item: item))]
    case .startAgendaItem(let item): return try startAgendaItem(item)
    case .schedule(let start): return try schedule(start, wish)
    case .setPhase(let phase): return try change(to: phase)
    case .rehearse(let on, let confirmed):
      return try rehearse(on, confirmed: confirmed ?? false)
    case .setStage(let scene, let subject, let showsCode, let hides):
      return try setStage(scene, subject, showsCode: showsCode, hides: hides)
    case .endMeeting: return try end()
    }
  }

  private func setAgendaItem(
    _ id: AgendaItemID?,
    to typed: AgendaItem.Plan,
    seen: Revision?,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    if id == nil, agenda[wish.reference] != nil { return [] }
    let plan = try cleaned(typed)
    guard let id else {
      guard agenda.items.count < Limits.agendaItems else {
        throw Rejection(.tooManyAgendaItems)
      }
      return [.agenda(.agendaItemSet(item: wish.reference, plan: plan))]
    }
    guard let item = agenda[id] else { throw Rejection(.agendaItemUnknown) }
    if item.plan == plan { return [] }
    guard let seen, seen >= item.changed else { throw Rejection(.stale, stale: .agenda) }
    return [.agenda(.agendaItemSet(item: id, plan: plan))]
  }

  private func cleaned(_ typed: AgendaItem.Plan) throws(Rejection) -> AgendaItem.Plan {
    let (title, speaker) = (Text.line(typed.title), Text.line(typed.speaker ?? ""))
    guard !title.isEmpty else { throw Rejection(.titleMissing) }
    guard Text.fits(title, characters: Limits.titleCharacters),
      Text.fits(speaker, characters: Limits.titleCharacters)
    else { throw Rejection(.titleTooLong) }
    if let minutes = typed.minutes, !Limits.agendaMinutes.contains(minutes) {
      throw Rejection(.minutesNotPossible)
    }
    return AgendaItem.Plan(
      kind: typed.kind,
      title: title,
      speaker: speaker.isEmpty ? nil : speaker,
      minutes: typed.minutes
    )
  }

  private func moveAgendaItem(
    _ id: AgendaItemID,
    before other: AgendaItemID?
  ) throws(Rejection) -> [Event] {
    guard agenda[id] != nil else { throw Rejection(.agendaItemUnknown) }
    if let other, agenda[other] == nil { throw Rejection(.agendaItemUnknown) }
    // Before itself is where it is.
    if id == other || agenda.successor(of: id) == other { return [] }
    return [.agenda(.agendaItemMoved(item: id, before: other))]
  }

  private func startAgendaItem(_ id: AgendaItemID?) throws(Rejection) -> [Event] {
    if let id, agenda[id] == nil { throw Rejection(.agendaItemUnknown) }
    if agenda.current?.item == id { return [] }
    return [.agenda(.agendaItemStarted(item: id))]
  }

  private func schedule(_ start: Timestamp?, _ wish: Wish) throws(Rejection) -> [Event] {
    if start == agenda.start { return [] }
    if let start {
      guard start.isWithin(Limits.startBehind, before: wish.now),
        wish.now.isWithin(Limits.startAhead, before: start)
      else { throw Rejection(.startNotPossible) }
    }
    return [.agenda(.startScheduled(start: start))]
  }
}

extension Timestamp {
  /// Whether it lies so long before a moment at most, or after it; whatever a browser has sent.
  func isWithin(_ length: Duration, before moment: Timestamp) -> Bool {
    let (earliest, isTooEarly) =
      moment.rawValue.subtractingReportingOverflow(length.milliseconds)
    return isTooEarly || rawValue >= earliest
  }
}
