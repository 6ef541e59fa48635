import MeetingCore

extension Meeting {
  /// What of the chat, and of people's names, must hold and does not.
  var brokenChat: [String] {
    var broken = Promises()
    for channel in Message.Channel.allCases {
      let messages = chat.messages(in: channel)
      let numbers = chat.numbers(in: channel)
      broken.expect(messages.map(\.number) == Array(numbers), "numbers have no holes")
      broken.expect(messages.count <= Limits.messages, "memory is bounded")
      for message in messages { check(message, &broken) }
    }
    broken.expect(
      chat.cleared < chat.numbers(in: .room).upperBound,
      "only what is there is cleared"
    )
    broken.expect(Limits.slowMode ~= chat.rules.seconds, "slow mode has a bound")
    broken.expect(chat.links.count <= Limits.links, "links are bounded")
    broken.expect(Set(chat.links.map(\.id)).count == chat.links.count, "a link is pinned once")
    broken.expect(chat.links.allSatisfy { WebAddress(rawValue: $0.url) != nil }, "links are safe")
    let texts = chat.announcements.map(\.text)
    broken.expect(texts.allSatisfy { !$0.isEmpty && Text.lines($0) == $0 }, "banners are clean")
    return broken.list + brokenNames
  }

  private func check(_ message: Message, _ broken: inout Promises) {
    broken.expect(chat[message.id] == message, "a message is found by its id and its number")
    broken.expect(message.changed <= revision, "nothing changes in the future")
    broken.expect(Text.lines(message.text) == message.text, "texts are clean")
    broken.expect(message.text.isEmpty == (message.said.isEmpty), "words and their events are one")
    broken.expect(message.state != .shown || !message.text.isEmpty, "what is shown has a text")
    broken.expect(message.state != .deleted || message.text.isEmpty, "deleted means gone")
    broken.expect(!message.isAnonymous || message.name == nil, "no name where nobody has one")
    if message.channel == .room {
      broken.expect(message.acknowledgedBy == nil, "only backstage is acknowledged")
    }
    guard let question = message.question.flatMap({ questions[$0] }) else { return }
    broken.expect(question.message == message.id, "message and question know of each other")
    let isOpen = message.channel == .room && !message.isAnonymous
    broken.expect(
      question.author
        == (isOpen ? .person(participant: message.author) : .guest(name: nil, via: .chat)),
      "only who spoke to everybody by name is named as asker"
    )
  }

  private var brokenNames: [String] {
    var broken = Promises()
    var owners: [Skeleton: ParticipantID] = [:]
    for person in participants.all {
      guard let name = person.name else { continue }
      broken.expect(!name.isEmpty && Text.line(name) == name, "names are clean")
      let other = owners.updateValue(person.id, forKey: Skeleton(name))
      broken.expect(other == nil, "nobody is mistaken for somebody else: \(name)")
      broken.expect(
        participants.owner(of: Skeleton(name)) == person.id,
        "names are known to both sides"
      )
    }
    return broken.list
  }
}

// MARK: - What undo restores

extension Chat {
  /// What is left of a chat when the times of changes do not matter.
  var essence: [String] {
    let messages = Message.Channel.allCases.flatMap { self.messages(in: $0) }.map { message in
      [
        "\(message.channel) \(message.number)", message.text, "\(message.state)",
        message.question?.rawValue ?? "", "\(message.acknowledgedBy?.rawValue ?? 0)",
      ].joined(separator: " · ")
    }
    let banners = announcements.map { "\($0.text) \($0.time.rawValue)" }
    return messages + ["\(rules)", "\(cleared)", "\(links)"] + banners + [announcement?.text ?? ""]
  }
}
