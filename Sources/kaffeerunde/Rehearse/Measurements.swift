import Foundation

/// What a rehearsal measured.
struct Measurements {
  private(set) var joined = 0
  private(set) var commands = 0
  private(set) var acknowledged = 0
  /// Final refusals, by reason; those that only said "later" are not among them.
  private(set) var rejected: [String: Int] = [:]
  /// How often somebody was told to wait, and did.
  private(set) var postponed = 0
  private(set) var resumed = 0
  /// Things that arrived in step, over all members.
  private(set) var deliveries = 0
  /// How long each command took to its acknowledgement.
  private var answers: [Duration] = []
  /// Commands that were acknowledged: when they were sent, and the revision they led to.
  private var acts: [(sent: ContinuousClock.Instant, revision: Int)] = []
  /// For each member: when it had reached which revision while it was in step.
  private var reached: [[Arrival]]

  /// What came with a welcome has no time: it says nothing about how fast news travels.
  private struct Arrival {
    let revision: Int
    let at: ContinuousClock.Instant?
  }

  init(members: Int) {
    reached = Array(repeating: [], count: members)
  }

  mutating func noteJoined() { joined += 1 }
  mutating func noteResumed() { resumed += 1 }
  mutating func noteCommand() { commands += 1 }
  mutating func notePostponed() { postponed += 1 }
  mutating func noteRejected(_ reason: String) { rejected[reason, default: 0] += 1 }

  mutating func noteAcknowledged(
    revision: Int,
    sent: ContinuousClock.Instant,
    now: ContinuousClock.Instant
  ) {
    acknowledged += 1
    answers.append(sent.duration(to: now))
    acts.append((sent, revision))
  }

  mutating func noteChanged(
    _ things: Int,
    member: Int,
    revision: Int,
    now: ContinuousClock.Instant
  ) {
    deliveries += things
    reached[member].append(Arrival(revision: revision, at: now))
  }

  mutating func noteWelcomed(member: Int, revision: Int) {
    reached[member].append(Arrival(revision: revision, at: nil))
  }
}

// MARK: - Results

extension Measurements {
  /// Median, 99th percentile and maximum.
  struct Spread: Encodable {
    let p50: Double
    let p99: Double
    let max: Double

    init?(_ durations: [Duration]) {
      guard !durations.isEmpty else { return nil }
      let sorted = durations.map { $0 / .milliseconds(1) }.sorted()
      let rank = { (part: Double) in sorted[Int((part * Double(sorted.count - 1)).rounded())] }
      p50 = rank(0.5)
      p99 = rank(0.99)
      max = sorted[sorted.count - 1]
    }

    var words: String {
      let form = { (value: Double) in String(format: "%.1f", value) }
      return "p50 \(form(p50)) ms, p99 \(form(p99)) ms, max \(form(max)) ms"
    }
  }

  var answerTimes: Spread? { Spread(answers) }

  /// From a command to each member that was there and saw what followed.
  var travelTimes: Spread? {
    var times: [Duration] = []
    for log in reached {
      for act in acts {
        guard let arrival = Self.firstReaching(act.revision, in: log), arrival >= act.sent else {
          continue
        }
        times.append(act.sent.duration(to: arrival))
      }
    }
    return Spread(times)
  }

  private static func firstReaching(
    _ revision: Int,
    in log: [Arrival]
  ) -> ContinuousClock.Instant? {
    var low = log.startIndex
    var high = log.endIndex
    while low < high {
      let middle = (low + high) / 2
      if log[middle].revision < revision { low = middle + 1 } else { high = middle }
    }
    return low < log.endIndex ? log[low].at : nil
  }
}
