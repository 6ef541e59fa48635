import CServerShim

/// One connection from its first byte to its last: first HTTP, then perhaps a WebSocket.
final class Connection {
  enum Stage {
    /// No request yet, or a WebSocket's handshake.
    case handshake
    case http(HTTPExchange)
    /// The request is there whole, and its answer is not yet.
    case asked(HTTPRequest.Method)
    case answering(HTTPAnswer)
    case open
    /// No more is received or sent but what waits, and then this close frame.
    case closing(code: UInt16, reason: String, until: ContinuousClock.Instant)
    /// A close frame has gone one way or the other, or the connection was cut.
    case ending(until: ContinuousClock.Instant)
  }

  let socket: Socket
  let handle: Handle
  let peer: String
  /// Whether we connected, and not the other end.
  let isClient: Bool
  /// How long it may take to close.
  let closePatience: Duration
  var stage = Stage.handshake
  /// When the step began that has to be done soon: the request, its body, a part of the answer.
  var since = ContinuousClock.now
  var assembly = MessageAssembly()
  /// How its frames leave, where that is not a WebSocket.
  private(set) var stream: EventStream?
  /// What an answer on its way waits for.
  private var watch: (pointer: OpaquePointer, what: kr_wait)?
  /// Whether the library only holds the connection any more.
  private var isTakenOver = false
  /// Whether `opened` has been told, and `closed` not yet.
  var isKnown = false
  /// Whether it ever became a WebSocket.
  var hasBeenOpen = false
  /// Why the other end closes, as its close frame says.
  var peersCode: UInt16?
  /// When the other end last said something; pings are answered.
  var lastHeard = ContinuousClock.now
  var lastPing = ContinuousClock.now

  private var outbox = Outbox()
  /// Bytes handed to the library since it last had nothing waiting.
  private var handedOver = 0
  /// Whether something waits for the other end to read, which is not heard meanwhile.
  private(set) var isUnheard = false

  init(socket: Socket, handle: Handle, peer: String, isClient: Bool, closePatience: Duration) {
    self.socket = socket
    self.closePatience = closePatience
    self.handle = handle
    self.peer = peer
    self.isClient = isClient
  }

  var isOpen: Bool {
    if case .open = stage { stream != nil || !handle.isClosing } else { false }
  }

  /// Bytes that wait here for the kernel; those with the library count until all are gone.
  var bufferedBytes: Int {
    outbox.byteCount + (isStalled ? handedOver : 0)
  }

  /// Whether a part of what was written last is still to be taken by the kernel.
  var isStalled: Bool { stream?.isStalled ?? handle.isStalled }
}

// MARK: - Sending

extension Connection {
  /// Sends a whole frame now, or keeps it until what waits has gone.
  func send(_ frame: [UInt8], limit: Int) -> SendResult {
    guard isOpen else { return .gone }
    guard outbox.isEmpty, !isStalled else {
      guard bufferedBytes + frame.count <= limit else {
        outbox.removeAll()
        close(code: 1013, reason: "Too slow.")
        return .gone
      }
      outbox.append(frame)
      return .stalled
    }
    guard write(frame) else { return .gone }
    guard isStalled else { return .sent }
    stall()
    return .stalled
  }

  /// Waits for the other end to read; until then it is not heard either.
  ///
  /// Two of our own loops would wait for each other for ever, so a client goes on reading.
  private func stall() {
    isUnheard = true
    if !isClient, stream == nil { handle.stopReading() }
    askWritable()
  }

  private func askWritable() {
    if let stream { wait(KR_WAIT_TO_SEND, on: stream.loop) } else { handle.askWritable() }
  }

  private func goOnReading() {
    if let stream { wait(KR_WAIT_TO_RECEIVE, on: stream.loop) } else { handle.goOnReading() }
  }

  /// Sends a ping to one that has nothing waiting; the others will be heard of soon anyway.
  func ping() {
    guard isOpen, !isClient, outbox.isEmpty, !isStalled else { return }
    guard write(stream == nil ? Frame.ping : EventStream.ping), isStalled else { return }
    stall()
  }

  /// Sends what waits while the kernel takes it.
  ///
  /// - Returns: Whether nothing waits any more, after something had.
  func flush() -> Bool {
    if stream?.goOn(on: handle) == false {
      cut()
      return false
    }
    while !isStalled, let frame = outbox.removeFirst() {
      handedOver = 0
      guard write(frame) else { return false }
    }
    guard outbox.isEmpty, !isStalled else {
      askWritable()
      return false
    }
    handedOver = 0
    guard isUnheard else { return false }
    isUnheard = false
    // It has read: it is alive, and not to blame for what was not heard.
    lastHeard = .now
    assembly.goOn()
    if !isClient { goOnReading() }
    return true
  }

  private func write(_ frame: [UInt8]) -> Bool {
    if !isStalled { handedOver = 0 }
    handedOver += frame.count
    guard stream?.write(frame, on: handle) ?? handle.write(frame) else {
      cut()
      return false
    }
    return true
  }
}

// MARK: - Answering

extension Connection {
  /// Takes the connection over from the library, for an answer now or later.
  func beginAnswering(to method: HTTPRequest.Method) {
    isTakenOver = true
    handle.takeOver()
    since = .now
    stage = .asked(method)
  }

  /// Takes the connection over for a stream of events.
  func begin(_ stream: EventStream, head: [UInt8]) {
    isTakenOver = true
    handle.takeOver()
    self.stream = stream
    stage = .open
    goOnReading()
    if write(head), isStalled { stall() }
  }

  /// Waits for what the answer needs to go on.
  func wait(_ what: kr_wait, on loop: OpaquePointer) {
    guard watch?.what != what else { return }
    stopWatching()
    guard let pointer = handle.watch(what, on: loop, as: socket) else { return cut() }
    watch = (pointer, what)
  }

  func stopWatching() {
    if let watch { kr_watch_stop(watch.pointer) }
    watch = nil
  }
}

// MARK: - Ending

extension Connection {
  /// Sends what waits, then a close frame; cuts when that takes too long.
  func close(code: UInt16, reason: String) {
    guard isOpen else { return }
    stage = .closing(code: code, reason: reason, until: .now + closePatience)
    askWritable()
  }

  /// Has nothing more to say, since a close frame has come or gone.
  func beginEnding() {
    outbox.removeAll()
    stage = .ending(until: .now + closePatience)
  }

  func cut() {
    stopWatching()
    beginEnding()
    handle.cut()
    // The library notices at once when it tries to write.
    if !isTakenOver { handle.askWritable() }
  }

  /// Closes a WebSocket, and ends what would otherwise just be waited for.
  func goAway() {
    switch stage {
    case .open: close(code: 1001, reason: "")
    case .handshake: cut()
    case .answering(let answer) where answer.isSent: letGo()
    default: break
    }
  }

  /// Ends a connection whose answer is out.
  func letGo() {
    stopWatching()
    beginEnding()
    handle.closeSoon()
  }

  /// Whether all that waits has gone and the close frame may follow.
  func isReadyToClose() -> Bool {
    _ = flush()
    return outbox.isEmpty && !isStalled
  }
}
