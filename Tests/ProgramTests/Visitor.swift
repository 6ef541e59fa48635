import Foundation
import MeetingClient
import SocketTestSupport

/// Somebody with a WebSocket to the real program, who can also say what no page of ours would.
final class Visitor {
  let socket: RawWebSocket

  init(_ server: Server) throws {
    socket = try RawWebSocket(port: server.port)
  }

  /// Comes in as most do.
  ///
  /// - Parameter key: A moderator's, for a moderator.
  convenience init(joining server: Server, key: String? = nil) throws {
    try self.init(server)
    try greet(server.meeting.code, key: key)
    _ = try hear("welcome")
  }

  func say(_ text: String) throws { try socket.send(text) }

  func greet(_ code: String, key: String? = nil, v: Int = 1) throws {
    var hello: [String: JSON] = ["v": .number(Double(v)), "code": .text(code)]
    if let key { hello["key"] = .text(key) }
    try say(["hello": .object(hello)])
  }

  /// Asks for something.
  ///
  /// - Returns: The reference under which the answer comes.
  @discardableResult
  func ask(_ command: JSON, as reference: String = Visitor.reference()) throws -> String {
    try say(["command": .object(["ref": .text(reference), "command": command])])
    return reference
  }

  private func say(_ frame: [String: JSON]) throws {
    try say(String(decoding: JSON.object(frame).bytes, as: UTF8.self))
  }

  /// The body of the next frame of that name; others are passed over.
  ///
  /// - Throws: When the connection ends before, or nothing comes in time.
  func hear(_ name: String) throws -> JSON {
    while let text = try socket.receiveText() {
      if let body = JSON(Array(text.utf8))?[name] { return body }
    }
    throw Impatience(what: "\(name), before the end of the connection")
  }

  /// The reason in the next error or rejection.
  func hearReason(_ name: String) throws -> String? { try hear(name)["reason"]?.text }

  /// 128 random bits, as pages make them.
  static func reference() -> String {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  static func question(_ text: String) -> JSON {
    .object(["askQuestion": .object(["text": .text(text)])])
  }
}
