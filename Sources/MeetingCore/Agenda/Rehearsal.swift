// Product row H4: everything works as it will, is marked as practice, and is wiped when the round
// really starts. What is wiped is gone from the journal as well.

extension Meeting {
  func rehearse(_ on: Bool, confirmed: Bool) throws(Rejection) -> [Event] {
    if agenda.isRehearsal == on { return [] }
    guard on else { return [.agenda(.rehearsalEnded)] }
    guard agenda.began == nil else { throw Rejection(.rehearsalNotPossible) }
    // What people have asked ahead of the round must not be lost by mistake.
    guard confirmed || !hasContributions else { throw Rejection(.rehearsalWouldWipe) }
    return [.agenda(.rehearsalBegan)]
  }

  /// Whether anything is there that a rehearsal would wipe.
  private var hasContributions: Bool {
    questions.count > 0 || polls != polls.wiped || queue != queue.wiped
      || chat != chat.wiped
  }
}

// MARK: - Wiping

extension Meeting {
  /// Forgets what was practised; people, the agenda, drafts of polls and all settings stay.
  mutating func wipe(at time: Timestamp) {
    questions = questions.wiped
    polls = polls.wiped
    queue = queue.wiped
    chat = chat.wiped
    participants.wipe()
    moderation = Moderation()
    agenda.wipe(at: time, revision)
  }

  /// Whatever looks different afterwards.
  var wipedThings: [Thing] {
    Thing.standing + questions.things + polls.things + chat.things
      + participants.all.map { .me($0.id) }
  }

  /// The words of everything that is wiped, and the keys of all secret items.
  func forgotten(with event: Agenda.Event) -> Forgetting {
    guard event == .rehearsalEnded else { return .nothing }
    let all = [questions.forgotten, polls.forgotten, queue.forgotten, chat.forgotten]
    return Forgetting(revisions: all.flatMap(\.revisions), items: all.flatMap(\.items))
  }
}

// Of each noun: what is left of it, what of it browsers hold, and what the journal has to forget.

extension Questions {
  var wiped: Self {
    var wiped = Self()
    (wiped.rules, wiped.tags) = (rules, tags)
    return wiped
  }

  /// All questions; of those that were asked anonymously also what their askers hold.
  var things: [Thing] {
    all.flatMap { question -> [Thing] in
      [.question(question.id)] + (question.author.isHidden ? [.asker(question.id)] : [])
    }
  }

  var forgotten: Forgetting {
    Forgetting(
      revisions: all.flatMap(\.said),
      items: all.filter(\.author.isHidden).map { SecretItem(rawValue: $0.id.rawValue) }
    )
  }
}

extension SpeakingQueue {
  /// Its rules.
  var wiped: Self {
    var wiped = Self()
    (wiped.rules, wiped.changed) = (rules, changed)
    return wiped
  }

  /// The notes of everybody who waits, speaks, or has just left.
  var forgotten: Forgetting {
    let speaking = [turn?.entry].compactMap(\.self)
    let entries = waiting + aside.map(\.entry) + gone.map(\.entry) + speaking
    return Forgetting(revisions: entries.flatMap(\.said))
  }
}

extension Chat {
  /// Its rules, and the links that were pinned.
  var wiped: Self {
    var wiped = Self()
    (wiped.rules, wiped.links) = (rules, links)
    return wiped
  }

  var things: [Thing] {
    Message.Channel.allCases.flatMap { messages(in: $0) }.map { .message($0.id) }
  }

  var forgotten: Forgetting {
    let all = Message.Channel.allCases.flatMap { messages(in: $0) }
    return Forgetting(revisions: all.flatMap(\.said))
  }
}
