import MeetingCore

/// A bucket of credits that fills up with time.
struct RateLimit: Sendable {
  private let burst: Double
  private let perSecond: Double
  private var credits: Double
  private var filled: Timestamp

  init(burst: Double, perSecond: Double, at now: Timestamp) {
    self.burst = burst
    self.perSecond = perSecond
    credits = burst
    filled = now
  }

  /// Spends one credit.
  ///
  /// - Returns: Nothing where there was one, else how long to wait for it.
  mutating func spend(at now: Timestamp) -> Duration? {
    let passed = max(0, Double((now - filled).milliseconds) / 1_000)
    credits = min(burst, credits + passed * perSecond)
    filled = now
    guard credits < 1 else {
      credits -= 1
      return nil
    }
    return .milliseconds(Int64(((1 - credits) / perSecond * 1_000).rounded(.up)))
  }
}
