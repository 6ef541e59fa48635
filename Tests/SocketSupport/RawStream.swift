/// A stream of server-sent events, as a browser reads it whose network lets no WebSocket through.
package final class RawStream {
  package let socket: RawSocket
  /// The status line and the headers.
  package let head: String
  /// What the first event says.
  package let id: String
  private let port: Int
  private var unread: [UInt8]

  /// One event: `message` unless it is named otherwise.
  package struct Event: Equatable, Sendable {
    package var name = "message"
    package var data: [String] = []

    package init(_ name: String = "message", _ data: String...) {
      (self.name, self.data) = (name, data)
    }
  }

  package init(
    port: Int,
    path: String = "/api/live",
    headers: [(String, String)] = [],
    receiveBuffer: Int32? = nil
  ) throws {
    self.port = port
    socket = try RawSocket(port: port, receiveBuffer: receiveBuffer)
    try socket.send(RawHTTP.request("GET", path, headers))
    var bytes: [UInt8] = []
    let head = try Self.block(endedBy: "\r\n\r\n", in: &bytes, from: socket)
    let first = try Self.block(endedBy: "\n\n", in: &bytes, from: socket)
    self.head = head ?? ""
    let opened = Self.event(first ?? "")
    id = opened.name == "opened" ? opened.data.joined() : ""
    unread = bytes
  }

  /// The next event; nothing once the stream has ended.
  package func receive(within seconds: Double = 10) throws -> Event? {
    try Self.block(endedBy: "\n\n", in: &unread, from: socket, within: seconds).map(Self.event)
  }

  /// The text of the next message; nothing when the stream has ended or says something else.
  package func receiveText(within seconds: Double = 10) throws -> String? {
    guard let event = try receive(within: seconds), event.name == "message" else { return nil }
    return event.data.joined(separator: "\n")
  }

  /// Reads until the stream says why it ends; nothing when it ends without a word.
  package func closeCode() throws -> Int? {
    while let event = try receive() {
      if event.name == "closed" { return Int(event.data.joined()) }
    }
    return nil
  }

  /// Says something beside the stream.
  ///
  /// - Returns: The answer's status.
  @discardableResult
  package func post(
    _ body: String,
    origin: String? = "http://localhost",
    as id: String? = nil
  ) throws -> Int {
    var headers = [("Authorization", "Bearer \(id ?? self.id)")]
    if let origin { headers.append(("Origin", origin)) }
    return try RawHTTP.answer(
      to: RawHTTP.post("/api/command", body, headers),
      port: port
    ).status
  }

  private static func event(_ block: String) -> Event {
    var event = Event()
    for line in block.split(separator: "\n") {
      if line.hasPrefix("event: ") { event.name = String(line.dropFirst(7)) }
      if line.hasPrefix("data: ") { event.data.append(String(line.dropFirst(6))) }
    }
    return event
  }

  private static func block(
    endedBy end: String,
    in bytes: inout [UInt8],
    from socket: RawSocket,
    within seconds: Double = 10
  ) throws -> String? {
    let end = Array(end.utf8)
    var searched = 0
    while true {
      let found = (searched..<max(searched, bytes.count - end.count + 1)).first {
        bytes[$0...].starts(with: end)
      }
      if let found {
        defer { bytes.removeFirst(found + end.count) }
        return String(decoding: bytes[..<found], as: UTF8.self)
      }
      searched = max(0, bytes.count - end.count + 1)
      guard let more = try socket.receive(within: seconds) else { return nil }
      bytes += more
    }
  }
}
