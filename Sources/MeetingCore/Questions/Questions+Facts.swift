extension Questions {
  package enum Event: NamedCases {
    case questionAsked(
      question: QuestionID,
      by: Question.Author,
      text: String,
      tag: String? = nil,
      pending: Bool? = nil
    )
    case questionSupported(question: QuestionID, by: ParticipantID)
    case supportWithdrawn(question: QuestionID, by: ParticipantID)
    case questionWithdrawn(question: QuestionID)
    case questionEdited(question: QuestionID, text: String)
    /// `original` is what the asker wrote, where that is something else.
    case questionRevised(question: QuestionID, text: String, original: String?)
    case questionMoved(question: QuestionID, to: Question.State)
    case questionMerged(question: QuestionID, into: QuestionID)
    case questionUnmerged(question: QuestionID)
    case answerWritten(question: QuestionID, text: String, by: ParticipantID)
    case answerTakenBack(question: QuestionID)
    case questionTagged(question: QuestionID, tag: String?)
    case tagsSet(tags: [String])
    case questionsSet(rules: Rules)
    case questionsHandedOn(except: [QuestionID])

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case questionAsked, questionSupported, supportWithdrawn, questionWithdrawn, questionEdited
      case questionRevised, questionMoved, questionMerged, questionUnmerged, answerWritten
      case answerTakenBack, questionTagged, tagsSet, questionsSet, questionsHandedOn
    }
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Questions.Event, at time: Timestamp) {
    switch event {
    case .questionAsked(let id, let author, let text, let tag, let isPending):
      questions.add(
        id,
        by: author,
        text: text,
        tag: tag,
        isPending: isPending ?? false,
        at: time,
        revision
      )
      if let person = author.participant { participants.noteAsked(id, by: person, at: time) }
    case .questionSupported(let id, let person):
      questions.support(id, by: person)
      participants.noteSupport(of: id, by: person)
    case .supportWithdrawn(let id, let person): withdrawSupport(of: id, by: person)
    case .questionWithdrawn(let id): forget(id)
    case .questionEdited(let id, let text): reword(id, text, original: nil)
    case .questionRevised(let id, let text, let original): reword(id, text, original: original)
    case .questionMoved(let id, let state): questions.move(id, to: state, at: time, revision)
    case .questionMerged(let id, let target): questions.merge(id, into: target, revision)
    case .questionUnmerged(let id): questions.unmerge(id, revision)
    case .answerWritten(let id, let text, let person):
      note(
        Question.Answer(text: text, by: person, name: participants[person].name, time: time),
        to: id
      )
    case .answerTakenBack(let id):
      questions.change(id, revision) { $0.answers = $0.answers.dropLast() }
    case .questionTagged(let id, let tag): questions.change(id, revision) { $0.tag = tag }
    case .tagsSet(let tags): questions.tags = tags
    case .questionsSet(let rules): questions.rules = rules
    case .questionsHandedOn(let left): questions.leftBehind = left
    }
  }

  private mutating func withdrawSupport(of id: QuestionID, by person: ParticipantID) {
    questions.withdrawSupport(of: id, by: person)
    for part in family(of: id) { participants.forgetSupport(of: part, by: person) }
  }

  /// A question and all that was merged into it.
  private func family(of id: QuestionID) -> [QuestionID] {
    [id] + (questions[id]?.merged ?? []).flatMap { family(of: $0) }
  }

  private mutating func forget(_ id: QuestionID) {
    guard let gone = questions.remove(id) else { return }
    queue.dropLink(to: id)
    if let person = gone.author.participant { participants.forgetAsked(id, by: person) }
    for supporter in gone.supporters { participants.forgetSupport(of: id, by: supporter) }
  }

  private mutating func reword(_ id: QuestionID, _ text: String, original: String?) {
    let revision = revision
    questions.change(id, revision) {
      $0.text = text
      $0.original = original
      $0.said.append(revision)
    }
  }

  private mutating func note(_ answer: Question.Answer, to id: QuestionID) {
    let revision = revision
    participants.noteAnswer(to: id, by: answer.by)
    questions.change(id, revision) {
      $0.answers.append(answer)
      $0.said.append(revision)
    }
  }
}

// MARK: - What looks different

extension Meeting {
  func touched(by event: Questions.Event) -> [Thing] {
    switch event {
    case .questionAsked(let id, let author, _, _, _):
      [.question(id)] + (author.participant.map { [.me($0)] } ?? [.asker(id)])
    case .questionSupported(let id, let person): [.question(id), .me(person)]
    case .supportWithdrawn(let id, let person): [.question(id), .me(person)]
    case .questionWithdrawn(let id):
      [.question(id)] + asker(of: id) + (questions[id]?.supporters ?? []).map { .me($0) }
        + (queue.isLinked(to: id) ? [.queue] : [])
    case .questionMerged(let id, let target): merging(id, target)
    case .questionUnmerged(let id): merging(id, questions[id]?.mergedInto ?? id)
    case .questionEdited(let id, _), .questionRevised(let id, _, _), .questionMoved(let id, _),
      .answerWritten(let id, _, _), .answerTakenBack(let id), .questionTagged(let id, _):
      [.question(id)] + asker(of: id)
    case .tagsSet(let tags): [.meeting] + labelled(differently: tags)
    case .questionsSet: [.meeting]
    // Only the record, and the next round, tell.
    case .questionsHandedOn: []
    }
  }

  /// The questions whose label comes or goes with these; one that is set no longer is not shown.
  private func labelled(differently tags: [String]) -> [Thing] {
    questions.all.filter { question in
      question.tag.map { tags.contains($0) != questions.tags.contains($0) } ?? false
    }.map { .question($0.id) }
  }

  private func merging(_ id: QuestionID, _ target: QuestionID) -> [Thing] {
    let supporters = questions[id].map { questions.supporters(of: $0) } ?? []
    return [.question(id), .question(target)] + asker(of: id) + supporters.map { .me($0) }
  }

  private func asker(of id: QuestionID) -> [Thing] {
    switch questions[id]?.author {
    case .person(let person): [.me(person)]
    case .hidden: [.asker(id)]
    case .guest, .carried, nil: []
    }
  }
}

// MARK: - Undoing

extension Meeting {
  func inverse(of event: Questions.Event) -> [Event]? {
    switch event {
    case .questionAsked(let id, _, _, _, _): [.questions(.questionWithdrawn(question: id))]
    case .questionRevised(let id, _, _), .questionMoved(let id, _), .questionTagged(let id, _):
      questions[id].map { inverse(of: event, on: $0) }
    case .questionMerged(let id, _): [.questions(.questionUnmerged(question: id))]
    case .questionUnmerged(let id):
      questions[id]?.mergedInto.map { [.questions(.questionMerged(question: id, into: $0))] }
    case .answerWritten(let id, _, _): [.questions(.answerTakenBack(question: id))]
    case .tagsSet: [.questions(.tagsSet(tags: questions.tags))]
    case .questionsSet: [.questions(.questionsSet(rules: questions.rules))]
    case .questionsHandedOn:
      [.questions(.questionsHandedOn(except: questions.leftBehind))]
    case .questionSupported, .supportWithdrawn, .questionWithdrawn, .questionEdited: nil
    case .answerTakenBack: nil
    }
  }

  private func inverse(of event: Questions.Event, on question: Question) -> [Event] {
    let (id, text, original) = (question.id, question.text, question.original)
    switch event {
    case .questionRevised:
      let revised = Questions.Event.questionRevised
      return [.questions(revised(id, text, original))]
    case .questionTagged: return [.questions(.questionTagged(question: id, tag: question.tag))]
    default: return [.questions(.questionMoved(question: id, to: question.state))]
    }
  }
}

extension Meeting {
  /// Whether at most one question is live after events that take something back: they do not push
  /// aside what a moderator has put live since.
  func leavesOneLive(_ inverse: [Event]) -> Bool {
    let moves = inverse.compactMap { event -> (id: QuestionID, state: Question.State)? in
      guard case .questions(.questionMoved(let id, let state)) = event else { return nil }
      return (id, state)
    }
    guard let live = questions.live, moves.contains(where: { $0.state == .live }) else {
      return true
    }
    return moves.contains { $0.id == live }
  }
}

// MARK: - Secrecy

extension Meeting {
  func secretItem(of command: Questions.Command, as reference: Reference) -> SecretItem? {
    guard case .askQuestion(_, let anonymous, _) = command,
      anonymous == true || participants.policy == .anonymous
    else { return nil }
    return SecretItem(rawValue: reference.rawValue)
  }

  func secretItem(begunBy event: Questions.Event) -> SecretItem? {
    guard case .questionAsked(let id, .hidden, _, _, _) = event else { return nil }
    return SecretItem(rawValue: id.rawValue)
  }

  func forgotten(with event: Questions.Event) -> Forgetting {
    guard case .questionWithdrawn(let id) = event, let question = questions[id] else {
      return .nothing
    }
    let items = question.author.isHidden ? [SecretItem(rawValue: id.rawValue)] : []
    return Forgetting(revisions: question.said, items: items)
  }
}

extension Meeting {
  /// Whether an event would betray an anonymous asker if it were signed.
  func isSecret(_ event: Questions.Event) -> Bool {
    switch event {
    case .questionAsked(_, let author, _, _, _): author.isHidden
    case .questionEdited(let id, _), .questionWithdrawn(let id):
      questions[id]?.author.isHidden == true
    default: false
    }
  }
}

extension Questions.Event {
  var redacted: Self {
    switch self {
    case .questionAsked(let id, let author, _, let tag, let pending):
      .questionAsked(question: id, by: author.nameless, text: "", tag: tag, pending: pending)
    case .questionEdited(let id, _): .questionEdited(question: id, text: "")
    case .questionRevised(let id, _, _): .questionRevised(question: id, text: "", original: nil)
    case .questionMoved(let id, .declined):
      .questionMoved(question: id, to: .declined(reason: nil))
    case .questionMoved(let id, .followUp):
      .questionMoved(question: id, to: .followUp(owner: "", due: nil))
    case .answerWritten(let id, _, let person): .answerWritten(question: id, text: "", by: person)
    default: self
    }
  }
}

extension Question.Author {
  /// Without the name that a moderator typed for a guest.
  fileprivate var nameless: Self {
    if case .guest(_, let channel) = self { .guest(name: nil, via: channel) } else { self }
  }
}
