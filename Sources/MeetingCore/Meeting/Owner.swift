/// A person with everything that is theirs, also where only the hub can tell.
package struct Owner: Sendable {
  package let person: ParticipantID
  /// The questions that the person asked anonymously.
  package let hidden: Set<QuestionID>
  /// What stands for the person in the secret items that are open.
  package let pseudonyms: [SecretItem: Pseudonym]

  package init(
    person: ParticipantID,
    hidden: Set<QuestionID> = [],
    pseudonyms: [SecretItem: Pseudonym] = [:]
  ) {
    self.person = person
    self.hidden = hidden
    self.pseudonyms = pseudonyms
  }
}
