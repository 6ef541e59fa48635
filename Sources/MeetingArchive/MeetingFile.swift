package import MeetingCore

/// What a journal knows of its meeting beside the events.
package struct MeetingFile: Hashable, Codable, Sendable {
  package let founding: Founding
  /// Names one numbering of the events: another one means that browsers start afresh.
  package let epoch: String
  /// The SHA-256 of each role's key, by the role's name.
  package let keys: [String: String]

  package init(founding: Founding, epoch: String, keys: [String: String]) {
    self.founding = founding
    self.epoch = epoch
    self.keys = keys
  }
}
