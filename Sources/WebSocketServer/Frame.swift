/// Makes whole WebSocket frames (RFC 6455, section 5.2), never fragmented.
enum Frame {
  /// With a few bytes, because the library says nothing of pongs that are empty.
  static let ping: [UInt8] = [0x89, 4] + Array("life".utf8)

  /// A frame as a server sends it: one copy serves everybody.
  static func text(_ payload: [UInt8]) -> [UInt8] {
    var frame = header(length: payload.count, maskBit: 0)
    frame.append(contentsOf: payload)
    return frame
  }

  /// A frame as a client must send it, masked with four random bytes.
  static func maskedText(_ payload: [UInt8]) -> [UInt8] {
    var frame = header(length: payload.count, maskBit: 0x80)
    let random = UInt32.random(in: 0...UInt32.max)
    let mask = (0..<4).map { UInt8(truncatingIfNeeded: random >> ($0 * 8)) }
    frame.append(contentsOf: mask)
    for (index, byte) in payload.enumerated() { frame.append(byte ^ mask[index & 3]) }
    return frame
  }

  private static func header(length: Int, maskBit: UInt8) -> [UInt8] {
    var header: [UInt8] = [0x81]
    header.reserveCapacity(length + 14)
    switch length {
    case ..<126:
      header.append(maskBit | UInt8(length))
    case ..<65_536:
      header.append(maskBit | 126)
      header.append(contentsOf: [UInt8(length >> 8), UInt8(length & 0xff)])
    default:
      header.append(maskBit | 127)
      for shift in stride(from: 56, through: 0, by: -8) {
        header.append(UInt8(truncatingIfNeeded: length >> shift))
      }
    }
    return header
  }
}
