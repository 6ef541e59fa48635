/// One open WebSocket, by a number never used twice in a process.
package struct Socket: Hashable, Sendable {
  package let number: UInt64

  package init(number: UInt64) {
    self.number = number
  }
}

/// What became of bytes handed to a socket.
package enum SendResult: Equatable, Sendable {
  /// The kernel has taken all of it.
  case sent
  /// Accepted, and part of it waits here; `drained` follows once nothing waits any more.
  case stalled
  /// Not sent: the socket is closed, closing, or has just been given up as stuck.
  case gone
}
