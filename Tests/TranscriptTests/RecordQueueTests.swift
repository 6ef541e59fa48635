import Foundation
import MeetingCore
import Testing
import Transcript

/// A discussion whose transcript is kept as a file, in each of its spellings.
enum Discussion {
  private static let hands = (1...6).map {
    Reference(rawValue: "h\($0)" + String(repeating: "_", count: 20))!
  }
  private static let question = Reference(rawValue: "q1" + String(repeating: "_", count: 20))!

  private static func person(_ number: Int) -> ParticipantID { ParticipantID(rawValue: number) }

  /// Ada and Ben have names, Cleo has none; somebody is on the phone.
  private static let people: [Participants.Event] =
    (1...3).map {
      .participantJoined(participant: person($0), session: SessionDigest(rawValue: "\($0)"))
    } + [
      .participantNamed(participant: person(1), name: "Ada *Stern*", organisation: "Stadt_A"),
      .participantNamed(participant: person(2), name: "Ben", organisation: nil),
    ]

  private static func raised(
    _ hand: Int,
    _ who: SpeakingQueue.Who,
    _ kind: SpeakingQueue.Kind,
    _ question: QuestionID? = nil
  ) -> Meeting.Event {
    let raised = SpeakingQueue.Event.handRaised
    return .queue(raised(hands[hand], who, kind, "geheime Notiz", question, nil))
  }

  private static func speaks(_ hand: Int, from: Int, to: Int) -> [(Int, Meeting.Event)] {
    [
      (from, .queue(.turnBegan(entry: hands[hand]))),
      (to, .queue(.turnEnded(turn: hands[hand]))),
    ]
  }

  private static let said: [(second: Int, event: Meeting.Event)] =
    [
      (60, .agenda(.phaseChanged(phase: .live))),
      (
        70,
        .questions(
          .questionAsked(question: question, by: .person(participant: person(1)), text: "Wie?")
        )
      ),
      (100, raised(0, .person(participant: person(1)), .question, question)),
      (101, raised(1, .person(participant: person(2)), .reply)),
      (102, raised(2, .person(participant: person(3)), .topic)),
      (
        103,
        raised(3, .guest(name: "Frau #1", organisation: "Kreis_B", via: .phone), .pointOfOrder)
      ),
    ] + speaks(0, from: 120, to: 245) + speaks(1, from: 250, to: 259)
    + speaks(2, from: 300, to: 420)
    + [
      (430, .participants(.namePolicySet(policy: .anonymous))),
      (431, raised(4, .person(participant: person(1)), .topic)),
    ] + speaks(4, from: 440, to: 470)
    + [
      (480, .participants(.namePolicySet(policy: .optional))),
      (500, .queue(.turnBegan(entry: hands[3]))),
      (520, .queue(.turnPaused(turn: hands[3]))),
      (560, .queue(.turnResumed(turn: hands[3]))),
    ]

  /// - Parameter isOver: Whether it has ended, while somebody was speaking.
  static func meeting(isOver: Bool = true) -> Meeting {
    let start = Timestamp(rawValue: 1_770_000_000_000)
    let series = Series(title: "Digitale Kaffeerunde", code: JoinCode(rawValue: "ABC234")!)
    var meeting = Meeting(
      Founding(
        meeting: MeetingID(rawValue: "m1"),
        title: "Aussprache",
        series: series,
        founded: start
      )
    )
    for event in people { meeting.apply(.participants(event), at: start) }
    for (second, event) in said { meeting.apply(event, at: start + .seconds(second)) }
    if isOver {
      meeting.apply(.agenda(.phaseChanged(phase: .ended)), at: start + .seconds(600))
    }
    return meeting
  }
}

@Suite("The transcript of a discussion")
struct RecordQueueTests {
  @Test("is the one that is kept as a file", arguments: ["md", "en.md", "json"])
  func isAsKept(ending: String) throws {
    let record = Record(Discussion.meeting())
    try record.expectAsKept("discussion", ending)
    #expect(try Record(json: record.json) == record)
  }

  @Test("holds no notes, and nobody by name who had none then")
  func keepsToItself() throws {
    let spelled = String(decoding: Record(Discussion.meeting()).json, as: UTF8.self)
    #expect(!spelled.contains("geheime Notiz"))
    // Ada's question and her first turn; her second one was when nobody had a name.
    #expect(spelled.components(separatedBy: "Ada *Stern*").count == 3)
  }

  @Test("counts whoever still speaks until now")
  func goesOn() throws {
    let text = Record(Discussion.meeting(isOver: false)).markdown(.en)
    #expect(text.contains("Frau \\#1"))
  }

  @Test("of a meeting in which nobody spoke says nothing of speaking")
  func silent() {
    let text = Record(Meeting(Discussion.meeting().founding)).markdown(.de)
    #expect(!text.contains("Wortbeiträge"))
  }
}
