import MeetingCore

/// The agenda, and what it counts down to.
///
/// Everybody: the items in their order with what was planned, which of them is dealt with since
/// when, when the meeting is meant to begin, and whether all of it is a rehearsal. Moderators also:
/// when each item was meant to begin, when it did, and how much time it took; and how late the
/// current one began.
struct AgendaView: Encodable {
  var kind = "agenda"
  var id = "agenda"
  let revision: Revision
  let items: [Item]
  let current: Current?
  /// What the lobby counts down to.
  let start: Timestamp?
  let rehearsal: Bool?
  /// How many milliseconds later than planned the current item began; below 0 where earlier.
  let drift: Int64?

  struct Item: Encodable {
    let id: AgendaItemID
    let kind: AgendaItem.Kind
    let title: String
    let speaker: String?
    let minutes: Int?
    let times: Times?
  }

  struct Current: Encodable {
    let item: AgendaItemID
    let since: Timestamp
  }

  /// What only moderators see.
  struct Times: Encodable {
    let planned: Timestamp?
    /// When it was the current item first, and when it was so last; nothing while it is.
    let began: Timestamp?
    let ended: Timestamp?
    /// Milliseconds, without the stretch that goes on.
    let spent: Int64

    init(_ runs: [AgendaRun], planned: Timestamp?) {
      self.planned = planned
      began = runs.first?.from
      ended = runs.last?.to
      spent = runs.reduce(0) { spent, run in
        spent + (run.to.map { ($0 - run.from).milliseconds } ?? 0)
      }
    }
  }

  init(_ agenda: Agenda, for audience: Audience, _ revision: Revision) {
    self.revision = revision
    let isForModerators = audience == .moderators
    let planned = isForModerators ? agenda.plannedStarts : [:]
    let runs = Dictionary(grouping: agenda.runs, by: \.item)
    items = agenda.items.map { item in
      Item(
        id: item.id,
        kind: item.plan.kind,
        title: item.plan.title,
        speaker: item.plan.speaker,
        minutes: item.plan.minutes,
        times: isForModerators ? Times(runs[item.id] ?? [], planned: planned[item.id]) : nil
      )
    }
    current = agenda.current.map { Current(item: $0.item, since: $0.from) }
    start = agenda.start
    rehearsal = agenda.isRehearsal ? true : nil
    drift = isForModerators ? agenda.drift?.milliseconds : nil
  }
}
