import MeetingCore

// Who stands behind the pseudonyms of secret items: only the hub can tell, and only for those who
// are here.

extension Room {
  /// Whoever asks, with the pseudonym for what the command is about.
  func actor(
    _ person: ParticipantID,
    as role: Role,
    for command: Meeting.Command,
    _ reference: Reference
  ) -> Actor {
    let item = decided.secretItem(of: command, as: reference)
    return Actor(
      person,
      as: role,
      pseudonym: item.map { pseudonym(of: person, in: $0) },
      hidden: sessions[person]?.hidden ?? []
    )
  }

  /// The key of a secret item: the one that is kept, or the one that would be.
  func key(of item: SecretItem) -> String {
    itemKeys[item] ?? Secret.derived(from: seed, for: "\(meeting.rawValue)/\(item.rawValue)")
  }

  func pseudonym(of person: ParticipantID, in item: SecretItem) -> Pseudonym {
    let session = decided.participants[person].session.rawValue
    return Pseudonym(rawValue: Secret.derived(from: key(of: item), for: session))
  }

  /// What of the secret items is this person's.
  func owner(_ person: ParticipantID) -> Owner {
    let items = durable.polls.openSecretItems
    return Owner(
      person: person,
      hidden: sessions[person]?.hidden ?? [],
      pseudonyms: Dictionary(
        uniqueKeysWithValues: items.map { ($0, pseudonym(of: person, in: $0)) }
      ),
      counted: counted(person)
    )
  }

  /// Whoever asked a question that is gone is not the asker of what has its name next.
  mutating func forgetAskers(of items: [SecretItem]) {
    for item in items {
      guard let id = QuestionID(rawValue: item.rawValue), durable.questions[id] == nil,
        let person = askers.removeValue(forKey: id)
      else { continue }
      sessions[person]?.hidden.remove(id)
    }
  }

  /// Finds the anonymous questions of somebody who was here before a restart.
  mutating func recogniseQuestions(of person: ParticipantID) {
    for question in decided.questions.all where askers[question.id] == nil {
      guard case .hidden(let pseudonym) = question.author,
        self.pseudonym(of: person, in: SecretItem(rawValue: question.id.rawValue)) == pseudonym
      else { continue }
      askers[question.id] = person
      sessions[person]?.hidden.insert(question.id)
      guard let changed = unclaimed.removeValue(forKey: question.id) else { continue }
      meRevisions[person] = max(changed, meRevisions[person] ?? .zero)
    }
  }
}
