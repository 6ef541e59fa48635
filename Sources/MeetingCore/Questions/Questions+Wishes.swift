extension Questions {
  package enum Command: NamedCases {
    /// The question's id is the reference of this wish.
    case askQuestion(text: String, anonymous: Bool? = nil, tag: String? = nil)
    /// Asks for somebody without a browser; no moderator looks at it first.
    case askOnBehalf(text: String, name: String?, via: Question.Channel)
    case support(question: QuestionID, support: Bool)
    case withdrawQuestion(question: QuestionID)
    /// Changes one's own question, while hardly anybody can have supported other words.
    case editQuestion(question: QuestionID, text: String)
    /// Changes somebody's question for the better; their own words are kept.
    ///
    /// `seen`, here and below, is the revision of the question that the moderator looks at.
    case reviseQuestion(question: QuestionID, text: String, seen: Revision)
    /// With `answered`, the question that was live until now is answered by this.
    case moveQuestion(
      question: QuestionID,
      to: Question.State,
      seen: Revision,
      answered: Bool? = nil
    )
    case mergeQuestion(question: QuestionID, into: QuestionID, seen: Revision)
    case unmergeQuestion(question: QuestionID)
    /// With `confirmed`, also while somebody else is answering it.
    case answerQuestion(question: QuestionID, text: String, seen: Revision, confirmed: Bool? = nil)
    case tagQuestion(question: QuestionID, tag: String?)
    case setTags(tags: [String])
    /// With `release`, what waits for a moderator is shown. Whoever changes the mode alone lets go
    /// of the times that were set.
    case setQuestions(rules: Rules, release: Bool? = nil)
    /// The next round begins with all that is left but these; said before the end.
    case handOn(except: [QuestionID])

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case askQuestion, askOnBehalf, support, withdrawQuestion, editQuestion, reviseQuestion
      case moveQuestion, mergeQuestion, unmergeQuestion, answerQuestion, tagQuestion, setTags
      case setQuestions, handOn
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Questions.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .askQuestion(let text, let anonymous, let tag):
      try ask(text, anonymous ?? false, tag, wish)
    case .askOnBehalf(let text, let name, let channel):
      try ask(text, for: name, via: channel, wish)
    case .support(let question, let support): try setSupport(support, of: question, wish)
    case .withdrawQuestion(let question): try withdraw(question, wish)
    case .editQuestion(let question, let text): try edit(question, to: text, wish)
    case .reviseQuestion(let question, let text, let seen):
      try revise(question, to: text, seen: seen)
    case .moveQuestion(let question, let state, let seen, let answered):
      try move(question, to: state, seen: seen, answered: answered ?? false)
    case .mergeQuestion(let question, let target, let seen):
      try merge(question, into: target, seen: seen)
    case .unmergeQuestion(let question): try unmerge(question)
    case .answerQuestion(let question, let text, let seen, let confirmed):
      try answer(question, text, seen: seen, confirmed: confirmed ?? false, wish)
    case .tagQuestion(let question, let tag): try label(question, tag)
    case .setTags(let tags): try setTags(tags)
    case .setQuestions(let rules, let release):
      try setQuestions(rules, release: release ?? false, wish)
    case .handOn(let left): handOn(except: left)
    }
  }
}
