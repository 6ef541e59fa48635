import MeetingCore

// What people ask for, and what they are answered.

extension Room {
  /// Judges a wish; its answer follows as soon as it is durable.
  mutating func handle(
    _ wish: Result<Meeting.Command, Rejection>,
    _ reference: Reference,
    from socket: SocketID,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    guard let member = members[socket], let person = member.person,
      var session = sessions[person]
    else {
      let reason = refusalOfStrangers(members[socket]?.role)
      return tell(.refused(Rejection(reason)), of: reference, to: socket, into: &outputs)
    }
    defer { sessions[person] = session }
    // A repeat, before or after the answer, gets the first answer and has no effect.
    if session.waiting[reference] != nil {
      session.waiting[reference]?.append(socket)
      return
    }
    if let outcome = session.outcome(of: reference) {
      if case .saved = outcome, !isArchived {
        session.waiting[reference] = [socket]
        return replyOnceArchived(.outcome(outcome, of: reference, to: person))
      }
      return tell(outcome, of: reference, to: socket, into: &outputs)
    }
    if let reason = storage.refusal(of: wish) {
      return tell(.refused(Rejection(reason)), of: reference, to: socket, into: &outputs)
    }
    if let wait = session.limit.spend(at: now) {
      let rejection = Rejection(.tooFast, wait: wait)
      return tell(.refused(rejection), of: reference, to: socket, into: &outputs)
    }
    session.waiting[reference] = [socket]
    let (answer, isHidden) = decide(wish, reference, by: person, as: member.role, at: now)
    if isHidden {
      session.hidden.insert(reference)
      if let former = askers.updateValue(person, forKey: reference), former != person {
        sessions[former]?.hidden.remove(reference)
      }
    }
    reply(answer)
  }

  /// Nobody in particular looks at the stage, or reads what has ended.
  private func refusalOfStrangers(_ role: Role?) -> Rejection.Reason {
    role != .stage && decided.phase == .ended ? .meetingEnded : .notAllowed
  }

  /// - Returns: The answer, and whether a question was asked of which nobody may know whose it is.
  private mutating func decide(
    _ wish: Result<Meeting.Command, Rejection>,
    _ reference: Reference,
    by person: ParticipantID,
    as role: Role,
    at now: Timestamp
  ) -> (Reply, isHidden: Bool) {
    do throws(Rejection) {
      let command = try wish.get()
      let actor = actor(person, as: role, for: command, reference)
      let events = try decided.decide(command, by: actor, as: reference, at: now)
      let isSecret = events.contains { decided.isSecret($0) }
      let act = command.isAct ? command.name : nil
      let cause = Cause(participant: person, reference: reference, act: act)
      record(events, cause: isSecret ? nil : cause, at: now, isClosing: command.isClosing)
      if let (round, voter) = ballot(of: command, by: actor) {
        if let pseudonym = actor.pseudonym {
          receipts.recognise(person, as: pseudonym, in: round)
        }
        return (.receipt(round, voter, decided.revision, of: reference, to: person), false)
      }
      let isEnd = command == .agenda(.endMeeting)
      let outcome: Session.Outcome = isEnd ? .saved(decided.revision) : .done(decided.revision)
      let isHidden = decided.questions[reference]?.author.isHidden == true
      return (.outcome(outcome, of: reference, to: person), isHidden)
    } catch {
      return (.outcome(.refused(error), of: reference, to: person), false)
    }
  }

  /// Tells one socket how a wish turned out.
  mutating func tell(
    _ outcome: Session.Outcome,
    of reference: Reference,
    to socket: SocketID,
    into outputs: inout [Hub.Output]
  ) {
    let frame: ServerFrame =
      switch outcome {
      case .done(let revision): .ack(reference, revision, saved: nil)
      case .saved(let revision): .ack(reference, revision, saved: true)
      case .counted(let revision, let time): .ack(reference, revision, saved: nil, counted: time)
      case .refused(let rejection):
        .rejected(reference, rejection, thing: current(rejection.stale, for: socket))
      }
    outputs.append(.send(frame.bytes, to: [socket]))
  }

  /// The thing that a stale wish should have known, as it is now.
  private mutating func current(_ thing: Thing?, for socket: SocketID) -> [UInt8]? {
    guard let thing, let member = members[socket] else { return nil }
    feeds[member.audience].settle(durable)
    return feeds[member.audience].thing(thing)
  }
}
