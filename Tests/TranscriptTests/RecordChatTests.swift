import Foundation
import MeetingCore
import Testing
import Transcript

@Suite("The chat in the transcript")
struct RecordChatTests {
  private static let ada = ParticipantID(rawValue: 1)

  /// A round in which much was written, and some of it thought better of.
  private func round(kept: Bool) -> Meeting {
    var meeting = Round.meeting(until: 2)
    let apply = { (event: Chat.Event) in
      meeting.apply(.chat(event), at: Round.start + .seconds(7_200))
    }
    let post = { (id: String, text: String, role: Role, channel: Message.Channel) in
      apply(.messagePosted(message: Self.id(id), by: Self.ada, as: role, to: channel, text: text))
    }
    post("early", "Davor gesagt", .participant, .room)
    apply(.chatSet(mode: .open, seconds: 30, kept: true))
    post("hello", "# Guten *Morgen*\n<b>aus</b> https://example.org", .participant, .room)
    post("chair", "Willkommen", .moderator, .room)
    post("deleted", "geheim-1", .participant, .room)
    post("removed", "geheim-2", .participant, .room)
    post("backstage", "geheim-3", .participant, .toModerators)
    apply(.messageEdited(message: Self.id("chair"), text: "Herzlich willkommen"))
    apply(.messageDeleted(message: Self.id("deleted")))
    apply(.messageRemoved(message: Self.id("removed")))
    apply(
      .linkPinned(link: Self.id("l"), url: "https://example.org/a_b", title: "[Folien](http://x)")
    )
    apply(.linkPinned(link: Self.id("m"), url: "https://example.org", title: "https://example.org"))
    apply(
      .announced(
        announcement: Self.id("a"),
        by: Self.ada,
        text: "Bitte *neu* einwählen",
        urgent: true,
        seconds: 60
      )
    )
    apply(.announcementShown(announcement: nil))
    apply(.chatSet(mode: .open, seconds: 30, kept: kept))
    return meeting
  }

  private static func id(_ name: String) -> Reference {
    Reference(rawValue: name + String(repeating: "-", count: 22 - name.utf8.count))!
  }

  private func json(_ meeting: Meeting) -> String {
    String(decoding: Record(meeting).json, as: UTF8.self)
  }

  @Test("is what was written while it was said that it is kept, and is not regretted (I13)")
  func kept() {
    let meeting = round(kept: true)
    let german = Record(meeting).markdown(.de)
    #expect(
      german.hasSuffix(
        ##"""

        ## Links der Runde

        - \[Folien\]\(http\:\/\/x\): <https://example.org/a_b>
        - <https://example.org>

        ## Ankündigungen

        03:00

        > Bitte \*neu\* einwählen

        ## Chat

        03:00 · Ada \*Stern\*, Stadt\_A

        > \# Guten \*Morgen\*\
        > \<b\>aus\<\/b\> https\:\/\/example\.org

        03:00 · Ada \*Stern\*, Stadt\_A · Moderation · bearbeitet

        > Herzlich willkommen

        """##
      ),
      "\(german)"
    )
    let english = Record(meeting).markdown(.en)
    for words in ["## Links", "## Announcements", "## Chat", "moderator · edited"] {
      #expect(english.contains(words))
    }
    for spelled in [german, english, json(meeting)] {
      #expect(!spelled.contains("geheim") && !spelled.contains("Davor gesagt"))
    }
  }

  @Test("is not there where the round does not keep it, but for links and announcements (I13)")
  func notKept() {
    let meeting = round(kept: false)
    let german = Record(meeting).markdown(.de)
    #expect(!german.contains("## Chat") && !german.contains("Guten"))
    #expect(german.contains("## Links der Runde") && german.contains("## Ankündigungen"))
    #expect(!json(meeting).contains("Guten"))
  }

  @Test("is not there once it was cleared away (E4)")
  func cleared() {
    var meeting = round(kept: true)
    meeting.apply(.chat(.chatCleared(through: 3, since: nil)), at: meeting.lastEvent)
    #expect(!json(meeting).contains("Guten") && !json(meeting).contains("willkommen"))
  }

  @Test("comes back from its JSON, and is not missed in older records")
  func json() throws {
    let record = Record(round(kept: true))
    #expect(try Record(json: record.json) == record)
    let older = try Data(contentsOf: Record.kept("night", "json"))
    #expect(!String(decoding: older, as: UTF8.self).contains("chat"))
    #expect(try Record(json: [UInt8](older)) == Record(Round.meeting))
  }
}
