import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("The wire's spelling: what browsers hold")
struct WireThingsTests {
  /// What browsers are ready for, and what no meeting of ours can come to yet.
  private let notYet: Set<String> = [
    "meetingPlanned", "meetingPausedWithQuestionsPaused", "meetingAfterTalkWithQuestionsClosed",
    "questionPending", "questionFollowUp", "meWithPendingQuestion",
  ]

  @Test("Every thing is spelled as the golden file spells it")
  func things() throws {
    let round = GoldenRound()
    let asked = GoldenRound.withQuestions
    let (lunch, costs) = (GoldenRound.lunch, GoldenRound.costs)
    let declined = asked.moved(costs, to: .declined(reason: nil))
    let ada = Thing.me(GoldenRound.ada)
    let spelled: [String: [UInt8]] = [
      "meetingInLobby": round.meeting.golden(.meeting, 2),
      "meetingLive": round.after(.phaseChanged(phase: .live)).golden(.meeting, 3),
      "meetingEnded": round.after(.phaseChanged(phase: .ended)).golden(.meeting, 15),
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
    let golden = try Fixture.wire("things")
    #expect(Set(golden.keys) == Set(spelled.keys).union(notYet))
    for (name, bytes) in spelled { #expect(try JSONValue(bytes) == golden[name], "\(name)") }
  }

  @Test("The digest is the same on both sides")
  func digest() throws {
    for (name, entry) in try Fixture.wire("digest") {
      let things = try #require(entry["things"]).items
      let sum = try things.reduce(into: UInt32(0)) { sum, thing in
        let kind = try #require(thing["kind"]?.string)
        let id = try #require(thing["id"]?.string)
        let revision = try #require(thing["revision"]?.number)
        if kind != "me" { sum &+= Digest.fnv1a("\(kind):\(id):\(revision)") }
      }
      #expect(Int64(sum) == entry["digest"]?.number, "\(name)")
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
