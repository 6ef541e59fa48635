import Foundation

/// The project's text files, as a reader finds them.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File: Sendable {
    /// From the top of the project.
    let path: String
    let lines: [String]

    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var kind: String { path.split(separator: ".").last.map(String.init) ?? "" }
  }

  /// All files of these kinds below a folder.
  static func files(in folder: String, _ kinds: Set<String>) throws -> [File] {
    let base = root.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try paths.sorted().compactMap { path in
      let parts = path.split(separator: ".")
      guard parts.count > 1, let kind = parts.last, kinds.contains(String(kind)),
        !path.contains("__pycache__")
      else { return nil }
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      return File(path: "\(folder)/\(path)", lines: text.components(separatedBy: "\n"))
    }
  }
}

extension SourceTree.File {
  /// The modules that a Swift file imports.
  var imports: Set<String> {
    Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1,
          words.indices.contains(place + 1)
        else { return nil }
        return words[place + 1].split(separator: ".").first.map(String.init)
      }
    )
  }

  /// Each function with the number of its lines, by the formatter's indentation.
  var functions: [(name: String, length: Int)] {
    lines.indices.compactMap { start in
      let line = lines[start]
      let indent = line.prefix { $0 == " " }
      let words = line.split(separator: " ")
      guard words.contains("func") || words.contains(where: { $0.hasPrefix("init(") }),
        !line.contains("///"), !line.hasSuffix("}"),
        let end = lines[start...].firstIndex(of: indent + "}")
      else { return nil }
      return (line.trimmingCharacters(in: .whitespaces), end - start + 1)
    }
  }

  /// The lines that hold a word, comments apart.
  func lines(with word: String) -> [String] {
    lines.enumerated().filter { _, line in
      let code = line.trimmingCharacters(in: .whitespaces)
      return !code.hasPrefix("//") && line.contains(word)
    }.map { "\(path):\($0 + 1): \($1)" }
  }
}
