/// How much one person has written of late: each message fills a bucket that time empties.
///
/// It is kept from the times of the events alone, so that every replay comes to the same waits.
struct Pace: Equatable, Sendable {
  private var filling = Duration.zero
  private var last: Timestamp?
  private var lastInRoom: Timestamp?

  /// How long until another message may be sent (product row E8); nothing where it may be now.
  func wait(at now: Timestamp) -> Duration? {
    let room = Limits.messagePace * (Limits.messagesAtOnce - 1)
    let filling = filling(at: now)
    return filling > room ? filling - room : nil
  }

  /// How long slow mode asks to wait before another message to the room (product row E9).
  func wait(at now: Timestamp, slowedTo pause: Duration) -> Duration? {
    guard let lastInRoom, now >= lastInRoom, now < lastInRoom + pause else { return nil }
    return lastInRoom + pause - now
  }

  mutating func note(_ time: Timestamp, isInRoom: Bool) {
    filling = filling(at: time) + Limits.messagePace
    last = time
    if isInRoom { lastInRoom = time }
  }

  private func filling(at now: Timestamp) -> Duration {
    // A last message in the future means that the clock was set back; then nobody waits.
    guard let last, now >= last else { return .zero }
    return max(.zero, filling - (now - last))
  }
}
