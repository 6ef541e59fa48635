/// Whole frames that wait because their socket does not take more, oldest first.
///
/// A frame to everybody waits in many outboxes and is in memory once.
struct Outbox {
  private var frames: [[UInt8]] = []
  private var first = 0
  /// How many bytes wait.
  private(set) var byteCount = 0

  var isEmpty: Bool { first == frames.count }

  mutating func append(_ frame: [UInt8]) {
    frames.append(frame)
    byteCount += frame.count
  }

  mutating func removeFirst() -> [UInt8]? {
    guard !isEmpty else { return nil }
    let frame = frames[first]
    frames[first] = []
    first += 1
    byteCount -= frame.count
    if isEmpty || first > 64 {
      frames.removeFirst(first)
      first = 0
    }
    return frame
  }

  mutating func removeAll() {
    self = Outbox()
  }
}
