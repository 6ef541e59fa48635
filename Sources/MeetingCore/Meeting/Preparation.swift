/// What a round hands on to the next one (product rows H5 and B21): its agenda, its settings, the
/// drafts of its polls without votes, and the questions that are still open.
///
/// Nobody's name is in it: a new round is a new pseudonym.
package struct Preparation: Equatable, Codable, Sendable {
  package let agenda: [AgendaItem.Plan]
  /// Rules, labels and drafts, as the facts of a meeting that has them.
  package let settings: [Meeting.Event]
  package var questions: [Question]

  /// A question that goes on, with the support that it has had until now.
  package struct Question: Equatable, Codable, Sendable {
    /// The question's id in the round that it comes from.
    package let id: QuestionID
    package let text: String
    package let tag: String?
    /// The round that it was asked in, such as `09/2026`.
    package let from: String
    package let support: Int
    /// Open, or to be answered later.
    package var state: MeetingCore.Question.State
  }
}

// MARK: - Handing on

extension Meeting {
  /// Everything that a next round can begin with.
  ///
  /// - Parameter round: What people call this one later on, such as `09/2026`.
  package func preparation(calling round: String) -> Preparation {
    Preparation(
      agenda: agenda.items.map(\.plan),
      settings: settings,
      questions: questions.all.filter(goesOn).map { Preparation.Question($0, in: self, round) }
    )
  }

  private func goesOn(_ question: Question) -> Bool {
    guard question.mergedInto == nil, !questions.leftBehind.contains(question.id) else {
      return false
    }
    return switch question.state {
    case .open, .live, .followUp: true
    case .pending, .answered, .declined: false
    }
  }

  /// What is set for this meeting and will be for the next, as facts of that one.
  private var settings: [Event] {
    var settings: [Event] = []
    if participants.policy != .optional {
      settings.append(.participants(.namePolicySet(policy: participants.policy)))
    }
    // Questions are open again: that they were closed belonged to the end of this round.
    var rules = Questions.Rules()
    rules.isModerated = questions.rules.isModerated
    if rules != Questions.Rules() { settings.append(.questions(.questionsSet(rules: rules))) }
    if !questions.tags.isEmpty { settings.append(.questions(.tagsSet(tags: questions.tags))) }
    var stage = agenda.stage.settings
    stage.pin = nil
    if stage != Stage.Settings() { settings.append(.agenda(.stageSet(settings: stage))) }
    return settings + polls.prepared.map { .polls($0) } + queue.prepared.map { .queue($0) }
      + chat.prepared.map { .chat($0) }
  }
}

extension Preparation.Question {
  fileprivate init(_ question: Question, in meeting: Meeting, _ round: String) {
    id = question.id
    text = question.text
    tag = question.tag.flatMap { meeting.questions.tags.contains($0) ? $0 : nil }
    state = question.state.isFollowUp ? question.state : .open
    let support = meeting.questions.support(of: question)
    // What has waited for several rounds is counted from the first one on.
    if case .carried(let first, let before) = question.author {
      (from, self.support) = (first, before + support)
    } else {
      (from, self.support) = (round, support)
    }
  }
}

// Of each noun: the facts that set it up in the next round.

extension SpeakingQueue {
  /// How it is run; that the list was closed belonged to the end of this round.
  var prepared: [Event] {
    var kept = rules
    (kept.isOpen, kept.closes) = (true, nil)
    return kept == Rules() ? [] : [.queueSet(rules: kept)]
  }
}

extension Chat {
  var prepared: [Event] {
    let usual = Rules()
    guard rules.seconds != usual.seconds || rules.isKept != usual.isKept else { return [] }
    return [.chatSet(mode: usual.mode, seconds: rules.seconds, kept: rules.isKept)]
  }
}

// MARK: - Beginning with it

extension Preparation {
  /// The same with only some of the questions.
  ///
  /// - Returns: Nothing where one of them is not there.
  package func carrying(_ wanted: [QuestionID]) -> Self? {
    let wanted = Set(wanted)
    var kept = self
    kept.questions = questions.filter { wanted.contains($0.id) }
    return kept.questions.count == wanted.count ? kept : nil
  }

  /// What happens in a new meeting before anybody comes.
  ///
  /// - Parameter fresh: References that nobody has used, one at each call.
  package func events(naming fresh: () -> Reference) -> [Meeting.Event] {
    let items = agenda.prefix(Limits.agendaItems).map { plan in
      Meeting.Event.agenda(.agendaItemSet(item: fresh(), plan: plan))
    }
    return settings + items + questions.flatMap { $0.events(as: fresh()) }
  }
}

extension Preparation.Question {
  fileprivate func events(as id: QuestionID) -> [Meeting.Event] {
    let author = Question.Author.carried(from: from, support: support)
    let asked = Questions.Event.questionAsked(question: id, by: author, text: text, tag: tag)
    guard state.isFollowUp else { return [.questions(asked)] }
    return [.questions(asked), .questions(.questionMoved(question: id, to: state))]
  }
}
