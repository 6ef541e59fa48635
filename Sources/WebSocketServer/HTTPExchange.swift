/// The one request of a connection, and its answer on the way out.
struct HTTPExchange {
  private(set) var request: HTTPRequest
  /// How long the body is, as announced.
  let bodyLength: Int
  let began = ContinuousClock.now
  private(set) var isAnswered = false

  /// What is still to be sent: the head, then the body, in turn.
  private var parts: [ArraySlice<UInt8>] = []

  /// How much is handed to the library at once; it copies what the kernel does not take.
  private static let chunkBytes = 32 * 1024

  init(request: HTTPRequest, bodyLength: Int) {
    self.request = request
    self.bodyLength = bodyLength
  }

  /// Takes a piece of the body; what comes behind its announced end is not ours.
  mutating func receive(_ piece: UnsafeBufferPointer<UInt8>) {
    request.body.append(contentsOf: piece.prefix(bodyLength - request.body.count))
  }

  mutating func answer(
    _ response: HTTPResponse,
    adding headers: [(name: String, value: String)]
  ) {
    isAnswered = true
    parts = [response.head(adding: headers)[...]]
    if request.method != .head { parts.append(response.body[...]) }
  }

  /// The next bytes to send; nil when all is out.
  mutating func nextChunk() -> ArraySlice<UInt8>? {
    while let part = parts.first {
      parts[0] = part.dropFirst(Self.chunkBytes)
      if parts[0].isEmpty { parts.removeFirst() }
      if !part.isEmpty { return part.prefix(Self.chunkBytes) }
    }
    return nil
  }
}
