/// The bounds and rhythms of the hub, each with its reason.
package enum HubLimits {
  /// How often a quiet socket hears that all is well; browsers cannot see ping frames.
  static let beat = Duration.seconds(15)
  /// A busy meeting is told at most so often: twenty times a second looks immediate.
  static let flushPause = Duration.milliseconds(50)
  /// Whoever opens a socket says hello, or is gone.
  static let greeting = Duration.seconds(10)
  /// A reload, or a lift, is not a departure.
  static let leaving = Duration.seconds(20)
  /// So long after its date a round that has not begun is still awaited: until the end of that day.
  static let lateness = Duration.seconds(12 * 3_600)
  /// A reader that takes nothing for so long is invited to come back fresh.
  static let stall = Duration.seconds(30)
  /// Tabs and devices of one person; more is a script.
  static let socketsPerSession = 8
  /// Wishes of one person: so many at once, then so many in a second.
  static let commandBurst = 20.0
  static let commandsPerSecond = 5.0
  /// All frames of one socket, pings and syncs too.
  static let frameBurst = 60.0
  static let framesPerSecond = 20.0
  /// Mistakes that one socket may make before it is closed.
  static let errors = 20
  /// Outcomes remembered for repeated wishes: so many at least, and all of the last ten minutes.
  static let outcomes = 256
  static let outcomeAge = Duration.seconds(600)
  /// Acts of staff that moderators see: what can be taken back, and a little history.
  static let actsShown = 20
  /// Speakers whose share moderators see: those who have spoken longest.
  static let speakersShown = 50
  /// Messages of a channel that a newcomer is told: some screens full; older ones on demand.
  package static let messagesShown = 200
  /// What one look into the past brings at most, and how many bytes of it.
  static let historyMessages = 100
  static let historyBytes = 65_536
  /// Answers in people's own words that a screen shows; moderators have to read them all.
  static let answersShown = 200
  static let answersShownToModerators = 1_000
  /// Names below the result of a poll: what a screen can show; the record has them all.
  static let votersShown = 1_000
  /// What one journal batch may hold; more waits for the next one.
  static let batchEntries = 1_000
}
