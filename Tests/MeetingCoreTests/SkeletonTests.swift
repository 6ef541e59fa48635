import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Mistaken identity")
struct SkeletonTests {
  private func name(_ name: String) -> Meeting.Command {
    .participants(.setName(name: name, organisation: nil))
  }

  /// Each of these is "Bürgermeister" to a hasty eye (security 1.1).
  static let mayors = [
    "Bürgermeister", "bürgermeister", "BÜRGERMEISTER", "Bu\u{308}rgermeister", "Burgermeister",
    "B\u{FC}rgermeist\u{435}r", "В\u{FC}rgermeister", "Bürg\u{435}rm\u{435}ist\u{435}r",
    "Bürgermeıster", "Bürgerme1ster", "Bürgermelster", "Bürgerme|ster", "BürgermeIster",
    "Bürger\u{200B}meister", "Bürger\u{AD}meister", "Bürger meister", "Bürger-meister",
    " Bürgermeister ", "Bürgermeister.", "Bürgermeister ✓", "★ Bürgermeister ★", "Bürgermeister 👑",
    "Ｂüｒｇｅｒｍｅｉｓｔｅｒ", "𝐁ü𝐫𝐠𝐞𝐫𝐦𝐞𝐢𝐬𝐭𝐞𝐫", "𝓑ü𝓻𝓰𝓮𝓻𝓶𝓮𝓲𝓼𝓽𝓮𝓻", "Ⓑüⓡⓖⓔⓡⓜⓔⓘⓢⓣⓔⓡ", "ℬürgermeister",
    "Bürgerrneister", "Bürgermeⅰster", "Bürgerⅿeister", "Bürg\u{3B5}rm\u{3B5}ist\u{3B5}r",
    "Bürgermei\u{455}ter", "Bürgerme\u{456}ster", "Βürgermeister", "Bürgerмeister",
    "B\u{300}\u{301}ürgermeister", "\u{202E}Bürgermeister", "Bürgermeister\u{3164}",
    "Bürgermeisтer", "Bürgeгmeister", "ʙürgermeister", "Bürɡermeister",
  ]

  @Test("Whatever looks like a name gets a number behind it", arguments: mayors.dropFirst())
  func lookalikes(other: String) {
    var story = Scenario()
    story.given(.ada, name("Bürgermeister"))
    story.given(.ben, name(other))
    #expect(story.meeting.participants[.ben].name == Text.line(other) + " (2)")
  }

  @Test(
    "Whatever does not look like it stays as it is",
    arguments: [
      "Bürgermeisterin", "Bürgermeister 2", "Oberbürgermeister", "Ада", "Ελένη", "李小龙", "محمد",
      "שרה", "김민준", "Ñandú", "O'Neill", "Jean-Luc", "☕", "👩🏽‍💻", "Ngữ", "Łukasz", "Søren", "Weiß",
    ]
  )
  func others(other: String) {
    var story = Scenario()
    story.given(.ada, name("Bürgermeister"))
    story.given(.ben, name(other))
    #expect(story.meeting.participants[.ben].name == other)
  }

  @Test(
    "What shows nothing is no name",
    arguments: ["", "   ", "\u{200B}", "\u{3164}", "\u{202E}"]
  )
  func nothing(typed: String) {
    var story = Scenario()
    story.when(.ada, name(typed))
    #expect(story.meeting.participants[.ada].name == nil)
  }

  @Test("A tower of marks is cut down, and a name of ten thousand letters refused")
  func towers() {
    var story = Scenario()
    story.given(.ada, name("Z\u{301}" + String(repeating: "\u{336}\u{301}", count: 1_000) + "oe"))
    #expect(story.meeting.participants[.ada].name == "Z\u{301}\u{336}oe")
    story.given(.ben, name("Zoe"))
    #expect(story.meeting.participants[.ben].name == "Zoe (2)")
    let endless = String(repeating: "a", count: 10_000)
    story.refuses(.ben, name(endless), because: .nameTooLong)
  }

  @Test("Each one more gets the next number, and whoever has one keeps it")
  func numbers() {
    var story = Scenario()
    story.given(.ada, name("Gast"))
    story.given(.ben, name("Gast"))
    story.given(.cleo, name("gast"))
    #expect(story.meeting.participants[.ben].name == "Gast (2)")
    #expect(story.meeting.participants[.cleo].name == "gast (3)")
    story.when(.ben, name("Gast"))
    story.when(.ben, name("Gast (2)"))
    story.given(.cleo, name("Gast (2)"))
    #expect(story.meeting.participants[.cleo].name == "Gast (2) (2)")
    story.given(.ada, name("GAST"))
    #expect(story.meeting.participants[.ada].name == "GAST")
    story.given(.ada, name("Ada"))
    story.given(.ben, name("Gast "))
    #expect(story.meeting.participants[.ben].name == "Gast")
    story.given(.cleo, name("Gast"))
    #expect(story.meeting.participants[.cleo].name == "Gast (4)")
  }

  @Test("A name of pictures alone is told apart by its pictures")
  func pictures() {
    var story = Scenario()
    story.given(.ada, name("☕"))
    story.given(.ben, name("☕\u{FE0F}"))
    story.given(.cleo, name("👍"))
    #expect(story.meeting.participants[.ben].name == "☕\u{FE0F} (2)")
    #expect(story.meeting.participants[.cleo].name == "👍")
  }

  @Test("Nobody uses the numbers up, and a hundred taken ones are enough to say no")
  func exhaustion() {
    var story = Scenario()
    story.given(.ada, name("Gast"))
    story.given(.ben, name("Gast (2000000000)"))
    story.given(.cleo, name("Gast"))
    #expect(story.meeting.participants[.cleo].name == "Gast (6)")
    for number in 7...106 {
      let person = story.meeting.participants.next
      story.admit(SessionDigest(of: person))
      let named = Participants.Event.participantNamed
      story.apply([.participants(named(person, "Gast \(number)", nil))])
    }
    story.refuses(.chair, name("Gast"), because: .nameTaken)
  }

  @Test(
    "What sounds like the moderation is for moderators",
    arguments: [
      "Moderation", "MODERATOR", "Moderatorin", "Die Moderation", "M0derati0n", "Mоdеrаtоr",
      "M o d e r a t i o n", "Moderation (2)", "Co-Moderatorin Anna", "Admin", "Anna, Admin",
      "Administrator", "Verwaltung", "Die Verwaltung", "System", "SYSTEM 2", "Systеm", "Server",
      "Host", "Mod", "ａｄｍｉｎ", "Kaffeerunde", "Digitale Kaffeerunde",
    ]
  )
  func reserved(typed: String) {
    var story = Scenario()
    story.refuses(.ada, name(typed), because: .nameReserved)
    story.refuses(.ada, as: .speaker, name(typed), because: .nameReserved)
    story.given(.chair, name(typed))
  }

  @Test(
    "An honest name is not taken for the moderation",
    arguments: [
      "Verwaltung Eltville", "Stadtverwaltung Ulm", "Anna Modersohn", "Admir",
      "Systemhaus Kirchheim",
      "Modest", "Horst", "Serverina",
    ]
  )
  func honest(typed: String) {
    var story = Scenario()
    story.given(.ada, name(typed))
    #expect(story.meeting.participants[.ada].name == typed)
  }

  @Test("An organisation is no disguise either, but an administration is one")
  func organisations() {
    var story = Scenario()
    let from = { (organisation: String) in
      Meeting.Command.participants(.setName(name: "Ada", organisation: organisation))
    }
    story.refuses(.ada, from("Moderation"), because: .nameReserved)
    story.given(.ada, from("Verwaltung"))
    story.given(.ben, from("Verwaltung"))
    #expect(story.meeting.participants[.ben].name == "Ada (2)")
  }
}
