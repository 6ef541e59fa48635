import Foundation
import Logging
import MeetingArchive
import MeetingCore
import SessionHub
import Transcript
import WebSocketServer

// Publishing a record, and the list of a series' past rounds (product rows A1, H9 and I10).

extension Runner {
  /// What `GET` and `POST /api/meetings/ID/publication` answer.
  private struct State: Encodable {
    /// Since when it is published.
    let since: Timestamp?
    /// Whether addresses and numbers are left out of it.
    let hidesContacts: Bool?
    /// What somebody should look at before publishing.
    let traces: [Record.Trace]?

    init(_ publication: Publication?, traces: [Record.Trace]?) {
      (since, hidesContacts) = (publication?.since, publication?.hidesContacts)
      self.traces = traces
    }
  }

  /// What `POST /api/meetings/ID/publication` takes.
  private struct Wish: Decodable {
    let published: Bool
    let hidesContacts: Bool?
  }

  func publication(
    of meeting: MeetingID,
    for request: HTTPRequest,
    on socket: Socket
  ) -> HTTPResponse? {
    guard isStaff(request, of: meeting) else { return Self.locked }
    guard let kept = shelf.records[meeting] else { return unpublishable(meeting) }
    let (published, folder) = (kept.published, folder)
    return later(on: socket) {
      guard let record = Self.record(of: meeting, in: folder) else { return Self.nothing }
      return Self.json(State(published, traces: record.traces))
    }
  }

  /// Publishes a record or takes that back; the answer comes once it is on the disk.
  func publish(
    _ meeting: MeetingID,
    for request: HTTPRequest,
    on socket: Socket
  ) -> HTTPResponse? {
    guard isStaff(request, of: meeting) else { return Self.locked }
    guard let wish = try? JSONDecoder().decode(Wish.self, from: Data(request.body)) else {
      let shape = #"{"published": true or false, "hidesContacts"?: true or false}"#
      return HTTPResponse(status: 400, text: "The body must be \(shape).")
    }
    guard shelf.records[meeting] != nil else { return unpublishable(meeting) }
    guard !isBroken, shelf.underWay.insert(meeting).inserted else {
      return HTTPResponse(status: 409, text: "This record is being changed; please try again.")
    }
    let publication = Publication(since: clock.now, hidesContacts: wish.hidesContacts ?? true)
    let wanted = wish.published ? publication : nil
    let (mailbox, waker, folder) = (mailbox, waker, folder)
    disk.perform {
      do throws(ArchiveError) {
        let record = try folder.publish(meeting, wanted)
        mailbox.put(.published(meeting, record))
        mailbox.put(.answer(socket, Self.json(State(record?.published, traces: nil))))
      } catch {
        mailbox.put(.published(meeting, nil))
        mailbox.put(.answer(socket, HTTPResponse(status: 507, text: "This could not be stored.")))
      }
      waker.wake()
    }
    return nil
  }

  func heard(ofPublished meeting: MeetingID, _ record: ArchivedMeeting?) {
    shelf.underWay.remove(meeting)
    guard let record else { return log.error("That a record is published could not be kept.") }
    shelf.put(record)
    published.forget()
    log.info(
      "What everybody may read has changed.",
      metadata: ["meeting": "\(meeting.rawValue)", "published": "\(record.published != nil)"]
    )
  }

  /// What goes on has no record yet.
  private func unpublishable(_ meeting: MeetingID) -> HTTPResponse {
    hub.meeting(meeting) == nil
      ? Self.nothing
      : HTTPResponse(status: 409, text: "This round has to end first.")
  }
}

// MARK: - Past rounds

extension Runner {
  /// What `GET /api/series/CODE/records` answers.
  private struct Past: Encodable {
    /// The last one first.
    let records: [Round]

    struct Round: Encodable {
      let title: String
      let ended: Timestamp
      /// Where its record can be read; nothing where it is not published.
      let id: MeetingID?
    }
  }

  /// The past rounds of a series, for whoever has its code; none where there is no such series.
  func pastRounds(behind code: String) -> HTTPResponse {
    let code = JoinCode(rawValue: code)
    let records = shelf.all.reversed().filter { $0.founding.series.code == code }
    let rounds = records.prefix(Self.mostPastRounds).map { record in
      Past.Round(
        title: record.founding.title,
        ended: record.ended,
        id: record.published == nil ? nil : record.founding.meeting
      )
    }
    return Self.json(Past(records: rounds))
  }

  /// Ten years of a monthly round.
  private static var mostPastRounds: Int { 120 }
}
