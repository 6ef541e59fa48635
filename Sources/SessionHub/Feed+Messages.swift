import MeetingCore

// The chat in a feed: the newest messages belong to what everybody holds, and to the digest; what
// is older is told where it changes, and on demand. A message is never reported as gone: it leaves
// a tombstone, or its number is not above the chat's `cleared`.

extension Feed {
  /// A message that is not among the newest any more.
  struct Older {
    let entry: Entry
    /// Whether somebody who has it may have it otherwise: it has changed since it was posted.
    let isNews: Bool
  }

  /// Looks at a message as it is now.
  ///
  /// - Returns: Whether somebody has to be told.
  mutating func settle(message id: MessageID, at revision: Revision, in meeting: Meeting) -> Bool {
    older[.message(id)] = nil
    guard let message = meeting.chat[id] else { return false }
    let isNewest = message.number >= meeting.chat.firstShown(in: message.channel)
    guard isNewest || message.hasChanged,
      let bytes = meeting.view(of: .message(id), for: audience, at: revision)
    else { return false }
    let entry = Entry(thing: .message(id), revision: revision, bytes: bytes)
    if isNewest { show(.message(id), entry) } else { note(message, entry) }
    return true
  }

  /// Lets go of the messages that are not among the newest any more; one step for each new one.
  mutating func moveOn(_ chat: Chat) {
    for channel in Message.Channel.allCases {
      let first = chat.firstShown(in: channel)
      let before = firstShown.updateValue(first, forKey: channel) ?? first
      for number in before..<max(before, first) {
        guard let message = chat.message(number, in: channel),
          let entry = shown.removeValue(forKey: .message(message.id))
        else { continue }
        digest &-= Digest.hash(.message(message.id), entry.revision)
        note(message, entry)
      }
    }
  }

  /// A message of any age, encoded at most once; nothing where it may not be seen.
  mutating func view(of message: Message, in meeting: Meeting) -> [UInt8]? {
    let thing = Thing.message(message.id)
    if let entry = shown[thing] ?? older[thing]?.entry { return entry.bytes }
    guard let bytes = meeting.view(of: thing, for: audience, at: message.changed) else {
      return nil
    }
    note(message, Entry(thing: thing, revision: message.changed, bytes: bytes))
    return bytes
  }

  private mutating func note(_ message: Message, _ entry: Entry) {
    older[.message(message.id)] = Older(entry: entry, isNews: message.hasChanged)
  }
}

extension Message {
  /// Whether it is other than it was posted.
  fileprivate var hasChanged: Bool { changed > first }
}

extension Chat {
  /// The number of the first message that a newcomer is told.
  fileprivate func firstShown(in channel: Message.Channel) -> Int {
    max(1, numbers(in: channel).upperBound - HubLimits.messagesShown)
  }
}
