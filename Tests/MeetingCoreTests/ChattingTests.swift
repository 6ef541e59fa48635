import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Chatting")
struct ChattingTests {
  private func post(_ text: String, to channel: Message.Channel? = nil) -> Meeting.Command {
    .chat(.postMessage(text: text, to: channel))
  }

  @Test("What somebody writes is there for everybody, numbered, with the name of that moment (E1)")
  func posting() {
    var story = Scenario()
    story.given(.ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    story.when(
      .ada,
      post(" Guten Morgen!\n"),
      as: Reference("hello"),
      then: .chat(
        .messagePosted(
          message: Reference("hello"),
          by: .ada,
          as: .participant,
          to: .room,
          text: "Guten Morgen!"
        )
      )
    )
    story.given(.ada, .participants(.setName(name: "Ada Stern", organisation: nil)))
    story.given(.chair, post("Willkommen"), as: Reference("welcome"))
    let messages = story.meeting.chat.messages(in: .room)
    #expect(messages.map(\.number) == [1, 2])
    #expect(messages.map(\.name) == ["Ada", nil])
    #expect(messages.map(\.organisation) == ["Stadt Ulm", nil])
    #expect(messages.map(\.role) == [.participant, .moderator])
    story.when(.ada, post("Guten Morgen!"), as: Reference("hello"))
    story.refuses(.ben, post("Ich"), because: .refTaken, reference: Reference("hello"))
  }

  @Test("The two channels are numbered apart, so that nobody can count what they do not see (E7)")
  func channels() {
    var story = Scenario()
    story.given(.ada, post("An alle"))
    story.given(.ben, post("Der Ton ist weg", to: .toModerators), as: Reference("sound"))
    story.given(.cleo, post("Auch an alle", to: .room))
    let chat = story.meeting.chat
    #expect(chat.messages(in: .room).map(\.number) == [1, 2])
    #expect(chat.messages(in: .toModerators).map(\.number) == [1])
    #expect(chat.unseen(by: .ben, in: .toModerators) == [Reference("sound")])
    #expect(chat.unseen(by: .ada, in: .room) == [])
  }

  @Test("A message has something to say, in 1,000 characters at most")
  func texts() {
    var story = Scenario()
    let longest = String(repeating: "é", count: 1_000)
    story.refuses(.ada, post(" \u{200B}\n"), because: .messageMissing)
    story.refuses(.ada, post(longest + "!"), because: .messageTooLong)
    story.given(.ada, post(longest), as: Reference("long"))
    let edit = { (text: String) in
      Meeting.Command.chat(.editMessage(message: Reference("long"), text: text))
    }
    story.refuses(.ada, edit(" "), because: .messageMissing)
    story.refuses(.ada, edit(longest + "!"), because: .messageTooLong)
    let chain = "👩" + String(repeating: "\u{200D}👩", count: 600)
    story.refuses(.ada, post(chain), because: .messageTooLong)
  }

  @Test("Five at once, then one in two seconds, and the wait is told (E8)")
  func pace() {
    var story = Scenario()
    // Each wish takes a second, in which half of a message drains.
    for number in 1...9 { story.given(.ada, post("Nummer \(number)")) }
    story.refuses(.ada, post("Zehn"), because: .writingTooFast, wait: .seconds(2))
    story.refuses(
      .ada,
      post("Zehn", to: .toModerators),
      because: .writingTooFast,
      wait: .seconds(2)
    )
    story.given(.ben, post("Andere dürfen"))
    story.given(.ada, post("Zehn"))
    story.pass(.seconds(10))
    for number in 11...15 { story.given(.ada, post("Nummer \(number)")) }
  }

  @Test("A clock that was set back makes nobody wait for it")
  func clockSetBack() {
    var story = Scenario()
    for number in 1...9 { story.given(.ada, post("Nummer \(number)")) }
    story.pass(.seconds(-3_600))
    story.given(.ada, post("Zehn"))
  }

  @Test("Slow mode asks for a pause between two messages to the room, moderators apart (E9)")
  func slowMode() {
    var story = Scenario()
    story.given(.ada, post("Schnell"))
    story.given(.chair, .chat(.setChat(mode: .slow, seconds: 60, kept: nil)))
    story.refuses(.ada, post("Langsam"), because: .writingTooFast, wait: .seconds(59))
    story.given(.ada, post("Hilfe", to: .toModerators))
    story.given(.chair, post("Eins"))
    story.given(.chair, post("Zwei"))
    story.pass(.seconds(58))
    story.given(.ada, post("Langsam"))
    story.refuses(.ada, post("Noch eins"), because: .writingTooFast, wait: .seconds(60))
    story.given(.chair, .chat(.setChat(mode: .open, seconds: nil, kept: nil)))
    #expect(story.meeting.chat.rules.seconds == 60)
    story.given(.ada, post("Noch eins"))
  }

  @Test("A paused chat is read, and moderators can be written to still (E9)")
  func paused() {
    var story = Scenario()
    story.given(.ada, post("Vorher"), as: Reference("before"))
    story.given(.chair, .chat(.setChat(mode: .paused, seconds: nil, kept: nil)))
    story.refuses(.ada, post("Jetzt"), because: .chatPaused)
    story.refuses(.ada, as: .speaker, post("Jetzt"), because: .chatPaused)
    let edit = Meeting.Command.chat(.editMessage(message: Reference("before"), text: "Anders"))
    story.refuses(.ada, edit, because: .chatPaused)
    story.given(.ada, post("Warum?", to: .toModerators))
    story.given(.chair, post("Gleich geht es weiter"))
    story.given(.ada, .chat(.deleteMessage(message: Reference("before"))))
    story.when(.chair, .chat(.setChat(mode: .paused, seconds: nil, kept: nil)))
  }

  @Test("The muted, the nameless where names are required, and a stopped meeting write nothing")
  func silenced() {
    var story = Scenario()
    story.given(.ada, post("Vorher"), as: Reference("before"))
    let edit = Meeting.Command.chat(.editMessage(message: Reference("before"), text: "Anders"))
    let delete = Meeting.Command.chat(.deleteMessage(message: Reference("before")))
    story.given(.chair, .participants(.muteParticipant(participant: .ada, muted: true)))
    for wish in [post("Jetzt"), post("Jetzt", to: .toModerators), edit] {
      story.refuses(.ada, wish, because: .muted)
    }
    story.given(.chair, .participants(.muteParticipant(participant: .ada, muted: false)))
    story.given(.chair, .participants(.setNamePolicy(policy: .required)))
    story.refuses(.ada, post("Jetzt"), because: .nameMissing)
    story.given(.chair, .moderation(.emergencyStop(stopped: true)))
    story.refuses(.ada, post("Jetzt"), because: .stopped)
    story.given(.ada, delete)
  }

  @Test("Where nobody has a name, a message never gets one (A5)")
  func anonymous() {
    var story = Scenario()
    story.given(.ada, .participants(.setName(name: "Ada", organisation: nil)))
    story.given(.chair, .participants(.setNamePolicy(policy: .anonymous)))
    story.given(.ada, post("Wer bin ich?"), as: Reference("who"))
    story.given(.chair, .participants(.setNamePolicy(policy: .required)))
    let message = story.meeting.chat[Reference("who")]
    #expect(message?.isAnonymous == true && message?.name == nil)
    #expect(story.meeting.chat.unseen(by: .ada, in: .room) == [Reference("who")])
    story.given(.ada, .chat(.editMessage(message: Reference("who"), text: "Ich bin's.")))
  }
}

@Suite("Second thoughts about a message")
struct SecondThoughtsTests {
  private let hello = Reference("hello")
  private func edit(_ text: String) -> Meeting.Command {
    .chat(.editMessage(message: Reference("hello"), text: text))
  }

  private func afterHello() -> Scenario {
    var story = Scenario()
    story.given(.ada, .chat(.postMessage(text: "Mein Passwort ist 1234", to: nil)), as: hello)
    return story
  }

  @Test("For five minutes an author may change a message, and others see that (E3)")
  func editing() {
    var story = afterHello()
    story.refuses(.ben, edit("Ben war hier"), because: .messageUnknown)
    story.refuses(.chair, edit("Chair war hier"), because: .messageUnknown)
    story.when(.ada, edit(" Mein Passwort ist 1234 "))
    story.when(
      .ada,
      edit("Guten Morgen"),
      then: .chat(.messageEdited(message: hello, text: "Guten Morgen"))
    )
    #expect(story.meeting.chat[hello]?.edited == story.now)
    #expect(story.forgets("Passwort"))
    story.pass(Limits.messageEditing)
    story.refuses(.ada, edit("Guten Abend"), because: .messageTooOld)
    story.when(.ada, edit("Guten Morgen"))
  }

  @Test("At any time an author may delete a message, and its text is gone at once (E3)")
  func deleting() {
    var story = afterHello()
    story.given(.ada, edit("Mein Passwort ist 5678"))
    story.refuses(.ben, .chat(.deleteMessage(message: hello)), because: .messageUnknown)
    story.pass(.seconds(3_600))
    story.when(
      .ada,
      .chat(.deleteMessage(message: hello)),
      then: .chat(.messageDeleted(message: hello))
    )
    #expect(story.meeting.chat[hello]?.state == .deleted)
    #expect(!"\(story.meeting)".contains("Passwort"))
    #expect(story.forgets("Passwort"))
    story.when(.ada, .chat(.deleteMessage(message: hello)))
    story.when(.chair, .chat(.removeMessage(message: hello)))
    story.refuses(.ada, edit("Doch nicht"), because: .messageUnknown)
  }

  @Test("What an author deletes after a moderator has removed it cannot come back")
  func deletingWhatWasRemoved() {
    var story = afterHello()
    story.given(.chair, .chat(.removeMessage(message: hello)), as: Reference("remove"))
    story.refuses(.ada, edit("Ist noch da?"), because: .messageUnknown)
    story.given(.ada, .chat(.deleteMessage(message: hello)))
    #expect(story.meeting.chat[hello]?.state == .removed)
    #expect(!"\(story.meeting)".contains("Passwort"))
    story.when(.ada, .chat(.deleteMessage(message: hello)))
    story.refuses(
      .chair,
      .moderation(.undo(act: Reference("remove"))),
      because: .notUndoable
    )
  }

  @Test("What drops out of memory is in no journal either")
  func droppingOut() {
    var story = afterHello()
    let posted = Chat.Event.messagePosted
    for number in 2...Limits.messages {
      let id = Reference("message-\(number)")
      story.apply([.chat(posted(id, .ben, .participant, .room, "Nummer \(number)"))])
    }
    #expect(story.meeting.chat[hello] != nil)
    story.pass(.seconds(60))
    story.given(.cleo, .chat(.postMessage(text: "Und noch eine", to: nil)))
    #expect(story.meeting.chat[hello] == nil)
    #expect(story.meeting.chat.numbers(in: .room) == 2..<(Limits.messages + 2))
    #expect(story.forgets("Passwort"))
    story.refuses(.ada, .chat(.deleteMessage(message: hello)), because: .messageUnknown)
  }
}

extension Scenario {
  /// Whether no entry of the journal holds a word any more, and what is left of the journal still
  /// tells the same story.
  func forgets(_ word: String) -> Bool {
    var meeting = Meeting(.kaffeerunde)
    var forgotten: Set<Revision> = []
    for entry in journal {
      forgotten.formUnion(meeting.forgotten(with: entry.event).revisions)
      meeting.apply(entry.event, at: entry.time, cause: entry.cause)
    }
    let kept = journal.map { forgotten.contains($0.revision) ? $0.redacted : $0 }
    var replayed = Meeting(.kaffeerunde)
    for entry in kept { replayed.apply(entry.event, at: entry.time, cause: entry.cause) }
    return replayed == self.meeting && !"\(kept)".contains(word)
  }
}
