/// An address on the web that can be shown as a link without harm (product row E12).
package struct WebAddress: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  /// Takes only `http` and `https`, with a host, and without a name before it: in
  /// `https://bund.de@example.org` people see the wrong one.
  package init?(rawValue: String) {
    guard rawValue.utf8.count <= Limits.linkBytes, let start = Self.afterScheme(rawValue) else {
      return nil
    }
    let host = rawValue[start...].prefix { !"/?#".contains($0) }
    guard !host.isEmpty, !host.hasPrefix(":"), !host.contains("@"),
      rawValue.unicodeScalars.allSatisfy(Self.isPossible)
    else { return nil }
    self.rawValue = rawValue
  }

  /// Reads an address as people type or paste it.
  package init?(_ typed: String) { self.init(rawValue: Text.line(typed)) }

  private static func afterScheme(_ address: String) -> String.Index? {
    for scheme in ["https://", "http://"] where address.lowercased().hasPrefix(scheme) {
      return address.index(address.startIndex, offsetBy: scheme.count)
    }
    return nil
  }

  private static let forbidden = Set("\"<>\\^`{|}\u{7F}".unicodeScalars)

  /// Whatever could end a link early, or make it look like another, has to be percent-encoded.
  private static func isPossible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && !forbidden.contains(scalar) }
    return !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
  }
}
