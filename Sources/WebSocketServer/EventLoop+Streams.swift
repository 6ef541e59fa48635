import CServerShim

// Sockets of those whose network lets no WebSocket through; the delegate sees no difference.

extension EventLoop {
  /// Answers a request with a stream, which is a socket from now on.
  func beginStream(on connection: Connection) -> Int32 {
    let stream = EventStream(on: loop)
    streams[stream.id] = connection.socket
    connection.begin(stream, head: stream.head(adding: configuration.responseHeaders))
    guard connection.isOpen else { return 0 }
    connection.isKnown = true
    connection.lastHeard = .now
    delegate?.opened(connection.socket)
    return 0
  }

  /// Takes what a stream's reader says: one frame, with the stream's id as its bearer.
  func hearBeside(_ request: HTTPRequest) -> HTTPResponse {
    guard let socket = request.bearer.flatMap({ streams[$0] }), let connection = sockets[socket],
      connection.isOpen
    else { return HTTPResponse(status: 410, text: "This stream has ended, or never was.") }
    connection.lastHeard = .now
    guard request.body.count <= configuration.maximumMessageBytes else {
      connection.close(code: 1009, reason: "")
      return HTTPResponse(
        status: 413,
        text: "At most \(configuration.maximumMessageBytes) bytes."
      )
    }
    guard String(validating: request.body, as: UTF8.self) != nil else {
      connection.close(code: 1007, reason: "")
      return HTTPResponse(status: 400, text: "Only UTF-8 is understood.")
    }
    delegate?.received(request.body, from: socket)
    return HTTPResponse(status: 202, headers: [("cache-control", "no-store")])
  }

  /// A stream takes more, or its reader has something to say, which can only be the end.
  func goOnStreaming(_ connection: Connection, _ stream: EventStream) {
    switch connection.stage {
    case .open where connection.isStalled:
      if connection.flush() { delegate?.drained(connection.socket) }
    case .open:
      if !connection.handle.forgetUnread() { connection.letGo() }
    case .closing(let code, _, _):
      guard connection.isReadyToClose() else { return }
      connection.stage = .answering(stream.farewell(code: code))
      connection.since = .now
      goOnAnswering(connection)
    default: break
    }
  }
}
