import MeetingCore

/// One browser's claim to be a participant, with all its sockets.
struct Session {
  let person: ParticipantID
  var sockets: [SocketID: Role] = [:]
  /// Since when the last socket has been gone; nothing while there is one.
  var goneSince: Timestamp?
  /// The questions that this person asked anonymously; nobody but the hub knows, and it forgets.
  var hidden: Set<QuestionID> = []
  var limit: RateLimit
  /// First outcomes of wishes, so that a repeat gets the same answer and has no effect.
  private var outcomes: [Reference: Outcome] = [:]
  private var order: [(reference: Reference, at: Timestamp)] = []
  /// Who waits for the answer to a wish that is being made durable.
  var waiting: [Reference: [SocketID]] = [:]

  enum Outcome: Equatable {
    case done(Revision)
    case saved(Revision)
    /// A ballot is in, since this moment.
    case counted(Revision, Timestamp)
    case refused(Rejection)
  }

  init(_ person: ParticipantID, at now: Timestamp) {
    self.person = person
    limit = RateLimit(
      burst: HubLimits.commandBurst,
      perSecond: HubLimits.commandsPerSecond,
      at: now
    )
  }

  /// The role in which the person is present: that of the most powerful tab.
  var role: Role? {
    if sockets.values.contains(.moderator) { .moderator } else { sockets.values.first }
  }

  func outcome(of reference: Reference) -> Outcome? { outcomes[reference] }

  mutating func remember(_ outcome: Outcome, of reference: Reference, at now: Timestamp) {
    if outcomes.updateValue(outcome, forKey: reference) == nil { order.append((reference, now)) }
    guard order.count > 2 * HubLimits.outcomes else { return }
    let old = order.prefix(order.count - HubLimits.outcomes)
      .prefix { $0.at + HubLimits.outcomeAge < now }
    for (reference, _) in old { outcomes[reference] = nil }
    order.removeFirst(old.count)
  }
}
