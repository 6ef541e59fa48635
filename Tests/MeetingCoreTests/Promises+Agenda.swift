import MeetingCore
import MeetingTestSupport

extension Meeting {
  var brokenAgenda: [String] {
    var broken = Promises()
    let ids = agenda.items.map(\.id)
    broken.expect(Set(ids).count == ids.count, "an item stands on the agenda once")
    broken.expect(ids.count <= Limits.agendaItems, "an agenda can be read")
    for item in agenda.items {
      let plan = item.plan
      broken.expect(Text.line(plan.title) == plan.title && !plan.title.isEmpty, "titles are clean")
      broken.expect(plan.minutes.map(Limits.agendaMinutes.contains) ?? true, "lengths are possible")
      broken.expect(item.changed <= revision, "no item changes in the future")
    }
    let runs = agenda.runs
    broken.expect(runs.dropLast().allSatisfy { $0.to != nil }, "one item at a time")
    for run in runs { broken.expect(run.from <= run.to ?? run.from, "runs end after they begin") }
    for (run, next) in zip(runs, runs.dropFirst()) {
      broken.expect(run.to.map { $0 <= next.from } ?? false, "runs follow each other")
    }
    if let current = agenda.current {
      broken.expect(ids.contains(current.item), "what is dealt with is on the agenda")
      broken.expect(phase != .ended, "nothing is dealt with after the end")
    }
    broken.expect((phase == .ended) == (agenda.ended != nil), "an end has a time")
    broken.expect(!agenda.isRehearsal || phase != .ended, "a rehearsal has no end of its own")
    if [.live, .paused, .afterTalk].contains(phase) {
      broken.expect(agenda.began != nil, "what is live has begun")
    }
    return broken.list + brokenStage
  }

  private var brokenStage: [String] {
    var broken = Promises()
    let stage = agenda.stage
    broken.expect(stage.changed <= revision, "the stage does not change in the future")
    if case .question(let id) = stage.scene {
      let question = questions[id]
      broken.expect(question?.state.isPublic == true, "the stage shows what everybody may see")
      broken.expect(question?.mergedInto == nil, "the stage shows a question as it stands")
    }
    broken.expect(!moderation.isStopped || stage.scene == .neutral, "a stop makes the stage empty")
    broken.expect(
      !stage.isPinned || stage.scene == stage.settings.pin,
      "what is pinned is what was chosen"
    )
    let hides = stage.settings.hides
    broken.expect(Set(hides).count == hides.count, "a detail is hidden once")
    return broken.list
  }
}

// MARK: - What undo restores

extension Agenda {
  /// All but the numbers of the events, and the scene, which follows from them: what comes back
  /// claims the stage anew.
  var essence: [String] {
    items.map { "\($0.id) \($0.plan)" }
      + runs.map { "\($0.item) \($0.from.rawValue) \($0.to?.rawValue ?? 0)" }
      + phases.map { "\($0.phase) \($0.from.rawValue)" }
      + [
        "\(start?.rawValue ?? 0)", "\(began?.rawValue ?? 0)", "\(isRehearsal)", "\(stage.settings)",
      ]
  }
}
