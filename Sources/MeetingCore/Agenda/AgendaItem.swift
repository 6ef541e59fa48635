/// One point of the agenda.
package struct AgendaItem: Equatable, Sendable {
  package let id: AgendaItemID
  package internal(set) var plan: Plan
  /// When the plan changed last; to be moved or started is no change of it.
  package internal(set) var changed: Revision

  /// What was planned, without times of day: a later round can take it over.
  package struct Plan: Hashable, Codable, Sendable {
    package var kind: Kind
    package var title: String
    /// Who speaks, in one line: a name, an office, a town.
    package var speaker: String?
    /// How long it is meant to take; nothing where nobody has said.
    package var minutes: Int?

    package init(kind: Kind, title: String, speaker: String? = nil, minutes: Int? = nil) {
      self.kind = kind
      self.title = title
      self.speaker = speaker
      self.minutes = minutes
    }
  }

  package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    case welcome, talk, discussion, poll, `break`, outlook, other
  }
}

/// One stretch of time in which a point was the current one.
package struct AgendaRun: Equatable, Sendable {
  package let item: AgendaItemID
  package let from: Timestamp
  /// Nothing while it goes on.
  package internal(set) var to: Timestamp?
  /// The event with which it began.
  let since: Revision
}

/// A phase, and when it was entered.
package struct PhaseStep: Equatable, Sendable {
  package let phase: Phase
  package let from: Timestamp
  /// The event with which it began.
  let since: Revision
}
