// What each noun wants on the stage, and since when. It is asked after every event: a claim is
// looked up, never searched for.

extension Agenda {
  /// The phase, and the item that is dealt with now.
  var stageClaims: [StageClaim] {
    [phaseClaim] + (current.map { [StageClaim(scene(of: $0), since: $0.since)] } ?? [])
  }

  private var phaseClaim: StageClaim {
    switch phase {
    case .planned, .lobby: StageClaim(.welcome, since: present.since)
    // After a break goes on what was there before it.
    case .live: StageClaim(items.isEmpty ? .welcome : .agenda, since: opened)
    case .paused: StageClaim(.pause, since: present.since)
    case .afterTalk, .ended: StageClaim(.thanks, since: present.since)
    }
  }

  private func scene(of run: AgendaRun) -> Stage.Scene {
    self[run.item]?.plan.kind == .break ? .pause : .agenda
  }
}

extension Questions {
  /// The question that is dealt with now.
  var stageClaim: StageClaim? {
    live.map { StageClaim(.question(question: $0), since: liveSince) }
  }
}

extension Polls {
  /// The polls that are open, and the result that was published last.
  var stageClaims: [StageClaim] {
    let asked = open.compactMap { self[$0] }.map {
      StageClaim(.poll(poll: $0.id), since: $0.present.opened)
    }
    let told = lastPublished.map { StageClaim(.result(poll: $0.poll), since: $0.since) }
    return asked + [told].compactMap(\.self)
  }

  /// Whether everybody may see this poll, or its result.
  func mayStand(_ scene: Stage.Scene) -> Bool {
    switch scene {
    case .poll(let id): self[id]?.present.state.isOpen ?? false
    case .result(let id): self[id]?.present.state.isPublished ?? false
    default: false
    }
  }
}

extension SpeakingQueue {
  /// The turn of whoever has the floor.
  var stageClaim: StageClaim? { turn.map { _ in StageClaim(.speaker, since: turnSince) } }
}
