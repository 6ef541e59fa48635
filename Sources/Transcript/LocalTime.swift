import Foundation
import MeetingCore

/// Moments as the people of the meeting read them: in their zone, with its offset where it helps.
struct LocalTime {
  private let calendar: Calendar

  init(zone: String = "Europe/Berlin") {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
    self.calendar = calendar
  }

  /// Such as `2026-10-25`.
  func day(_ moment: Timestamp) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: date(moment))
    return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))"
  }

  /// Such as `10/2026`.
  func month(_ moment: Timestamp) -> String {
    let parts = calendar.dateComponents([.year, .month], from: date(moment))
    return "\(two(parts.month))/\(parts.year ?? 0)"
  }

  /// Such as `02:30`.
  func time(_ moment: Timestamp) -> String {
    let parts = calendar.dateComponents([.hour, .minute], from: date(moment))
    return "\(two(parts.hour)):\(two(parts.minute))"
  }

  /// Such as `UTC+01:00`.
  func offset(_ moment: Timestamp) -> String {
    let minutes = calendar.timeZone.secondsFromGMT(for: date(moment)) / 60
    let sign = minutes < 0 ? "-" : "+"
    return "UTC\(sign)\(two(abs(minutes) / 60)):\(two(abs(minutes) % 60))"
  }

  private func date(_ moment: Timestamp) -> Date {
    Date(timeIntervalSince1970: Double(moment.rawValue) / 1_000)
  }

  private func two(_ number: Int?) -> String {
    let number = number ?? 0
    return number < 10 ? "0\(number)" : "\(number)"
  }
}
