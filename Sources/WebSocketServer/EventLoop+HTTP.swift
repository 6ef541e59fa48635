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
    connection.beginAnswering(to: request.method)
    let isBeside = request.path == configuration.commandPath
    let response = isBeside ? hearBeside(request) : respond(to: request, on: connection.socket)
    if let response { answer(connection.socket, with: response) }
    return 0
  }

  private func respond(to request: HTTPRequest, on socket: Socket) -> HTTPResponse? {
    guard let delegate else { return HTTPResponse(status: 503, text: "Closing.") }
    return delegate.respond(to: request, on: socket)
  }

  /// Answers a request for which the delegate had no answer at once; whoever has gone is ignored.
  package func answer(_ socket: Socket, with response: HTTPResponse) {
    checkThread()
    guard let connection = sockets[socket], case .asked(let method) = connection.stage else {
      return
    }
    connection.stage = .answering(
      HTTPAnswer(response, to: method, adding: configuration.responseHeaders)
    )
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
