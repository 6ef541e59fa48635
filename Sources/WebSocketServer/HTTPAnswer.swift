/// An answer on its way out, past the library, which would neither wait nor listen properly.
struct HTTPAnswer {
  /// What is still to be sent: the head, then the body.
  private var parts: [ArraySlice<UInt8>]
  /// Whether all has gone, and the other end is only to hang up.
  private(set) var isSent = false

  /// What has to happen before it can go on.
  enum Step {
    case waitToSend, waitToReceive
    /// All is done, or nothing more can be.
    case end
  }

  init(
    _ response: HTTPResponse,
    to method: HTTPRequest.Method,
    adding headers: [(name: String, value: String)]
  ) {
    parts = [response.head(adding: headers)[...]]
    if method != .head { parts.append(response.body[...]) }
  }

  init(parts: [ArraySlice<UInt8>]) {
    self.parts = parts
  }

  /// Does what can be done now.
  mutating func advance(on handle: Handle) -> Step {
    while let part = parts.first {
      guard let count = handle.send(part) else { return .end }
      guard count == part.count else {
        parts[0] = part.dropFirst(count)
        return .waitToSend
      }
      parts.removeFirst()
    }
    if !isSent {
      isSent = true
      handle.finishSending()
    }
    return handle.forgetUnread() ? .waitToReceive : .end
  }
}
