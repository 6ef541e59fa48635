/// One connection from its first byte to its last: first HTTP, then perhaps a WebSocket.
final class Connection {
  enum Stage {
    /// No request yet, or a WebSocket's handshake.
    case handshake
    case http(HTTPExchange)
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
  var stage = Stage.handshake
  var assembly = MessageAssembly()
  /// Whether `opened` has been told, and `closed` not yet.
  var isKnown = false
  /// Whether it ever became a WebSocket.
  var hasBeenOpen = false
  /// When the other end last said something; pings are answered.
  var lastHeard = ContinuousClock.now
  var lastPing = ContinuousClock.now

  private var outbox = Outbox()
  /// Bytes handed to the library since it last had nothing waiting.
  private var handedOver = 0
  private var owesDrained = false

  init(socket: Socket, handle: Handle, peer: String, isClient: Bool) {
    self.socket = socket
    self.handle = handle
    self.peer = peer
    self.isClient = isClient
  }

  var isOpen: Bool {
    if case .open = stage { !handle.isClosing } else { false }
  }

  /// Bytes that wait here for the kernel; those with the library count until all are gone.
  var bufferedBytes: Int {
    outbox.byteCount + (handle.isStalled ? handedOver : 0)
  }
}

// MARK: - Sending

extension Connection {
  /// Sends a whole frame now, or keeps it until what waits has gone.
  func send(_ frame: [UInt8], limit: Int) -> SendResult {
    guard isOpen else { return .gone }
    guard outbox.isEmpty, !handle.isStalled else {
      guard bufferedBytes + frame.count <= limit else {
        outbox.removeAll()
        close(code: 1013, reason: "Too slow.", patience: .seconds(1))
        return .gone
      }
      outbox.append(frame)
      return .stalled
    }
    guard write(frame) else { return .gone }
    guard handle.isStalled else { return .sent }
    owesDrained = true
    handle.askWritable()
    return .stalled
  }

  /// Sends a ping to one that has nothing waiting; the others will be heard of soon anyway.
  func ping() {
    guard isOpen, !isClient, outbox.isEmpty, !handle.isStalled else { return }
    _ = write(Frame.ping)
  }

  /// Sends what waits while the kernel takes it.
  ///
  /// - Returns: Whether nothing waits any more, after something had.
  func flush() -> Bool {
    while !handle.isStalled, let frame = outbox.removeFirst() {
      handedOver = 0
      guard write(frame) else { return false }
    }
    guard outbox.isEmpty, !handle.isStalled else {
      handle.askWritable()
      return false
    }
    handedOver = 0
    defer { owesDrained = false }
    return owesDrained
  }

  private func write(_ frame: [UInt8]) -> Bool {
    if !handle.isStalled { handedOver = 0 }
    handedOver += frame.count
    guard handle.write(frame) else {
      cut()
      return false
    }
    return true
  }
}

// MARK: - Ending

extension Connection {
  /// Sends what waits, then a close frame; cuts when that takes longer than the patience.
  func close(code: UInt16, reason: String, patience: Duration) {
    guard isOpen else { return }
    stage = .closing(code: code, reason: reason, until: .now + patience)
    handle.askWritable()
  }

  /// Has nothing more to say, since a close frame has come or gone.
  func beginEnding() {
    outbox.removeAll()
    stage = .ending(until: .now + .seconds(5))
  }

  func cut() {
    outbox.removeAll()
    stage = .ending(until: .now + .seconds(5))
    handle.cut()
  }

  /// Whether all that waits has gone and the close frame may follow.
  func isReadyToClose() -> Bool {
    _ = flush()
    return outbox.isEmpty && !handle.isStalled
  }
}
