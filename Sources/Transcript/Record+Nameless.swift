import MeetingCore

extension Record {
  /// The record as it is kept once the time for names is over (product row H11).
  ///
  /// Who asked, wrote, spoke, voted by name, moderated or promised an answer is gone; what was said
  /// and how it ended stays, and so does who was announced on the agenda.
  package var nameless: Self {
    var record = self
    record.questions = questions.map(\.nameless)
    record.turns = turns?.map(\.nameless)
    record.speaking?.organisations = []
    record.chat?.messages = chat?.messages.map(\.nameless) ?? []
    record.polls = polls?.map(\.nameless)
    record.acts = acts?.map(\.nameless)
    record.preparation?.questions = preparation?.questions.map(\.nameless) ?? []
    return record
  }
}

extension Record.Question {
  fileprivate var nameless: Self {
    var question = self
    (question.name, question.organisation, question.owner) = (nil, nil, nil)
    return question
  }
}

extension Record.Turn {
  fileprivate var nameless: Self {
    var turn = self
    (turn.name, turn.organisation) = (nil, nil)
    return turn
  }
}

extension Record.Chat.Message {
  fileprivate var nameless: Self {
    var message = self
    (message.name, message.organisation) = (nil, nil)
    return message
  }
}

extension Record.Poll {
  /// The result stays; who voted what was only ever a list of names.
  fileprivate var nameless: Self {
    var poll = self
    for place in poll.rounds.indices { poll.rounds[place].voters = nil }
    return poll
  }
}

extension Record.Act {
  fileprivate var nameless: Self {
    var act = self
    act.by = nil
    return act
  }
}

extension Preparation.Question {
  fileprivate var nameless: Self {
    guard case .followUp(_, let due) = state else { return self }
    var question = self
    question.state = .followUp(owner: "", due: due)
    return question
  }
}
