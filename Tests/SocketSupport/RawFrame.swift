/// A WebSocket frame, as a test wants it to be (RFC 6455, section 5.2).
package struct RawFrame: Equatable, Sendable {
  package var opcode: UInt8
  package var isFinal = true
  package var payload: [UInt8]

  package static let continuation: UInt8 = 0
  package static let text: UInt8 = 1
  package static let binary: UInt8 = 2
  package static let close: UInt8 = 8
  package static let ping: UInt8 = 9
  package static let pong: UInt8 = 10

  package init(_ opcode: UInt8, _ payload: [UInt8] = [], isFinal: Bool = true) {
    self.opcode = opcode
    self.payload = payload
    self.isFinal = isFinal
  }

  package init(_ opcode: UInt8, _ payload: String, isFinal: Bool = true) {
    self.init(opcode, Array(payload.utf8), isFinal: isFinal)
  }

  package init(_ text: String) { self.init(Self.text, text) }

  /// The code of a close frame; 1005 where it names none.
  package var closeCode: UInt16 {
    payload.count < 2 ? 1005 : UInt16(payload[0]) << 8 | UInt16(payload[1])
  }

  /// The frame's bytes.
  ///
  /// - Parameters:
  ///   - isMasked: False for what no client may do.
  ///   - announced: A length to announce instead of the true one.
  package func bytes(isMasked: Bool = true, announced: UInt64? = nil) -> [UInt8] {
    let length = announced ?? UInt64(payload.count)
    let mask: [UInt8] = isMasked ? [0x5a, 0x00, 0xff, 0x31] : []
    let maskBit: UInt8 = isMasked ? 0x80 : 0
    var bytes = [opcode | (isFinal ? 0x80 : 0)]
    switch length {
    case ..<126: bytes.append(maskBit | UInt8(length))
    case ..<65_536: bytes += [maskBit | 126, UInt8(length >> 8), UInt8(length & 0xff)]
    default:
      bytes.append(maskBit | 127)
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
      }
    }
    return bytes + mask + payload.enumerated().map { isMasked ? $1 ^ mask[$0 & 3] : $1 }
  }

  /// Takes a server's frame off the front; nothing while it is not there whole.
  init?(from unread: inout [UInt8]) {
    guard unread.count >= 2 else { return nil }
    var head = 2
    var length = Int(unread[1] & 0x7f)
    if length > 125 {
      head += length == 126 ? 2 : 8
      guard unread.count >= head else { return nil }
      length = unread[2..<head].reduce(0) { $0 << 8 | Int($1) }
    }
    guard unread.count >= head + length else { return nil }
    self.init(
      unread[0] & 0x0f,
      Array(unread[head..<(head + length)]),
      isFinal: unread[0] & 0x80 != 0
    )
    unread.removeFirst(head + length)
  }
}
