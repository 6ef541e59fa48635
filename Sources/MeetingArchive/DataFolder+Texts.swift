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
    for file in layout.files(of: name, in: language) where Disk.size(of: file) != nil {
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

extension Layout {
  /// Where a text may be; the first file that is there holds.
  fileprivate func files(
    of name: OperatorsText,
    in language: OperatorsText.Language
  ) -> [String] {
    ["txt", "md"].map { "\(texts)/\(name.rawValue).\(language.rawValue).\($0)" }
  }

  /// Copies the operator's texts from another folder, as they are.
  ///
  /// - Returns: What became of each.
  func takeTexts(of old: Layout) -> [Finding] {
    var findings: [Finding] = []
    let pairs = OperatorsText.allCases.flatMap { name in
      OperatorsText.Language.allCases.map { (name, $0) }
    }
    for file in pairs.flatMap(old.files) where Disk.size(of: file) != nil {
      let name = old.name(of: file)
      do throws(ArchiveError) {
        let bytes = try Disk.read(file)
        try Disk.makeFolder(texts)
        try Disk.write(bytes, to: "\(path)/\(name)")
        findings.append(Finding(file: name, content: "text, \(bytes.count) bytes", trouble: nil))
      } catch {
        findings.append(Finding(file: name, content: "", trouble: error))
      }
    }
    return findings
  }
}
