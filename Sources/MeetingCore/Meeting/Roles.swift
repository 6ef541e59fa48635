/// What one may ask and see, by the key that one came with.
package enum Role: String, Hashable, Codable, Sendable, CaseIterable {
  case participant, moderator, stage
}

/// Who asks: a person, in a role.
package struct Actor: Hashable, Sendable {
  package let participant: ParticipantID
  package let role: Role

  package init(_ participant: ParticipantID, as role: Role) {
    self.participant = participant
    self.role = role
  }
}

extension Meeting.Command {
  /// Who may ask this.
  ///
  /// Read as a table: a command on the left, the roles that may ask it on the right.
  package var allowedRoles: Set<Role> {
    switch self {
    case .setName: [.participant, .moderator]
    case .askQuestion: [.participant, .moderator]
    case .support: [.participant, .moderator]
    case .withdrawQuestion: [.participant, .moderator]
    case .moveQuestion: [.moderator]
    case .setPhase: [.moderator]
    case .endMeeting: [.moderator]
    }
  }
}
