/// A link that moderators keep in sight (product row E12).
package struct Link: Equatable, Sendable {
  package let id: Reference
  package let url: String
  package let title: String
}

/// A banner for everybody (product row H12).
package struct Announcement: Equatable, Sendable {
  package let id: Reference
  package let by: ParticipantID
  package let text: String
  /// Whether it may interrupt what a screen reader is saying.
  package let isUrgent: Bool
  package let time: Timestamp
  /// When it comes down by itself.
  package let until: Timestamp
  /// The event that holds its words, so that the journal can forget them.
  let said: Revision
}

extension Chat {
  /// The announcement that everybody sees now.
  package var announcement: Announcement? {
    announced.flatMap { id in announcements.last { $0.id == id } }
  }

  mutating func pin(_ link: Link, at place: Int?) {
    unpin(link.id)
    links.insert(link, at: min(place ?? links.endIndex, links.endIndex))
  }

  mutating func unpin(_ id: Reference) { links.removeAll { $0.id == id } }

  mutating func takeBack(announcement id: Reference) {
    announcements.removeAll { $0.id == id }
    if announced == id { announced = nil }
  }
}

// MARK: - Deciding

extension Meeting {
  func pin(_ typed: String, titled title: String?, _ wish: Wish) throws(Rejection) -> [Event] {
    if chat.links.contains(where: { $0.id == wish.reference }) { return [] }
    guard let url = WebAddress(typed)?.rawValue else { throw Rejection(.linkNotPossible) }
    let title = Text.line(title ?? "")
    guard Text.fits(title, characters: Limits.titleCharacters) else {
      throw Rejection(.messageTooLong)
    }
    let shown = title.isEmpty ? url : title
    if chat.links.contains(where: { $0.url == url && $0.title == shown }) { return [] }
    guard chat.links.count < Limits.links else { throw Rejection(.tooManyLinks) }
    return [.chat(.linkPinned(link: wish.reference, url: url, title: shown))]
  }

  func unpin(_ id: Reference) -> [Event] {
    chat.links.contains { $0.id == id } ? [.chat(.linkUnpinned(link: id))] : []
  }

  /// - Parameter seconds: How long it is shown.
  func announce(
    _ typed: String,
    isUrgent: Bool,
    for seconds: Int,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    if let known = chat.announcements.last(where: { $0.id == wish.reference }) {
      guard known.by == wish.person else { throw Rejection(.refTaken) }
      return []
    }
    let text = Text.lines(typed)
    guard !text.isEmpty else { throw Rejection(.messageMissing) }
    guard Text.fits(text, characters: Limits.announcementCharacters) else {
      throw Rejection(.messageTooLong)
    }
    guard Limits.announcementSeconds ~= seconds else { throw Rejection(.secondsNotPossible) }
    guard chat.announcements.count < Limits.announcements else {
      throw Rejection(.tooManyAnnouncements)
    }
    let announced = Chat.Event.announced
    return [.chat(announced(wish.reference, wish.person, text, isUrgent, seconds))]
  }

  func endAnnouncement() -> [Event] {
    chat.announced == nil ? [] : [.chat(.announcementShown(announcement: nil))]
  }

  func announcementsDue(at now: Timestamp) -> [Event] {
    guard let announcement = chat.announcement, announcement.until <= now else { return [] }
    return endAnnouncement()
  }
}
