// What of the chat the journal has to forget (product rows E3 and E4).

extension Meeting {
  func forgotten(with event: Chat.Event) -> Forgetting {
    switch event {
    // What drops out of memory can be deleted by nobody later.
    case .messagePosted(_, _, _, let channel, _):
      Forgetting(revisions: chat.leaving(channel)?.said ?? [])
    case .messageEdited(let id, _), .messageDeleted(let id), .messageErased(let id):
      Forgetting(revisions: chat[id]?.said ?? [])
    case .clearedErased(let number):
      Forgetting(revisions: cleared(through: number).flatMap(\.said))
    case .announcementTakenBack(let id):
      Forgetting(revisions: chat.announcements.filter { $0.id == id }.map(\.said))
    default: .nothing
    }
  }
}

extension Meeting {
  private func cleared(through number: Int) -> [Message] {
    let first = chat.numbers(in: .room).lowerBound
    return (first..<max(first, number + 1)).compactMap { chat.message($0, in: .room) }
  }
}

extension Chat.Event {
  var redacted: Self {
    switch self {
    case .messagePosted(let id, let person, let role, let channel, _):
      .messagePosted(message: id, by: person, as: role, to: channel, text: "")
    case .messageEdited(let id, _): .messageEdited(message: id, text: "")
    case .announced(let id, let person, _, let isUrgent, let seconds):
      .announced(announcement: id, by: person, text: "", urgent: isUrgent, seconds: seconds)
    default: self
    }
  }
}
