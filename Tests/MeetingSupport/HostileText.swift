import Foundation

/// A text that wants to be anything but text; `Fixtures/hostile.json` holds forty, which the
/// browser's stories write into every field there is.
package struct HostileText: Decodable, Sendable {
  /// What it pretends to be.
  package let name: String
  package let typed: String
  /// What is kept of it, where that is not all.
  private let shown: String?

  /// What is kept of it, in fields of several lines.
  package var kept: String { shown ?? typed }

  package static var all: [Self] {
    get throws { try JSONDecoder().decode([Self].self, from: Fixture.data("hostile.json")) }
  }
}
