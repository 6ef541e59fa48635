import MeetingCore

// The chat's past: what is older than a newcomer is told, on demand.

extension Room {
  /// Answers with the messages of a channel that come before a number, as far as one frame goes.
  ///
  /// Whoever may not see a channel is told that there is nothing in it.
  mutating func tellHistory(
    before number: Int,
    in channel: Message.Channel,
    to socket: SocketID,
    into outputs: inout [Hub.Output]
  ) {
    guard let member = members[socket], member.isWelcome else { return }
    // What was deleted a moment ago must not be told once more.
    feeds[member.audience].settle(durable)
    let numbers = durable.chat.numbers(in: channel)
    let older = numbers.clamped(to: numbers.lowerBound..<max(numbers.lowerBound, number))
    var messages: [[UInt8]] = []
    var bytes = 0
    var rest = older
    while let number = rest.last, messages.count < HubLimits.historyMessages,
      bytes < HubLimits.historyBytes
    {
      guard let message = durable.chat.message(number, in: channel),
        let view = feeds[member.audience].view(of: message, in: durable)
      else { break }
      messages.append(view)
      bytes += view.count
      rest = rest.dropLast()
    }
    let next = rest.last.flatMap { durable.chat.message($0, in: channel) }
    let more = next.map { durable.isVisible(.message($0.id), to: member.audience) } ?? false
    let frame = ServerFrame.history(channel, messages.reversed(), more: more)
    outputs.append(.send(frame.bytes, to: [socket]))
  }
}
