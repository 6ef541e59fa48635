package import Foundation

/// The golden files that both sides of the wire read.
package enum Fixture {
  /// The bytes of a file below `Tests/Fixtures`.
  package static func data(_ path: String) throws -> Data { try data(file: "Fixtures/\(path)") }

  /// The entries of `wire/NAME.json`, by name.
  package static func wire(_ name: String) throws -> [String: JSONValue] {
    try JSONDecoder().decode([String: JSONValue].self, from: data("wire/\(name).json"))
  }

  /// The entries of `wire/NAME.json`, by name; `UPDATE_FIXTURES=1` writes them anew before.
  ///
  /// What was written wants `deno fmt`, and a pair of eyes on the difference.
  package static func wire(
    _ name: String,
    spelled: [String: JSONValue]
  ) throws -> [String: JSONValue] {
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1" {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(spelled).write(to: url("Fixtures/wire/\(name).json"))
    }
    return try wire(name)
  }

  /// The page's sentences in a language, of all its parts.
  package static func sentences(_ language: String) throws -> [String: JSONValue] {
    let folder = url("../web/i18n")
    var sentences: [String: JSONValue] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("\(language).") {
      let part = try Data(contentsOf: folder.appending(path: name))
      let words = try JSONDecoder().decode([String: JSONValue].self, from: part)
      sentences.merge(words) { $1 }
    }
    return sentences
  }

  private static func data(file: String) throws -> Data { try Data(contentsOf: url(file)) }

  private static func url(_ file: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: file)
  }
}

/// Any JSON, to be compared without regard to the order of keys.
package enum JSONValue: Hashable, Codable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  package init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let bool = try? box.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? box.decode(Int64.self) {
      self = .int(int)
    } else if let double = try? box.decode(Double.self) {
      self = .double(double)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else if let list = try? box.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try box.decode([String: JSONValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    switch self {
    case .null: try box.encodeNil()
    case .bool(let bool): try box.encode(bool)
    case .int(let int): try box.encode(int)
    case .double(let double): try box.encode(double)
    case .text(let text): try box.encode(text)
    case .list(let list): try box.encode(list)
    case .object(let object): try box.encode(object)
    }
  }

  package init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  package var bytes: [UInt8] { get throws { try [UInt8](JSONEncoder().encode(self)) } }

  package subscript(_ key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  package var items: [JSONValue] { if case .list(let list) = self { list } else { [] } }
  package var string: String? { if case .text(let text) = self { text } else { nil } }
  package var number: Int64? { if case .int(let int) = self { int } else { nil } }
}
