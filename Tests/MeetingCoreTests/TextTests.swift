import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Text")
struct TextTests {
  @Test(
    "A line is one line, and shows what it holds",
    arguments: [
      ("Ada", "Ada"),
      ("  Ada Lovelace \n", "Ada Lovelace"),
      ("Ada\nLovelace", "Ada Lovelace"),
      ("Ada\u{2028}B\u{2029}C\u{85}D\tE", "Ada B C D E"),
      ("\u{202E}adA\u{202C} \u{2066}x\u{2069}", "adA x"),
      ("A\u{0}d\u{7}a\u{200B}", "Ada"),
      ("\u{FEFF}Ada\u{2060}", "Ada"),
      ("👩🏽‍💻 می‌خواهم", "👩🏽‍💻 می‌خواهم"),
      ("", ""), (" \t\n", ""),
      ("e\u{301}\u{323}", "e\u{301}\u{323}"), ("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}"),
      ("a\u{301}\u{302}\u{303}b\u{304}", "a\u{301}\u{302}b\u{304}"),
      ("a\u{301}\u{200D}\u{302}\u{200D}\u{303}", "a\u{301}\u{200D}\u{302}\u{200D}"),
      ("👁\u{FE0F}\u{200D}🗨\u{FE0F}", "👁\u{FE0F}\u{200D}🗨\u{FE0F}"),
      ("\u{200D}", ""), ("\u{3164}\u{FE0F} \u{AD}", ""),
    ]
  )
  func line(typed: String, kept: String) {
    #expect(Text.line(typed) == kept)
    #expect(Text.line(kept) == kept)
  }

  @Test(
    "Lines stay lines, however a keyboard ends them",
    arguments: [
      ("a\nb", "a\nb"), ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\u{2028}b\u{85}c", "a\nb\nc"),
      ("a\tb", "a b"), ("\n a \n\n b \n", "a \n\n b"), ("a\u{0}b", "ab"), ("\u{200E}", ""),
    ]
  )
  func lines(typed: String, kept: String) {
    #expect(Text.lines(typed) == kept)
    #expect(Text.lines(kept) == kept)
  }

  @Test("Hostile texts are kept as they are, but for what nobody can see")
  func hostile() throws {
    let texts = try HostileText.all
    #expect(texts.count == 40)
    for text in texts {
      #expect(Text.lines(text.typed) == text.kept, "\(text.name)")
      #expect(Text.line(text.typed) == text.kept.replacing("\n", with: " "), "\(text.name)")
    }
  }

  @Test("Characters are counted as people count them, bytes as machines do")
  func fits() {
    #expect(Text.fits("👨‍👩‍👧‍👦", characters: 1))
    #expect(!Text.fits("ab", characters: 1))
    #expect(Text.fits(String(repeating: "a", count: 4_096), characters: 5_000))
    #expect(!Text.fits(String(repeating: "a", count: 4_097), characters: 5_000))
  }
}

@Suite("Names of things")
struct IdentifierTests {
  @Test(
    "A code is read as people type it",
    arguments: [
      "7K4M2P", "7k4m2p", "7K4 M2P", " 7k4-m2p ", "7K4\u{A0}M2P", "7K4–M2P", "7 k 4 m 2 p\n",
    ]
  )
  func codes(typed: String) {
    #expect(JoinCode(rawValue: typed)?.rawValue == "7K4M2P")
  }

  @Test(
    "What cannot be a code is none",
    arguments: ["", "7K4M2", "7K4M2PP", "7K4M20", "OK4M2P", "7K4M2ß", "7K4Mß", "７K4M2P", "7K4_M2P"]
  )
  func noCodes(typed: String) {
    #expect(JoinCode(rawValue: typed) == nil)
  }

  @Test("No letter of the alphabet is mistaken for another")
  func alphabet() {
    #expect(Set(JoinCode.alphabet).count == JoinCode.alphabet.count)
    #expect(Set(JoinCode.alphabet).isDisjoint(with: "01OIL"))
  }

  @Test("A reference is 22 characters of base64url")
  func references() {
    #expect(Reference(rawValue: "Zmlyc3QtcXVlc3Rpb24tM_") != nil)
    for wrong in ["", "Zmlyc3QtcXVlc3Rpb24tM", "Zmlyc3QtcXVlc3Rpb24tMQQ", "Zmlyc3QtcXVlc3Rpb24tM="]
      + ["Zmlyc3QtcXVlc3Rpb24tM+", "Zmlyc3QtcXVlc3Rpb24tM/", "Zmlyc3QtcXVlc3Rpb24tä"]
    {
      #expect(Reference(rawValue: wrong) == nil, "\(wrong)")
    }
  }

  @Test("Moments and lengths add up in milliseconds")
  func arithmetic() {
    let moment = Timestamp(rawValue: 1_000)
    #expect(moment + .seconds(2) == Timestamp(rawValue: 3_000))
    #expect(moment + .milliseconds(-1) == Timestamp(rawValue: 999))
    #expect(Timestamp(rawValue: 3_500) - moment == .milliseconds(2_500))
    #expect(moment - Timestamp(rawValue: 3_500) == .milliseconds(-2_500))
    #expect(moment < moment + .milliseconds(1))
    #expect(Duration.milliseconds(1_234).milliseconds == 1_234)
    #expect(Duration.milliseconds(-1_234).milliseconds == -1_234)
    #expect(Duration.microseconds(1_999).milliseconds == 1)
    #expect(Revision.zero.next == Revision(rawValue: 1))
  }
}
