import MeetingClient
import MeetingTestSupport
import Testing

@Suite("A member of a rehearsal")
struct MemberTests {
  @Test("counts in its digest what the server and the page count")
  func digest() throws {
    for (name, entry) in try Fixture.wire("digest") {
      let member = try member(holding: entry["things"]?.items ?? [])
      #expect(Int64(member.digest) == entry["digest"]?.number, "\(name)")
    }
  }

  @Test("holds what the page holds when the chat is cleared, and when older messages come")
  func chat() throws {
    let stories = try Fixture.wire("reduce")
    for name in ["clearedMessagesAreLetGo", "olderMessagesArrive", "aBeatDoesNotCountOldMessages"] {
      let story = try #require(stories[name])
      var member = try member(holding: story["start"]?["things"]?.items ?? [])
      for frame in story["frames"]?.items ?? [] { _ = member.hear(try frame.bytes) }
      let expected = story["expected"]?["things"]?.items ?? []
      let names = expected.map { "\($0["kind"]?.string ?? ""):\($0["id"]?.string ?? "")" }
      #expect(Set(member.things.keys) == Set(names), "\(name)")
      for (name, thing) in zip(names, expected) {
        #expect(member.things[name]?.revision == thing["revision"]?.number.map { Int($0) })
      }
      #expect(member.mismatches == 0, "\(name)")
    }
  }

  private func member(holding things: [JSONValue]) throws -> Member {
    var member = Member(code: "7K4M2P")
    let welcome: [String: JSONValue] = [
      "epoch": .text("q3J8yw"), "revision": .int(350), "full": .bool(true), "things": .list(things),
    ]
    _ = member.hear(try JSONValue.object(["welcome": .object(welcome)]).bytes)
    return member
  }
}
