package import MeetingCore

extension GoldenCommands {
  static let chat: [String: Meeting.Command] = {
    let (message, wish) = (Golden.hello, Golden.wish)
    let all: [String: Chat.Command] = [
      "postMessage": .postMessage(text: "Guten Morgen aus Ulm ☕", to: nil),
      "postMessageToModerators": .postMessage(text: "Der Ton ist weg.", to: .toModerators),
      "editMessage": .editMessage(message: message, text: "Guten Abend aus Ulm"),
      "deleteMessage": .deleteMessage(message: message),
      "removeMessage": .removeMessage(message: message),
      "clearChat": .clearChat,
      "setChat": .setChat(mode: .paused, seconds: nil, kept: nil),
      "setChatSlowAndKept": .setChat(mode: .slow, seconds: 30, kept: true),
      "acknowledgeMessage": .acknowledgeMessage(message: message),
      "questionFromMessage": .questionFromMessage(message: message),
      "questionFromMessageForLater": .questionFromMessage(
        message: message,
        owner: "Bauamt",
        due: "bis Ende Oktober"
      ),
      "pinLink": .pinLink(url: "https://example.org/folien", title: "Folien"),
      "pinLinkWithoutTitle": .pinLink(url: "https://example.org/folien", title: nil),
      "unpinLink": .unpinLink(link: wish),
      "announce": .announce(text: "Gleich geht es weiter.", urgent: nil, seconds: nil),
      "announceUrgently": .announce(text: "Bitte neu einwählen!", urgent: true, seconds: 120),
      "endAnnouncement": .endAnnouncement,
    ]
    return all.mapValues(Meeting.Command.chat)
  }()
}

extension Golden {
  package static let hello = Reference("aGVsbG8tZnJvbS1hZGEtMQ")
}
