import Foundation
import Logging
import MeetingArchive
import MeetingCore
import SessionHub
import WebSocketServer

// What has had its time is deleted, also what fell due while the server was down (product row H11).

/// The records that are there, and which of them is being changed.
struct Shelf {
  private(set) var records: [MeetingID: ArchivedMeeting] = [:]
  /// Records of which the disk thread is changing something.
  var underWay: Set<MeetingID> = []
  fileprivate var nextLook = Timestamp(rawValue: 0)
  let retention: Retention

  /// Days are counted: a minute more or less is no matter.
  fileprivate static let rhythm = Duration.seconds(60)

  init(_ retention: Retention) { self.retention = retention }

  mutating func put(_ record: ArchivedMeeting) { records[record.founding.meeting] = record }

  mutating func remove(_ meeting: MeetingID) { records[meeting] = nil }

  /// The oldest first.
  var all: [ArchivedMeeting] { records.values.sorted { $0.ended < $1.ended } }

  /// When something is deleted next.
  var nextPurge: Timestamp? { records.values.compactMap { retention.next(of: $0)?.at }.min() }
}

extension Runner {
  /// Deletes what is due, on the disk thread; called often.
  func purge() {
    let now = clock.now
    guard now >= shelf.nextLook, !isBroken else { return }
    shelf.nextLook = now + Shelf.rhythm
    for (meeting, record) in shelf.records where !shelf.underWay.contains(meeting) {
      guard let part = shelf.retention.due(at: now, of: record) else { continue }
      shelf.underWay.insert(meeting)
      let (mailbox, waker, folder) = (mailbox, waker, folder)
      disk.perform {
        do throws(ArchiveError) {
          let rest = try folder.delete(part, of: record, at: now, nameless: nameless)
          mailbox.put(.purged(meeting, part, rest))
        } catch {
          mailbox.put(.notPurged(meeting, "\(error)"))
        }
        waker.wake()
      }
    }
  }

  func heard(ofPurged meeting: MeetingID, _ part: Retention.Part, _ rest: ArchivedMeeting?) {
    shelf.underWay.remove(meeting)
    if let rest { shelf.put(rest) } else { shelf.remove(meeting) }
    published.forget()
    log.info(
      "What had its time is deleted.",
      metadata: ["meeting": "\(meeting.rawValue)", "part": "\(part.rawValue)"]
    )
    feed(.forgotten(meeting))
  }

  func heard(ofNotPurged meeting: MeetingID, _ reason: String) {
    shelf.underWay.remove(meeting)
    log.error("What is due could not be deleted; trying again.", metadata: ["why": "\(reason)"])
  }
}

// MARK: - Holding

extension Runner {
  /// What `POST /api/meetings/ID/hold` takes.
  private struct HoldWish: Decodable {
    /// Nothing: it is held no longer.
    let reason: String?
  }

  /// Keeps a record for longer than it would be, or lets it go the usual way.
  ///
  /// - Parameter socket: Who is answered once that is on the disk.
  func hold(_ meeting: MeetingID, _ body: [UInt8], for socket: Socket) -> HTTPResponse? {
    guard let wish = try? JSONDecoder().decode(HoldWish.self, from: Data(body)) else {
      return HTTPResponse(status: 400, text: #"The body must be {"reason": "…"} or {}."#)
    }
    let reason = Text.line(wish.reason ?? "")
    guard Text.fits(reason, characters: Limits.reasonCharacters) else {
      return HTTPResponse(
        status: 422,
        text: "A reason has at most \(Limits.reasonCharacters) characters."
      )
    }
    // Until it is known to be held, nothing of it may fall due; and what goes just now cannot stay.
    guard shelf.underWay.insert(meeting).inserted else {
      return HTTPResponse(status: 409, text: "This record is being changed just now; try again.")
    }
    let hold = reason.isEmpty ? nil : ArchivedMeeting.Hold(reason: reason, since: clock.now)
    let (mailbox, waker, folder) = (mailbox, waker, folder)
    disk.perform {
      do throws(ArchiveError) {
        mailbox.put(.held(meeting, try folder.hold(meeting, hold), by: socket))
      } catch {
        mailbox.put(.notHeld(meeting, "\(error)", by: socket))
      }
      waker.wake()
    }
    return nil
  }

  func heard(ofHeld meeting: MeetingID, _ record: ArchivedMeeting?, by socket: Socket) {
    shelf.underWay.remove(meeting)
    guard let record else {
      let response = HTTPResponse(status: 404, text: "There is no record of this meeting.")
      return answer(socket, with: response)
    }
    shelf.put(record)
    shelf.nextLook = clock.now
    purge()
    answer(socket, with: Self.json(links.overview(hub.allMeetings, shelf)))
  }

  func heard(ofNotHeld meeting: MeetingID, _ reason: String, by socket: Socket) {
    shelf.underWay.remove(meeting)
    log.error("\(reason)")
    answer(socket, with: HTTPResponse(status: 507, text: "This could not be stored."))
  }
}
