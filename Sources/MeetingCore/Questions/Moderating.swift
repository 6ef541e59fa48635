// What moderators do with questions.

extension Meeting {
  func move(
    _ id: QuestionID,
    to state: Question.State,
    seen: Revision,
    answered: Bool
  ) throws(Rejection) -> [Event] {
    guard let question = questions[id] else { throw Rejection(.questionUnknown) }
    let wanted = try cleaned(state)
    // Who wants what is already so gets it, however old the view.
    if question.state == wanted { return [] }
    guard question.mergedInto == nil else { throw Rejection(.questionMerged) }
    guard seen >= question.changed else { throw Rejection(.stale, stale: .question(id)) }
    var events: [Event] = []
    if wanted == .live, let before = questions.live {
      let past: Question.State = answered ? .answered : .open
      events.append(.questions(.questionMoved(question: before, to: past)))
    }
    return events + [.questions(.questionMoved(question: id, to: wanted))]
  }

  func cleaned(_ state: Question.State) throws(Rejection) -> Question.State {
    switch state {
    case .pending, .open, .live, .answered: return state
    case .declined(let reason):
      return .declined(reason: try note(reason))
    case .followUp(let owner, let due):
      guard let owner = try note(owner) else { throw Rejection(.textMissing) }
      return .followUp(owner: owner, due: try note(due))
    }
  }

  /// One short line; nothing where there is nothing in it.
  private func note(_ typed: String?) throws(Rejection) -> String? {
    let line = Text.line(typed ?? "")
    guard Text.fits(line, characters: Limits.reasonCharacters) else {
      throw Rejection(.textTooLong)
    }
    return line.isEmpty ? nil : line
  }

  /// Product row B8: the asker's words are kept, and shown to the asker and to moderators.
  func revise(
    _ id: QuestionID,
    to typed: String,
    seen: Revision
  ) throws(Rejection) -> [Event] {
    guard let question = questions[id] else { throw Rejection(.questionUnknown) }
    let text = Text.lines(typed)
    guard !text.isEmpty else { throw Rejection(.textMissing) }
    guard Text.fits(text, characters: Limits.questionCharacters) else {
      throw Rejection(.textTooLong)
    }
    if question.text == text { return [] }
    guard seen >= question.changed else { throw Rejection(.stale, stale: .question(id)) }
    let original = question.original ?? question.text
    let revised = Questions.Event.questionRevised
    return [.questions(revised(id, text, original == text ? nil : original))]
  }

  func label(_ id: QuestionID, _ tag: String?) throws(Rejection) -> [Event] {
    guard let question = questions[id] else { throw Rejection(.questionUnknown) }
    if let tag, !questions.tags.contains(tag) { throw Rejection(.tagUnknown) }
    return question.tag == tag ? [] : [.questions(.questionTagged(question: id, tag: tag))]
  }

  func setTags(_ typed: [String]) throws(Rejection) -> [Event] {
    var tags: [String] = []
    for line in typed.map(Text.line) where !line.isEmpty && !tags.contains(line) {
      guard Text.fits(line, characters: Limits.tagCharacters) else { throw Rejection(.textTooLong) }
      tags.append(line)
    }
    guard tags.count <= Limits.tags else { throw Rejection(.tooManyTags) }
    return tags == questions.tags ? [] : [.questions(.tagsSet(tags: tags))]
  }

  /// Product row B21; a question that is gone does not go on anyway.
  func handOn(except left: [QuestionID]) -> [Event] {
    let inOrder = questions.order.filter(Set(left).contains)
    if inOrder == questions.leftBehind { return [] }
    return [.questions(.questionsHandedOn(except: inOrder))]
  }
}

// MARK: - Rules

extension Meeting {
  /// Product rows B5 and B17. Nothing is released silently: only who says so releases.
  func setQuestions(
    _ wanted: Questions.Rules,
    release: Bool,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let present = questions.rules
    var rules = wanted
    if rules.opens == present.opens, rules.closes == present.closes {
      // Opened or closed by hand: nothing else happens by itself later on.
      if rules.mode != present.mode { (rules.opens, rules.closes) = (nil, nil) }
    } else {
      try rules.requirePossibleTimes(at: wish.now)
    }
    let set: [Event] = rules == present ? [] : [.questions(.questionsSet(rules: rules))]
    guard release else { return set }
    return set + questions.waiting.map { .questions(.questionMoved(question: $0.id, to: .open)) }
  }

  /// Questions open and close at the times that were set.
  func questionsDue(at now: Timestamp) -> [Event] {
    var rules = questions.rules
    if let opens = rules.opens, opens <= now {
      rules.mode = .open
      rules.opens = nil
    }
    if let closes = rules.closes, closes <= now {
      rules.mode = .closed
      rules.closes = nil
    }
    return rules == questions.rules ? [] : [.questions(.questionsSet(rules: rules))]
  }
}

extension Questions.Rules {
  /// The same rules, with times at which questions open and close; closed until they open.
  package func scheduled(
    opens: Timestamp?,
    closes: Timestamp?,
    at now: Timestamp
  ) throws(Rejection) -> Self {
    var rules = self
    (rules.opens, rules.closes) = (opens, closes)
    if opens != nil { rules.mode = .closed }
    try rules.requirePossibleTimes(at: now)
    return rules
  }

  /// A time that has just passed has its effect at once.
  fileprivate func requirePossibleTimes(at now: Timestamp) throws(Rejection) {
    for time in [opens, closes].compactMap(\.self) {
      guard time.isWithin(Limits.startBehind, before: now),
        now.isWithin(Limits.startAhead, before: time)
      else { throw Rejection(.timesNotPossible) }
    }
    if let opens, let closes, closes <= opens { throw Rejection(.timesNotPossible) }
  }
}

// MARK: - Mergers

extension Meeting {
  /// Product row B10. What is merged shares the fate of the other one, and can be taken apart.
  func merge(
    _ id: QuestionID,
    into target: QuestionID,
    seen: Revision
  ) throws(Rejection) -> [Event] {
    guard let question = questions[id], let target = questions.root(of: target) else {
      throw Rejection(.questionUnknown)
    }
    if question.mergedInto == target.id { return [] }
    guard question.mergedInto == nil else { throw Rejection(.questionMerged) }
    guard target.id != id, target.state.isPublic else { throw Rejection(.mergeNotPossible) }
    for seenThing in [question, target] where seen < seenThing.changed {
      throw Rejection(.stale, stale: .question(seenThing.id))
    }
    let freed: [Event] =
      questions.live == id ? [.questions(.questionMoved(question: id, to: .open))] : []
    return freed + [.questions(.questionMerged(question: id, into: target.id))]
  }

  func unmerge(_ id: QuestionID) throws(Rejection) -> [Event] {
    guard let question = questions[id] else { throw Rejection(.questionUnknown) }
    return question.mergedInto == nil ? [] : [.questions(.questionUnmerged(question: id))]
  }
}

// MARK: - Answers

extension Meeting {
  /// Product row B13: all versions are kept; whoever comes second is told that somebody answers.
  func answer(
    _ id: QuestionID,
    _ typed: String,
    seen: Revision,
    confirmed: Bool,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    guard let question = questions[id],
      wish.actor.role == .moderator || question.state.isPublic
    else { throw Rejection(.questionUnknown) }
    let text = Text.lines(typed)
    guard !text.isEmpty else { throw Rejection(.textMissing) }
    guard Text.fits(text, characters: Limits.answerCharacters, bytes: Limits.answerBytes) else {
      throw Rejection(.textTooLong)
    }
    if let last = question.answers.last, last.text == text { return [] }
    guard seen >= question.changed else { throw Rejection(.stale, stale: .question(id)) }
    let isAnswering = moderation.attention.contains {
      $0.value == .question(id) && $0.key != wish.person
    }
    guard confirmed || !isAnswering else { throw Rejection(.answering) }
    let written = Questions.Event.answerWritten
    return [.questions(written(id, text, wish.person))]
  }
}
