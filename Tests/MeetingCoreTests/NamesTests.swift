import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Names")
struct NamesTests {
  @Test("Whoever gives a name and an organisation is called so")
  func namesAreKept() {
    var story = Scenario()

    story.when(
      .ada,
      .participants(.setName(name: "Ada", organisation: "Stadt Ulm")),
      then: .participants(
        .participantNamed(participant: .ada, name: "Ada", organisation: "Stadt Ulm")
      )
    )

    #expect(story.meeting.participants[.ada].name == "Ada")
    #expect(story.meeting.participants[.ada].organisation == "Stadt Ulm")
  }

  @Test("A name is cleaned before it is kept")
  func namesAreCleaned() {
    var story = Scenario()

    story.when(
      .ada,
      .participants(.setName(name: " \u{202E}Ada\nLovelace\t", organisation: " \u{200B} ")),
      then: .participants(
        .participantNamed(participant: .ada, name: "Ada Lovelace", organisation: nil)
      )
    )
  }

  @Test("A name can be taken back")
  func namesCanBeTakenBack() {
    var story = Scenario()
    story.given(.ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))

    story.when(
      .ada,
      .participants(.setName(name: "", organisation: nil)),
      then: .participants(.participantNamed(participant: .ada, name: nil, organisation: nil))
    )
  }

  @Test("Saying the same name again changes nothing")
  func sameNameChangesNothing() {
    var story = Scenario()
    story.when(.ada, .participants(.setName(name: nil, organisation: "")))
    story.given(.ada, .participants(.setName(name: "Ada", organisation: nil)))
    story.when(.ada, .participants(.setName(name: " Ada ", organisation: "\n")))
  }

  @Test("A name has 60 characters at most, an organisation 80, and neither hides bytes")
  func namesAreBounded() {
    var story = Scenario()
    let letter = "👩🏽‍💻"
    let name = { String(repeating: letter, count: $0) }
    let chain = "👩" + String(repeating: "\u{200D}👩", count: 600)

    story.refuses(
      .ada,
      .participants(.setName(name: name(61), organisation: nil)),
      because: .nameTooLong
    )
    story.refuses(
      .ada,
      .participants(.setName(name: nil, organisation: name(81))),
      because: .organisationTooLong
    )
    story.refuses(
      .ada,
      .participants(.setName(name: chain, organisation: nil)),
      because: .nameTooLong
    )
    story.refuses(
      .ada,
      .participants(.setName(name: nil, organisation: chain)),
      because: .organisationTooLong
    )
    story.given(.ada, .participants(.setName(name: name(60), organisation: name(80))))
  }
}
