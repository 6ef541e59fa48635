import MeetingCore
import MeetingTestSupport
import SessionHub

extension GoldenRound {
  /// The agenda and the stage, as moderators and as all others see them.
  static var agendaThings: [String: [UInt8]] {
    let planned = planned
    let practised = GoldenRound().after(.agenda(.rehearsalBegan))
    var hiding = Stage.Settings()
    hiding.showsCode = false
    hiding.hides = [.names, .counts]
    var pinned = Stage.Settings()
    pinned.pin = .question(question: costs)
    let asked = withQuestions
    let live = asked.moved(lunch, to: .live)
    let onStage = asked.after(.agenda(.stageSet(settings: pinned)))
    let gone = asked.after(
      .agenda(.stageSet(settings: pinned)),
      .questions(.questionMoved(question: costs, to: .declined(reason: nil)))
    )
    return [
      "agendaEmpty": GoldenRound().meeting.golden(.agenda, 0),
      "agendaForModerators": planned.golden(.agenda, 21),
      "agendaForParticipants": planned.seen(.agenda, by: .participants, 21),
      "agendaOfRehearsal": practised.golden(.agenda, 9),
      "stageWelcome": GoldenRound().meeting.golden(.stage, 0),
      "stageAgenda": planned.golden(.stage, 21),
      "stageQuestion": live.golden(.stage, 13),
      "stagePinnedForModerators": onStage.golden(.stage, 14),
      "stagePinnedForParticipants": onStage.seen(.stage, by: .participants, 14),
      "stagePinnedButNotToBeShown": gone.golden(.stage, 15),
      "stageHiding": GoldenRound().after(.agenda(.stageSet(settings: hiding))).golden(.stage, 8),
    ]
  }

  /// Two items have a length, the second of which began two minutes late.
  private static var planned: Meeting {
    let talk = AgendaItem.Plan(
      kind: .talk,
      title: "Smart City im ländlichen Raum",
      speaker: "Koordination Smart City, Amt Süderbrarup",
      minutes: 25
    )
    let coffee = AgendaItem.Plan(kind: .break, title: "Kaffeepause", minutes: 10)
    let events: [(minute: Int, Agenda.Event)] = [
      (0, .agendaItemSet(item: Golden.talk, plan: talk)),
      (0, .agendaItemSet(item: Golden.coffee, plan: coffee)),
      (0, .agendaItemSet(item: Golden.wish, plan: .init(kind: .outlook, title: "Ausblick"))),
      (0, .startScheduled(start: .start + .seconds(600))), (10, .phaseChanged(phase: .live)),
      (10, .agendaItemStarted(item: Golden.talk)), (37, .agendaItemStarted(item: Golden.coffee)),
      (49, .agendaItemStarted(item: Golden.wish)),
    ]
    var meeting = GoldenRound().meeting
    for (minute, event) in events {
      meeting.apply(.agenda(event), at: .start + .seconds(60 * minute))
    }
    return meeting
  }
}

extension Meeting {
  fileprivate func seen(_ thing: Thing, by audience: Audience, _ revision: Int) -> [UInt8] {
    view(of: thing, for: audience, at: Revision(rawValue: revision)) ?? []
  }
}
