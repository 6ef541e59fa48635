// What moderators do with the chat.

extension Meeting {
  /// Product row E4: the text stays, hidden from everybody, until it cannot come back any more.
  func removeMessage(_ id: MessageID) throws(Rejection) -> [Event] {
    let message = try knownMessage(id)
    return message.state == .shown ? [.chat(.messageRemoved(message: id))] : []
  }

  func clearChat() -> [Event] {
    let last = chat.numbers(in: .room).upperBound - 1
    return last <= chat.cleared ? [] : [.chat(.chatCleared(through: last, since: nil))]
  }

  func setChat(
    _ mode: Chat.Mode,
    _ seconds: Int?,
    _ kept: Bool?
  ) throws(Rejection) -> [Event] {
    var rules = chat.rules
    rules.mode = mode
    rules.seconds = seconds ?? rules.seconds
    rules.isKept = kept ?? rules.isKept
    guard Limits.slowMode ~= rules.seconds else { throw Rejection(.secondsNotPossible) }
    return rules == chat.rules ? [] : [chatSet(rules)]
  }

  func chatSet(_ rules: Chat.Rules) -> Event {
    .chat(.chatSet(mode: rules.mode, seconds: rules.seconds, kept: rules.isKept))
  }

  /// Product row E7: whoever has written to the moderators is to know that somebody has read it.
  func acknowledge(_ id: MessageID, _ wish: Wish) throws(Rejection) -> [Event] {
    let message = try knownMessage(id)
    guard message.channel == .toModerators else { throw Rejection(.messageUnknown) }
    if message.acknowledgedBy != nil { return [] }
    return [.chat(.messageAcknowledged(message: id, by: wish.person))]
  }

  /// Product row E10: one act, also where the answer is to come later (row B20). The author of a
  /// message to everybody is the asker.
  ///
  /// Of a message without a name nobody may learn whose it is, and whoever wrote to the moderators
  /// alone did not say it to everybody: such questions come "from the chat".
  func makeQuestion(
    of id: MessageID,
    ownedBy owner: String?,
    due: String?,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let message = try knownMessage(id)
    let state = try owner.map { owner throws(Rejection) in
      try cleaned(.followUp(owner: owner, due: due))
    }
    if let question = message.question.flatMap({ questions[$0] }) {
      guard state == nil || state == question.state else {
        throw Rejection(.stale, stale: .question(question.id))
      }
      return []
    }
    guard questions[wish.reference] == nil else { throw Rejection(.refTaken) }
    guard message.state == .shown else { throw Rejection(.messageUnknown) }
    guard Text.fits(message.text, characters: Limits.questionCharacters) else {
      throw Rejection(.textTooLong)
    }
    guard questions.count < Limits.questions else { throw Rejection(.tooManyQuestions) }
    let isOpen = message.channel == .room && !message.isAnonymous
    let author: Question.Author =
      isOpen ? .person(participant: message.author) : .guest(name: nil, via: .chat)
    let asked = Questions.Event.questionAsked
    let later = state.map { Questions.Event.questionMoved(question: wish.reference, to: $0) }
    return [
      .questions(asked(wish.reference, author, message.text, nil, nil)),
      .chat(.messageMadeQuestion(message: id, question: wish.reference)),
    ] + (later.map { [.questions($0)] } ?? [])
  }

  private func knownMessage(_ id: MessageID) throws(Rejection) -> Message {
    guard let message = chat[id], !chat.isCleared(message) else {
      throw Rejection(.messageUnknown)
    }
    return message
  }
}

// MARK: - Erasing

extension Meeting {
  /// Texts that were removed or cleared away go as soon as that cannot be taken back any more.
  func erasuresDue(at now: Timestamp) -> [Event] {
    let removed = chat.removals.prefix(Limits.erasing).prefix { $0.time + Limits.undo < now }
    return removed.map { .chat(.messageErased(message: $0.message)) } + clearedDue(at: now)
  }

  /// So many at once that a batch of the journal stays short.
  private func clearedDue(at now: Timestamp) -> [Event] {
    guard let since = chat.clearedSince, since + Limits.undo < now else { return [] }
    let first = chat.numbers(in: .room).lowerBound
    let last = min(chat.cleared, first + Limits.erasing - 1)
    return [.chat(.clearedErased(through: last))]
  }
}
