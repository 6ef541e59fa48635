package import MeetingCore

/// Those who see the same of a meeting.
package enum Audience: Int, Hashable, Sendable, CaseIterable {
  case participants, moderators, speakers, stage

  init(_ role: Role) {
    self =
      switch role {
      case .participant: .participants
      case .moderator: .moderators
      case .speaker: .speakers
      case .stage: .stage
      }
  }
}

/// Some of the audiences; asked for so often that it has to cost nothing.
package struct Audiences: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }
  private init(_ audience: Audience) { rawValue = 1 << audience.rawValue }

  fileprivate static let participants = Self(.participants)
  fileprivate static let moderators = Self(.moderators)
  fileprivate static let stage = Self(.stage)
  /// Those who vote, and the stage that shows how it went.
  fileprivate static let voters: Self = [.participants, .moderators, .stage]
  fileprivate static let everybody: Self = [.voters, Self(.speakers)]
  fileprivate static let nobody: Self = []

  package func contains(_ audience: Audience) -> Bool { contains(Self(audience)) }
}

/// What each audience may see: read it as a table, a thing on the left.
///
/// What a visible thing shows of itself differs, too; that stands with each view.
extension Meeting {
  package func audiences(of thing: Thing) -> Audiences {
    switch thing {
    case .meeting, .people, .agenda, .stage, .queue, .chat: .everybody
    case .question(let id): questions[id].map(audiences) ?? .nobody
    case .poll(let id): polls[id].map { $0.wasOpened ? .voters : .moderators } ?? .nobody
    // Of what was never opened there is nothing to count.
    case .tally(let id): polls[id]?.wasOpened == true ? .voters : .nobody
    case .message(let id): chat[id].map(audiences) ?? .nobody
    case .moderation: .moderators
    // These go to one person, apart from what an audience sees.
    case .me, .asker, .voter: .nobody
    }
  }

  /// Moderators see all questions; all others only what was released and not declined, and a
  /// question that was merged stands in the other one.
  private func audiences(of question: Question) -> Audiences {
    question.isForEverybody ? .everybody : .moderators
  }

  /// The chat is beside the stage and its speakers; what was cleared away is seen by nobody.
  private func audiences(of message: Message) -> Audiences {
    switch message.channel {
    case _ where chat.isCleared(message): .nobody
    case .room: [.participants, .moderators]
    case .toModerators: .moderators
    }
  }

  package func isVisible(_ thing: Thing, to audience: Audience) -> Bool {
    audiences(of: thing).contains(audience)
  }
}
