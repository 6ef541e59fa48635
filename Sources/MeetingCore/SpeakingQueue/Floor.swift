// Who has the floor. Acts name the turn that their moderator sees, so that two who press together
// skip nobody.

extension Meeting {
  /// Product row D9: ends the present turn and begins the next one, or does nothing at all.
  func callNext(after current: EntryID?) throws(Rejection) -> [Event] {
    guard current == queue.turn?.id else { throw Rejection(.stale, stale: .queue) }
    guard let next = queue.waiting.first else { throw Rejection(.nobodyWaiting) }
    return floorPasses(to: next)
  }

  func giveFloor(to id: EntryID, after current: EntryID?) throws(Rejection) -> [Event] {
    if queue.turn?.id == id { return [] }
    guard current == queue.turn?.id, let entry = queue[id] else {
      throw Rejection(.stale, stale: .queue)
    }
    return floorPasses(to: entry)
  }

  private func floorPasses(to entry: SpeakingQueue.Entry) -> [Event] {
    let ended = turnEnds(question: .answered)
    return ended + [.queue(.turnBegan(entry: entry.id))] + questionIsLive(of: entry)
  }

  /// Product row B19: the question is dealt with when its entry is called.
  private func questionIsLive(of entry: SpeakingQueue.Entry) -> [Event] {
    guard let id = entry.question, let person = entry.who.participant,
      waits(id, of: .person(participant: person))
    else { return [] }
    let before = questions.live
    let isOfTurn = before != nil && before == queue.turn?.entry.question
    let freed = isOfTurn ? nil : before
    return [freed.map { ($0, .open) }, (id, .live)].compactMap(\.self)
      .map { (id: QuestionID, state: Question.State) in
        .questions(.questionMoved(question: id, to: state))
      }
  }

  private func waits(_ id: QuestionID, of author: Question.Author) -> Bool {
    guard let question = questions[id] else { return false }
    return question.author == author && question.state == .open && question.mergedInto == nil
  }

  /// What becomes of the question that is live because its entry has the floor.
  func questionOfTurn(becomes state: Question.State) -> [Event] {
    guard let question = queue.turn?.entry.question, questions.live == question else { return [] }
    return [.questions(.questionMoved(question: question, to: state))]
  }

  private func turnEnds(question state: Question.State) -> [Event] {
    guard let turn = queue.turn else { return [] }
    return [.queue(.turnEnded(turn: turn.id))] + questionOfTurn(becomes: state)
  }
}

// MARK: - The present turn

extension Meeting {
  func setPaused(_ wanted: Bool, _ id: EntryID) throws(Rejection) -> [Event] {
    guard let turn = queue.turn, turn.id == id else { throw Rejection(.stale, stale: .queue) }
    if (turn.clock.running == nil) == wanted { return [] }
    return [.queue(wanted ? .turnPaused(turn: id) : .turnResumed(turn: id))]
  }

  /// A turn that is over already has ended as wished.
  func endTurn(_ id: EntryID) -> [Event] {
    queue.turn?.id == id ? turnEnds(question: .answered) : []
  }

  func yieldFloor(_ wish: Wish) -> [Event] {
    queue.turn?.entry.who.participant == wish.person ? turnEnds(question: .answered) : []
  }

  /// Product row D10: to the first place, and not counted; the last turn that is over, too.
  func takeBack(_ id: EntryID) throws(Rejection) -> [Event] {
    if queue.place(of: id) != nil { return [] }
    let takenBack = Event.queue(.turnTakenBack(turn: id))
    if let turn = queue.turn, turn.id == id {
      return replaced(by: turn.entry) + [takenBack] + questionOfTurn(becomes: .open)
    }
    guard let last = queue.turns.last?.entry, last.id == id else {
      throw Rejection(.stale, stale: .queue)
    }
    let events = replaced(by: last) + [takenBack]
    guard let question = last.question, questions[question]?.state == .answered else {
      return events
    }
    return events + [.questions(.questionMoved(question: question, to: .open))]
  }

  /// Product row D13. Two who want a minute more want the same.
  func extend(_ id: EntryID, to seconds: Int) throws(Rejection) -> [Event] {
    guard let turn = queue.turn, turn.id == id else { throw Rejection(.stale, stale: .queue) }
    if turn.clock.limit == seconds { return [] }
    guard Limits.turnSeconds.contains(seconds) else { throw Rejection(.limitNotPossible) }
    return [.queue(.turnExtended(turn: id, to: seconds))]
  }
}
