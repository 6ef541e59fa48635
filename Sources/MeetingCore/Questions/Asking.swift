// What askers do with questions: ask, support, edit, withdraw.

extension Meeting {
  func ask(
    _ typed: String,
    _ isAnonymous: Bool,
    _ tag: String?,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let isModerator = wish.actor.role == .moderator
    if let known = questions[wish.reference] {
      guard isOwn(known, wish.actor) else { throw Rejection(.refTaken) }
      return []
    }
    try requireOpen(isModerator: isModerator)
    let text = try questionText(typed)
    if let tag, !questions.tags.contains(tag) { throw Rejection(.tagUnknown) }
    guard questions.count < Limits.questions else { throw Rejection(.tooManyQuestions) }
    let author = try author(isAnonymous, wish)
    try requirePlace(for: wish.actor, at: wish.now)
    let isPending = questions.rules.isModerated && !isModerator
    let asked = Questions.Event.questionAsked
    return [.questions(asked(wish.reference, author, text, tag, isPending ? true : nil))]
  }

  /// Product row B26: from the conference's chat, by phone, or from the room.
  func ask(
    _ typed: String,
    for name: String?,
    via channel: Question.Channel,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    if questions[wish.reference] != nil { return [] }
    let text = try questionText(typed)
    let name = Text.line(name ?? "")
    guard Text.fits(name, characters: Limits.nameCharacters) else {
      throw Rejection(.nameTooLong)
    }
    guard questions.count < Limits.questions else { throw Rejection(.tooManyQuestions) }
    let author = Question.Author.guest(name: name.isEmpty ? nil : name, via: channel)
    return [.questions(.questionAsked(question: wish.reference, by: author, text: text))]
  }

  private func author(
    _ isAnonymous: Bool,
    _ wish: Wish
  ) throws(Rejection) -> Question.Author {
    guard isAnonymous || participants.policy == .anonymous else {
      return .person(participant: wish.person)
    }
    guard participants.policy != .required else { throw Rejection(.nameMissing) }
    guard let pseudonym = wish.actor.pseudonym else {
      preconditionFailure("The hub names whoever asks anonymously by a pseudonym.")
    }
    return .hidden(pseudonym: pseudonym)
  }

  private func questionText(_ typed: String) throws(Rejection) -> String {
    let text = Text.lines(typed)
    guard !text.isEmpty else { throw Rejection(.textMissing) }
    guard Text.fits(text, characters: Limits.questionCharacters) else {
      throw Rejection(.textTooLong)
    }
    return text
  }

  private func requireOpen(isModerator: Bool) throws(Rejection) {
    switch questions.rules.mode {
    case .open: break
    case _ where isModerator: break
    case .paused: throw Rejection(.questionsPaused)
    case .closed: throw Rejection(.questionsClosed)
    }
  }

  /// Product row B18: so many open at once, and one in so many seconds.
  private func requirePlace(for actor: Actor, at now: Timestamp) throws(Rejection) {
    let asker = participants[actor.participant]
    let hidden = actor.hidden.compactMap { questions[$0] }
    let own = asker.asked.compactMap { questions[$0] } + hidden
    let waiting = own.count { $0.state.takesPlace && $0.mergedInto == nil }
    guard waiting < Limits.openQuestionsPerPerson else { throw Rejection(.tooManyOpenQuestions) }
    guard let last = (hidden.map(\.asked) + [asker.lastAsked].compactMap(\.self)).max() else {
      return
    }
    // A last question in the future means that the clock was set back; then nobody waits.
    if now >= last, now < last + Limits.questionPace {
      throw Rejection(.tooSoon, wait: last + Limits.questionPace - now)
    }
  }

  func isOwn(_ question: Question, _ actor: Actor) -> Bool {
    question.author == .person(participant: actor.participant)
      || actor.hidden.contains(question.id)
  }
}

// MARK: - Support

extension Meeting {
  /// Supports a question, or what it was merged into.
  func setSupport(
    _ wanted: Bool,
    of id: QuestionID,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    guard let named = questions[id], let question = questions.root(of: id),
      named.state.isPublic, question.state.isPublic
    else { throw Rejection(.questionUnknown) }
    guard !isOwnFamily(question, wish.actor) else { throw Rejection(.ownQuestion) }
    if questions.supporters(of: question).contains(wish.person) == wanted { return [] }
    guard question.state != .answered else { throw Rejection(.questionAnswered) }
    guard questions.rules.mode != .closed else { throw Rejection(.questionsClosed) }
    return wanted
      ? [.questions(.questionSupported(question: question.id, by: wish.person))]
      : [.questions(.supportWithdrawn(question: question.id, by: wish.person))]
  }

  /// Whether the question, or one merged into it that was asked with a number, is the actor's.
  ///
  /// An anonymous asker's support was not carried over by a merger, so it can be given.
  private func isOwnFamily(_ question: Question, _ actor: Actor) -> Bool {
    isOwn(question, actor)
      || question.merged.compactMap { questions[$0] }.contains {
        $0.author.participant == actor.participant || isOwnFamily($0, openly: actor)
      }
  }

  private func isOwnFamily(_ question: Question, openly actor: Actor) -> Bool {
    question.author.participant == actor.participant
      || question.merged.compactMap { questions[$0] }.contains { isOwnFamily($0, openly: actor) }
  }
}

// MARK: - Second thoughts

extension Meeting {
  /// Product row B9: two minutes, or until somebody else has supported it.
  func edit(_ id: QuestionID, to typed: String, _ wish: Wish) throws(Rejection) -> [Event] {
    guard let question = questions[id], isOwn(question, wish.actor) else {
      throw Rejection(.questionUnknown)
    }
    let text = try questionText(typed)
    if question.text == text { return [] }
    guard question.state.takesPlace else { throw Rejection(.questionNotOpen) }
    guard question.mergedInto == nil, question.merged.isEmpty else {
      throw Rejection(.questionMerged)
    }
    let edited = Event.questions(.questionEdited(question: id, text: text))
    // Nobody but moderators has seen it yet.
    if question.state == .pending { return [edited] }
    let foreign = question.supporters.subtracting([wish.person])
    guard question.original == nil, foreign.isEmpty, wish.now <= question.asked + Limits.editing
    else { throw Rejection(.editTooLate) }
    // What a moderator has released were other words.
    guard questions.rules.isModerated, wish.actor.role != .moderator else { return [edited] }
    return [edited, .questions(.questionMoved(question: id, to: .pending))]
  }

  func withdraw(_ id: QuestionID, _ wish: Wish) throws(Rejection) -> [Event] {
    // A question that is gone already, and one of somebody else, look alike to the asker.
    guard let question = questions[id], isOwn(question, wish.actor) else {
      throw Rejection(.questionUnknown)
    }
    return takenApart(question) + [.questions(.questionWithdrawn(question: id))]
  }

  /// What was merged with a question stands by itself again.
  private func takenApart(_ question: Question) -> [Event] {
    let parts = question.merged + (question.mergedInto == nil ? [] : [question.id])
    return parts.map { .questions(.questionUnmerged(question: $0)) }
  }
}
