import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("The wire's spelling: what browsers hold")
struct WireThingsTests {
  @Test("Every thing is spelled as the golden file spells it")
  func things() throws {
    let round = GoldenRound()
    let asked = GoldenRound.withQuestions
    let (lunch, costs) = (GoldenRound.lunch, GoldenRound.costs)
    let declined = asked.moved(costs, to: .declined(reason: nil))
    let ada = Thing.me(GoldenRound.ada)
    let spelled: [String: [UInt8]] = [
      "meetingInLobby": round.meeting.golden(.meeting, 2),
      "meetingLive": round.after(.agenda(.phaseChanged(phase: .live))).golden(.meeting, 3),
      "meetingEnded": round.after(.agenda(.phaseChanged(phase: .ended))).golden(.meeting, 15),
      "people": round.meeting.golden(.people, 11),
      "questionOpenWithNameAndOrganisation": asked.meeting.golden(.question(lunch), 7),
      "questionOpenWithoutName": asked.meeting.golden(.question(costs), 9),
      "questionWithNameOnly": asked.meeting.golden(.question(GoldenRound.files), 10),
      "questionLive": asked.moved(lunch, to: .live).golden(.question(lunch), 13),
      "questionAnswered": asked.moved(lunch, to: .answered).golden(.question(lunch), 14),
      "questionDeclined": declined.golden(.question(costs), 15),
      "questionDeclinedWithReason": asked.moved(costs, to: .declined(reason: GoldenRound.later))
        .golden(.question(costs), 15),
      "questionGone": GoneView(.question(costs), Revision(rawValue: 17)).bytes,
      "meNew": round.meeting.golden(ada, 4),
      "meNamed": asked.meeting.golden(ada, 10),
      "meWithDeclinedQuestion": asked.moved(lunch, to: .declined(reason: GoldenRound.later))
        .golden(ada, 15),
    ]
    let all = spelled.merging(laterThings) { first, _ in first }
      .merging(GoldenRound.agendaThings) { first, _ in first }
      .merging(GoldenQueue.things) { first, _ in first }
      .merging(chatThings) { first, _ in first }
      .merging(GoldenPolls.things) { first, _ in first }
    let written = try all.mapValues { try JSONValue($0) }
    let golden = try Fixture.wire("things", spelled: written)
    #expect(Set(golden.keys) == Set(written.keys))
    for name in written.keys { #expect(written[name] == golden[name], "\(name)") }
  }

  /// What comes of moderating.
  private var laterThings: [String: [UInt8]] {
    let asked = GoldenRound.withQuestions
    let (lunch, costs, files) = (GoldenRound.lunch, GoldenRound.costs, GoldenRound.files)
    let ada = Thing.me(GoldenRound.ada)
    let chair = ParticipantID(rawValue: 1)
    var rules = Questions.Rules()
    rules.mode = .paused
    rules.isModerated = true
    let paused = asked.after(
      .agenda(.phaseChanged(phase: .paused)),
      .questions(.questionsSet(rules: rules)),
      .questions(.tagsSet(tags: ["Recht", "Kosten"])),
      .participants(.namePolicySet(policy: .required)),
      .moderation(.emergencyStopSet(stopped: true))
    )
    let merged = asked.after(
      .questions(.questionMerged(question: files, into: costs)),
      .questions(
        .questionRevised(question: costs, text: "Wer zahlt?", original: "Wer bezahlt das?")
      ),
      .questions(.answerWritten(question: costs, text: "Der Bund.", by: chair)),
      .questions(.tagsSet(tags: ["Kosten"])),
      .questions(.questionTagged(question: costs, tag: "Kosten"))
    )
    let pending = asked.moved(lunch, to: .pending)
    let later = Question.State.followUp(owner: "Bauamt", due: "bis Ende Oktober")
    return [
      "meetingPausedAndStopped": paused.golden(.meeting, 20),
      "questionPending": pending.golden(.question(lunch), 15),
      "questionFollowUp": asked.moved(lunch, to: later).golden(.question(lunch), 15),
      "questionMergedRevisedAndAnswered": merged.golden(.question(costs), 16),
      "questionMergedForParticipants": merged.view(
        of: .question(costs),
        for: .participants,
        at: Revision(rawValue: 16)
      ) ?? [],
      "questionMergedIntoAnother": merged.golden(.question(files), 14),
      "meWithPendingQuestion": pending.golden(ada, 15),
      "moderation": paused.golden(.moderation, 20),
    ]
  }

  @Test("The digest is the same on both sides")
  func digest() throws {
    for (name, entry) in try Fixture.wire("digest") {
      let things = try #require(entry["things"]).items
      var browser = Browser()
      browser.hear(try things.map { try WireThing.read($0.bytes) })
      #expect(Int64(browser.digest) == entry["digest"]?.number, "\(name)")
    }
  }

  @Test("FNV-1a is FNV-1a")
  func fnv1a() {
    #expect(Digest.fnv1a("") == 0x811c_9dc5)
    #expect(Digest.fnv1a("a") == 0xe40c_292c)
    #expect(Digest.fnv1a("foobar") == 0xbf9c_f968)
  }

  @Test("Every reason and every problem is listed, and has a sentence in both languages")
  func reasons() throws {
    let listed = try Fixture.wire("reasons")
    let reasons = Rejection.Reason.allCases.map(\.rawValue)
    let problems = ServerFrame.Problem.allCases.map(\.rawValue)
    #expect(Set(listed["rejected"]?.items.compactMap(\.string) ?? []) == Set(reasons))
    #expect(Set(listed["error"]?.items.compactMap(\.string) ?? []) == Set(problems))
    for language in ["de", "en"] {
      let sentences = try Fixture.sentences(language)
      for reason in reasons {
        #expect(sentences["reason.\(reason)"] != nil, "\(language) \(reason)")
      }
      for problem in problems {
        let has = sentences["reason.\(problem)"] ?? sentences["final.\(problem)"]
        #expect(has != nil, "\(language) \(problem)")
      }
    }
  }
}
