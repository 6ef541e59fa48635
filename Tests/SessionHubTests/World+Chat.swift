import MeetingCore
import MeetingTestSupport
import SessionHub

extension World {
  /// Somebody writes, after the pause that is asked for.
  mutating func posts(
    _ socket: SocketID,
    _ text: String,
    to channel: Message.Channel = .room,
    as message: MessageID? = nil
  ) {
    turn(Limits.messagePace)
    says(socket, .chat(.postMessage(text: text, to: channel)), as: message)
  }

  /// Somebody asks for messages that are older than all that the browser has.
  mutating func looksBack(
    _ socket: SocketID,
    before number: Int,
    in channel: Message.Channel = .room
  ) {
    says(socket, json: ["history": ["before": number, "channel": channel.rawValue]])
  }

  /// The round begins anew, and this much was said before; nobody is here yet.
  mutating func hasHeard(room: Int, toModerators: Int = 0) {
    let person = ParticipantID(rawValue: 1)
    let session = SessionDigest(rawValue: "somebody who talks much")
    let posts = { (channel: Message.Channel, count: Int) in
      (0..<count).map { number in
        Meeting.Event.chat(
          .messagePosted(
            message: .said(number + 1, in: channel),
            by: person,
            as: .participant,
            to: channel,
            text: "About \(number + 1)"
          )
        )
      }
    }
    let joined = Meeting.Event.participants(
      .participantJoined(participant: person, session: session)
    )
    restarts(after: [joined] + posts(.room, room) + posts(.toModerators, toModerators))
  }
}

extension Reference {
  /// The message with this number that was said before the story began.
  static func said(_ number: Int, in channel: Message.Channel = .room) -> Reference {
    Reference("\(channel.rawValue)-\(number)")
  }
}

extension World {
  /// Somebody else writes much in no time, with one connection after the other.
  mutating func floods(with count: Int, text: String = "Noch eine") {
    var left = count
    while left > 0 {
      let socket = connects("flood \(left)")
      for _ in 0..<min(left, Limits.messagesAtOnce) {
        says(socket, .chat(.postMessage(text: text, to: nil)))
        left -= 1
      }
      leaves(socket)
      turn(.milliseconds(100))
    }
  }

  /// Whether some frame that was sent to a socket holds these words.
  func frames(to socket: SocketID, contain words: String) -> Bool {
    outputs.contains { output in
      guard case .send(let bytes, let sockets) = output, sockets.contains(socket) else {
        return false
      }
      return String(decoding: bytes, as: UTF8.self).contains(words)
    }
  }
}
