import Foundation
import MeetingArchive
import MeetingCore
import SessionHub
import Transcript
import WebSocketServer

// How meetings begin: from nothing, or from the round before (product rows H5 and B21).

extension Runner {
  /// What `POST /api/meetings` takes.
  private struct Wish: Decodable {
    let title: String
    /// The series' title; a new one, or one that is known.
    let series: String?
    /// The round that this one goes on from, live or ended.
    let from: MeetingID?
    /// The questions of that round that are carried over; all that are open where nothing is said.
    let questions: [QuestionID]?
    /// When questions open, and close, by themselves; in UTC milliseconds.
    let opens: Timestamp?
    let closes: Timestamp?
  }

  func createMeeting(_ body: [UInt8]) -> HTTPResponse {
    do throws(Refusal) {
      let wish = try wish(in: body)
      let before = try wish.from.map(record)
      let preparation = try preparation(for: wish, from: before)
      let series = try series(for: wish, after: before)
      let events = try events(for: wish, with: preparation)
      let founding = try store(title: wish.title, in: series, with: events)
      return Self.json(links.entry(founding), status: 201)
    } catch {
      return HTTPResponse(status: error.status, text: error.text)
    }
  }

  /// Why there is no new meeting.
  private struct Refusal: Error {
    let status: Int
    let text: String

    init(_ status: Int, _ text: String) { (self.status, self.text) = (status, text) }
  }

  private func wish(in body: [UInt8]) throws(Refusal) -> Wish {
    guard let read = try? JSONDecoder().decode(Wish.self, from: Data(body)) else {
      let shape = #"{"title": "…", "series"?: "…", "from"?: "…", "questions"?: ["…"]}"#
      throw Refusal(400, "The body must be \(shape).")
    }
    let wish = Wish(
      title: Text.line(read.title),
      series: read.series.map(Text.line),
      from: read.from,
      questions: read.questions,
      opens: read.opens,
      closes: read.closes
    )
    let titles = [wish.title] + [wish.series].compactMap(\.self)
    guard titles.allSatisfy({ Self.isTitle($0) }) else {
      throw Refusal(422, "A title has 1 to \(Limits.titleCharacters) characters.")
    }
    guard hub.allMeetings.count(where: { $0.phase != .ended }) < Self.maximumMeetings else {
      throw Refusal(429, "Too many meetings are open; end some first.")
    }
    guard hasSpaceForMeeting else {
      throw Refusal(507, "There is too little space on the server's disk.")
    }
    return wish
  }

  private static func isTitle(_ text: String) -> Bool {
    !text.isEmpty && Text.fits(text, characters: Limits.titleCharacters)
  }

  /// More would not fit one process comfortably.
  private static var maximumMeetings: Int { 1_000 }
}

// MARK: - From the round before

extension Runner {
  private func record(_ meeting: MeetingID) throws(Refusal) -> Record {
    guard let record = record(of: meeting) else {
      throw Refusal(422, "The round that this one is to go on from is not known.")
    }
    return record
  }

  private func preparation(
    for wish: Wish,
    from before: Record?
  ) throws(Refusal) -> Preparation? {
    guard let wanted = wish.questions else { return before?.preparation }
    guard let carried = before?.preparation?.carrying(wanted) else {
      throw Refusal(422, "Only questions of the round before that are still open can be carried.")
    }
    return carried
  }

  /// The series that is named, with its permanent code, or that of the round before, or a new one.
  private func series(for wish: Wish, after before: Record?) throws(Refusal) -> Series {
    if let before, wish.series == nil || wish.series == before.ofSeries.title {
      return before.ofSeries
    }
    do {
      return try series(titled: wish.series ?? Self.firstSeries)
    } catch {
      throw Refusal(507, "The records could not be read.")
    }
  }

  private func series(titled title: String) throws -> Series {
    let live = hub.allMeetings.map(\.founding.series)
    if let known = live.first(where: { $0.title == title }) { return known }
    let past = try folder.archivedMeetings().map(\.founding.series)
    if let known = past.first(where: { $0.title == title }) { return known }
    return newSeries(titled: title)
  }

  private func newSeries(titled title: String) -> Series {
    var code = Secrets.joinCode()
    while hub.isTaken(code) { code = Secrets.joinCode() }
    return Series(title: title, code: code)
  }

  private static var firstSeries: String { "Digitale Kaffeerunde" }
}

// MARK: - Founding

extension Runner {
  /// What a new meeting begins with.
  private func events(
    for wish: Wish,
    with preparation: Preparation?
  ) throws(Refusal) -> [Meeting.Event] {
    let events = preparation?.events { Secrets.reference() } ?? []
    if wish.opens == nil, wish.closes == nil { return events }
    var rules = Questions.Rules()
    for case .questions(.questionsSet(let set)) in events { rules = set }
    do throws(Rejection) {
      rules = try rules.scheduled(opens: wish.opens, closes: wish.closes, at: clock.now)
    } catch {
      throw Refusal(422, "Questions can open and close within a year, the end after the beginning.")
    }
    return events + [.questions(.questionsSet(rules: rules))]
  }

  private func store(
    title: String,
    in series: Series,
    with events: [Meeting.Event]
  ) throws(Refusal) -> Founding {
    do {
      return try found(title, in: series, with: events)
    } catch {
      throw Refusal(507, "The meeting could not be stored.")
    }
  }

  /// The meeting that is there when the program has been started for the first time.
  func foundFirst() throws { _ = try found("Erste Runde", in: newSeries(titled: Self.firstSeries)) }

  /// Makes a new meeting, on disk first; what it begins with is there from its first moment.
  private func found(
    _ title: String,
    in series: Series,
    with events: [Meeting.Event] = []
  ) throws -> Founding {
    let founding = Founding(
      meeting: Secrets.meetingID(),
      title: title,
      series: series,
      founded: clock.now
    )
    var keys: [String: String] = [:]
    for role in [Role.moderator, .speaker, .stage] {
      keys[role.rawValue] = Secret.digest(links.key(role, of: founding.meeting))
    }
    let file = MeetingFile(founding: founding, epoch: Secrets.token(), keys: keys)
    let entries = events.enumerated().map { number, event in
      JournalEntry(
        revision: Revision(rawValue: number + 1),
        time: founding.founded,
        event: event,
        cause: nil
      )
    }
    let journal = try folder.create(file, entries: entries)
    open(Recovered(file: file, entries: entries), with: journal)
    return founding
  }
}
