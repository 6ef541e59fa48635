/// Why the hub closes a socket.
///
/// Up to 4499 a browser comes back by itself; from 4500 on it must not.
package enum CloseReason: UInt16, Sendable {
  case done = 1000
  case goingAway = 1001
  case tooBig = 1009
  /// The server restarts: come back after a random 0–3 s.
  case restarting = 1012
  /// Too slow a reader, or too many at once: come back with back-off.
  case overloaded = 1013
  case protocolError = 4000
  case sessionReplaced = 4001
  case removed = 4500
  case linkRevoked = 4501
  case meetingUnknown = 4502
  case versionTooOld = 4503
}
