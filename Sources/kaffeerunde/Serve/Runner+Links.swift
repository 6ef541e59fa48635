import Foundation
import Logging
import MeetingArchive
import MeetingCore
import SessionHub
import WebSocketServer

// Links that fell into the wrong hands are made anew, one by one (product row A12).

extension Runner {
  /// What `POST /api/meetings/ID/links` takes.
  private struct Wish: Decodable {
    let role: String
  }

  private static let renewable: Set<Role> = [.moderator, .speaker, .stage]

  /// Makes a role's link anew; the one before opens nothing as soon as the answer is there.
  func renewLink(
    of meeting: MeetingID,
    _ request: HTTPRequest,
    on socket: Socket
  ) -> HTTPResponse? {
    let wish = try? JSONDecoder().decode(Wish.self, from: Data(request.body))
    guard let role = wish.flatMap({ Role(rawValue: $0.role) }), Self.renewable.contains(role) else {
      let shape = #"{"role": "moderator", "speaker" or "stage"}"#
      return HTTPResponse(status: 400, text: "The body must be \(shape).")
    }
    guard let journal = journals[meeting], hub.meeting(meeting)?.phase != .ended else {
      return HTTPResponse(status: 404, text: "No such round goes on.")
    }
    guard !isBroken else { return HTTPResponse(status: 507, text: "This could not be stored.") }
    let (mailbox, waker, adminKey) = (mailbox, waker, links.adminKey)
    disk.perform {
      do throws(StorageTrouble) {
        let file = try journal.renew(role) { times in
          Secret.digest(Secrets.key(role, of: meeting, renewals: times, from: adminKey))
        }
        mailbox.put(.renewed(role, file, socket))
      } catch {
        mailbox.put(.answer(socket, HTTPResponse(status: 507, text: "This could not be stored.")))
      }
      waker.wake()
    }
    return nil
  }

  func heard(ofRenewed role: Role, _ file: MeetingFile, for socket: Socket) {
    let meeting = file.founding.meeting
    links.note(file.renewals, of: meeting)
    feed(.renewed(role, of: meeting, keyDigest: file.keys[role.rawValue] ?? ""))
    log.info(
      "A link was made anew.",
      metadata: ["meeting": "\(meeting.rawValue)", "role": "\(role.rawValue)"]
    )
    answer(socket, with: Self.json(links.entry(file.founding)))
  }
}
