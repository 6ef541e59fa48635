import Foundation
import MeetingArchive
import MeetingCore
import SessionHub
import Transcript
import WebSocketServer

// The operator's and the moderators' HTTP.

extension Runner {
  /// - Returns: Nothing where the disk has to be asked first.
  func answerAPI(_ request: HTTPRequest, on socket: Socket) -> HTTPResponse? {
    let parts = request.path.split(separator: "/").map(String.init)
    switch (request.method, parts.dropFirst().first, parts.count) {
    case (.get, "meetings", 2), (.head, "meetings", 2):
      return forAdmin(request) { Self.json(links.overview(hub.allMeetings, shelf)) }
    case (.post, "meetings", 2): return forAdmin(request) { createMeeting(request.body) }
    case (.post, "meetings", 4) where parts[3] == "hold":
      return forAdmin(request) { hold(MeetingID(rawValue: parts[2]), request.body, for: socket) }
    case (.post, "meetings", 4) where parts[3] == "links":
      return forAdmin(request) { renewLink(of: MeetingID(rawValue: parts[2]), request, on: socket) }
    case (.get, "meetings", 4) where parts[3] == "mine":
      return mine(MeetingID(rawValue: parts[2]), for: request)
    case (.post, "meetings", 4) where parts[3] == "mine":
      return forgetMine(MeetingID(rawValue: parts[2]), for: request)
    case (.get, "meetings", 4) where parts[3] == "publication":
      return publication(of: MeetingID(rawValue: parts[2]), for: request, on: socket)
    case (.post, "meetings", 4) where parts[3] == "publication":
      return publish(MeetingID(rawValue: parts[2]), for: request, on: socket)
    case (.get, "meetings", 4), (.head, "meetings", 4):
      return transcript(of: MeetingID(rawValue: parts[2]), as: parts[3], for: request, on: socket)
    case (.get, "series", 4) where parts[3] == "records": return pastRounds(behind: parts[2])
    default: return HTTPResponse(status: 404, text: "Nothing is here.")
    }
  }

  private func forAdmin(_ request: HTTPRequest, _ answer: () -> HTTPResponse?) -> HTTPResponse? {
    guard Secrets.isEqual(request.bearer, links.adminKey) else {
      return HTTPResponse(status: 401, text: "The administration's key is needed.")
    }
    return answer()
  }

  static func json(_ value: some Encodable, status: Int = 200) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let body = try? encoder.encode(value) else {
      return HTTPResponse(status: 500, text: "The answer could not be written.")
    }
    return HTTPResponse(
      status: status,
      headers: [("content-type", "application/json"), ("cache-control", "no-store")],
      body: [UInt8](body)
    )
  }
}
