import MeetingCore

extension Record {
  /// Where in a record some words stand.
  package struct Place: Hashable, Encodable, Sendable {
    package enum Kind: String, Encodable, Sendable {
      case agenda, question, answer, poll, link, announcement, message
    }

    package let kind: Kind
    /// Of the question or the poll; of all else, the how manieth it is.
    package let number: Int
  }

  /// Goes through all words that people have written, in the order in which they are read.
  mutating func changeTexts(_ change: (Place, String) -> String) {
    for place in (agenda ?? []).indices {
      agenda?[place].changeTexts { change(Place(kind: .agenda, number: place + 1), $0) }
    }
    for place in questions.indices { questions[place].changeTexts(change) }
    for place in (polls ?? []).indices { polls?[place].changeTexts(change) }
    chat?.changeTexts(change)
  }
}

extension Record.AgendaItem {
  fileprivate mutating func changeTexts(_ change: (String) -> String) { title = change(title) }
}

extension Record.Question {
  fileprivate mutating func changeTexts(_ change: (Record.Place, String) -> String) {
    text = change(Record.Place(kind: .question, number: number), text)
    let answered = Record.Place(kind: .answer, number: number)
    answer = answer.map { change(answered, $0) }
    due = due.map { change(answered, $0) }
  }
}

extension Record.Chat {
  fileprivate mutating func changeTexts(_ change: (Record.Place, String) -> String) {
    for place in links.indices {
      // A link's address leads somewhere only as it is; where it stands for a title, too, it stays.
      guard links[place].title != links[place].url else { continue }
      links[place].title =
        change(Record.Place(kind: .link, number: place + 1), links[place].title)
    }
    for place in announcements.indices {
      announcements[place].text =
        change(Record.Place(kind: .announcement, number: place + 1), announcements[place].text)
    }
    for place in messages.indices {
      messages[place].text =
        change(Record.Place(kind: .message, number: place + 1), messages[place].text)
    }
  }
}

extension Record.Poll {
  fileprivate mutating func changeTexts(_ change: (Record.Place, String) -> String) {
    let here = Record.Place(kind: .poll, number: number)
    for place in rounds.indices { rounds[place].changeTexts { change(here, $0) } }
  }
}

extension Record.PollRound {
  fileprivate mutating func changeTexts(_ change: (String) -> String) {
    form.title = change(form.title)
    form.description = form.description.map(change)
    form.options = form.options.map { option in
      MeetingCore.Poll.Option(change(option.text), id: option.id, correct: option.correct)
    }
    result.answers = result.answers?.map { answer in
      var answer = answer
      answer.text = change(answer.text)
      return answer
    }
  }
}
