extension Participants {
  package enum Command: NamedCases {
    /// How I want to be called; nothing means: without a name.
    case setName(name: String?, organisation: String?)
    /// Lets me come with a second device; its ticket is the reference of this wish.
    case inviteDevice
    case setNamePolicy(policy: NamePolicy)
    case muteParticipant(participant: ParticipantID, muted: Bool)
    case removeParticipant(participant: ParticipantID)
    /// Lets a person vote without regard to timers.
    case grantTime(participant: ParticipantID, granted: Bool)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case setName, inviteDevice, setNamePolicy, muteParticipant, removeParticipant, grantTime
    }
  }

  package enum Event: NamedCases {
    case participantJoined(participant: ParticipantID, session: SessionDigest)
    case participantArrived(participant: ParticipantID, role: Role)
    case participantLeft(participant: ParticipantID)
    case participantNamed(participant: ParticipantID, name: String?, organisation: String?)
    case deviceInvited(participant: ParticipantID, ticket: Reference)
    case deviceJoined(participant: ParticipantID, session: SessionDigest)
    case namePolicySet(policy: NamePolicy)
    case participantMuted(participant: ParticipantID, muted: Bool)
    case participantRemoved(participant: ParticipantID)
    case timeGranted(participant: ParticipantID, granted: Bool)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case participantJoined, participantArrived, participantLeft, participantNamed
      case deviceInvited, deviceJoined, namePolicySet, participantMuted, participantRemoved
      case timeGranted
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Participants.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .setName(let name, let organisation): try rename(wish, to: name, of: organisation)
    case .inviteDevice: invite(wish)
    case .setNamePolicy(let policy): setNamePolicy(policy)
    case .muteParticipant(let person, let muted): try mute(person, muted)
    case .removeParticipant(let person): try remove(person, wish)
    case .grantTime(let person, let granted): try grantTime(to: person, granted)
    }
  }

  private func invite(_ wish: Wish) -> [Event] {
    if let known = participants.invitations[wish.reference], known.participant == wish.person {
      return []
    }
    let invited = Participants.Event.deviceInvited
    return [.participants(invited(wish.person, wish.reference))]
  }

  private func setNamePolicy(_ policy: Participants.NamePolicy) -> [Event] {
    policy == participants.policy ? [] : [.participants(.namePolicySet(policy: policy))]
  }

  /// Product row F4: the muted read and vote; they have no hand up, and no floor.
  private func mute(_ person: ParticipantID, _ muted: Bool) throws(Rejection) -> [Event] {
    guard participants.contains(person) else { throw Rejection(.participantUnknown) }
    if participants[person].isMuted == muted { return [] }
    let hands = muted ? handsDown(of: person, because: .moderators) : []
    return hands + [.participants(.participantMuted(participant: person, muted: muted))]
  }

  /// Product row F4: by session; whoever comes back as somebody new is somebody new.
  private func remove(_ person: ParticipantID, _ wish: Wish) throws(Rejection) -> [Event] {
    guard participants.contains(person), person != wish.person else {
      throw Rejection(.participantUnknown)
    }
    if participants[person].isRemoved { return [] }
    return handsDown(of: person, because: .sentAway) + [
      .participants(.participantRemoved(participant: person))
    ]
  }

  private func grantTime(
    to person: ParticipantID,
    _ granted: Bool
  ) throws(Rejection) -> [Event] {
    guard participants.contains(person) else { throw Rejection(.participantUnknown) }
    if participants[person].hasMoreTime == granted { return [] }
    return [.participants(.timeGranted(participant: person, granted: granted))]
  }

  func inverse(of event: Participants.Event) -> [Event]? {
    switch event {
    case .namePolicySet: [.participants(.namePolicySet(policy: participants.policy))]
    case .participantMuted(let person, let muted):
      [.participants(.participantMuted(participant: person, muted: !muted))]
    case .timeGranted(let person, let granted):
      [.participants(.timeGranted(participant: person, granted: !granted))]
    default: nil
    }
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Participants.Event, at time: Timestamp) {
    switch event {
    case .participantJoined(let person, let session): participants.join(person, session: session)
    case .participantArrived(let person, let role): participants.arrive(person, as: role)
    case .participantLeft(let person):
      participants.leave(person)
      moderation.forgetAttention(of: person)
    case .participantNamed(let person, let name, let organisation):
      participants.rename(person, to: name, of: organisation)
    case .deviceInvited(let person, let ticket):
      participants.invite(person, with: ticket, until: time + Limits.invitation)
    case .deviceJoined(let person, let session): participants.join(person, also: session)
    case .namePolicySet(let policy): participants.policy = policy
    case .participantMuted(let person, let muted): participants.mute(person, muted)
    case .participantRemoved(let person): participants.remove(person)
    case .timeGranted(let person, let granted): participants.grantTime(to: person, granted)
    }
  }

  func touched(by event: Participants.Event) -> [Thing] {
    switch event {
    case .participantJoined(let person, _): [.people, .me(person)]
    case .participantArrived(let person, let role):
      [.people] + whereNamed(person) + (role == .moderator ? [.moderation] : [])
    case .participantLeft(let person): [.people] + whereNamed(person)
    case .participantNamed(let person, _, _):
      [.me(person)] + whereNamed(person) + participants[person].asked.map { .question($0) }
        + participants[person].answered.map { .question($0) } + tallies(naming: person)
    case .deviceInvited(let person, _), .deviceJoined(let person, _): [.me(person)]
    case .namePolicySet: [.meeting, .queue]
    case .participantMuted(let person, _), .timeGranted(let person, _): [.me(person), .moderation]
    case .participantRemoved(let person): [.people, .moderation, .me(person)]
    }
  }

  /// The lists that show this very person, so that a thousand arrivals do not resend them.
  private func whereNamed(_ person: ParticipantID) -> [Thing] {
    let known = participants[person]
    let isListed = known.present == .moderator || known.isMuted || known.hasMoreTime
    return (isListed ? [.moderation] : []) + (queue.names(person) ? [.queue] : [])
  }
}
