import Foundation
import MeetingCore
import Testing
import Transcript

@Suite("A record for everybody")
struct EverybodyTests {
  private static let kept = ["agenda", "discussion", "night", "polls"]
  /// Where somebody could stand, and what only moderators know.
  private static let keys: Set<String> = [
    "name", "organisation", "owner", "by", "voters", "speaker", "preparation", "acts", "item",
  ]

  private static func record(_ name: String) throws -> Record {
    try Record(json: [UInt8](try Data(contentsOf: Record.kept(name, "json"))))
  }

  @Test("has no place for a name, nor for what moderators did or prepared", arguments: kept)
  func hasNoPlaces(name: String) throws {
    let rest = try Self.record(name).forEverybody(hidingContacts: false)
    #expect(Self.places(in: try JSONSerialization.jsonObject(with: Data(rest.json))) == [])
    #expect(try Record(json: rest.json) == rest)
    #expect(rest.forEverybody(hidingContacts: false) == rest)
    #expect(rest.markdown(.de).contains("Öffentliche Fassung, ohne Namen"))
    #expect(rest.markdown(.en).contains("Version for everybody, without names"))
  }

  @Test("is asked about each of these places")
  func knowsPlaces() throws {
    let all = try Self.kept.map { name in
      let json = try Self.record(name).json
      return Self.places(in: try JSONSerialization.jsonObject(with: Data(json)))
    }
    let found = Set(all.flatMap(\.self))
    #expect(found.isSuperset(of: ["name", "organisation", "voters", "speaker", "preparation"]))
  }

  @Test("holds what people were shown, and nothing that they were not")
  func holdsWhatWasShown() throws {
    let night = try Self.record("night")
    let all = String(decoding: night.json, as: UTF8.self)
    #expect(all.contains("Schon gesagt") && all.contains("Siehe Frage 3."))
    let rest = night.forEverybody(hidingContacts: true)
    for text in [String(decoding: rest.json, as: UTF8.self), rest.markdown(.de)] {
      #expect(!text.contains("Schon gesagt") && !text.contains("Siehe Frage 3"))
      #expect(text.contains("Und danach?"))
    }
    let polls = try Self.record("polls")
    let published = polls.forEverybody(hidingContacts: true)
    let (before, after) = (polls.markdown(.de), published.markdown(.de))
    #expect(before.contains("nicht veröffentlicht") && !after.contains("nicht veröffentlicht"))
    #expect(before.contains("Ergebnis war nur") && !after.contains("Ergebnis war nur"))
    #expect(after.components(separatedBy: "### Umfrage").count > 5)
  }

  @Test("does not say on which question somebody spoke that nobody was shown")
  func hiddenSubject() throws {
    let json = """
      {"title":"Runde","series":"Reihe","code":"ABC234","founded":0,"participants":2,
      "questions":[{"number":1,"text":"Wie?","asked":0,"support":1,"state":"open"},
      {"number":2,"text":"Was?","asked":0,"support":1,"state":"declined"}],
      "turns":[{"kind":"question","question":1,"from":0,"to":1,"seconds":1},
      {"kind":"question","question":2,"from":0,"to":1,"seconds":1}]}
      """
    let rest = try Record(json: Array(json.utf8)).forEverybody(hidingContacts: true)
    #expect(rest.markdown(.de).contains("zu Frage 1"))
    #expect(!rest.markdown(.de).contains("zu Frage 2"))
  }

  private static func places(in value: Any) -> [String] {
    switch value {
    case let list as [Any]: list.flatMap(places)
    case let object as [String: Any]:
      object.flatMap { key, value in
        let isEmpty = value as? String == "" || (value as? [Any])?.isEmpty == true
        return (keys.contains(key) && !isEmpty ? [key] : []) + places(in: value)
      }
    default: []
    }
  }
}

@Suite("Before a record is published, whoever does so is shown")
struct TracesTests {
  private static let words: [(typed: String, kinds: [String], hidden: String)] = [
    ("Schreiben Sie an ada.stern+x@stadt-a.de!", ["email"], "Schreiben Sie an […]!"),
    ("ada (at) stadt.example.org bitte", ["email"], "[…] bitte"),
    ("ADA@STADT.DE, ben@stadt.de", ["email", "email"], "[…], […]"),
    ("Tel. 0611 / 123-4567 oder", ["phone"], "Tel. […] oder"),
    ("+49 (0)611 1234567", ["phone"], "[…]"),
    ("Rufen Sie (06123) 4567890 an", ["phone"], "Rufen Sie […] an"),
    ("Am 01.02.2026 um 09:00 Uhr", [], ""), ("Raum 0815, 1.234.567 Euro, 0,5 %", [], ""),
    ("Wer @ wen? 50 % von 2026", [], ""), ("ISO 9001 und 2026-05-18", [], ""),
    ("Frau Stern sagt, Sterne leuchten", ["name"], ""), ("Ben", ["name"], ""),
  ]

  private func record(_ text: String) throws -> Record {
    let question =
      [
        "number": 7, "text": text, "name": "Ada Stern", "asked": 0, "support": 1, "state": "open",
      ] as [String: Any]
    let speaker =
      ["kind": "talk", "title": "Vortrag", "speaker": "Ben", "times": []] as [String: Any]
    let whole =
      [
        "title": "Runde", "series": "Reihe", "code": "ABC234", "founded": 0, "participants": 1,
        "questions": [question], "agenda": [speaker],
      ] as [String: Any]
    return try Record(json: [UInt8](try JSONSerialization.data(withJSONObject: whole)))
  }

  @Test(
    "addresses, telephone numbers and names in what people wrote, and no dates",
    arguments: words
  )
  func traces(typed: String, kinds: [String], hidden: String) throws {
    let record = try record(typed)
    #expect(record.traces.map(\.kind.rawValue) == kinds, "\(record.traces)")
    for trace in record.traces {
      #expect(typed.contains(trace.text))
      #expect(trace.place.kind == .question && trace.place.number == 7)
    }
    let rest = record.forEverybody(hidingContacts: true).markdown(.de)
    let whole = record.forEverybody(hidingContacts: false).markdown(.de)
    #expect((rest != whole) == !hidden.isEmpty)
    let spelled = String(decoding: record.forEverybody(hidingContacts: true).json, as: UTF8.self)
    if !hidden.isEmpty { #expect(spelled.contains("\"\(hidden)\""), "\(spelled)") }
  }

  @Test("no more than can be read, however much there is")
  func bounded() throws {
    let text = String(repeating: "a@b.de ", count: 1_000)
    #expect(try record(text).traces.count == Record.mostTraces)
    #expect(try !record(text).forEverybody(hidingContacts: true).markdown(.de).contains("b\\.de"))
  }
}
