extension Agenda {
  package enum Event: NamedCases {
    /// A new item comes to the end; one that is there keeps its place.
    case agendaItemSet(item: AgendaItemID, plan: AgendaItem.Plan)
    case agendaItemMoved(item: AgendaItemID, before: AgendaItemID?)
    case agendaItemRemoved(item: AgendaItemID)
    case agendaItemStarted(item: AgendaItemID?)
    /// What was started last has never been started.
    case agendaStartTakenBack
    /// What was the current item last has never stopped being so.
    case agendaItemResumed
    case startScheduled(start: Timestamp?)
    case phaseChanged(phase: Phase)
    /// The present phase has never been entered.
    case phaseTakenBack
    case rehearsalBegan
    /// It was no rehearsal, and what was done in it stays.
    case rehearsalTakenBack
    /// The real start: what was only practised is wiped.
    case rehearsalEnded
    case stageSet(settings: Stage.Settings)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case agendaItemSet, agendaItemMoved, agendaItemRemoved, agendaItemStarted
      case agendaStartTakenBack, agendaItemResumed, startScheduled, phaseChanged, phaseTakenBack
      case rehearsalBegan, rehearsalTakenBack, rehearsalEnded, stageSet
    }
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Agenda.Event, at time: Timestamp) {
    switch event {
    case .agendaItemSet(let item, let plan): agenda.set(item, to: plan, revision)
    case .agendaItemMoved(let item, let other): agenda.move(item, before: other)
    case .agendaItemRemoved(let item): agenda.remove(item, at: time)
    case .agendaItemStarted(let item): agenda.begin(item, at: time, revision)
    case .agendaStartTakenBack: agenda.dropRun()
    case .agendaItemResumed: agenda.resumeRun()
    case .startScheduled(let start): agenda.start = start
    case .phaseChanged(let phase): agenda.enter(phase, at: time, revision)
    case .phaseTakenBack: agenda.leavePhase()
    case .rehearsalBegan: agenda.isRehearsal = true
    case .rehearsalTakenBack: agenda.isRehearsal = false
    case .rehearsalEnded: wipe(at: time)
    case .stageSet(let settings): agenda.stage.set(settings, revision)
    }
  }

  func touched(by event: Agenda.Event) -> [Thing] {
    switch event {
    case .agendaItemSet, .agendaItemMoved, .agendaItemRemoved, .agendaItemStarted,
      .agendaStartTakenBack, .agendaItemResumed:
      [.agenda, .stage]
    case .startScheduled, .rehearsalBegan, .rehearsalTakenBack: [.agenda]
    // When the items begin is counted from the beginning.
    case .phaseChanged, .phaseTakenBack:
      [.meeting, .stage] + (agenda.items.isEmpty ? [] : [.agenda])
    case .rehearsalEnded: wipedThings
    case .stageSet: [.stage]
    }
  }
}

// MARK: - Undoing

extension Meeting {
  func inverse(of event: Agenda.Event) -> [Event]? { undoing(event)?.map { .agenda($0) } }

  private func undoing(_ event: Agenda.Event) -> [Agenda.Event]? {
    switch event {
    case .agendaItemSet(let id, _):
      [agenda[id].map { .agendaItemSet(item: id, plan: $0.plan) } ?? .agendaItemRemoved(item: id)]
    case .agendaItemMoved(let id, _):
      [.agendaItemMoved(item: id, before: agenda.successor(of: id))]
    case .agendaItemRemoved(let id): agenda[id].map(restoring)
    case .agendaItemStarted(nil): [.agendaItemResumed]
    case .agendaItemStarted:
      [.agendaStartTakenBack] + (agenda.current == nil ? [] : [.agendaItemResumed])
    case .startScheduled: [.startScheduled(start: agenda.start)]
    // Whatever has ended is on disk as a record already.
    case .phaseChanged(.ended): nil
    case .phaseChanged: [.phaseTakenBack]
    case .rehearsalBegan: [.rehearsalTakenBack]
    case .stageSet: [.stageSet(settings: agenda.stage.settings)]
    // What is wiped is forgotten; the others take back themselves.
    case .rehearsalEnded, .rehearsalTakenBack: nil
    case .agendaStartTakenBack, .agendaItemResumed, .phaseTakenBack: nil
    }
  }

  private func restoring(_ item: AgendaItem) -> [Agenda.Event] {
    let id = item.id
    let resumed: [Agenda.Event] = agenda.current?.item == id ? [.agendaItemResumed] : []
    return [
      .agendaItemSet(item: id, plan: item.plan),
      .agendaItemMoved(item: id, before: agenda.successor(of: id)),
    ] + resumed
  }
}
