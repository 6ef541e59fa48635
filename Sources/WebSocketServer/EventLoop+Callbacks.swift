import CLibwebsockets
import Glibc

// What the library tells of each connection, and what follows.

extension EventLoop {
  /// Answers a call of the library.
  ///
  /// - Returns: 0 to go on, -1 to end the connection.
  func handle(
    _ reason: lws_callback_reasons,
    of handle: Handle,
    _ input: UnsafeRawBufferPointer
  ) -> Int32 {
    switch reason {
    // CONNECT, and whatever is no HTTP, would become a raw connection without any timeout.
    case LWS_CALLBACK_RAW_ADOPT, LWS_CALLBACK_RAW_RX: return -1
    default: break
    }
    guard let connection = connections[handle.address] else { return 0 }
    switch reason {
    case LWS_CALLBACK_WSI_DESTROY: forget(connection)
    case LWS_CALLBACK_FILTER_HTTP_CONNECTION: return checkRequest(of: connection)
    case LWS_CALLBACK_HTTP: return beginAnswer(connection)
    case LWS_CALLBACK_HTTP_BODY: return receiveBody(input, of: connection)
    case LWS_CALLBACK_HTTP_BODY_COMPLETION: return answer(connection)
    case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE: return checkUpgrade(of: connection)
    case LWS_CALLBACK_ESTABLISHED, LWS_CALLBACK_CLIENT_ESTABLISHED: established(connection)
    case LWS_CALLBACK_RECEIVE, LWS_CALLBACK_CLIENT_RECEIVE: receive(input, of: connection)
    case LWS_CALLBACK_RECEIVE_PONG, LWS_CALLBACK_CLIENT_RECEIVE_PONG:
      connection.lastHeard = .now
    case LWS_CALLBACK_SERVER_WRITEABLE, LWS_CALLBACK_CLIENT_WRITEABLE:
      return becameWritable(connection)
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
      if input.count >= 2 { connection.peersCode = UInt16(input[0]) << 8 | UInt16(input[1]) }
      connection.beginEnding()
    case LWS_CALLBACK_CLOSED, LWS_CALLBACK_CLIENT_CLOSED: tellClosed(connection)
    case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
      connectFailed(connection, String(decoding: input, as: UTF8.self))
    default: break
    }
    return 0
  }

  private func established(_ connection: Connection) {
    connection.stage = .open
    connection.isKnown = true
    connection.hasBeenOpen = true
    connection.lastHeard = .now
    delegate?.opened(connection.socket)
  }

  private func connectFailed(_ connection: Connection, _ reason: String) {
    guard !connection.isKnown else { return }
    sockets[connection.socket] = nil
    delegate?.connectFailed(connection.socket, reason: reason)
  }

  private func receive(_ input: UnsafeRawBufferPointer, of connection: Connection) {
    connection.lastHeard = .now
    guard connection.isOpen else { return }
    let pointer = connection.handle.pointer
    let remaining = lws_remaining_packet_payload(pointer)
    let piece = MessageAssembly.Piece(
      bytes: input.bindMemory(to: UInt8.self),
      isBinary: lws_frame_is_binary(pointer) != 0,
      isFirst: lws_is_first_fragment(pointer) != 0,
      isLast: lws_is_final_fragment(pointer) != 0 && remaining == 0,
      remaining: Int(remaining)
    )
    // A client of ours trusts its server with longer messages: a welcome can be one.
    let limit = connection.isClient ? 64 << 20 : configuration.maximumMessageBytes
    switch connection.assembly.add(piece, limit: limit) {
    case .incomplete: break
    case .message(let message): delegate?.received(message, from: connection.socket)
    case .refused(let code, let reason):
      connection.close(code: code, reason: reason)
    }
  }

  private func becameWritable(_ connection: Connection) -> Int32 {
    switch connection.stage {
    case .closing(let code, let reason, _):
      guard connection.isReadyToClose() else { return 0 }
      connection.handle.setCloseReason(code, reason)
      connection.beginEnding()
      return -1
    case .open:
      if connection.flush() { delegate?.drained(connection.socket) }
    default: break
    }
    return 0
  }
}

// MARK: - From time to time

extension EventLoop {
  /// Pings the silent, cuts the dead, and gives the library its turn for timeouts.
  func sweep() {
    let now = ContinuousClock.now
    log.timePassed(now)
    for connection in Array(connections.values) { sweep(connection, at: now) }
    wakeLibrary()
  }

  private func sweep(_ connection: Connection, at now: ContinuousClock.Instant) {
    switch connection.stage {
    // Who connects for us has the library's patience, and is told how it ended.
    case .handshake where connection.isClient: break
    case .handshake, .http: if now >= connection.since + configuration.patience { connection.cut() }
    case .asked:
      guard now >= connection.since + configuration.patience else { return }
      answer(connection.socket, with: HTTPResponse(status: 503, text: "This takes too long."))
    case .answering(let answer):
      let patience = answer.isSent ? configuration.closePatience : configuration.patience
      if now >= connection.since + patience { connection.cut() }
    case .open: sweepOpen(connection, at: now)
    case .closing(_, _, let until), .ending(let until):
      if now >= until { connection.cut() }
    }
  }

  private func sweepOpen(_ connection: Connection, at now: ContinuousClock.Instant) {
    if let began = connection.assembly.began, now >= began + configuration.patience,
      !connection.isUnheard
    {
      connection.close(code: 1008, reason: "The message took too long.")
    } else if connection.isClient {
      return
    } else if now >= connection.lastHeard + configuration.deadAfter {
      connection.cut()
    } else if now >= max(connection.lastHeard, connection.lastPing) + configuration.pingInterval {
      connection.lastPing = now
      connection.ping()
    }
  }
}
