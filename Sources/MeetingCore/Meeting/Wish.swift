/// Whose wish it is, under which name it came, and when.
package struct Wish: Sendable {
  package let actor: Actor
  /// The name of the wish, and of what it creates.
  package let reference: Reference
  package let now: Timestamp

  package var person: ParticipantID { actor.participant }

  package init(by actor: Actor, as reference: Reference, at now: Timestamp) {
    self.actor = actor
    self.reference = reference
    self.now = now
  }
}
