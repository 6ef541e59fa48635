import Foundation
import MeetingCore
import Testing
import Transcript

/// An afternoon with an agenda of which one point was never reached.
private enum Afternoon {
  static let start = Timestamp(rawValue: 1_789_992_000_000)  // 2026-09-21 14:00 in Berlin

  static func item(_ number: Int) -> AgendaItemID {
    Reference(rawValue: "i\(number)" + String(repeating: "_", count: 20))!
  }

  static func set(
    _ number: Int,
    _ kind: AgendaItem.Kind,
    _ title: String,
    _ speaker: String? = nil,
    _ minutes: Int? = nil
  ) -> Agenda.Event {
    let plan = AgendaItem.Plan(kind: kind, title: title, speaker: speaker, minutes: minutes)
    return .agendaItemSet(item: item(number), plan: plan)
  }

  static let events: [(minute: Int, event: Agenda.Event)] = [
    (-60, set(1, .welcome, "Guten Tag", nil, 5)),
    (-60, set(2, .talk, "Smart City *im* Amt", "Koordination Smart City [Süderbrarup]", 20)),
    (-60, set(3, .break, "Kaffee", nil, 10)), (-60, set(4, .discussion, "Aussprache")),
    (-60, set(5, .outlook, "Wie es weitergeht", nil, 5)), (-60, set(6, .other, "Verschiedenes")),
    (-60, .startScheduled(start: start)), (2, .phaseChanged(phase: .live)),
    (2, .agendaItemStarted(item: item(1))), (8, .agendaItemStarted(item: item(2))),
    (33, .agendaItemStarted(item: item(3))), (33, .phaseChanged(phase: .paused)),
    (44, .phaseChanged(phase: .live)), (44, .agendaItemStarted(item: item(4))),
    (60, .agendaItemStarted(item: item(2))), (62, .agendaItemStarted(item: item(4))),
    (90, .agendaItemStarted(item: item(6))),
  ]

  static func meeting(_ end: Agenda.Event...) -> Meeting {
    let series = Series(title: "Digitale Kaffeerunde", code: JoinCode(rawValue: "ABC234")!)
    var meeting = Meeting(
      Founding(
        meeting: MeetingID(rawValue: "m1"),
        title: "Runde im September",
        series: series,
        founded: start + .seconds(-3_600)
      )
    )
    for (minute, event) in events {
      meeting.apply(.agenda(event), at: start + .seconds(minute * 60))
    }
    for event in end { meeting.apply(.agenda(event), at: start + .seconds(6_000)) }
    return meeting
  }
}

@Suite("The agenda in the transcript")
struct AgendaRecordTests {
  @Test("is the one that is kept as a file", arguments: ["md", "en.md", "json"])
  func isAsKept(ending: String) throws {
    try Record(Afternoon.meeting(.phaseChanged(phase: .ended))).expectAsKept("agenda", ending)
  }

  @Test("says of what goes on since when it does, and that a rehearsal is one")
  func goesOn() {
    let text = Record(Afternoon.meeting(.rehearsalBegan)).markdown(.de)
    #expect(text.contains("- Probelauf: nichts hiervon bleibt"))
    #expect(text.contains("- **Verschiedenes** · seit 15:30"))
  }

  @Test("comes back from its JSON, with what the next round can begin with")
  func readsItsJSON() throws {
    let record = Record(Afternoon.meeting(.phaseChanged(phase: .ended)))
    let read = try Record(json: record.json)
    #expect(read == record)
    #expect(read.preparation?.agenda.map(\.kind).count == 6)
  }

  @Test("is missing in records that are older than agendas, and those are read still")
  func old() throws {
    let old = """
      {"title":"Alt","series":"Kaffeerunde","code":"ABC234","founded":1,"participants":0,
      "questions":[]}
      """
    let record = try Record(json: Array(old.utf8))
    #expect(record.preparation == nil)
    #expect(!record.markdown(.de).contains("Tagesordnung"))
  }
}
