import Foundation
import MeetingCore
import MeetingTestSupport
import Testing

/// Product row H4.
@Suite("Rehearsing")
struct RehearsingTests {
  private let on = Meeting.Command.agenda(.rehearse(on: true))
  private let off = Meeting.Command.agenda(.rehearse(on: false))

  /// Everybody plays their part, and says something that must not be found afterwards.
  private func rehearsed() -> Scenario {
    var story = Scenario()
    story.given(.ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    story.given(.chair, .questions(.setTags(tags: ["Recht"])))
    var rules = Questions.Rules()
    rules.isModerated = true
    story.given(.chair, .questions(.setQuestions(rules: rules)))
    story.given(.chair, .agenda(.setStage(hides: [.counts])))
    story.given(.chair, .agenda(.setAgendaItem(kind: .talk, title: "Vortrag")), as: .talk)
    story.given(.chair, .agenda(.schedule(start: story.now)))
    story.given(.chair, on)
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    story.given(.chair, .agenda(.startAgendaItem(item: .talk)))
    talks(&story)
    story.given(.chair, .participants(.muteParticipant(participant: .ben, muted: true)))
    story.given(.chair, .participants(.removeParticipant(participant: .cleo)))
    story.given(.chair, .moderation(.emergencyStop(stopped: true)))
    return story
  }

  private func talks(_ story: inout Scenario) {
    story.pass(.seconds(20))
    story.given(.ada, .questions(.askQuestion(text: "secret one")), as: .lunch)
    let hidden = Questions.Command.askQuestion(text: "secret two", anonymous: true)
    story.given(.ben, .questions(hidden), as: .costs)
    let guest = Questions.Command.askOnBehalf(text: "secret", name: "secret guest", via: .phone)
    story.given(.chair, .questions(guest), as: .files)
    story.given(.costs, becomes: .open)
    story.given(.lunch, becomes: .declined(reason: "secret reason"))
    story.given(.lunch, becomes: .followUp(owner: "secret owner", due: "secret day"))
    story.given(.cleo, .questions(.support(question: .costs, support: true)))
    let revise = Questions.Command.reviseQuestion(
      question: .lunch,
      text: "secret revision",
      seen: story.meeting.revision
    )
    story.given(.chair, .questions(revise))
    let answer = Questions.Command.answerQuestion(
      question: .lunch,
      text: "secret answer",
      seen: story.meeting.revision
    )
    story.given(.chair, .questions(answer))
    story.given(.chair, .agenda(.setStage(scene: .question, subject: .costs)))
  }

  @Test("The real start wipes what was practised, and keeps people, plan and settings")
  func wiping() {
    var story = rehearsed()
    story.when(.chair, off, then: .agenda(.rehearsalEnded))
    let meeting = story.meeting
    #expect(meeting.questions.count == 0)
    #expect(meeting.questions.rules.isModerated)
    #expect(meeting.questions.tags == ["Recht"])
    #expect(meeting.participants.count == 4)
    #expect(meeting.participants[.ada].name == "Ada")
    #expect(meeting.participants[.ada].asked == [])
    #expect(meeting.participants[.cleo].supported == [])
    #expect(meeting.agenda.items.map(\.id) == [.talk])
    #expect(meeting.agenda.runs == [])
    #expect(meeting.agenda.start != nil)
    #expect(meeting.agenda.began == nil)
    #expect(!meeting.agenda.isRehearsal)
    #expect(meeting.phase == .lobby)
    #expect(meeting.agenda.phases.map(\.from) == [story.now])
    #expect(meeting.agenda.stage.scene == .welcome)
    #expect(meeting.agenda.stage.settings.hides == [.counts])
    #expect(meeting.moderation.acts.map(\.name) == ["rehearse"])
    #expect(!meeting.moderation.isStopped)
  }

  @Test("Nobody is mute or sent away because of what was practised, and numbers begin anew")
  func afterwards() {
    var story = rehearsed()
    story.given(.chair, off)
    story.given(.ben, .questions(.askQuestion(text: "Im Ernst?")), as: Reference("earnest"))
    #expect(story.meeting.questions[Reference("earnest")]?.number == 1)
    #expect(story.meeting.arrive(.cleo, as: .participant).count == 1)
    #expect(story.meeting.participants.muted == [])
  }

  @Test("The journal forgets every word of it, and leads to the same state")
  func forgetting() throws {
    var story = rehearsed()
    let forgetting = story.meeting.forgotten(with: .agenda(.rehearsalEnded))
    #expect(forgetting.items == [SecretItem(rawValue: Reference.costs.rawValue)])
    story.given(.chair, off)
    let forgotten = Set(forgetting.revisions)
    var replayed = Meeting(.kaffeerunde)
    var written = ""
    for entry in story.journal {
      let kept = forgotten.contains(entry.revision) ? entry.redacted : entry
      let spelled = try JSONEncoder().encode(kept.event)
      written += String(decoding: spelled, as: UTF8.self)
      let event = try JSONDecoder().decode(Meeting.Event.self, from: spelled)
      replayed.apply(event, at: kept.time, cause: kept.cause)
    }
    #expect(replayed == story.meeting)
    #expect(!written.contains("secret"), "\(written)")
    #expect(written.contains("Stadt Ulm"))
  }

  @Test("A rehearsal is possible until the round has really begun")
  func onlyBefore() {
    var story = Scenario()
    story.given(.chair, on)
    story.when(.chair, on)
    for phase in [Phase.live, .paused, .live, .afterTalk] {
      story.given(.chair, .agenda(.setPhase(phase: phase)))
    }
    story.given(.chair, off)
    story.when(.chair, off)
    story.given(.chair, on)
    story.given(.chair, off)
    story.given(.chair, .agenda(.setPhase(phase: .live)))
    story.refuses(.chair, on, because: .rehearsalNotPossible)
    story.given(.chair, .agenda(.setPhase(phase: .lobby)))
    story.refuses(.chair, on, because: .rehearsalNotPossible)
    story.refuses(.ada, on, because: .notAllowed)
  }

  @Test("What people have asked ahead is not wiped by mistake")
  func confirming() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.refuses(.chair, on, because: .rehearsalWouldWipe)
    story.given(.chair, .agenda(.rehearse(on: true, confirmed: true)), as: Reference("on"))
    story.given(.chair, .moderation(.undo(act: Reference("on"))))
    #expect(!story.meeting.agenda.isRehearsal)
    #expect(story.meeting.questions[.lunch] != nil, "Taken back is not wiped.")
  }

  @Test("A rehearsal has no end of its own, and what it wiped does not come back")
  func noEnd() {
    var story = Scenario()
    story.given(.chair, on)
    story.refuses(.chair, .agenda(.endMeeting), because: .rehearsing)
    story.given(.chair, off, as: Reference("off"))
    story.refuses(.chair, .moderation(.undo(act: Reference("off"))), because: .notUndoable)
    story.given(.chair, .agenda(.endMeeting))
  }
}
