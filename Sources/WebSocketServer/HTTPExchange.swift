/// The one request of a connection, on its way in.
struct HTTPExchange {
  private(set) var request: HTTPRequest
  /// How long the body is, as announced.
  let bodyLength: Int

  /// Takes a piece of the body; what comes behind its announced end is not ours.
  mutating func receive(_ piece: UnsafeBufferPointer<UInt8>) {
    request.body.append(contentsOf: piece.prefix(bodyLength - request.body.count))
  }
}
