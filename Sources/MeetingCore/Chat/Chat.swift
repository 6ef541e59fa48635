/// The messages of a meeting, and what moderators have put up beside them.
package struct Chat: Equatable, Sendable {
  private var byID: [MessageID: Message] = [:]
  private var lines: [Message.Channel: Line] = [:]
  package internal(set) var rules = Rules()
  /// Messages to the room with this number or a lower one are shown to nobody.
  package private(set) var cleared = 0
  /// Since when cleared messages wait for their texts to be erased; nothing while none do.
  private(set) var clearedSince: Timestamp?
  /// Removed messages of which the texts are there still, the oldest removal first.
  private(set) var removals: [Removal] = []
  private var paces: [ParticipantID: Pace] = [:]
  /// Everybody's last messages to the moderators, and last ones to the room without a name: these
  /// are the messages of which others do not see whose they are.
  private var unseen: [ParticipantID: [Message.Channel: [MessageID]]] = [:]
  /// Links of this meeting, in the order in which they were pinned (product row E12).
  package internal(set) var links: [Link] = []
  /// All that was announced, in order (product row H12).
  package internal(set) var announcements: [Announcement] = []
  /// The announcement that is on everybody's screen.
  var announced: Reference?

  /// Whether messages are taken, and what becomes of them.
  package struct Rules: Hashable, Sendable {
    package internal(set) var mode = Mode.open
    /// How long everybody waits between two messages in slow mode, in seconds.
    package internal(set) var seconds = Limits.slowModeSeconds
    /// Whether the record has the chat (product row I13).
    package internal(set) var isKept = false
  }

  /// Whether messages to the room are taken.
  package enum Mode: String, Hashable, Codable, Sendable, CaseIterable {
    case open
    /// Reading only; moderators can be written to still.
    case paused
    /// One message in so many seconds.
    case slow
  }

  /// The messages of one channel by their numbers: `first` is the lowest that is still there.
  private struct Line: Equatable, Sendable {
    var ids: [Int: MessageID] = [:]
    var first = 1
    var last = 0
  }

  struct Removal: Equatable, Sendable {
    let message: MessageID
    let time: Timestamp
  }

  package init() {}

  package subscript(_ message: MessageID) -> Message? { byID[message] }

  /// The message with this number, as long as it is in memory.
  package func message(_ number: Int, in channel: Message.Channel) -> Message? {
    lines[channel]?.ids[number].flatMap { byID[$0] }
  }

  /// The numbers of the messages that are in memory.
  package func numbers(in channel: Message.Channel) -> Range<Int> {
    lines[channel].map { $0.first..<($0.last + 1) } ?? 1..<1
  }

  /// The messages of a channel that are in memory, the oldest first.
  package func messages(in channel: Message.Channel) -> [Message] {
    numbers(in: channel).compactMap { message($0, in: channel) }
  }

  /// Whether a moderator has cleared it away.
  package func isCleared(_ message: Message) -> Bool {
    message.channel == .room && message.number <= cleared
  }

  package func unseen(by person: ParticipantID, in channel: Message.Channel) -> [MessageID] {
    unseen[person]?[channel] ?? []
  }

  func pace(of person: ParticipantID) -> Pace? { paces[person] }

  /// The oldest message, where the next one to this channel takes its place.
  func leaving(_ channel: Message.Channel) -> Message? {
    let numbers = numbers(in: channel)
    guard numbers.count >= Limits.messages else { return nil }
    return message(numbers.lowerBound, in: channel)
  }
}

// MARK: - Applying

extension Chat {
  /// The number that the next message to a channel gets.
  func next(in channel: Message.Channel) -> Int { numbers(in: channel).upperBound }

  mutating func add(_ message: Message) {
    if let oldest = leaving(message.channel) { forget(oldest) }
    byID[message.id] = message
    lines[message.channel, default: Line()].ids[message.number] = message.id
    lines[message.channel]?.last = message.number
    let isInRoom = message.channel == .room
    paces[message.author, default: Pace()].note(message.posted, isInRoom: isInRoom)
    guard !isInRoom || message.isAnonymous else { return }
    let own = unseen(by: message.author, in: message.channel) + [message.id]
    unseen[message.author, default: [:]][message.channel] = own.suffix(Limits.ownMessages)
  }

  /// Lets go of the oldest message of its channel.
  private mutating func forget(_ oldest: Message) {
    byID[oldest.id] = nil
    lines[oldest.channel]?.ids[oldest.number] = nil
    lines[oldest.channel]?.first = oldest.number + 1
  }

  /// Changes a message that is there, and notes that it changed.
  mutating func change(
    _ id: MessageID,
    _ revision: Revision,
    _ change: (inout Message) -> Void
  ) {
    guard byID[id] != nil else { return }
    change(&byID[id]!)
    byID[id]?.changed = revision
  }

  /// The author's wish holds for what a moderator has removed, too: that cannot come back.
  mutating func delete(_ id: MessageID, _ revision: Revision) {
    change(id, revision) {
      $0.text = ""
      $0.said = []
      if $0.state == .shown { $0.state = .deleted }
    }
    removals.removeAll { $0.message == id }
  }

  mutating func remove(_ id: MessageID, at time: Timestamp, _ revision: Revision) {
    guard byID[id]?.state == .shown else { return }
    change(id, revision) { $0.state = .removed }
    removals.append(Removal(message: id, time: time))
  }

  mutating func restore(_ id: MessageID, _ revision: Revision) {
    // Whatever was erased, or deleted by its author, stays so.
    guard let place = removals.firstIndex(where: { $0.message == id }) else { return }
    removals.remove(at: place)
    change(id, revision) { $0.state = .shown }
  }

  /// A removal cannot be taken back any more; nobody sees a difference.
  mutating func erase(_ id: MessageID) {
    removals.removeAll { $0.message == id }
    byID[id]?.text = ""
    byID[id]?.said = []
  }

  /// - Parameter since: When it was cleared, where a later clearing is taken back.
  mutating func clear(through number: Int, since: Timestamp?, at time: Timestamp) {
    cleared = number
    let hasTexts = number >= numbers(in: .room).lowerBound
    clearedSince = hasTexts ? since ?? time : nil
  }

  /// Lets go of cleared messages, the oldest first.
  mutating func eraseCleared(through number: Int) {
    let first = numbers(in: .room).lowerBound
    let last = min(number, cleared)
    guard first <= last else { return }
    for message in (first...last).compactMap({ message($0, in: .room) }) { forget(message) }
    if cleared < numbers(in: .room).lowerBound { clearedSince = nil }
  }
}
