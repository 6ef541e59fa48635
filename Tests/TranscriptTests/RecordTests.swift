import Foundation
import MeetingCore
import Testing
import Transcript

/// A short round whose transcript is kept as a file, in each of its spellings.
enum Round {
  static let references = (1...4).map {
    Reference(rawValue: "q\($0)" + String(repeating: "_", count: 20))!
  }
  /// The night in which summer time ends: 02:30 comes twice.
  static let start = Timestamp(rawValue: 1_792_886_400_000)  // 2026-10-25 00:00 UTC

  static func person(_ number: Int) -> ParticipantID { ParticipantID(rawValue: number) }

  static let events: [(minute: Int, event: Meeting.Event)] = [
    (
      0,
      .participants(
        .participantJoined(participant: person(1), session: SessionDigest(rawValue: "a"))
      )
    ),
    (
      0,
      .participants(
        .participantJoined(participant: person(2), session: SessionDigest(rawValue: "b"))
      )
    ),
    (
      0,
      .participants(
        .participantJoined(participant: person(3), session: SessionDigest(rawValue: "c"))
      )
    ),
    (
      1,
      .participants(
        .participantNamed(participant: person(1), name: "Ada *Stern*", organisation: "Stadt_A")
      )
    ),
    (2, .agenda(.phaseChanged(phase: .live))),
    (
      30,
      .questions(
        .questionAsked(
          question: references[0],
          by: .person(participant: person(1)),
          text: "# Wie?\n\n1. So\n    <b>"
        )
      )
    ),
    (
      90,
      .questions(
        .questionAsked(
          question: references[1],
          by: .person(participant: person(2)),
          text: "Was [kostet](http://x) es?"
        )
      )
    ),
    (
      91,
      .questions(
        .questionAsked(
          question: references[2],
          by: .person(participant: person(3)),
          text: "Und danach?"
        )
      )
    ),
    (
      92,
      .questions(
        .questionAsked(
          question: references[3],
          by: .person(participant: person(3)),
          text: "Schon gesagt"
        )
      )
    ),
    (93, .questions(.questionSupported(question: references[1], by: person(1)))),
    (93, .questions(.questionSupported(question: references[1], by: person(3)))),
    (94, .questions(.questionMoved(question: references[1], to: .live))),
    (95, .questions(.questionMoved(question: references[1], to: .answered))),
    (
      96,
      .questions(.questionMoved(question: references[3], to: .declined(reason: "Siehe Frage 3.")))
    ),
    (120, .agenda(.phaseChanged(phase: .ended))),
  ]

  static var meeting: Meeting { meeting(until: .max) }

  /// The round as it stood after so many minutes.
  static func meeting(until end: Int) -> Meeting {
    let series = Series(title: "Digitale Kaffeerunde", code: JoinCode(rawValue: "ABC234")!)
    var meeting = Meeting(
      Founding(
        meeting: MeetingID(rawValue: "m1"),
        title: "Nacht <der> Fragen",
        series: series,
        founded: start
      )
    )
    for (minute, event) in events where minute <= end {
      meeting.apply(event, at: start + .seconds(minute * 60))
    }
    return meeting
  }
}

@Suite("The transcript")
struct RecordTests {
  @Test("is the one that is kept as a file", arguments: ["md", "en.md", "json"])
  func isAsKept(ending: String) throws {
    try Record(Round.meeting).expectAsKept("night", ending)
  }

  @Test("comes back from its JSON as it was")
  func readsItsJSON() throws {
    let record = Record(Round.meeting)
    #expect(try Record(json: record.json) == record)
    #expect(throws: (any Error).self) { try Record(json: Array("{}".utf8)) }
  }

  @Test("of a meeting without questions says so")
  func isNeverEmpty() {
    let meeting = Meeting(Round.meeting.founding)
    #expect(Record(meeting).markdown(.de).contains("Es wurde nichts gefragt."))
    #expect(Record(meeting).markdown(.en).contains("Nothing was asked."))
  }
}
