import MeetingCore

/// The rules of the chat, and what moderators have put up beside it; everybody sees the same.
struct ChatView: Encodable {
  var kind = "chat"
  var id = "chat"
  let revision: Revision
  let mode: Chat.Mode
  /// The pause between two messages in slow mode.
  let seconds: Int
  /// Whether what is written now will be in the record.
  let kept: Bool
  /// Messages to the room up to this number are shown no more: a browser lets go of them.
  let cleared: Int
  let links: [Link]
  let announcement: Announcement?

  struct Link: Encodable {
    let id: Reference
    /// `http` or `https`, always.
    let url: String
    let title: String
  }

  struct Announcement: Encodable {
    let id: Reference
    let text: String
    /// Whether it may interrupt a screen reader.
    let urgent: Bool
    let time: Timestamp
    let until: Timestamp
  }

  init(_ chat: Chat, _ revision: Revision) {
    self.revision = revision
    mode = chat.rules.mode
    seconds = chat.rules.seconds
    kept = chat.rules.isKept
    cleared = chat.cleared
    links = chat.links.map { Link(id: $0.id, url: $0.url, title: $0.title) }
    announcement = chat.announcement.map {
      Announcement(
        id: $0.id,
        text: $0.text,
        urgent: $0.isUrgent,
        time: $0.time,
        until: $0.until
      )
    }
  }
}
