import Foundation
import GRDB
import MeetingArchive
import MeetingCore
import Testing

@Suite("What a journal has forgotten")
struct ScrubbingTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }

  /// Words that are found nowhere else, long ones on several pages among them.
  private static func words(_ number: Int) -> String {
    "<word \(number)>" + String(repeating: "ä", count: [2, 60, 700, 3_000][number % 4])
  }

  private static func question(_ number: Int) -> Reference {
    let name = "question-\(number)"
    return Reference(rawValue: name + String(repeating: "-", count: 22 - name.count))!
  }

  private static func asked(_ number: Int) -> JournalEntry {
    JournalEntry(
      revision: Revision(rawValue: number),
      time: Example.founding.founded,
      event: .questions(
        .questionAsked(
          question: question(number),
          by: .person(participant: Example.ada),
          text: words(number)
        )
      ),
      cause: Cause(participant: Example.ada, reference: question(number))
    )
  }

  @Test("is in none of its files after it was scrubbed, and everything else is")
  func leavesNoBytes() throws {
    let folder = try DataFolder(path: data)
    let journal = try folder.create(Example.file)
    var random = SystemRandomNumberGenerator()
    var forgotten: Set<Int> = []
    for start in stride(from: 1, to: 400, by: 10) {
      let old = (1..<max(start, 2)).filter { _ in random.next() % 12 == 0 }.filter { $0 < start }
      forgotten.formUnion(old)
      try journal.append(
        JournalBatch(
          entries: (start..<start + 10).map(Self.asked),
          forgetting: Forgetting(revisions: old.map(Revision.init))
        )
      )
    }
    #expect(forgotten.count > 50)
    #expect(journal.scrub())
    let bytes = try scratch.bytes()
    for number in 1..<400 {
      let isThere = bytes.holds(Array("<word \(number)>".utf8))
      #expect(isThere == !forgotten.contains(number), "word \(number)")
    }
    let copy = try scratch.copy("data")
    let (_, recovered) = try DataFolder(path: copy).open(Example.founding.meeting)
    for entry in recovered.entries {
      let whole = Self.asked(entry.revision.rawValue)
      #expect(entry == (forgotten.contains(entry.revision.rawValue) ? whole.redacted : whole))
    }
  }

  @Test("with a secret item is gone as soon as the batch is taken")
  func keysGoAtOnce() throws {
    let journal = try DataFolder(path: data).create(Example.file)
    let item = SecretItem(rawValue: "lunch")
    let batch = JournalBatch(entries: [Self.asked(1)], keys: [item: "the-key-of-lunch"])
    #expect(journal.scrub(after: batch) == nil)
    try journal.append(batch)
    #expect(try scratch.bytes().holds(Array("the-key-of-lunch".utf8)))
    let end = JournalBatch(entries: [Self.asked(2)], forgetting: Forgetting(items: [item]))
    try journal.append(end)
    #expect(journal.scrub(after: end) == nil)
    #expect(try !scratch.bytes().holds(Array("the-key-of-lunch".utf8)))
  }

  @Test("is scrubbed within five minutes where words were deleted, so that many cost one scrubbing")
  func wordsGoSoon() throws {
    let journal = try DataFolder(path: data).create(Example.file)
    try journal.append(JournalBatch(entries: [Self.asked(1)]))
    let deletion = JournalBatch(
      entries: [Self.asked(2)],
      forgetting: Forgetting(revisions: [Revision(rawValue: 1)])
    )
    try journal.append(deletion)
    let rest = try #require(journal.scrub(after: deletion))
    #expect(rest <= .seconds(300))
  }

  @Test("stays while somebody reads the journal, and goes once they are done")
  func readersDelay() throws {
    let journal = try DataFolder(path: data).create(Example.file)
    try journal.append(JournalBatch(entries: [Self.asked(1)]))
    let reader = try DatabaseQueue(path: data + "/live/m1.sqlite")
    try reader.read { database in
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM events") == 1)
      try journal.append(
        JournalBatch(
          entries: [Self.asked(2)],
          forgetting: Forgetting(revisions: [Revision(rawValue: 1)])
        )
      )
      #expect(!journal.scrub())
    }
    #expect(journal.scrub())
    #expect(try !scratch.bytes().holds(Array("<word 1>".utf8)))
  }

  @Test("and was in the log still when the server ended or died is gone after the next start")
  func scrubsAtTheStart() throws {
    let folder = try DataFolder(path: data)
    let journal = try folder.create(Example.file)
    try journal.append(JournalBatch(entries: [Self.asked(1)]))
    try journal.append(
      JournalBatch(
        entries: [Self.asked(2)],
        forgetting: Forgetting(revisions: [Revision(rawValue: 1)])
      )
    )
    let copy = try scratch.copy("data")
    #expect(try scratch.bytes(below: "copy").holds(Array("<word 1>".utf8)))
    _ = try DataFolder(path: copy).open(Example.founding.meeting)
    #expect(try !scratch.bytes(below: "copy").holds(Array("<word 1>".utf8)))
    journal.close()
    #expect(try !scratch.bytes(below: "data").holds(Array("<word 1>".utf8)))
  }

  @Test("is refused when it is not there: nothing is forgotten by halves")
  func missingEvents() throws {
    let journal = try DataFolder(path: data).create(Example.file)
    #expect(throws: StorageTrouble.self) {
      try journal.append(
        JournalBatch(
          entries: [Self.asked(1)],
          forgetting: Forgetting(revisions: [Revision(rawValue: 7)])
        )
      )
    }
  }
}
