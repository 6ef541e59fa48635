extension Chat {
  package enum Command: NamedCases {
    /// Writes to everybody, or to the moderators; the message's id is the reference of this wish.
    case postMessage(text: String, to: Message.Channel?)
    /// Changes one's own message, for some minutes.
    case editMessage(message: MessageID, text: String)
    /// Takes one's own message back, at any time; its text is gone at once.
    case deleteMessage(message: MessageID)
    case removeMessage(message: MessageID)
    /// Shows none of the messages that are in the room any more.
    case clearChat
    /// Values that are not there stay as they are; `seconds` is the pause of slow mode.
    case setChat(mode: Mode, seconds: Int?, kept: Bool?)
    /// Lets the author of a message to the moderators know that it was read.
    case acknowledgeMessage(message: MessageID)
    /// Makes a question of a message; the question's id is the reference of this wish. With an
    /// owner it is one that is answered later, by them.
    case questionFromMessage(message: MessageID, owner: String? = nil, due: String? = nil)
    /// Keeps a link in sight; its id is the reference of this wish.
    case pinLink(url: String, title: String?)
    case unpinLink(link: Reference)
    /// Shows a banner to everybody, in the place of the one before.
    case announce(text: String, urgent: Bool?, seconds: Int?)
    case endAnnouncement

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case postMessage, editMessage, deleteMessage, removeMessage, clearChat, setChat
      case acknowledgeMessage, questionFromMessage, pinLink, unpinLink, announce, endAnnouncement
    }
  }
}

// MARK: - Deciding

extension Meeting {
  func decide(_ command: Chat.Command, _ wish: Wish) throws(Rejection) -> [Event] {
    switch command {
    case .postMessage(let text, let channel): try post(text, to: channel ?? .room, wish)
    case .editMessage(let message, let text): try edit(message: message, to: text, wish)
    case .deleteMessage(let message): try delete(message, wish)
    case .removeMessage(let message): try removeMessage(message)
    case .clearChat: clearChat()
    case .setChat(let mode, let seconds, let kept): try setChat(mode, seconds, kept)
    case .acknowledgeMessage(let message): try acknowledge(message, wish)
    case .questionFromMessage(let message, let owner, let due):
      try makeQuestion(of: message, ownedBy: owner, due: due, wish)
    case .pinLink(let url, let title): try pin(url, titled: title, wish)
    case .unpinLink(let link): unpin(link)
    case .announce(let text, let urgent, let seconds):
      try announce(
        text,
        isUrgent: urgent ?? false,
        for: seconds ?? Limits.announcementUsual,
        wish
      )
    case .endAnnouncement: endAnnouncement()
    }
  }

  /// What becomes of the chat by itself: texts are erased, and the banner comes down.
  func chatDue(at now: Timestamp) -> [Event] { erasuresDue(at: now) + announcementsDue(at: now) }
}
