import CLibwebsockets
import CServerShim
import Glibc

/// A server of WebSockets and a little HTTP, and a client of WebSockets, on one thread.
///
/// Who makes it runs it: it is confined to that thread, and each entry checks so. The one thing
/// that other threads may use is its ``waker``. Beneath it libwebsockets is a guest on a libev
/// loop of ours; connections are accepted here and handed to the library, so that being out of
/// file descriptors never makes anything spin.
package final class EventLoop {
  package weak var delegate: (any EventLoopDelegate)?
  /// The port that is listened on; 0 without one.
  package let port: UInt16
  /// Lets other threads make this one call `woken`.
  package let waker: Waker

  let configuration: Configuration
  let log: Log
  /// All connections by the address of the library's object; it reuses addresses.
  var connections: [UInt: Connection] = [:]
  /// The same by number; a failed one may be missing above already.
  var sockets: [Socket: Connection] = [:]
  /// The sockets that are streams, by their ids.
  var streams: [String: Socket] = [:]
  /// How many connections each address holds.
  var addresses: [String: Int] = [:]
  /// The last text sent and its frame, since the same text mostly goes to many.
  private var lastFrame = SharedFrame(Frame.text)
  /// The same for streams.
  private var lastEvent = SharedFrame(EventStream.message)

  private let maximumConnections: Int
  private let thread = pthread_self()
  private let link = LoopLink()
  let loop: OpaquePointer
  private let context: OpaquePointer
  private let vhost: OpaquePointer
  private var isStopping = false
  private var isDown = false

  /// How long the last words may take when the loop stops.
  private static let farewell = Duration.milliseconds(800)

  /// Prepares everything and listens; connections wait until ``run()``.
  ///
  /// - Parameter log: Is told what an operator may want to know, on the loop's thread.
  /// - Throws: What an operator must change first.
  package init(
    _ configuration: Configuration,
    log: @escaping (LogLevel, String) -> Void
  ) throws(ServerError) {
    self.configuration = configuration
    self.log = Log(log)
    if let most = configuration.maximumConnections {
      maximumConnections = most
    } else {
      maximumConnections = try DescriptorLimit.raise(leaving: 64)
    }
    waker = try Waker()
    var listener: Int32 = -1
    if let port = configuration.port {
      listener = kr_listen(configuration.host, Int32(port))
      guard listener >= 0 else {
        throw ServerError(listening: listener, host: configuration.host, port: port)
      }
    }
    port = listener < 0 ? 0 : UInt16(kr_local_port(listener))
    let beat = configuration.sweepInterval.inSeconds
    guard let loop = kr_loop_create(link.events, waker.descriptor, beat) else {
      let reason = errno
      if listener >= 0 { _ = Glibc.close(listener) }
      throw .systemRefused(errno: reason)
    }
    self.loop = loop
    if listener >= 0 { kr_loop_listen(loop, listener) }
    for (name, value) in configuration.responseHeaders { kr_add_header(loop, name, value) }
    let context = kr_context_create(loop, LoopLink.callback, LoopLink.log, listener < 0)
    guard let context, let vhost = kr_vhost_create(loop, context) else {
      kr_loop_destroy(loop, context)
      throw .pluginMissing
    }
    self.context = context
    self.vhost = vhost
    link.loop = self
  }

  deinit {
    if !isDown { kr_loop_destroy(loop, context) }
  }

  func checkThread() {
    precondition(
      pthread_equal(thread, pthread_self()) != 0,
      "An event loop is used on its own thread only."
    )
  }
}

// MARK: - Running

extension EventLoop {
  /// Serves until ``stop()``; then closes what is open, and cannot run again.
  package func run() {
    checkThread()
    precondition(!isDown, "A stopped event loop does not run again.")
    kr_loop_run(loop)
    isDown = true
    kr_loop_destroy(loop, context)
    for connection in connections.values { forget(connection) }
  }

  /// Leaves ``run()`` once all sockets are closed with 1001, at the latest after a second.
  ///
  /// Whoever is in the middle of a request has this second, too; the others have nothing to lose.
  package func stop() {
    checkThread()
    guard !isStopping, !isDown else { return }
    stopListening()
    isStopping = true
    kr_loop_set_alarm(loop, Self.farewell.inSeconds)
    for connection in Array(connections.values) { connection.goAway() }
    stopIfDone()
  }

  /// Takes no new connections; those that are open stay.
  package func stopListening() {
    checkThread()
    guard !isDown else { return }
    kr_loop_stop_listening(loop)
  }

  /// Makes the loop call `timerFired` once, after so long; replaces the time set before.
  ///
  /// - Parameter delay: Nil for never.
  package func wakeUp(after delay: Duration?) {
    checkThread()
    guard !isStopping, !isDown else { return }
    kr_loop_set_alarm(loop, delay.map { max(0, $0.inSeconds) } ?? -1)
  }

  /// Gives the library a turn: under libev it looks at its timeouts only when something happens.
  func wakeLibrary() { lws_cancel_service(context) }

  func stopIfDone() {
    if isStopping, connections.isEmpty { kr_loop_stop(loop) }
  }

  func timerFired() {
    if isStopping { kr_loop_stop(loop) } else { delegate?.timerFired() }
  }
}

// MARK: - Sockets

extension EventLoop {
  /// How many connections there are, with those that have not become WebSockets.
  package var connectionCount: Int { connections.count }

  /// How many bytes wait for a socket, beyond what the kernel has taken.
  package func bufferedBytes(of socket: Socket) -> Int {
    checkThread()
    return sockets[socket]?.bufferedBytes ?? 0
  }

  /// Sends a text message. The same array sent to many is framed only once.
  package func send(_ text: [UInt8], to socket: Socket) -> SendResult {
    checkThread()
    guard let connection = sockets[socket] else { return .gone }
    let frame =
      if connection.isClient {
        Frame.maskedText(text)
      } else if connection.stream != nil {
        lastEvent.of(text)
      } else {
        lastFrame.of(text)
      }
    return connection.send(frame, limit: configuration.maximumBufferedBytes)
  }

  /// Ends a socket as a broken cable would: without a word.
  package func cut(_ socket: Socket) {
    checkThread()
    sockets[socket]?.cut()
  }

  /// Closes a socket after what waits for it; cuts it when that does not get through.
  ///
  /// - Parameters:
  ///   - code: What the other end is told; 1000 to 4999.
  ///   - reason: At most 123 bytes; the rest is left out.
  package func close(_ socket: Socket, code: UInt16, reason: String) {
    checkThread()
    sockets[socket]?.close(code: code, reason: reason)
  }

  /// Opens a WebSocket to a server.
  ///
  /// - Parameter origin: What a browser would name as its page's origin, with the scheme.
  /// - Returns: Its number. Nothing can be sent before `opened`; `connectFailed` may come instead.
  package func connect(to url: ClientURL, origin: String) -> Socket {
    checkThread()
    let socket = SocketNumbers.next()
    link.connecting = socket
    let wsi = kr_connect(
      context,
      vhost,
      url.host,
      Int32(url.port),
      url.path,
      url.authority,
      origin,
      url.tls
    )
    link.connecting = nil
    defer { link.hasDied = false }
    if let wsi, !link.hasDied {
      adopt(wsi, as: socket, peer: url.host, isClient: true)
    } else {
      link.failed.append(socket)
      waker.wake()
    }
    return socket
  }
}

// MARK: - Accepting

extension EventLoop {
  func accepted(_ descriptor: Int32) {
    var text = [CChar](repeating: 0, count: 64)
    kr_peer(descriptor, &text, text.count)
    let peer = String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    guard connections.count < maximumConnections,
      addresses[peer, default: 0] < configuration.maximumSocketsPerAddress
        || configuration.unboundedAddresses.contains(where: peer.hasPrefix)
    else {
      log(.warning, "A connection was refused: \(connections.count) are open.")
      _ = Glibc.close(descriptor)
      return
    }
    kr_prepare(descriptor, 64 * 1024, Int32(configuration.deadAfter.inSeconds * 1000))
    // The library closes the descriptor when it does not take it.
    guard let wsi = lws_adopt_socket_vhost(vhost, descriptor) else { return }
    adopt(wsi, as: SocketNumbers.next(), peer: peer, isClient: false)
  }

  private func adopt(_ wsi: OpaquePointer, as socket: Socket, peer: String, isClient: Bool) {
    let connection = Connection(
      socket: socket,
      handle: Handle(pointer: wsi),
      peer: peer,
      isClient: isClient,
      closePatience: configuration.closePatience
    )
    connections[connection.handle.address] = connection
    sockets[socket] = connection
    if !isClient { addresses[peer, default: 0] += 1 }
  }

  /// Drops a connection that the library has let go, and tells so if it was open.
  func forget(_ connection: Connection) {
    connection.stopWatching()
    if let stream = connection.stream { streams[stream.id] = nil }
    connections[connection.handle.address] = nil
    // Cut before it was open, the library says nothing but this.
    let hasFailed = connection.isClient && !connection.hasBeenOpen
    let isUntold = sockets.removeValue(forKey: connection.socket) != nil
    if hasFailed, isUntold {
      delegate?.connectFailed(connection.socket, reason: "The connection was cut.")
    }
    if !connection.isClient {
      let left = addresses[connection.peer, default: 1] - 1
      addresses[connection.peer] = left > 0 ? left : nil
    }
    tellClosed(connection)
    stopIfDone()
  }

  func tellClosed(_ connection: Connection) {
    guard connection.isKnown else { return }
    connection.isKnown = false
    delegate?.closed(connection.socket, code: connection.peersCode)
  }
}
