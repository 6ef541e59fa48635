package import MeetingCore

extension Chat.Command {
  package var statesWhatIsWanted: Bool {
    switch self {
    // A question that has been withdrawn can be asked again.
    case .questionFromMessage: false
    default: true
    }
  }

  package static func random(in meeting: Meeting, using random: inout SplitMix64) -> Self {
    let message = message(in: meeting, using: &random)
    let text = String.randomText(using: &random) ?? ""
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<35:
      return .postMessage(text: text, to: random.pick([nil, nil, .room, .toModerators]))
    case 35..<42: return .editMessage(message: message, text: text)
    case 42..<46: return .deleteMessage(message: message)
    case 46..<51: return .removeMessage(message: message)
    case 51..<56: return .acknowledgeMessage(message: message)
    case 56..<61:
      let owner: String? = random.pick([nil, nil, "Bauamt", text])
      return .questionFromMessage(message: message, owner: owner, due: random.pick([nil, text]))
    default: return act(text, in: meeting, using: &random)
    }
  }

  private static func act(
    _ text: String,
    in meeting: Meeting,
    using random: inout SplitMix64
  ) -> Self {
    let links = meeting.chat.links.map(\.id) + [Reference("no-such-link")]
    switch Int.random(in: 0..<39, using: &random) {
    case 0..<2: return .clearChat
    case 2..<8:
      return .setChat(
        mode: random.pick([.open, .open, .open, .paused, .slow]),
        seconds: random.pick([nil, 5, 30, 600, 601, -1]),
        kept: random.pick([nil, false, true])
      )
    case 8..<18:
      let url = "https://example.org/\(text.count)"
      let urls = [url, url, "javascript:alert(1)", text]
      return .pinLink(url: random.pick(urls), title: random.pick([nil, nil, text]))
    case 18..<25: return .unpinLink(link: random.pick(links))
    case 25..<34:
      let seconds: Int? = random.pick([nil, nil, 5, 60, 4, .max])
      return .announce(text: text, urgent: random.pick([nil, true]), seconds: seconds)
    default: return .endAnnouncement
    }
  }

  /// A recent one, mostly; sometimes one that nobody wrote.
  private static func message(
    in meeting: Meeting,
    using random: inout SplitMix64
  ) -> MessageID {
    let recent = Message.Channel.allCases.flatMap { channel in
      meeting.chat.messages(in: channel).suffix(6).map(\.id)
    }
    return random.pick(recent + [Reference("nobody-wrote-this")])
  }
}
