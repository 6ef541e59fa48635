import Foundation
import MeetingCore
import Testing
import Transcript

@Suite("A record without names")
struct NamelessTests {
  @Test("says nothing of who it was, and everything of what was said")
  func holdsNoNames() throws {
    var meeting = Meeting(
      Founding(
        meeting: MeetingID(rawValue: "m1"),
        title: "Runde",
        series: Series(title: "Reihe", code: JoinCode(rawValue: "ABC234")!),
        founded: Round.start
      )
    )
    let ada = Round.person(1)
    let (first, second) = (Round.references[0], Round.references[1])
    let events: [Meeting.Event] = [
      .participants(.participantJoined(participant: ada, session: SessionDigest(rawValue: "a"))),
      .participants(
        .participantNamed(participant: ada, name: "Lovelace", organisation: "Stadt Ulm")
      ),
      .questions(.questionAsked(question: first, by: .person(participant: ada), text: "Wann?")),
      .questions(
        .questionAsked(question: second, by: .guest(name: "Babbage", via: .phone), text: "Wer?")
      ),
      .questions(.questionMoved(question: first, to: .followUp(owner: "Hopper", due: "Mai"))),
      .questions(.answerWritten(question: second, text: "Alle", by: ada)),
    ]
    for event in events { meeting.apply(event, at: Round.start) }
    let record = Record(meeting)
    let names = ["Lovelace", "Stadt Ulm", "Babbage", "Hopper"]
    let whole = String(decoding: record.json, as: UTF8.self)
    for name in names { #expect(whole.contains(name)) }

    for rest in [
      String(decoding: record.nameless.json, as: UTF8.self), record.nameless.markdown(.de),
    ] {
      for name in names { #expect(!rest.contains(name), "\(name)") }
      for words in ["Wann?", "Wer?", "Alle", "Mai", "Runde"] where rest.hasPrefix("{") {
        #expect(rest.contains(words), "\(words)")
      }
    }
    #expect(record.nameless.nameless == record.nameless)
  }

  /// Where people stand in a record; who was announced on the agenda stays.
  private static let keys: Set<String> = ["name", "organisation", "owner", "by", "voters"]

  @Test(
    "has no place for a name, whatever was in it",
    arguments: ["agenda", "discussion", "night", "polls"]
  )
  func hasNoPlaces(name: String) throws {
    let golden = try Data(contentsOf: Record.kept(name, "json"))
    let record = try Record(json: [UInt8](golden))
    let rest = try JSONSerialization.jsonObject(with: Data(record.nameless.json))
    #expect(Self.people(in: rest) == [])
    #expect(try Record(json: record.nameless.json) == record.nameless)
  }

  @Test("is asked about each of these places")
  func knowsPlaces() throws {
    let all = try ["agenda", "discussion", "night", "polls"].map { name in
      let golden = try Data(contentsOf: Record.kept(name, "json"))
      return Self.people(in: try JSONSerialization.jsonObject(with: golden))
    }
    #expect(Set(all.flatMap(\.self)).isSuperset(of: ["name", "organisation", "voters"]))
  }

  /// The keys under which somebody stands.
  private static func people(in value: Any) -> [String] {
    switch value {
    case let list as [Any]: list.flatMap(people)
    case let object as [String: Any]:
      object.flatMap { key, value in
        let isEmpty = value as? String == "" || (value as? [Any])?.isEmpty == true
        return (keys.contains(key) && !isEmpty ? [key] : []) + people(in: value)
      }
    default: []
    }
  }
}
