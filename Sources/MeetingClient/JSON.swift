import Foundation

/// A JSON value as it came over the wire: a client need not know what it only hands on.
package indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// Reads JSON text.
  ///
  /// - Returns: Nothing where it is none.
  package init?(_ bytes: [UInt8]) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)) else { return nil }
    self.init(value)
  }

  private init(_ value: Any) {
    switch value {
    case let text as String: self = .text(text)
    case let list as [Any]: self = .list(list.map(JSON.init))
    case let object as [String: Any]: self = .object(object.mapValues(JSON.init))
    case let number as NSNumber:
      // Truths and numbers come as one class; only a subclass tells them apart.
      let isBool = type(of: number) == type(of: NSNumber(value: true))
      self = isBool ? .bool(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }

  /// The text of this value, keys in order.
  package var bytes: [UInt8] {
    let options: JSONSerialization.WritingOptions = [
      .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed,
    ]
    guard let data = try? JSONSerialization.data(withJSONObject: plain, options: options) else {
      preconditionFailure("What was JSON can be written as JSON.")
    }
    return [UInt8](data)
  }

  private var plain: Any {
    switch self {
    case .null: NSNull()
    case .bool(let value): value
    case .number(let value): value == value.rounded() ? Int64(value) as Any : value
    case .text(let value): value
    case .list(let values): values.map(\.plain)
    case .object(let values): values.mapValues(\.plain)
    }
  }
}

// MARK: - Looking inside

extension JSON {
  package subscript(_ key: String) -> JSON? {
    if case .object(let values) = self { values[key] } else { nil }
  }

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var whole: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }
  package var number: Double? { if case .number(let number) = self { number } else { nil } }
  package var isTrue: Bool { self == .bool(true) }
  package var list: [JSON]? { if case .list(let list) = self { list } else { nil } }
  package var object: [String: JSON]? { if case .object(let values) = self { values } else { nil } }
}
