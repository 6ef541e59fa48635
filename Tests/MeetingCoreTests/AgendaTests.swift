import MeetingCore
import MeetingTestSupport
import Testing

/// Product row H2.
@Suite("The agenda")
struct AgendaTests {
  private static let talk = AgendaItem.Plan(
    kind: .talk,
    title: "Smart City im ländlichen Raum",
    speaker: "Koordination Smart City",
    minutes: 20
  )

  private func set(
    _ item: AgendaItemID? = nil,
    _ plan: AgendaItem.Plan = Self.talk,
    seen: Revision? = nil
  ) -> Meeting.Command {
    .agenda(
      .setAgendaItem(
        item: item,
        kind: plan.kind,
        title: plan.title,
        speaker: plan.speaker,
        minutes: plan.minutes,
        seen: seen
      )
    )
  }

  /// Welcome, talk and discussion: 5, 20 and 30 minutes.
  private func planned() -> Scenario {
    var story = Scenario()
    let items: [(AgendaItemID, AgendaItem.Plan)] = [
      (.welcome, .init(kind: .welcome, title: "Begrüßung", minutes: 5)), (.talk, Self.talk),
      (.debate, .init(kind: .discussion, title: "Aussprache", minutes: 30)),
    ]
    for (id, plan) in items { story.given(.chair, set(nil, plan), as: id) }
    return story
  }

  @Test("An item is made once, at the end, under the name of the wish")
  func making() {
    var story = planned()
    #expect(story.meeting.agenda.items.map(\.id) == [.welcome, .talk, .debate])
    #expect(story.meeting.agenda[.talk]?.plan == Self.talk)
    story.when(.chair, set(), as: .talk)
    story.refuses(.ada, set(), because: .notAllowed)
  }

  @Test("What is typed is cleaned, and has to be possible")
  func typing() {
    var story = Scenario()
    let typed = AgendaItem.Plan(kind: .other, title: " Zwei\nZeilen\u{202E} ", speaker: " ")
    let clean = AgendaItem.Plan(kind: .other, title: "Zwei Zeilen")
    story.when(
      .chair,
      set(nil, typed),
      as: .talk,
      then: .agenda(.agendaItemSet(item: .talk, plan: clean))
    )
    let refused: [(AgendaItem.Plan, Rejection.Reason)] = [
      (.init(kind: .talk, title: " \n"), .titleMissing),
      (.init(kind: .talk, title: String(repeating: "x", count: 121)), .titleTooLong),
      (
        .init(kind: .talk, title: "x", speaker: String(repeating: "x", count: 121)), .titleTooLong
      ),
      (.init(kind: .talk, title: "x", minutes: 0), .minutesNotPossible),
      (.init(kind: .talk, title: "x", minutes: 601), .minutesNotPossible),
    ]
    for (plan, reason) in refused { story.refuses(.chair, set(nil, plan), because: reason) }
  }

  @Test("An agenda holds fifty items")
  func bound() {
    var story = Scenario()
    for number in 1...50 { story.given(.chair, set(), as: Reference("item-\(number)")) }
    story.refuses(.chair, set(), because: .tooManyAgendaItems)
    story.given(.chair, .agenda(.removeAgendaItem(item: Reference("item-7"))))
    story.given(.chair, set(), as: Reference("item-51"))
  }

  @Test("Of two moderators who change an item, the second has to look first")
  func changing() {
    var story = planned()
    let seen = story.meeting.revision
    let longer = AgendaItem.Plan(kind: .talk, title: "Smart City", minutes: 25)
    story.given(.chair, set(.talk, longer, seen: seen))
    story.when(.chair, set(.talk, longer, seen: seen))
    let other = AgendaItem.Plan(kind: .talk, title: "Anderes")
    story.refuses(.chair, set(.talk, other, seen: seen), because: .stale, stale: .agenda)
    story.refuses(.chair, set(.talk, other), because: .stale, stale: .agenda)
    // That another item has changed, or was started, is no reason to look again.
    story.given(.chair, .agenda(.startAgendaItem(item: .debate)))
    story.given(.chair, set(.debate, other, seen: seen))
    story.refuses(.chair, set(.lunch, other, seen: seen), because: .agendaItemUnknown)
  }

  @Test("Items are moved before another one, or to the end")
  func moving() {
    var story = planned()
    let move = { (item: AgendaItemID, other: AgendaItemID?) in
      Meeting.Command.agenda(.moveAgendaItem(item: item, before: other))
    }
    story.given(.chair, move(.debate, .welcome))
    #expect(story.meeting.agenda.items.map(\.id) == [.debate, .welcome, .talk])
    story.when(.chair, move(.debate, .welcome))
    story.when(.chair, move(.debate, .debate))
    story.given(.chair, move(.debate, nil), as: Reference("move"))
    #expect(story.meeting.agenda.items.map(\.id) == [.welcome, .talk, .debate])
    story.when(.chair, move(.debate, nil))
    story.given(.chair, .moderation(.undo(act: Reference("move"))))
    #expect(story.meeting.agenda.items.map(\.id) == [.debate, .welcome, .talk])
    story.refuses(.chair, move(.lunch, nil), because: .agendaItemUnknown)
    story.refuses(.chair, move(.talk, .lunch), because: .agendaItemUnknown)
  }

  @Test("One item at a time is dealt with, and the agenda keeps when")
  func starting() {
    var story = planned()
    story.given(.chair, .agenda(.startAgendaItem(item: .welcome)))
    let began = story.now
    story.when(.chair, .agenda(.startAgendaItem(item: .welcome)))
    story.pass(.seconds(300))
    story.given(.chair, .agenda(.startAgendaItem(item: .talk)))
    let changed = story.now
    #expect(story.meeting.agenda.current?.item == .talk)
    story.given(.chair, .agenda(.startAgendaItem(item: nil)))
    #expect(story.meeting.agenda.current == nil)
    story.when(.chair, .agenda(.startAgendaItem(item: nil)))
    let runs = story.meeting.agenda.runs
    #expect(runs.map(\.item) == [.welcome, .talk])
    #expect(runs.map(\.from) == [began, changed])
    #expect(runs.map(\.to) == [changed, changed + .seconds(1)])
    story.refuses(.chair, .agenda(.startAgendaItem(item: .lunch)), because: .agendaItemUnknown)
  }

  @Test("The end of the meeting is the end of the item that is dealt with")
  func ending() {
    var story = planned()
    story.given(.chair, .agenda(.startAgendaItem(item: .talk)))
    story.given(.chair, .agenda(.endMeeting))
    #expect(story.meeting.agenda.current == nil)
    #expect(story.meeting.agenda.runs.map(\.to) == [story.now])
  }

  @Test("An item started by mistake was never started, and the one before goes on")
  func startTakenBack() {
    var story = planned()
    story.given(.chair, .agenda(.startAgendaItem(item: .welcome)))
    let began = story.now
    story.given(.chair, .agenda(.startAgendaItem(item: .talk)), as: Reference("start"))
    story.given(.chair, .moderation(.undo(act: Reference("start"))))
    #expect(story.meeting.agenda.current?.item == .welcome)
    #expect(story.meeting.agenda.current?.from == began)
    #expect(story.meeting.agenda.runs.count == 1)
  }

  @Test("An item removed by mistake comes back where it was, and is dealt with still")
  func removalTakenBack() {
    var story = planned()
    story.given(.chair, .agenda(.startAgendaItem(item: .talk)))
    let before = story.meeting.agenda.essence
    story.given(.chair, .agenda(.removeAgendaItem(item: .talk)), as: Reference("remove"))
    #expect(story.meeting.agenda.items.map(\.id) == [.welcome, .debate])
    #expect(story.meeting.agenda.current == nil)
    story.when(.chair, .agenda(.removeAgendaItem(item: .talk)))
    story.given(.chair, .moderation(.undo(act: Reference("remove"))))
    #expect(story.meeting.agenda.essence == before)
  }
}

extension AgendaTests {
  @Test("The lobby counts down to a start that a calendar knows")
  func schedule() {
    var story = Scenario()
    let start = story.now + .seconds(3_600)
    story.when(
      .chair,
      .agenda(.schedule(start: start)),
      then: .agenda(.startScheduled(start: start))
    )
    story.when(.chair, .agenda(.schedule(start: start)))
    let wrong = [
      Timestamp(rawValue: .max), Timestamp(rawValue: .min), story.now + .seconds(400 * 86_400),
      story.now + .seconds(-2 * 86_400),
    ]
    for start in wrong {
      story.refuses(.chair, .agenda(.schedule(start: start)), because: .startNotPossible)
    }
    story.given(.chair, .agenda(.schedule(start: nil)))
    #expect(story.meeting.agenda.start == nil)
  }

  @Test("How late an item began is counted from the planned start, item by item")
  func drift() {
    var story = planned()
    #expect(story.meeting.agenda.drift == nil)
    #expect(story.meeting.agenda.plannedStarts == [:])
    let start = story.now + .seconds(600)
    story.given(.chair, .agenda(.schedule(start: start)))
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    let planned = story.meeting.agenda.plannedStarts
    #expect(planned[.welcome] == start)
    #expect(planned[.talk] == start + .seconds(300))
    #expect(planned[.debate] == start + .seconds(1_500))

    story.pass(start - story.now + .seconds(1_559))
    story.given(.chair, .agenda(.startAgendaItem(item: .debate)))
    #expect(story.meeting.agenda.drift == .seconds(60))
    story.given(.chair, .agenda(.startAgendaItem(item: .welcome)))
    #expect(story.meeting.agenda.drift == .seconds(1_561))
    story.pass(.seconds(100))
    story.given(.chair, .agenda(.startAgendaItem(item: .debate)))
    #expect(story.meeting.agenda.drift == .seconds(60), "It had begun before.")
  }

  @Test("Without a planned start the meeting's beginning counts, and no length ends the plan")
  func driftWithoutSchedule() {
    var story = planned()
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    let open = AgendaItem.Plan(kind: .talk, title: "Mit offenem Ende")
    story.given(.chair, set(.talk, open, seen: story.meeting.revision))
    let planned = story.meeting.agenda.plannedStarts
    #expect(planned == [.welcome: story.meeting.agenda.began, .talk: planned[.talk]])
  }
}

extension Reference {
  static let welcome = Self("welcome")
  static let talk = Self("talk")
  static let debate = Self("debate")
}
