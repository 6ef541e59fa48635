/// What comes when: phases and items, planned and real, and what the shared screen shows.
package struct Agenda: Equatable, Sendable {
  /// In the order in which they are planned.
  package private(set) var items: [AgendaItem] = []
  /// When which item was the current one, oldest first; items that were removed included.
  package private(set) var runs: [AgendaRun] = []
  /// When the meeting is meant to begin: the lobby counts down to it.
  package internal(set) var start: Timestamp?
  /// All phases so far, the present one last; never empty.
  package private(set) var phases: [PhaseStep]
  /// When the meeting left its lobby for the first time.
  package private(set) var began: Timestamp?
  /// Whether all of this is only practised, and will be wiped.
  package internal(set) var isRehearsal = false
  package internal(set) var stage = Stage()

  /// - Parameter founded: When the meeting was founded; its lobby is open at once.
  package init(at founded: Timestamp) {
    phases = [PhaseStep(phase: .lobby, from: founded, since: .zero)]
  }

  package subscript(_ item: AgendaItemID) -> AgendaItem? { items.first { $0.id == item } }

  package var phase: Phase { present.phase }
  package var ended: Timestamp? { phase == .ended ? present.from : nil }

  var present: PhaseStep {
    guard let step = phases.last else { preconditionFailure("There is always a phase.") }
    return step
  }

  /// The event with which the meeting left its lobby last.
  var opened: Revision {
    let since = phases.reversed().prefix { !$0.phase.isBefore }.last?.since
    return since ?? present.since
  }

  /// The item that is dealt with now.
  package var current: AgendaRun? {
    guard let run = runs.last, run.to == nil, self[run.item] != nil else { return nil }
    return run
  }

  /// The item that comes after this one.
  func successor(of item: AgendaItemID) -> AgendaItemID? {
    guard let place = place(of: item), place + 1 < items.count else { return nil }
    return items[place + 1].id
  }

  private func place(of item: AgendaItemID) -> Int? { items.firstIndex { $0.id == item } }
}

// MARK: - Plans and what came of them

extension Agenda {
  /// When each item would begin if everything took as long as planned; ends with the first item of
  /// which nobody has said how long it takes.
  package var plannedStarts: [AgendaItemID: Timestamp] {
    guard var next = start ?? began else { return [:] }
    var starts: [AgendaItemID: Timestamp] = [:]
    for item in items {
      starts[item.id] = next
      guard let minutes = item.plan.minutes else { break }
      next = next + .seconds(60 * minutes)
    }
    return starts
  }

  /// How much later than planned the current item began; less than nothing where it was earlier.
  package var drift: Duration? {
    guard let current, let planned = plannedStarts[current.item] else { return nil }
    // Whoever comes back to an item has begun it when they first did.
    let first = runs.first { $0.item == current.item } ?? current
    return first.from - planned
  }
}

// MARK: - Applying

extension Agenda {
  mutating func set(_ id: AgendaItemID, to plan: AgendaItem.Plan, _ revision: Revision) {
    let item = AgendaItem(id: id, plan: plan, changed: revision)
    if let place = place(of: id) { items[place] = item } else { items.append(item) }
  }

  mutating func move(_ id: AgendaItemID, before other: AgendaItemID?) {
    guard let place = place(of: id) else { return }
    let item = items.remove(at: place)
    items.insert(item, at: other.flatMap { self.place(of: $0) } ?? items.endIndex)
  }

  mutating func remove(_ id: AgendaItemID, at time: Timestamp) {
    if current?.item == id { endRun(at: time) }
    items.removeAll { $0.id == id }
  }

  mutating func begin(_ id: AgendaItemID?, at time: Timestamp, _ revision: Revision) {
    endRun(at: time)
    guard let id, self[id] != nil else { return }
    runs.append(AgendaRun(item: id, from: time, to: nil, since: revision))
    if runs.count > Limits.agendaHistory { runs.removeFirst() }
  }

  /// The last run never was.
  mutating func dropRun() { _ = runs.popLast() }

  /// The last run has never ended.
  mutating func resumeRun() {
    guard let run = runs.last, self[run.item] != nil else { return }
    runs[runs.endIndex - 1].to = nil
  }

  private mutating func endRun(at time: Timestamp) {
    guard let run = runs.last, run.to == nil else { return }
    runs[runs.endIndex - 1].to = time
  }

  mutating func enter(_ phase: Phase, at time: Timestamp, _ revision: Revision) {
    if phase == .live, began == nil { began = time }
    if phase == .ended { endRun(at: time) }
    phases.append(PhaseStep(phase: phase, from: time, since: revision))
    if phases.count > Limits.agendaHistory { phases.removeFirst() }
  }

  /// The last phase never was.
  mutating func leavePhase() {
    guard phases.count > 1, let left = phases.popLast() else { return }
    if began == left.from, !phases.contains(where: { $0.phase == .live }) { began = nil }
  }

  /// What is left when a rehearsal is over: the plan, and a lobby that has just opened.
  mutating func wipe(at time: Timestamp, _ revision: Revision) {
    runs = []
    phases = [PhaseStep(phase: .lobby, from: time, since: revision)]
    began = nil
    isRehearsal = false
    var settings = stage.settings
    settings.pin = nil
    stage.set(settings, revision)
  }
}
