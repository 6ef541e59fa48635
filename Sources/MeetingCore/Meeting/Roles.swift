/// What one may ask and see, by the key that one came with.
package enum Role: String, Hashable, Codable, Sendable, CaseIterable {
  case participant, moderator, speaker, stage
}

/// Who asks: a person, in a role.
package struct Actor: Hashable, Sendable {
  package let participant: ParticipantID
  package let role: Role
  /// What stands for the person in the one secret item that the command is about; see
  /// ``Meeting/secretItem(of:as:)``.
  package let pseudonym: Pseudonym?
  /// Which of the questions that were asked anonymously are this person's; only the hub can tell.
  package let hidden: Set<QuestionID>

  package init(
    _ participant: ParticipantID,
    as role: Role,
    pseudonym: Pseudonym? = nil,
    hidden: Set<QuestionID> = []
  ) {
    self.participant = participant
    self.role = role
    self.pseudonym = pseudonym
    self.hidden = hidden
  }
}

/// What a command puts into a meeting; the muted and the emergency stop take it away.
package enum Input: Sendable {
  /// Nothing that others would read or count.
  case none
  /// A voice that is counted: refused to all while the meeting is stopped.
  case vote
  /// Words or a hand: refused to the muted, too, and to the nameless where names are required.
  case contribution
}

extension Set<Role> {
  fileprivate static var everyone: Self { [.participant, .moderator, .speaker] }
  fileprivate static var voters: Self { [.participant, .moderator] }
  fileprivate static var staff: Self { [.moderator, .speaker] }
  fileprivate static var moderators: Self { [.moderator] }
}

// Who may ask what, and what it counts as: read these as tables, a command on the left.

extension Meeting.Command {
  package var allowedRoles: Set<Role> {
    switch self {
    case .participants(let command): command.allowedRoles
    case .questions(let command): command.allowedRoles
    case .polls(let command): command.allowedRoles
    case .queue(let command): command.allowedRoles
    case .chat(let command): command.allowedRoles
    case .agenda(let command): command.allowedRoles
    case .moderation(let command): command.allowedRoles
    }
  }

  package var input: Input {
    switch self {
    case .questions(let command): command.input
    case .polls(let command): command.input
    case .queue(let command): command.input
    case .chat(let command): command.input
    case .participants, .agenda, .moderation: .none
    }
  }
}

extension Meeting.Command {
  /// Whether it is an act of staff, signed and to be taken back: whatever participants may not ask,
  /// but for looking at something.
  package var isAct: Bool {
    if case .moderation(.attend) = self { return false }
    return !allowedRoles.contains(.participant)
  }
}

extension Participants.Command {
  var allowedRoles: Set<Role> {
    switch self {
    case .setName: .everyone
    case .inviteDevice: .everyone
    case .setNamePolicy: .moderators
    case .muteParticipant: .moderators
    case .removeParticipant: .moderators
    case .grantTime: .moderators
    }
  }
}

extension Questions.Command {
  var allowedRoles: Set<Role> {
    switch self {
    case .askQuestion: .everyone
    case .askOnBehalf: .moderators
    case .support: .everyone
    case .withdrawQuestion: .everyone
    case .editQuestion: .everyone
    case .reviseQuestion: .moderators
    case .moveQuestion: .moderators
    case .mergeQuestion: .moderators
    case .unmergeQuestion: .moderators
    case .answerQuestion: .staff
    case .tagQuestion: .moderators
    case .setTags: .moderators
    case .setQuestions: .moderators
    case .handOn: .moderators
    }
  }

  var input: Input {
    switch self {
    case .askQuestion, .editQuestion: .contribution
    case .support: .vote
    case .askOnBehalf, .withdrawQuestion, .reviseQuestion, .moveQuestion, .mergeQuestion: .none
    case .unmergeQuestion, .answerQuestion, .tagQuestion, .setTags, .setQuestions, .handOn:
      .none
    }
  }
}

extension Polls.Command {
  var allowedRoles: Set<Role> {
    switch self {
    case .createPoll: .moderators
    case .editPoll: .moderators
    case .removePoll: .moderators
    case .openPoll: .moderators
    // Moderators count as persons (product row C45); speakers see no polls.
    case .castBallot: .voters
    case .extendPoll: .moderators
    case .closePoll: .moderators
    case .publishPoll: .moderators
    case .reopenPoll: .moderators
    case .newRound: .moderators
    case .hideAnswer: .moderators
    case .mergeAnswers: .moderators
    }
  }

  var input: Input {
    switch self {
    case .castBallot: .vote
    case .createPoll, .editPoll, .removePoll, .openPoll, .extendPoll, .closePoll: .none
    case .publishPoll, .reopenPoll, .newRound, .hideAnswer, .mergeAnswers: .none
    }
  }
}

extension SpeakingQueue.Command {
  var allowedRoles: Set<Role> {
    switch self {
    case .raiseHand: .everyone
    case .askAloud: .everyone
    case .changeHand: .everyone
    case .lowerHand: .everyone
    case .restoreHand: .everyone
    case .notReady: .everyone
    case .yieldFloor: .everyone
    case .setQueue: .moderators
    case .addToQueue: .moderators
    case .removeFromQueue: .moderators
    case .moveInQueue: .moderators
    case .noShow: .moderators
    case .callNext: .moderators
    case .giveFloor: .moderators
    case .pauseTurn: .moderators
    case .resumeTurn: .moderators
    case .endTurn: .moderators
    case .takeBackTurn: .moderators
    case .extendTurn: .moderators
    }
  }

  var input: Input {
    switch self {
    case .raiseHand, .askAloud, .changeHand, .restoreHand: .contribution
    case .lowerHand, .notReady, .yieldFloor: .none
    case .setQueue, .addToQueue, .removeFromQueue, .moveInQueue, .noShow: .none
    case .callNext, .giveFloor, .pauseTurn, .resumeTurn, .endTurn, .takeBackTurn: .none
    case .extendTurn: .none
    }
  }
}

extension Chat.Command {
  var allowedRoles: Set<Role> {
    switch self {
    case .postMessage: .everyone
    case .editMessage: .everyone
    case .deleteMessage: .everyone
    case .removeMessage: .moderators
    case .clearChat: .moderators
    case .setChat: .moderators
    case .acknowledgeMessage: .moderators
    case .questionFromMessage: .moderators
    case .pinLink: .moderators
    case .unpinLink: .moderators
    case .announce: .moderators
    case .endAnnouncement: .moderators
    }
  }

  var input: Input {
    switch self {
    case .postMessage, .editMessage: .contribution
    case .deleteMessage, .removeMessage, .clearChat, .setChat, .acknowledgeMessage: .none
    case .questionFromMessage, .pinLink, .unpinLink, .announce, .endAnnouncement: .none
    }
  }
}

extension Agenda.Command {
  var allowedRoles: Set<Role> {
    switch self {
    case .setAgendaItem: .moderators
    case .moveAgendaItem: .moderators
    case .removeAgendaItem: .moderators
    case .startAgendaItem: .moderators
    case .schedule: .moderators
    case .setPhase: .moderators
    case .rehearse: .moderators
    case .setStage: .moderators
    case .endMeeting: .moderators
    }
  }
}

extension Moderation.Command {
  var allowedRoles: Set<Role> {
    switch self {
    case .undo: .staff
    case .attend: .staff
    case .emergencyStop: .moderators
    }
  }
}
