import MeetingCore
import QRCode
import WebSocketServer

/// Answers `GET /r/CODE/qr.svg`: the way in as a picture; nothing where something else is asked.
///
/// Any well-formed code gets one, whether there is such a round or not: it tells nobody anything.
///
/// - Parameter base: How people reach the server, without a slash at the end.
func joinPicture(_ request: HTTPRequest, _ base: String) -> HTTPResponse? {
  let parts = request.path.split(separator: "/")
  guard request.method != .post, parts.count == 3, parts[0] == "r", parts[2] == "qr.svg",
    let code = JoinCode(rawValue: String(parts[1])),
    let picture = QRCode("\(base)/r/\(code.rawValue)")
  else { return nil }
  return HTTPResponse(
    status: 200,
    headers: [("content-type", "image/svg+xml"), ("cache-control", "max-age=3600")],
    body: Array(picture.svg(title: "QR: \(code.rawValue)").utf8)
  )
}
