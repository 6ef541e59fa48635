import Foundation

/// Waits until something holds; looks two hundred times a second.
package func wait(
  _ what: String,
  seconds: Double = 20,
  until holds: () throws -> Bool
) throws {
  let deadline = ContinuousClock.now + .seconds(seconds)
  while try !holds() {
    guard .now < deadline else { throw Impatience(what: what) }
    Thread.sleep(forTimeInterval: 0.005)
  }
}

/// A test has waited for as long as it can, in vain.
package struct Impatience: Error, CustomStringConvertible {
  let what: String

  package init(what: String) {
    self.what = what
  }

  package var description: String { "Waited in vain for \(what)." }
}

extension ContinuousClock.Instant {
  /// How many seconds are left until then.
  package var isIn: Double {
    let left = ContinuousClock.now.duration(to: self).components
    return max(0, Double(left.seconds) + Double(left.attoseconds) / 1e18)
  }
}
