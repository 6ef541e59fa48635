import CLibwebsockets
import CServerShim

// One request for each connection, and its answer.

extension EventLoop {
  private var requestGuard: RequestGuard { RequestGuard(configuration: configuration) }

  func checkUpgrade(of connection: Connection) -> Int32 {
    do throws(RequestGuard.Refusal) {
      try requestGuard.checkUpgrade(connection.handle)
      return 0
    } catch {
      return refuse(connection, error)
    }
  }

  /// Looks at a request before the library does anything with it.
  func checkRequest(of connection: Connection) -> Int32 {
    guard case .handshake = connection.stage else { return -1 }
    do throws(RequestGuard.Refusal) {
      let (request, length) = try requestGuard.check(connection.handle, peer: connection.peer)
      connection.stage = .http(HTTPExchange(request: request, bodyLength: length))
      connection.since = .now
      return 0
    } catch {
      return refuse(connection, error)
    }
  }

  /// Says what is wrong, and ends the connection: nothing behind this request is looked at.
  private func refuse(_ connection: Connection, _ refusal: RequestGuard.Refusal) -> Int32 {
    var response = HTTPResponse(status: refusal.status, text: refusal.text)
    response.headers += refusal.headers
    let head = response.head(adding: configuration.responseHeaders)
    _ = connection.handle.send((head + response.body)[...])
    connection.handle.finishSending()
    _ = connection.handle.forgetUnread()
    connection.beginEnding()
    return -1
  }

  func beginAnswer(_ connection: Connection) -> Int32 {
    guard case .http(let exchange) = connection.stage else { return -1 }
    // The library tells of a body's end also where its announced length is 0.
    if exchange.request.method == .post { return 0 }
    let isStream = exchange.request.path == configuration.streamPath
    return isStream ? beginStream(on: connection) : answer(connection)
  }

  func receiveBody(_ input: UnsafeRawBufferPointer, of connection: Connection) -> Int32 {
    guard case .http(var exchange) = connection.stage else { return -1 }
    exchange.receive(input.bindMemory(to: UInt8.self))
    connection.stage = .http(exchange)
    return 0
  }

  /// Answers a request that is there whole; from now on the library only holds the connection.
  func answer(_ connection: Connection) -> Int32 {
    guard case .http(let exchange) = connection.stage else { return -1 }
    let request = exchange.request
    connection.beginThinking(about: request)
    if request.path == configuration.commandPath {
      give(hearBeside(request), on: connection)
    } else if let delegate {
      if let response = delegate.respond(to: request, on: connection.socket) {
        give(response, on: connection)
      }
    } else {
      give(HTTPResponse(status: 503, text: "Closing."), on: connection)
    }
    return 0
  }

  /// Answers a request that the delegate had to think about; does nothing where nobody waits.
  package func answer(_ socket: Socket, with response: HTTPResponse) {
    checkThread()
    if let connection = sockets[socket] { give(response, on: connection) }
  }

  private func give(_ response: HTTPResponse, on connection: Connection) {
    guard case .thinking(let method) = connection.stage else { return }
    connection.begin(HTTPAnswer(response, to: method, adding: configuration.responseHeaders))
    goOnAnswering(connection)
  }

  func becameReady(_ socket: Socket) {
    guard let connection = sockets[socket] else { return }
    if case .answering = connection.stage { return goOnAnswering(connection) }
    if let stream = connection.stream { goOnStreaming(connection, stream) }
  }

  /// Sends what the kernel takes, and then waits for the other end to hang up first: closing
  /// before it has read everything could take the answer's end away.
  func goOnAnswering(_ connection: Connection) {
    guard case .answering(var answer) = connection.stage else { return }
    let wasSent = answer.isSent
    let next = answer.advance(on: connection.handle)
    connection.stage = .answering(answer)
    if !wasSent { connection.since = .now }
    switch next {
    case .waitToSend: connection.wait(KR_WAIT_TO_SEND, on: loop)
    case .waitToReceive: connection.wait(KR_WAIT_TO_RECEIVE, on: loop)
    case .end: connection.letGo()
    }
  }
}
