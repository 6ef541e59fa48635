import MeetingCore
import MeetingTestSupport
import SessionHub

extension WireThingsTests {
  /// What comes of chatting.
  var chatThings: [String: [UInt8]] {
    let round = GoldenRound.withMessages
    let (hello, backstage) = (Golden.hello, GoldenRound.wish)
    let chair = ParticipantID(rawValue: 1)
    let after = { (events: Chat.Event...) in
      events.reduce(into: round.meeting) { $0.apply(.chat($1), at: .start + .seconds(90)) }
    }
    let read = after(.messageAcknowledged(message: backstage, by: chair))
    let asked = after(
      .messageEdited(message: hello, text: "Was ist mit Ulm?"),
      .messageMadeQuestion(message: hello, question: GoldenRound.costs)
    )
    let anonymous = round.meeting.after(
      .participants(.namePolicySet(policy: .anonymous)),
      .chat(
        .messagePosted(
          message: GoldenRound.lunch,
          by: GoldenRound.ada,
          as: .participant,
          to: .room,
          text: "Wer bin ich?"
        )
      )
    )
    return [
      "message": round.meeting.golden(.message(hello), 20),
      "messageOfModerator": round.meeting.golden(.message(GoldenRound.files), 22),
      "messageToModerators": round.meeting.golden(.message(backstage), 21),
      "messageToModeratorsAcknowledged": read.golden(.message(backstage), 23),
      "messageEditedAndMadeQuestion": asked.golden(.message(hello), 24),
      "messageDeleted": after(.messageDeleted(message: hello))
        .forParticipants(.message(hello), 23),
      "messageRemoved": after(.messageRemoved(message: hello))
        .forParticipants(.message(hello), 23),
      "messageRemovedForModerators": after(.messageRemoved(message: hello))
        .golden(.message(hello), 23),
      "messageAnonymous": anonymous.golden(.message(GoldenRound.lunch), 24),
      "questionFromMessage": asked.forParticipants(.question(GoldenRound.costs), 24),
      "chat": round.meeting.golden(.chat, 1),
      "chatSlowWithLinkAndAnnouncement": busyChat.golden(.chat, 26),
      "meWithMessageToModerators": read.golden(.me(GoldenRound.ada), 23),
      "meWithAnonymousMessage": anonymous.golden(.me(GoldenRound.ada), 24),
    ]
  }

  private var busyChat: Meeting {
    GoldenRound.withMessages.meeting.after(
      .chat(.chatCleared(through: 1, since: nil)),
      .chat(.chatSet(mode: .slow, seconds: 30, kept: true)),
      .chat(
        .linkPinned(link: GoldenRound.lunch, url: "https://example.org/folien", title: "Folien")
      ),
      .chat(
        .announced(
          announcement: GoldenRound.wish,
          by: ParticipantID(rawValue: 1),
          text: "Gleich geht es weiter.",
          urgent: true,
          seconds: 600
        )
      )
    )
  }
}

extension Meeting {
  fileprivate func after(_ events: Meeting.Event...) -> Meeting {
    events.reduce(into: self) { $0.apply($1, at: .start) }
  }

  fileprivate func forParticipants(_ thing: Thing, _ revision: Int) -> [UInt8] {
    view(of: thing, for: .participants, at: Revision(rawValue: revision)) ?? []
  }
}
