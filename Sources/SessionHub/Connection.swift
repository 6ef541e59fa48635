import MeetingCore

/// One open WebSocket, by a number that is never used twice.
package struct SocketID: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }
}

/// What the hub knows of one socket.
struct Connection {
  /// A secret for whoever this turns out to be, in case it is somebody new.
  let freshToken: String
  let opened: Timestamp
  var limit: RateLimit
  var errors = 0
  /// Whether it has been told to go: whatever it still says does not count.
  var isClosing = false
  /// The meeting that its hello led to.
  var seat: MeetingID?

  init(freshToken: String, at now: Timestamp) {
    self.freshToken = freshToken
    opened = now
    limit = RateLimit(burst: HubLimits.frameBurst, perSecond: HubLimits.framesPerSecond, at: now)
  }
}

/// A seated socket, as its room sees it.
struct Member {
  let person: ParticipantID?
  let role: Role
  /// Whether it has got its welcome: nothing else may come before that.
  var isWelcome = false
  /// Everything until here has been handed over.
  var seen = Revision.zero
  /// Since when what was handed over has not left; nothing while it flows.
  var stalledSince: Timestamp?
  var nextBeat: Timestamp
  /// From where it wants to go on, as soon as it can be told anything.
  var wanted: ClientFrame.Position??

  var audience: Audience { Audience(role) }
  /// Whether it can be told something now.
  var isListening: Bool { isWelcome && stalledSince == nil }
}
