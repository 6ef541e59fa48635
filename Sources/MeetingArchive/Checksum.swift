/// FNV-1a with 64 bits over the parts of a row: it notices every single byte that has changed.
///
/// Against disks, not against people: whoever can write the file can write its checksums, too.
///
/// - SeeAlso: RFC 9923.
struct Checksum {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// As SQLite keeps it.
  var value: Int64 { Int64(bitPattern: state) }

  /// Adds a part; nothing is another part than an empty text.
  mutating func add(_ text: String?) {
    guard let text else { return add(0xFE) }
    for byte in text.utf8 { add(byte) }
    // Neither occurs in UTF-8, so that no two rows of parts are one row of bytes.
    add(0xFF)
  }

  mutating func add(_ number: Int64?) { add(number.map(String.init)) }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
