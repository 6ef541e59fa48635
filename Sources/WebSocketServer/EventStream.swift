import CServerShim

/// How frames leave where no WebSocket gets through: as server-sent events of an answer that does
/// not end. What the other end has to say comes beside it, each frame in a POST of its own.
///
/// Like every answer it goes past the library; what the kernel does not take waits here.
struct EventStream {
  /// Whoever knows it speaks for the stream: 128 random bits, told to its reader alone.
  let id: String
  /// Where it waits for its turn.
  let loop: OpaquePointer
  private var rest: ArraySlice<UInt8> = []

  init(on loop: OpaquePointer) {
    self.loop = loop
    var random = SystemRandomNumberGenerator()
    let digits = (0..<32).map { _ in
      Character(String(random.next(upperBound: 16 as UInt), radix: 16))
    }
    id = String(digits)
  }

  /// Whether the kernel has yet to take a part of what was written.
  var isStalled: Bool { !rest.isEmpty }

  /// Writes behind what waits.
  ///
  /// - Returns: False when the connection is broken.
  mutating func write(_ bytes: [UInt8], on handle: Handle) -> Bool {
    rest.append(contentsOf: bytes)
    return goOn(on: handle)
  }

  /// Sends what the kernel takes now.
  ///
  /// - Returns: False when the connection is broken.
  mutating func goOn(on handle: Handle) -> Bool {
    while !rest.isEmpty {
      guard let count = handle.send(rest) else { return false }
      guard count > 0 else { return true }
      rest = rest.dropFirst(count)
    }
    rest = []
    return true
  }

  /// Ends the stream with a word on why, as a WebSocket ends with a close frame.
  func farewell(code: UInt16) -> HTTPAnswer {
    HTTPAnswer(parts: [rest, Self.event("closed", "\(code)")[...]])
  }
}

// MARK: - The words

extension EventStream {
  /// What begins every stream: that it may be kept by nobody on its way, and its id.
  func head(adding headers: [(name: String, value: String)]) -> [UInt8] {
    let response = HTTPResponse(
      status: 200,
      headers: [
        ("content-type", "text/event-stream"), ("cache-control", "no-store"),
        ("x-accel-buffering", "no"),
      ]
    )
    return response.head(adding: headers, isEndless: true) + Self.event("opened", id)
  }

  /// A frame, as one copy for everybody.
  static func message(_ text: [UInt8]) -> [UInt8] {
    var event = Array("data: ".utf8)
    event.reserveCapacity(text.count + 8)
    for byte in text {
      // A line's end would end the datum; the reader puts the lines together again.
      if byte == 10 || byte == 13 {
        event.append(contentsOf: "\ndata: ".utf8)
      } else {
        event.append(byte)
      }
    }
    event.append(contentsOf: "\n\n".utf8)
    return event
  }

  /// Asks for a sign of life, whatever it says.
  static let ping = event("ping", "")

  private static func event(_ name: String, _ datum: String) -> [UInt8] {
    Array("event: \(name)\ndata: \(datum)\n\n".utf8)
  }
}
