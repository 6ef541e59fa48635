import Foundation

/// Numbers that look random, and are the same for the same seed.
///
/// - SeeAlso: Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something happens that happens so often in a hundred cases.
  package mutating func happens(in hundred: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < hundred
  }

  /// One of several; there has to be one.
  package mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &self)]
  }
}

/// How many seeds a simulation runs: a quick number, or as many as `KAFFEERUNDE_SEEDS` says.
package enum Seeds {
  package static func count(quick: UInt64) -> ClosedRange<UInt64> {
    let wanted = ProcessInfo.processInfo.environment["KAFFEERUNDE_SEEDS"].flatMap { UInt64($0) }
    return 1...max(1, wanted ?? quick)
  }
}
