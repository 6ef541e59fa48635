import MeetingCore

// Coming and going.

extension Room {
  /// A browser's claim to a seat.
  struct Claim {
    let digest: SessionDigest
    /// The secret to hand out, where the browser brought none that is known here.
    let token: String?
    let role: Role
    let since: ClientFrame.Position?
    /// An invitation by another device of somebody who is here.
    let ticket: Reference?
  }

  /// Whether this secret has been here before.
  func knows(_ digest: SessionDigest) -> Bool { decided.participants.person(of: digest) != nil }

  /// Seats a socket; its welcome follows as soon as what it shows is durable.
  ///
  /// - Throws: The reason for which nobody is let in.
  mutating func seat(
    _ socket: SocketID,
    _ claim: Claim,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) throws(ServerFrame.Problem) {
    if claim.role != .stage { try requireKnown(claim.digest) }
    let person = claim.role == .stage ? nil : try admit(claim, at: now)
    if let person {
      let isBack = sessions[person]?.sockets.isEmpty ?? knows(claim.digest)
      var session = sessions[person] ?? Session(person, at: now)
      guard session.sockets.count < HubLimits.socketsPerSession else { throw .tooManyTabs }
      session.sockets[socket] = claim.role
      session.goneSince = nil
      sessions[person] = session
      if isBack {
        recogniseQuestions(of: person)
        recogniseBallots(of: person)
      }
      if storage.takesEverything {
        record(decided.arrive(person, as: session.role ?? claim.role), cause: nil, at: now)
      }
    }
    members[socket] = Member(person: person, role: claim.role, nextBeat: now + HubLimits.beat)
    let token = person == nil ? nil : claim.token
    let welcome = Reply.welcome(socket, token: token, since: claim.since)
    // Behind a batch that the disk never answers nobody would be let in.
    if storage == .broken { return deliver(welcome, at: now, into: &outputs) }
    reply(welcome)
    commit(at: now, into: &outputs)
  }

  /// - Returns: Nobody where a stranger reads an ended meeting.
  private mutating func admit(
    _ claim: Claim,
    at now: Timestamp
  ) throws(ServerFrame.Problem) -> ParticipantID? {
    if let ticket = claim.ticket {
      let joined = decided.admit(claim.digest, with: ticket, at: now)
      guard !joined.isEmpty else { throw .ticketUnknown }
      record(joined, cause: nil, at: now)
    } else if decided.phase != .ended {
      do {
        record(try decided.admit(claim.digest), cause: nil, at: now)
      } catch {
        throw .meetingFull
      }
    }
    let person = decided.participants.person(of: claim.digest)
    if let person, decided.participants[person].isRemoved { throw .removed }
    return person
  }

  /// A socket has gone; its person stays for a while.
  mutating func unseat(_ socket: SocketID, at now: Timestamp) {
    guard let person = members.removeValue(forKey: socket)?.person else { return }
    sessions[person]?.sockets[socket] = nil
    if sessions[person]?.sockets.isEmpty == true { sessions[person]?.goneSince = now }
  }

  /// Marks as away whoever has been gone for long, and as present whoever is here.
  mutating func notePresence(at now: Timestamp, into outputs: inout [Hub.Output]) {
    let changes =
      !storage.takesEverything
      ? []
      : sessions.values
        .map { ($0.person, presence(of: $0, at: now)) }
        .filter { !$0.1.isEmpty }
    for (_, events) in changes.sorted(by: { $0.0 < $1.0 }) { record(events, cause: nil, at: now) }
    commit(at: now, into: &outputs)
  }

  private func presence(of session: Session, at now: Timestamp) -> [Meeting.Event] {
    if let role = session.role { return decided.arrive(session.person, as: role) }
    guard let gone = session.goneSince, now >= gone + HubLimits.leaving else { return [] }
    return decided.leave(session.person)
  }
}
