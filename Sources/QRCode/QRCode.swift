internal import CQRCode

/// A short text as a picture that phones read.
package struct QRCode {
  /// Rows of modules; true is dark.
  private let modules: [[Bool]]

  /// As many modules as phones need around it to find it.
  private static let quiet = 4
  /// Up to 29 modules and 10 more versions' worth: some 200 bytes at the level below.
  private static let largestVersion: Int32 = 12

  /// Nothing where the text is too long for a picture that can be read from across a room.
  package init?(_ text: String) {
    let length = Int(kr_qr_buffer_length)
    var scratch = [UInt8](repeating: 0, count: length)
    var code = [UInt8](repeating: 0, count: length)
    // A seventh of it may be hidden or blurred, as on a shared video.
    let isMade = qrcodegen_encodeText(
      text,
      &scratch,
      &code,
      qrcodegen_Ecc_MEDIUM,
      1,
      Self.largestVersion,
      qrcodegen_Mask_AUTO,
      true
    )
    guard isMade else { return nil }
    let size = qrcodegen_getSize(&code)
    var modules: [[Bool]] = []
    for y in 0..<size {
      modules.append((0..<size).map { qrcodegen_getModule(&code, $0, y) })
    }
    self.modules = modules
  }

  /// The picture, black on white also where all around it is dark.
  ///
  /// - Parameter title: What it is called where it cannot be seen; must not hold markup.
  package func svg(title: String) -> String {
    let size = modules.count + 2 * Self.quiet
    var path = ""
    for (y, row) in modules.enumerated() {
      for (x, isDark) in row.enumerated() where isDark {
        path += "M\(x + Self.quiet),\(y + Self.quiet)h1v1h-1z"
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" \
      shape-rendering="crispEdges"><title>\(title)</title>\
      <path fill="#fff" d="M0,0h\(size)v\(size)H0z"/><path d="\(path)"/></svg>
      """
  }
}
