import MeetingCore
import SessionHub
import WebSocketServer

// "My data" (product row K4). The person's secret comes in a header, never in an address.

extension Runner {
  /// Answers `GET /api/meetings/ID/mine`.
  func mine(_ meeting: MeetingID, for request: HTTPRequest) -> HTTPResponse {
    guard let token = request.bearer, let bytes = own(token, in: meeting) else {
      return HTTPResponse(status: 404, text: "Nobody with this secret is in this meeting.")
    }
    return HTTPResponse(
      status: 200,
      headers: [("content-type", "application/json"), ("cache-control", "no-store")],
      body: bytes
    )
  }

  /// Answers `POST /api/meetings/ID/mine`: what can be taken back is taken back. That it is gone
  /// is told to all pages as everything else is, once it is durable.
  func forgetMine(_ meeting: MeetingID, for request: HTTPRequest) -> HTTPResponse {
    guard let token = request.bearer, takeBack(token, in: meeting) else {
      return HTTPResponse(
        status: 409,
        text: "Nobody with this secret is in this meeting, or it takes nothing any more."
      )
    }
    return HTTPResponse(status: 202, text: "It is being deleted.")
  }
}
