import Foundation
import MeetingCore

/// The one place that reads a clock.
///
/// The wall clock is read once; from then on time passes as the monotonic clock says, so that a
/// step of the wall clock neither ends a wait early nor turns the record upside down.
struct Clock {
  private let began = ContinuousClock.now
  private let wall = Int64(Date().timeIntervalSince1970 * 1_000)

  var now: Timestamp {
    Timestamp(rawValue: wall + began.duration(to: .now).milliseconds)
  }
}
