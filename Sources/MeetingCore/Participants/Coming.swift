// Coming and going, which nobody asks for: it happens with sockets.

extension Meeting {
  /// Lets a new session in.
  ///
  /// - Throws: `meetingFull`, or `meetingEnded`: the record takes no more people.
  package func admit(_ session: SessionDigest) throws(Rejection) -> [Event] {
    if participants.person(of: session) != nil { return [] }
    guard phase != .ended else { throw Rejection(.meetingEnded) }
    guard participants.count < Limits.participants else { throw Rejection(.meetingFull) }
    let joined = Participants.Event.participantJoined
    return [.participants(joined(participants.next, session))]
  }

  /// Lets a person in with a second device, where its ticket is good (product row A11).
  ///
  /// - Returns: Nothing where nobody was invited with that ticket, or it is too old.
  package func admit(
    _ session: SessionDigest,
    with ticket: Reference,
    at now: Timestamp
  ) -> [Event] {
    guard phase != .ended, let invitation = participants.invitations[ticket],
      now <= invitation.until, participants.person(of: session) == nil,
      !participants[invitation.participant].isRemoved
    else { return [] }
    let joined = Participants.Event.deviceJoined
    return [.participants(joined(invitation.participant, session))]
  }

  /// A person's first socket has come.
  package func arrive(_ person: ParticipantID, as role: Role) -> [Event] {
    let known = participants[person]
    if phase == .ended || known.isRemoved || known.present == role { return [] }
    let back = known.present == nil ? returned(person) : []
    return [.participants(.participantArrived(participant: person, role: role))] + back
  }

  /// A person's last socket has been gone for a while.
  package func leave(_ person: ParticipantID) -> [Event] {
    if phase == .ended || participants[person].present == nil { return [] }
    return [.participants(.participantLeft(participant: person))]
  }
}
