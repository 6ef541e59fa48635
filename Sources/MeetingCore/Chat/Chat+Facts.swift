extension Chat {
  package enum Event: NamedCases {
    case messagePosted(
      message: MessageID,
      by: ParticipantID,
      as: Role,
      to: Message.Channel,
      text: String
    )
    case messageEdited(message: MessageID, text: String)
    case messageDeleted(message: MessageID)
    case messageRemoved(message: MessageID)
    case messageRestored(message: MessageID)
    /// A removal cannot be taken back any more.
    case messageErased(message: MessageID)
    /// Nobody is shown the messages in the room up to this number; `since` is when they were
    /// cleared, where a later clearing is taken back.
    case chatCleared(through: Int, since: Timestamp?)
    /// A clearing cannot be taken back any more.
    case clearedErased(through: Int)
    case chatSet(mode: Mode, seconds: Int, kept: Bool)
    /// By nobody: it was not read after all.
    case messageAcknowledged(message: MessageID, by: ParticipantID?)
    /// No question: it was none after all.
    case messageMadeQuestion(message: MessageID, question: QuestionID?)
    /// Pinned in a certain place where it was there before.
    case linkPinned(link: Reference, url: String, title: String, place: Int? = nil)
    case linkUnpinned(link: Reference)
    case announced(
      announcement: Reference,
      by: ParticipantID,
      text: String,
      urgent: Bool,
      seconds: Int
    )
    /// Nothing: the banner comes down.
    case announcementShown(announcement: Reference?)
    case announcementTakenBack(announcement: Reference)

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case messagePosted, messageEdited, messageDeleted, messageRemoved, messageRestored
      case messageErased, chatCleared, clearedErased, chatSet, messageAcknowledged
      case messageMadeQuestion, linkPinned, linkUnpinned, announced, announcementShown
      case announcementTakenBack
    }
  }
}

// MARK: - Applying

extension Meeting {
  mutating func apply(_ event: Chat.Event, at time: Timestamp) {
    switch event {
    case .messagePosted(let id, let person, let role, let channel, let text):
      chat.add(message(id, by: person, as: role, to: channel, text, at: time))
    case .messageEdited(let id, let text): reword(message: id, text, at: time)
    case .messageDeleted(let id): chat.delete(id, revision)
    case .messageRemoved(let id): chat.remove(id, at: time, revision)
    case .messageRestored(let id): chat.restore(id, revision)
    case .messageErased(let id): chat.erase(id)
    case .chatCleared(let number, let since): chat.clear(through: number, since: since, at: time)
    case .clearedErased(let number): chat.eraseCleared(through: number)
    case .chatSet(let mode, let seconds, let isKept):
      chat.rules.mode = mode
      chat.rules.seconds = seconds
      chat.rules.isKept = isKept
    case .messageAcknowledged(let id, let person):
      chat.change(id, revision) { $0.acknowledgedBy = person }
    case .messageMadeQuestion(let id, let question): link(id, question)
    case .linkPinned(let id, let url, let title, let place):
      chat.pin(Link(id: id, url: url, title: title), at: place)
    case .linkUnpinned(let id): chat.unpin(id)
    case .announced(let id, let person, let text, let isUrgent, let seconds):
      chat.announcements.append(
        Announcement(
          id: id,
          by: person,
          text: text,
          isUrgent: isUrgent,
          time: time,
          until: time + .seconds(seconds),
          said: revision
        )
      )
      chat.announced = id
    case .announcementShown(let id): chat.announced = id
    case .announcementTakenBack(let id): chat.takeBack(announcement: id)
    }
  }

  private func message(
    _ id: MessageID,
    by person: ParticipantID,
    as role: Role,
    to channel: Message.Channel,
    _ text: String,
    at time: Timestamp
  ) -> Message {
    let author = participants[person]
    let isAnonymous = participants.policy == .anonymous
    return Message(
      id: id,
      number: chat.next(in: channel),
      channel: channel,
      author: person,
      name: isAnonymous ? nil : author.name,
      organisation: isAnonymous ? nil : author.organisation,
      isAnonymous: isAnonymous,
      role: role,
      posted: time,
      isKept: chat.rules.isKept,
      text: text,
      first: revision,
      changed: revision,
      said: [revision]
    )
  }

  private mutating func reword(message id: MessageID, _ text: String, at time: Timestamp) {
    let revision = revision
    chat.change(id, revision) {
      $0.text = text
      $0.edited = time
      $0.said = [revision]
    }
  }

  /// A message and its question know of each other.
  private mutating func link(_ id: MessageID, _ question: QuestionID?) {
    if let before = chat[id]?.question { questions.change(before, revision) { $0.message = nil } }
    if let question { questions.change(question, revision) { $0.message = id } }
    chat.change(id, revision) { $0.question = question }
  }
}

// MARK: - What looks different

extension Meeting {
  func touched(by event: Chat.Event) -> [Thing] {
    switch event {
    case .messagePosted(let id, let person, _, let channel, _):
      posting(id, by: person, to: channel)
    case .messageEdited(let id, _), .messageDeleted(let id), .messageRemoved(let id),
      .messageRestored(let id), .messageAcknowledged(let id, _):
      [.message(id)] + author(of: id)
    case .messageMadeQuestion(let id, let question):
      [.message(id)] + author(of: id)
        + [chat[id]?.question, question].compactMap { $0.map(Thing.question) }
    // Nobody sees what is behind a removal or a clearing anyway.
    case .messageErased, .clearedErased: []
    case .chatCleared(let number, _): [.chat] + clearing(through: number)
    case .chatSet, .linkPinned, .linkUnpinned, .announced, .announcementShown,
      .announcementTakenBack:
      [.chat]
    }
  }

  private func posting(
    _ id: MessageID,
    by person: ParticipantID,
    to channel: Message.Channel
  ) -> [Thing] {
    let oldest = chat.leaving(channel).map { [.message($0.id)] + author(of: $0.id) } ?? []
    let isUnseen = channel == .toModerators || participants.policy == .anonymous
    return oldest + [.message(id)] + (isUnseen ? [.me(person)] : [])
  }

  /// Whoever is told of a message apart from all others.
  private func author(of id: MessageID) -> [Thing] {
    guard let message = chat[id], message.channel == .toModerators else { return [] }
    return [.me(message.author)]
  }

  private func clearing(through number: Int) -> [Thing] {
    let numbers = chat.numbers(in: .room)
    let changed = (min(number, chat.cleared) + 1)..<(max(number, chat.cleared) + 1)
    return changed.clamped(to: numbers).compactMap { chat.message($0, in: .room) }
      .map { .message($0.id) }
  }
}

// MARK: - Undoing

extension Meeting {
  func inverse(of event: Chat.Event) -> [Event]? {
    switch event {
    case .messageRemoved(let id): [.chat(.messageRestored(message: id))]
    case .chatCleared:
      [.chat(.chatCleared(through: chat.cleared, since: chat.clearedSince))]
    case .chatSet: [chatSet(chat.rules)]
    case .messageAcknowledged(let id, _):
      [.chat(.messageAcknowledged(message: id, by: chat[id]?.acknowledgedBy))]
    case .messageMadeQuestion(let id, _):
      [.chat(.messageMadeQuestion(message: id, question: chat[id]?.question))]
    case .linkPinned(let id, _, _, _): [.chat(.linkUnpinned(link: id))]
    case .linkUnpinned(let id): pinnedAgain(id)
    case .announced(let id, _, _, _, _):
      [
        .chat(.announcementTakenBack(announcement: id)),
        .chat(.announcementShown(announcement: chat.announced)),
      ]
    case .announcementShown: [.chat(.announcementShown(announcement: chat.announced))]
    case .messagePosted, .messageEdited, .messageDeleted, .messageRestored, .messageErased,
      .clearedErased, .announcementTakenBack:
      nil
    }
  }

  private func pinnedAgain(_ id: Reference) -> [Event]? {
    guard let place = chat.links.firstIndex(where: { $0.id == id }) else { return nil }
    let link = chat.links[place]
    return [.chat(.linkPinned(link: id, url: link.url, title: link.title, place: place))]
  }
}
