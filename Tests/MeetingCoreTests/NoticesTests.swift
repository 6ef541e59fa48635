import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Links and announcements")
struct NoticesTests {
  private let slides = "https://example.org/folien"
  private func pin(_ url: String, _ title: String? = nil) -> Meeting.Command {
    .chat(.pinLink(url: url, title: title))
  }

  @Test("A link is kept in sight until it is taken away, at its place (E12)")
  func links() {
    var story = Scenario()
    story.when(
      .chair,
      pin(" \(slides) ", " Folien "),
      as: Reference("slides"),
      then: .chat(.linkPinned(link: Reference("slides"), url: slides, title: "Folien"))
    )
    story.when(.chair, pin(slides, "Folien"), as: Reference("slides"))
    story.when(.chair, pin(slides, "Folien"))
    story.given(.chair, pin("HTTP://example.org"), as: Reference("home"))
    #expect(story.meeting.chat.links.map(\.title) == ["Folien", "HTTP://example.org"])

    story.given(.chair, .chat(.unpinLink(link: Reference("slides"))), as: Reference("act"))
    story.when(.chair, .chat(.unpinLink(link: Reference("slides"))))
    #expect(story.meeting.chat.links.map(\.id) == [Reference("home")])
    story.given(.chair, .moderation(.undo(act: Reference("act"))))
    #expect(story.meeting.chat.links.map(\.id) == [Reference("slides"), Reference("home")])
  }

  @Test("Twenty links are enough, and a title fits in two lines")
  func boundsOfLinks() {
    var story = Scenario()
    story.refuses(.chair, pin(slides, String(repeating: "a", count: 121)), because: .messageTooLong)
    for number in 1...Limits.links { story.given(.chair, pin("\(slides)/\(number)")) }
    story.refuses(.chair, pin(slides), because: .tooManyLinks)
  }

  @Test(
    "An address that can be a link without harm",
    arguments: [
      "https://example.org", "http://example.org/a?b=c&d=(e)#f", "HTTPS://EXAMPLE.ORG",
      "https://städte.example/größe", "http://[::1]:8080/", "https://example.org:8443/~x/@y",
    ]
  )
  func addresses(typed: String) {
    #expect(WebAddress(typed)?.rawValue == typed)
  }

  @Test(
    "An address that could do harm, or is none",
    arguments: [
      "", "example.org", "javascript:alert(1)", "JavaScript://example.org/%0Aalert(1)",
      "data:text/html,x", "ftp://example.org", "mailto:a@example.org", "https://", "https:///x",
      "https://?x", "https://:80", "https://bund.de@example.org/", "https:\\\\example.org",
      "https://example.org/a b", "https://example.org/\">x", "https://example.org/<b>",
      "https://example.org/`x`", "//example.org", "https:example.org",
      "https://bund.de\u{3164}.example.org", "https://exa\u{AD}mple.org",
      "https://example.org/\u{2003}x",
    ]
  )
  func noAddresses(typed: String) {
    #expect(WebAddress(typed) == nil)
    let long = "https://example.org/" + String(repeating: "a", count: 2_000)
    #expect(WebAddress(long) == nil)
    Scenario().refuses(.chair, pin(typed), because: .linkNotPossible)
  }

  @Test("An announcement comes down by itself, and stays in the list (H12)")
  func announcing() {
    var story = Scenario()
    let soon = Meeting.Command.chat(.announce(text: "Gleich!", urgent: nil, seconds: 30))
    story.when(
      .chair,
      soon,
      as: Reference("soon"),
      then: .chat(
        .announced(
          announcement: Reference("soon"),
          by: .chair,
          text: "Gleich!",
          urgent: false,
          seconds: 30
        )
      )
    )
    story.when(.chair, soon, as: Reference("soon"))
    #expect(story.meeting.chat.announcement?.text == "Gleich!")
    story.passes(.seconds(28))
    #expect(story.meeting.chat.announcement?.text == "Gleich!")
    story.passes(.seconds(1))
    #expect(story.meeting.chat.announcement == nil)
    story.when(.chair, .chat(.endAnnouncement))
    #expect(story.meeting.chat.announcements.map(\.text) == ["Gleich!"])
  }

  @Test("A new announcement takes the place of the one before; undone, that one is back (F3)")
  func announcingTwice() {
    var story = Scenario()
    story.given(.chair, .chat(.announce(text: "Eins", urgent: nil, seconds: nil)))
    story.given(
      .chair,
      .chat(.announce(text: "Zwei", urgent: true, seconds: nil)),
      as: Reference("second")
    )
    #expect(story.meeting.chat.announcement?.isUrgent == true)
    story.given(.chair, .moderation(.undo(act: Reference("second"))))
    #expect(story.meeting.chat.announcement?.text == "Eins")
    #expect(story.meeting.chat.announcements.map(\.text) == ["Eins"])
    #expect(story.forgets("Zwei"))

    story.given(.chair, .chat(.endAnnouncement), as: Reference("end"))
    #expect(story.meeting.chat.announcement == nil)
    story.given(.chair, .moderation(.undo(act: Reference("end"))))
    #expect(story.meeting.chat.announcement?.text == "Eins")
  }

  @Test("An announcement has a text and a length, and there are not too many")
  func boundsOfAnnouncements() {
    var story = Scenario()
    let announce = { (text: String, seconds: Int?) in
      Meeting.Command.chat(.announce(text: text, urgent: nil, seconds: seconds))
    }
    story.refuses(.chair, announce(" ", nil), because: .messageMissing)
    let long = String(repeating: "a", count: 301)
    story.refuses(.chair, announce(long, nil), because: .messageTooLong)
    for seconds in [4, 0, -1, 43_201, Int.max] {
      story.refuses(.chair, announce("Gleich!", seconds), because: .secondsNotPossible)
    }
    for number in 1...Limits.announcements { story.given(.chair, announce("\(number)", nil)) }
    story.refuses(.chair, announce("Noch eine", nil), because: .tooManyAnnouncements)
  }

  @Test("Slow mode has bounds")
  func boundsOfSlowMode() {
    var story = Scenario()
    for seconds in [4, 0, -1, 601, Int.max] {
      story.refuses(
        .chair,
        .chat(.setChat(mode: .slow, seconds: seconds, kept: nil)),
        because: .secondsNotPossible
      )
    }
    story.given(.chair, .chat(.setChat(mode: .slow, seconds: 5, kept: nil)), as: Reference("act"))
    story.given(.chair, .moderation(.undo(act: Reference("act"))))
    #expect(story.meeting.chat.rules == Chat().rules)
  }
}
