/// A person with everything that is theirs, also where only the hub can tell.
package struct Owner: Sendable {
  package let person: ParticipantID
  /// The questions that the person asked anonymously.
  package let hidden: Set<QuestionID>
  /// What stands for the person in the secret items that are open.
  package let pseudonyms: [SecretItem: Pseudonym]
  /// When the person's ballots were counted.
  package let counted: [RoundID: Timestamp]

  package init(
    person: ParticipantID,
    hidden: Set<QuestionID> = [],
    pseudonyms: [SecretItem: Pseudonym] = [:],
    counted: [RoundID: Timestamp] = [:]
  ) {
    self.person = person
    self.hidden = hidden
    self.pseudonyms = pseudonyms
    self.counted = counted
  }
}
