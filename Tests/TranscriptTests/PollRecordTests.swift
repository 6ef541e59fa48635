import Foundation
import MeetingCore
import Testing
import Transcript

/// A round with a poll of every kind, whose transcript is kept as a file.
enum PollRound {
  private static func id(_ name: String) -> PollID {
    Reference(rawValue: name + String(repeating: "_", count: 22 - name.count))!
  }

  private static let (a, b, c) = (
    OptionID(rawValue: "a"), OptionID(rawValue: "b"), OptionID(rawValue: "c")
  )
  private static let three = ["Akten | Ämter", "<b>Portale</b>", "Kaffee"].map { Poll.Option($0) }

  private static let polls: [(form: Poll.Form, ballots: [Ballot])] = [
    (
      Poll.Form(title: "Noch eine Runde?", kind: .yesNoAbstain),
      [.choices([.yes]), .choices([.yes]), .choices([.no]), .choices([.abstain])]
    ),
    (
      Poll.Form(title: "Worüber?", kind: .single, options: three, secrecy: .named),
      [.choices([a]), .choices([a]), .choices([c])]
    ),
    (
      Poll.Form(
        title: "Was brauchen Sie?",
        description: "Bis zu zwei.",
        kind: .multiple(min: 1, max: 2),
        options: three,
        base: .present
      ),
      [.choices([a, b]), .choices([b])]
    ),
    (
      Poll.Form(
        title: "Wie zufrieden?",
        kind: .scale(steps: 5, low: "gar nicht", high: "sehr", noAnswer: true),
        options: Array(three.prefix(2)),
        secrecy: .moderators
      ),
      [.scale([2, nil]), .scale([5, 4])]
    ),
    (
      Poll.Form(title: "Ein Wort?", kind: .words(max: 2, moderated: nil), secrecy: .named),
      [.texts(["Kaffee", "PKW"]), .texts(["kaffee", "Unsinn"]), .texts(["Auto", "Kaffee"])]
    ),
    (
      Poll.Form(title: "Reihenfolge?", kind: .ranking, options: three),
      [.ranking([a, b, c]), .ranking([b])]
    ),
    (
      Poll.Form(
        title: "Was kostet eine Akte?",
        kind: .number(min: 0, max: 9_999_999, step: 5, decimals: 2, unit: "€", solution: 1_250)
      ),
      [.number(1_250), .number(123_450), .number(1_255)]
    ),
    (
      Poll.Form(title: "Zehn Punkte", kind: .points(budget: 10), options: three),
      [.points([a: 7, b: 3]), .points([c: 2])]
    ),
    (
      Poll.Form(
        title: "Seit wann gibt es das OZG?",
        kind: .quiz(max: 1),
        options: [Poll.Option("2013"), Poll.Option("2017", correct: true)]
      ),
      [.choices([a]), .choices([b])]
    ),
    (
      Poll.Form(title: "Unter uns", kind: .single, options: three, results: .moderators),
      [.choices([a])]
    ),
    (Poll.Form(kind: .openText(max: 1, moderated: nil)), []),
  ]

  static let meeting: Meeting = {
    var meeting = Meeting(Round.meeting.founding)
    var minute = 0
    let happens = { (event: Meeting.Event) in
      minute += 1
      meeting.apply(event, at: Round.start + .seconds(minute * 60))
    }
    for number in 1...4 {
      let person = Round.person(number)
      let session = SessionDigest(rawValue: "session \(number)")
      happens(.participants(.participantJoined(participant: person, session: session)))
      happens(.participants(.participantArrived(participant: person, role: .participant)))
    }
    let named = Participants.Event.participantNamed
    happens(.participants(named(Round.person(1), "Ada *Stern*", "Stadt|A")))
    for (number, poll) in polls.enumerated() {
      for event in events(of: poll.form, poll.ballots, number + 1) { happens(.polls(event)) }
    }
    happens(.polls(.pollCreated(poll: id("draft"), form: polls[0].form, number: 99)))
    return meeting
  }()

  private static func events(
    of form: Poll.Form,
    _ ballots: [Ballot],
    _ number: Int
  ) -> [Polls.Event] {
    let poll = id("poll\(number)")
    let form = try! form.cleaned()
    let isSecret = form.secrecy == .secret
    let voter = { (number: Int) -> Voter in
      isSecret
        ? .hidden(pseudonym: Pseudonym(rawValue: "\(number)"))
        : .person(participant: Round.person(number))
    }
    var events: [Polls.Event] = [
      .pollCreated(poll: poll, form: form, number: number),
      .pollOpened(poll: poll, round: 1, until: nil),
    ]
    for (place, ballot) in ballots.enumerated() {
      events.append(.ballotCast(poll: poll, round: 1, by: voter(place + 1), ballot: ballot))
    }
    if form.kind.isText, !ballots.isEmpty {
      events.append(.answerHidden(poll: poll, answer: "unsinn", hidden: true))
      events.append(.answerMerged(poll: poll, answer: "pkw", into: "Auto"))
    }
    let tally = isSecret ? Tally(of: form, counting: ballots) : nil
    events.append(.pollClosed(poll: poll, round: 1, tally: tally))
    if form.results != .moderators, number != 8 {
      events.append(.pollPublished(poll: poll, round: 1))
    }
    // The second poll is edited and has a second round; the third one, a second that is open.
    if number == 2 {
      events += [
        .pollEdited(poll: poll, form: form, edited: true), .roundBegun(poll: poll, round: 2),
        .pollOpened(poll: poll, round: 2, until: nil),
        .ballotCast(poll: poll, round: 2, by: voter(3), ballot: .choices([b])),
        .pollClosed(poll: poll, round: 2, tally: nil),
      ]
    }
    if number == 3 {
      events += [
        .roundBegun(poll: poll, round: 2), .pollOpened(poll: poll, round: 2, until: nil),
      ]
    }
    return events
  }
}

@Suite("Polls in the transcript")
struct PollRecordTests {
  @Test("stand there as they are kept as a file", arguments: ["md", "en.md", "json"])
  func isAsKept(ending: String) throws {
    try Record(PollRound.meeting).expectAsKept("polls", ending)
  }

  @Test("come back from their JSON as they were, and older records have none")
  func readsItsJSON() throws {
    let record = Record(PollRound.meeting)
    #expect(try Record(json: record.json) == record)
    let older = String(decoding: Record(Round.meeting).json, as: UTF8.self)
    #expect(!older.contains("polls"))
  }

  @Test("name people only where that was announced, and never what was hidden")
  func names() throws {
    let record = Record(PollRound.meeting)
    let texts =
      [record.markdown(.de), record.markdown(.en)] + [String(decoding: record.json, as: UTF8.self)]
    for text in texts {
      #expect(!text.lowercased().contains("unsinn") && !text.contains("pseudonym"))
      #expect(text.components(separatedBy: "Stern").count == 2 + 1)
    }
    let markdown = record.markdown(.de)
    #expect(markdown.contains("Das Ergebnis war nur für die Moderation bestimmt."))
    #expect(markdown.contains("keine rechtsverbindlichen Abstimmungen"))
    #expect(!markdown.contains("Umfrage 99"))
  }
}
