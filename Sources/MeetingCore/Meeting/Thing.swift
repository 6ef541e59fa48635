/// What browsers hold: one noun of the meeting, sent whole whenever it changes.
package enum Thing: Hashable, Sendable {
  case meeting
  case people
  case question(QuestionID)
  case poll(PollID)
  /// What a poll's ballots add up to; apart from the poll, because it changes often.
  case tally(PollID)
  case queue
  /// The rules of the chat, and what moderators have put up beside it.
  case chat
  case message(MessageID)
  case agenda
  /// What the shared screen shows.
  case stage
  /// Who moderates, what they did last, and what is theirs alone to know.
  case moderation
  /// What only this person may know.
  case me(ParticipantID)
  /// What only the one may know who asked this question anonymously; only the hub knows who.
  case asker(QuestionID)
  /// What only the one may know who cast this secret ballot; only the hub knows who.
  case voter(RoundID, Pseudonym)

  /// The things that are there from the beginning.
  package static let standing: [Self] = [
    .meeting, .people, .queue, .chat, .agenda, .stage, .moderation,
  ]
}

extension Meeting {
  /// The things that look different after this event, for somebody.
  ///
  /// - Parameters:
  ///   - event: What is about to be applied.
  ///   - cause: Whose wish it is; acts of staff are listed.
  package func touched(by event: Event, cause: Cause? = nil) -> [Thing] {
    let things = touchedItself(by: event)
    return cause?.act == nil ? things : [.moderation] + things
  }

  /// When a thing changed last, where that is not simply when it was touched last.
  ///
  /// The stage is touched by nearly everything and hardly ever changes. It must be known of each
  /// event whether it did, and not only of each flush: a journal that is replayed knows no flushes,
  /// and has to come to the same revisions.
  package func lastChange(of thing: Thing) -> Revision? {
    thing == .stage ? agenda.stage.changed : nil
  }

  /// What an act is about: acts on the same cannot be taken back past each other.
  ///
  /// The stage follows nearly everything, and is acted on only where somebody sets it.
  func actedOn(by event: Event) -> [Thing] {
    if case .agenda(.stageSet) = event { return [.stage] }
    return touched(by: event).filter(\.isShared)
  }

  private func touchedItself(by event: Event) -> [Thing] {
    switch event {
    case .participants(let event): touched(by: event)
    case .questions(let event): touched(by: event) + [.stage]
    case .polls(let event): touched(by: event) + [.stage]
    case .queue(let event): touched(by: event) + [.stage]
    case .chat(let event): touched(by: event)
    case .agenda(let event): touched(by: event)
    case .moderation(let event): touched(by: event)
    }
  }
}

extension Thing {
  /// Whether it is the meeting's, and no mere count or consequence.
  var isShared: Bool {
    switch self {
    case .meeting, .question, .poll, .queue, .chat, .message, .agenda: true
    case .people, .tally, .stage, .moderation, .me, .asker, .voter: false
    }
  }
}
