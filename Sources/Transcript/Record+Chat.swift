import MeetingCore

extension Record {
  /// What remains of the chat: links and announcements, and messages where that was said before.
  struct Chat: Equatable, Codable, Sendable {
    /// Those to everybody that are shown still; what was deleted or removed leaves nothing.
    var messages: [Message]
    var links: [Link]
    var announcements: [Announcement]

    struct Message: Equatable, Codable, Sendable {
      var text: String
      let posted: Timestamp
      let edited: Timestamp?
      var name: String?
      var organisation: String?
      /// Whether it was written as a moderator.
      let moderator: Bool?
    }

    struct Link: Equatable, Codable, Sendable {
      var title: String
      let url: String
    }

    struct Announcement: Equatable, Codable, Sendable {
      var text: String
      let time: Timestamp
    }
  }
}

extension Record.Chat {
  /// Nothing where nothing remains.
  ///
  /// A message is here only if its author was told so, and nobody has thought otherwise since
  /// (product row I13); messages to the moderators never are.
  init?(_ chat: MeetingCore.Chat) {
    let kept = chat.messages(in: .room).filter {
      chat.rules.isKept && $0.isKept && $0.state == .shown && !chat.isCleared($0)
    }
    messages = kept.map(Message.init)
    links = chat.links.map { Link(title: $0.title, url: $0.url) }
    announcements = chat.announcements.map { Announcement(text: $0.text, time: $0.time) }
    if messages.isEmpty && links.isEmpty && announcements.isEmpty { return nil }
  }
}

extension Record.Chat.Message {
  fileprivate init(_ message: MeetingCore.Message) {
    text = message.text
    posted = message.posted
    edited = message.edited
    name = message.name
    organisation = message.organisation
    moderator = message.role == .moderator ? true : nil
  }
}

// MARK: - Markdown

extension Record {
  /// What remains of the chat; nothing where nothing does.
  func chatLines(_ words: Words, _ time: LocalTime) -> [String] {
    guard let chat else { return [] }
    var lines: [String] = []
    if !chat.links.isEmpty { lines += ["", "## \(words.links)", ""] + chat.links.map(line) }
    if !chat.announcements.isEmpty {
      lines += ["", "## \(words.announcements)"]
      for entry in chat.announcements {
        lines += ["", time.time(entry.time), "", Markdown.quote(entry.text)]
      }
    }
    if !chat.messages.isEmpty { lines += ["", "## \(words.chat)"] }
    for message in chat.messages { lines += entry(message, words, time) }
    return lines
  }

  /// Moderators have chosen these links, and they lead to the web and nowhere else.
  private func line(_ link: Chat.Link) -> String {
    link.title == link.url ? "- <\(link.url)>" : "- \(Markdown.escape(link.title)): <\(link.url)>"
  }

  private func entry(_ message: Chat.Message, _ words: Words, _ time: LocalTime) -> [String] {
    var facts = [time.time(message.posted)] + by(message.name, message.organisation, words)
    if message.moderator == true { facts.append(words.moderation) }
    if message.edited != nil { facts.append(words.edited) }
    return ["", facts.joined(separator: " · "), "", Markdown.quote(message.text)]
  }
}
