import MeetingCore

/// When whose ballot was counted, and who stands behind the secret ones.
///
/// The meeting does not know, so that its state does not depend on the order of secret ballots.
struct Receipts {
  /// What a ballot's voter is told (product row C35).
  struct Receipt: Equatable {
    let revision: Revision
    let counted: Timestamp
  }

  private var receipts: [RoundID: [Voter: Receipt]] = [:]
  /// Who cast which secret ballot, as far as they are here.
  private var people: [RoundID: [Pseudonym: ParticipantID]] = [:]
  private var pseudonyms: [RoundID: [ParticipantID: Pseudonym]] = [:]

  subscript(_ round: RoundID, _ voter: Voter) -> Receipt? { receipts[round]?[voter] }

  /// Notes a ballot that the journal has.
  mutating func note(_ entry: JournalEntry) {
    guard case .polls(.ballotCast(let poll, let round, let voter, _)) = entry.event else { return }
    receipts[RoundID(poll, round), default: [:]][voter] = Receipt(
      revision: entry.revision,
      counted: entry.time
    )
  }

  /// Notes who votes under a pseudonym.
  mutating func recognise(_ person: ParticipantID, as pseudonym: Pseudonym, in round: RoundID) {
    people[round, default: [:]][pseudonym] = person
    pseudonyms[round, default: [:]][person] = pseudonym
  }

  func person(behind pseudonym: Pseudonym, in round: RoundID) -> ParticipantID? {
    people[round]?[pseudonym]
  }

  /// How a person is called among the voters of a round, as far as it is known.
  func voter(_ person: ParticipantID, in round: RoundID, isSecret: Bool) -> Voter? {
    guard isSecret else { return .person(participant: person) }
    return pseudonyms[round]?[person].map { .hidden(pseudonym: $0) }
  }

  /// Forgets all about secret items that are over.
  mutating func forget(_ items: [SecretItem]) {
    guard !items.isEmpty else { return }
    for round in Array(receipts.keys) where items.contains(round.item) {
      receipts[round] = receipts[round]?.filter { !$0.key.isHidden }
    }
    people = people.filter { !items.contains($0.key.item) }
    pseudonyms = pseudonyms.filter { !items.contains($0.key.item) }
  }
}

extension Voter {
  fileprivate var isHidden: Bool { if case .hidden = self { true } else { false } }
}
