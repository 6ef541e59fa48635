// What people do in the chat: write, edit, delete.

extension Meeting {
  func post(
    _ typed: String,
    to channel: Message.Channel,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    if let known = chat[wish.reference] {
      guard known.author == wish.person else { throw Rejection(.refTaken) }
      return []
    }
    let text = try messageText(typed)
    try requireOpen(channel, to: wish.actor)
    try requirePace(in: channel, wish)
    let posted = Chat.Event.messagePosted
    return [.chat(posted(wish.reference, wish.person, wish.actor.role, channel, text))]
  }

  /// Product row E3: five minutes, as long as it is shown.
  func edit(message id: MessageID, to typed: String, _ wish: Wish) throws(Rejection) -> [Event] {
    let message = try ownMessage(id, wish)
    guard message.state == .shown, !chat.isCleared(message) else {
      throw Rejection(.messageUnknown)
    }
    let text = try messageText(typed)
    if message.text == text { return [] }
    try requireOpen(message.channel, to: wish.actor)
    guard wish.now <= message.posted + Limits.messageEditing else {
      throw Rejection(.messageTooOld)
    }
    return [.chat(.messageEdited(message: id, text: text))]
  }

  func delete(_ id: MessageID, _ wish: Wish) throws(Rejection) -> [Event] {
    let message = try ownMessage(id, wish)
    return message.said.isEmpty ? [] : [.chat(.messageDeleted(message: id))]
  }

  /// A message that is gone already, and one of somebody else, look alike.
  private func ownMessage(_ id: MessageID, _ wish: Wish) throws(Rejection) -> Message {
    guard let message = chat[id], message.author == wish.person else {
      throw Rejection(.messageUnknown)
    }
    return message
  }

  private func messageText(_ typed: String) throws(Rejection) -> String {
    let text = Text.lines(typed)
    guard !text.isEmpty else { throw Rejection(.messageMissing) }
    guard Text.fits(text, characters: Limits.messageCharacters) else {
      throw Rejection(.messageTooLong)
    }
    return text
  }

  /// Product row E9: a pause is for the room, so that moderators can be written to in need.
  private func requireOpen(
    _ channel: Message.Channel,
    to actor: Actor
  ) throws(Rejection) {
    guard channel == .room, chat.rules.mode == .paused, actor.role != .moderator else { return }
    throw Rejection(.chatPaused)
  }

  /// Product row E8; slow mode takes its place in the room, and does not slow moderators.
  private func requirePace(in channel: Message.Channel, _ wish: Wish) throws(Rejection) {
    guard let pace = chat.pace(of: wish.person) else { return }
    let isSlow = channel == .room && chat.rules.mode == .slow && wish.actor.role != .moderator
    let wait =
      isSlow
      ? pace.wait(at: wish.now, slowedTo: .seconds(chat.rules.seconds)) : pace.wait(at: wish.now)
    if let wait { throw Rejection(.writingTooFast, wait: wait) }
  }
}
