/// Puts the pieces together in which the library hands over a message.
///
/// It cuts even small messages wherever its buffer ends, besides what the sender cuts.
struct MessageAssembly {
  /// A piece of a message, as the library describes it.
  struct Piece {
    let bytes: UnsafeBufferPointer<UInt8>
    let isBinary: Bool
    let isFirst: Bool
    /// Whether the message ends with this piece.
    let isLast: Bool
    /// How much of the same frame is announced and yet to come.
    let remaining: Int
  }

  enum Outcome {
    case incomplete
    case message([UInt8])
    case refused(code: UInt16, reason: String)
  }

  /// When the message under way began, or it was listened to again; nil between messages.
  private(set) var began: ContinuousClock.Instant?
  private var bytes: [UInt8] = []

  /// Counts its time anew after a while in which nothing was listened to.
  mutating func goOn() {
    if began != nil { began = .now }
  }

  mutating func add(_ piece: Piece, limit: Int) -> Outcome {
    if piece.isBinary { return .refused(code: 1003, reason: "Only text is understood.") }
    if piece.isFirst { bytes.removeAll(keepingCapacity: false) }
    guard piece.remaining <= limit, bytes.count + piece.bytes.count <= limit - piece.remaining
    else { return .refused(code: 1009, reason: "At most \(limit) bytes.") }
    bytes.append(contentsOf: piece.bytes)
    guard piece.isLast else {
      if began == nil { began = .now }
      return .incomplete
    }
    began = nil
    defer { bytes = [] }
    return .message(bytes)
  }
}
