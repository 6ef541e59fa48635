import Foundation
import MeetingCore
import MeetingTestSupport
import Testing

/// Product rows H5 and B21.
@Suite("What a round hands on")
struct PreparationTests {
  /// A round in which one question was answered, one declined, one merged, and four are left.
  private func round() -> Scenario {
    var story = Scenario()
    story.given(.ada, .participants(.setName(name: "Ada", organisation: nil)))
    story.given(.chair, .questions(.setTags(tags: ["Kosten"])))
    story.given(.chair, .agenda(.setAgendaItem(kind: .talk, title: "Vortrag", minutes: 20)))
    story.given(.chair, .agenda(.setAgendaItem(kind: .outlook, title: "Ausblick")))
    let left = [Reference.lunch, .costs, .files, .later, .answered, .declined, .same]
    let people = [ParticipantID.ada, .ben, .cleo, .ben, .cleo, .ben, .cleo]
    for (question, person) in zip(left, people) { story.given(person, asks: question) }
    story.given(.cleo, .questions(.support(question: .lunch, support: true)))
    story.given(.ben, .questions(.support(question: .lunch, support: true)))
    story.given(.chair, .questions(.tagQuestion(question: .costs, tag: "Kosten")))
    story.given(.answered, becomes: .answered)
    story.given(.declined, becomes: .declined(reason: nil))
    story.given(.files, becomes: .live)
    story.given(.later, becomes: .followUp(owner: "Bauamt", due: "Mai"))
    let seen = story.meeting.revision
    let merge = Questions.Command.mergeQuestion(question: .same, into: .costs, seen: seen)
    story.given(.chair, .questions(merge))
    var rules = Questions.Rules()
    rules.isModerated = true
    rules.mode = .closed
    rules.closes = story.now + .seconds(99)
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.given(.chair, .participants(.setNamePolicy(policy: .pseudonym)))
    story.given(.chair, .agenda(.setStage(scene: .thanks, showsCode: false)))
    return story
  }

  /// The round that begins with it.
  private func next(_ preparation: Preparation) -> Meeting {
    var next = Meeting(.founding("2026-02-digitale-kaffeerunde"))
    var number = 0
    let events = preparation.events {
      number += 1
      return Reference("fresh-\(number)")
    }
    for event in events { next.apply(event, at: .start) }
    return next
  }

  @Test("Agenda, settings and open questions begin the next round, and nobody's name")
  func whole() throws {
    let preparation = round().meeting.preparation(calling: "01/2026")
    let spelled = try JSONEncoder().encode(preparation)
    #expect(try JSONDecoder().decode(Preparation.self, from: spelled) == preparation)
    #expect(!String(decoding: spelled, as: UTF8.self).contains("Ada"))

    let next = next(preparation)
    #expect(next.phase == .lobby)
    #expect(next.agenda.items.map(\.plan.title) == ["Vortrag", "Ausblick"])
    #expect(next.agenda.items.map(\.plan.minutes) == [20, nil])
    #expect(next.questions.rules.isModerated)
    #expect(next.questions.rules.mode == .open, "It was closed for the end of the round.")
    #expect(next.questions.rules.closes == nil)
    #expect(next.questions.tags == ["Kosten"])
    #expect(next.participants.policy == .pseudonym)
    #expect(next.agenda.stage.scene == .welcome)
    #expect(!next.agenda.stage.settings.showsCode)
    #expect(next.brokenPromises == [])
  }

  @Test("A question carried over tells from where, with its support then and no live votes")
  func questions() {
    let next = next(round().meeting.preparation(calling: "01/2026"))
    let left = [Reference.lunch, .costs, .files, .later]
    #expect(next.questions.all.map(\.text) == left.map(\.rawValue))
    #expect(next.questions.all.map(\.number) == [1, 2, 3, 4])
    let carried = next.questions.all.map(\.author)
    #expect(
      carried == [3, 2, 1, 1].map { .carried(from: "01/2026", support: $0) },
      "Merged questions count together."
    )
    #expect(next.questions.all.map { next.questions.support(of: $0) } == [0, 0, 0, 0])
    let later = Question.State.followUp(owner: "Bauamt", due: "Mai")
    #expect(next.questions.all.map(\.state) == [.open, .open, .open, later])
    #expect(next.questions.all.map(\.tag) == [nil, "Kosten", nil, nil])
    #expect(Set(next.questions.order).isDisjoint(with: left))
  }

  @Test("Moderators choose what is carried, and nothing that is not open")
  func choosing() {
    let preparation = round().meeting.preparation(calling: "01/2026")
    let chosen = preparation.carrying([.later, .lunch])
    #expect(chosen?.questions.map(\.id) == [.lunch, .later])
    #expect(chosen?.agenda == preparation.agenda)
    #expect(preparation.carrying([])?.questions == [])
    for wrong in [Reference.answered, .declined, .same, Reference("nobody")] {
      #expect(preparation.carrying([.lunch, wrong]) == nil)
    }
  }

  @Test("What a moderator leaves behind does not go on, until it is chosen again")
  func leaving() {
    var story = round()
    let carried = { (story: Scenario) in
      story.meeting.preparation(calling: "01/2026").questions.map(\.id)
    }
    let everything = carried(story)
    story.when(
      .chair,
      .questions(.handOn(except: [.later, .lunch, .later])),
      then: .questions(.questionsHandedOn(except: [.lunch, .later]))
    )
    story.when(.chair, .questions(.handOn(except: [.lunch, .later])))
    #expect(carried(story) == [.costs, .files])
    story.given(.chair, .questions(.handOn(except: [])))
    #expect(carried(story) == everything)
    story.when(.chair, .questions(.handOn(except: [Reference("nobody")])))
  }

  @Test("What has waited for two rounds is counted from the first one on")
  func twice() throws {
    var second = next(round().meeting.preparation(calling: "01/2026"))
    let id = try #require(second.questions.order.first)
    let person = ParticipantID(rawValue: 1)
    let session = SessionDigest(of: person)
    second.apply(
      .participants(.participantJoined(participant: person, session: session)),
      at: .start
    )
    second.apply(.questions(.questionSupported(question: id, by: person)), at: .start)
    let third = second.preparation(calling: "02/2026")
    #expect(third.questions.first?.from == "01/2026")
    #expect(third.questions.first?.support == 4)
  }

  @Test("A pending question was never shown, and stays behind")
  func pending() {
    var story = Scenario()
    var rules = Questions.Rules()
    rules.isModerated = true
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.given(.ada, asks: .lunch)
    #expect(story.meeting.preparation(calling: "01/2026").questions == [])
  }
}

extension Reference {
  fileprivate static let later = Self("later")
  fileprivate static let answered = Self("answered")
  fileprivate static let declined = Self("declined")
  fileprivate static let same = Self("same")
}
