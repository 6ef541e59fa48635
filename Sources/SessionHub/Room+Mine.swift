import MeetingCore

// "My data": what is attributable to one person, to take along or to be forgotten (product, K4).

extension Room {
  /// Everything that is a person's own; nothing where the secret is nobody's here.
  mutating func mine(_ digest: SessionDigest) -> MineView? {
    guard let person = present(digest) else { return nil }
    return MineView(owner(person), in: durable)
  }

  /// Takes back what a person has said, and their name, as if they did it one by one.
  ///
  /// Support and ballots stay as counts: they say nothing that others could read.
  ///
  /// - Parameter references: Fresh ones, for as many wishes as it takes.
  /// - Returns: Whether there was somebody to forget, and the meeting still goes on.
  mutating func forgetMine(
    _ digest: SessionDigest,
    references: () -> Reference,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) -> Bool {
    guard let person = present(digest), decided.phase != .ended, storage.takesEverything else {
      return false
    }
    for command in takingBack(of: person) {
      let reference = references()
      let actor = actor(person, as: .participant, for: command, reference)
      // What cannot be taken back any more, such as a hand that is down, is no failure of the rest.
      guard let events = try? decided.decide(command, by: actor, as: reference, at: now) else {
        continue
      }
      let isSecret = events.contains { decided.isSecret($0) }
      let cause = Cause(participant: person, reference: reference, act: nil)
      record(events, cause: isSecret ? nil : cause, at: now, isClosing: command.isClosing)
    }
    commit(at: now, into: &outputs)
    return true
  }

  /// The person with this secret, with the questions of which only the secret tells whose they are.
  private mutating func present(_ digest: SessionDigest) -> ParticipantID? {
    guard let person = decided.participants.person(of: digest), sessions[person] != nil else {
      return nil
    }
    // After a restart it is not known before somebody comes.
    recogniseQuestions(of: person)
    return person
  }

  private func takingBack(of person: ParticipantID) -> [Meeting.Command] {
    let hidden = sessions[person]?.hidden ?? []
    let questions = decided.participants[person].asked + hidden.sorted { $0.rawValue < $1.rawValue }
    return questions.map { .questions(.withdrawQuestion(question: $0)) }
      + decided.messages(by: person).map { .chat(.deleteMessage(message: $0.id)) }
      + [.queue(.lowerHand()), .participants(.setName(name: nil, organisation: nil))]
  }
}
