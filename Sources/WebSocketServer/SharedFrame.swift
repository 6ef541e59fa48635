/// The last text that was sent and its frame, since the same text mostly goes to many.
struct SharedFrame {
  private let make: ([UInt8]) -> [UInt8]
  private var text: [UInt8] = []
  private var frame: [UInt8]

  init(_ make: @escaping ([UInt8]) -> [UInt8]) {
    self.make = make
    frame = make([])
  }

  mutating func of(_ text: [UInt8]) -> [UInt8] {
    // The kept text keeps its memory from being used again, so the same address is the same text.
    if !text.hasMemory(of: self.text) { (self.text, frame) = (text, make(text)) }
    return frame
  }
}

extension [UInt8] {
  /// Whether two arrays are one in memory, which is cheaper to ask than whether they are equal.
  fileprivate func hasMemory(of other: Self) -> Bool {
    withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress && mine.count == $0.count }
    }
  }
}
