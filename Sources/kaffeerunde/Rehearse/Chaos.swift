import MeetingClient

/// Trouble on purpose, the same for the same seed: sockets cut at random, commands said again.
///
/// Whoever is cut comes back by itself; what is said again must be answered as it was the first
/// time. So a rehearsal with trouble has to end exactly as one without.
struct Chaos {
  private var random: SplitMix64
  /// What each command was answered first.
  private var outcomes: [String: Outcome] = [:]
  /// Commands that could be said again, with whoever said them.
  private var said: [(who: Int, wish: Member.Wish)] = []
  private(set) var cuts = 0
  private(set) var repeats = 0
  /// How often a repeat was answered in another way than the first time.
  private(set) var contradictions = 0

  enum Outcome: Equatable {
    case acknowledged(revision: Int)
    case rejected(reason: String)
  }

  /// What is to be done to whom.
  enum Trouble {
    case cut(Int)
    case sayAgain(Int, Member.Wish)
  }

  /// One moment in so many is a moment of trouble, of either kind.
  private static let rarity = 6

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Picks the trouble of this moment; mostly there is none.
  mutating func next(members: Int) -> Trouble? {
    switch Int.random(in: 0..<2 * Self.rarity, using: &random) {
    case 0:
      cuts += 1
      return .cut(Int.random(in: 0..<members, using: &random))
    case 1:
      guard !said.isEmpty else { return nil }
      repeats += 1
      let (who, wish) = said[Int.random(in: 0..<said.count, using: &random)]
      return .sayAgain(who, wish)
    default: return nil
    }
  }

  mutating func note(_ wish: Member.Wish, of who: Int, _ outcome: Outcome) {
    outcomes[wish.reference] = outcome
    said.append((who, wish))
  }

  /// Compares an answer with the first one to the same command.
  mutating func compare(_ reference: String, _ outcome: Outcome) {
    if let first = outcomes[reference], first != outcome { contradictions += 1 }
  }
}

/// Numbers that look random, and are the same for the same seed.
///
/// - SeeAlso: Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
