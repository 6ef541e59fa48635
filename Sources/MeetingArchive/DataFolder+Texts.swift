/// What an operator says about this server, in their own words (product row J8, section O).
package enum OperatorsText: String, CaseIterable, Sendable {
  case accessibility, help, imprint, privacy

  package enum Language: String, CaseIterable, Sendable { case de, en }

  /// Bytes; more is no page for people, and would keep the disk from what must be kept.
  package static let most = 64 * 1_024
}

extension DataFolder {
  /// Reads an operator's text anew; nothing where there is none.
  ///
  /// - Throws: Where there is one that cannot be read, is too long, or is no UTF-8.
  package func text(
    _ name: OperatorsText,
    in language: OperatorsText.Language
  ) throws(ArchiveError) -> [UInt8]? {
    for ending in ["txt", "md"] {
      let file = layout.text("\(name.rawValue).\(language.rawValue).\(ending)")
      guard Disk.size(of: file) != nil else { continue }
      let bytes = try Disk.read(file, atMost: OperatorsText.most + 1)
      guard bytes.count <= OperatorsText.most, String(validating: bytes, as: UTF8.self) != nil
      else {
        throw ArchiveError(
          .unusable,
          file,
          "This is no text in UTF-8 of at most \(OperatorsText.most / 1_024) KiB.",
          advice: "Shorten it, or save it as UTF-8; until then the program's own text is shown."
        )
      }
      return bytes
    }
    return nil
  }
}
