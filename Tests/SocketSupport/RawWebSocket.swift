/// A WebSocket of our own on a plain TCP connection, as polite or as rude as a test wants it.
package final class RawWebSocket {
  /// For bytes that are no frame, or half of one.
  package let socket: RawSocket
  private var unread: [UInt8] = []

  /// The server did not take the handshake.
  package struct Refused: Error {
    /// Nothing when it closed without a word.
    package let status: Int?
  }

  /// Connects and shakes hands.
  ///
  /// - Parameter receiveBuffer: How many bytes the kernel takes in while nobody reads.
  package init(
    port: Int,
    from source: String = "127.0.0.1",
    receiveBuffer: Int32? = nil
  ) throws {
    socket = try RawSocket(port: port, from: source, receiveBuffer: receiveBuffer)
    try socket.send(Self.handshake(port: port))
    var answer = RawAnswer.all(in: unread).first
    while answer == nil, let bytes = try socket.receive() {
      unread += bytes
      answer = RawAnswer.all(in: unread).first
    }
    guard let answer, answer.status == 101 else { throw Refused(status: answer?.status) }
    unread.removeFirst(answer.headLength)
  }

  /// A handshake as a browser sends it.
  ///
  /// - Parameters:
  ///   - changed: Headers to send besides, with other values, or, with nothing, not at all.
  package static func handshake(
    port: Int,
    method: String = "GET",
    path: String = "/ws",
    changed: [String: String?] = [:]
  ) -> String {
    let usual = [
      ("Host", "127.0.0.1:\(port)"), ("Upgrade", "websocket"), ("Connection", "Upgrade"),
      ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Sec-WebSocket-Version", "13"),
      ("Origin", "http://127.0.0.1:\(port)"), ("Sec-WebSocket-Protocol", "kaffeerunde.v1"),
    ]
    let headers = usual.compactMap { name, value in
      (changed[name] ?? value).map { (name, $0) }
    }
    let names = usual.map(\.0)
    let more = changed.compactMap { name, value in value.map { (name, $0) } }
    return RawHTTP.request(method, path, headers + more.filter { !names.contains($0.0) })
  }
}

// MARK: - Saying and hearing

extension RawWebSocket {
  package func send(_ frame: RawFrame) throws { try socket.send(frame.bytes()) }

  package func send(_ text: String) throws { try send(RawFrame(text)) }

  /// Says that this is the end, as a browser does.
  package func sendClose(_ code: UInt16 = 1000) throws {
    try send(RawFrame(RawFrame.close, [UInt8(code >> 8), UInt8(code & 0xff)]))
  }

  /// The next frame of any kind; nothing once the connection has ended.
  package func receive(within seconds: Double = 10) throws -> RawFrame? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      if let frame = RawFrame(from: &unread) { return frame }
      guard let bytes = try socket.receive(within: deadline.isIn) else { return nil }
      unread += bytes
    }
  }

  /// The next text; nothing once the connection has ended. Pings are answered on the way.
  package func receiveText(within seconds: Double = 10) throws -> String? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while let frame = try receive(within: deadline.isIn) {
      if frame.opcode == RawFrame.ping { try send(RawFrame(RawFrame.pong, frame.payload)) }
      if frame.opcode == RawFrame.text { return String(decoding: frame.payload, as: UTF8.self) }
      if frame.opcode == RawFrame.close { return nil }
    }
    return nil
  }

  /// Reads to the end of the connection, and answers the close frame as a browser does.
  ///
  /// - Returns: What the close frame said and what came before it; no code when there was none.
  package func readToEnd(
    within seconds: Double = 10
  ) throws -> (code: UInt16?, before: [RawFrame], after: [RawFrame]) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var code: UInt16?
    var before: [RawFrame] = []
    var after: [RawFrame] = []
    while let frame = try receive(within: deadline.isIn) {
      if code != nil {
        after.append(frame)
      } else if frame.opcode == RawFrame.close {
        code = frame.closeCode
        // The other end may have gone already.
        try? send(frame)
      } else {
        before.append(frame)
      }
    }
    return (code, before, after)
  }

  /// The code that the other end closes with; nothing when it just cuts the connection.
  package func closeCode(within seconds: Double = 10) throws -> UInt16? {
    try readToEnd(within: seconds).code
  }
}
