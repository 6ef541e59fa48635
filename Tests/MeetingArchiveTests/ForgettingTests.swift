import Foundation
import GRDB
import MeetingArchive
import MeetingCore
import Testing

@Suite("Forgetting on a real disk")
struct ForgettingTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }

  @Test("What was deleted in the chat is in no byte of any file after a checkpoint (E3, E4)")
  func chatIsForgotten() throws {
    let folder = try DataFolder(path: data)
    var round = try JournaledRound(folder.create(Example.file))
    let long = String(repeating: "Vertraulich! ", count: 70)
    try round.wishes(.chat(.postMessage(text: "Bleibt stehen", to: nil)), as: "kept")
    for name in ["deleted", "edited", "removed"] {
      try round.wishes(.chat(.postMessage(text: "Vertraulich: \(name)", to: nil)), as: name)
    }
    try round.wishes(.chat(.postMessage(text: long, to: .toModerators)), as: "backstage")
    try round.wishes(.chat(.editMessage(message: .named("edited"), text: "Harmlos")), as: "e")
    for name in ["deleted", "backstage"] {
      try round.wishes(.chat(.deleteMessage(message: .named(name))), as: "d-\(name)")
    }
    try round.wishes(.chat(.removeMessage(message: .named("removed"))), as: "r")
    try round.wishes(.chat(.announce(text: "Vertraulich!", urgent: nil, seconds: nil)), as: "a")
    try round.wishes(.moderation(.undo(act: .named("a"))), as: "u")
    #expect(try count("Vertraulich: removed") > 0)
    try round.passes(.seconds(11))
    try checkpoint()

    #expect(try count("Vertraulich") == 0)
    #expect(try count("Bleibt stehen") > 0)
    try replays(round.meeting)
  }

  @Test("A cleared chat is in no byte of any file once that cannot be undone (E4)")
  func clearedChatIsForgotten() throws {
    let folder = try DataFolder(path: data)
    var round = try JournaledRound(folder.create(Example.file))
    for number in 1...1_000 {
      let text = "Vertraulich, zum \(number). Mal"
      try round.wishes(.chat(.postMessage(text: text, to: nil)), as: "m\(number)")
    }
    try round.wishes(.chat(.clearChat), as: "clear")
    try round.passes(.seconds(9))
    try checkpoint()
    #expect(try count("Vertraulich") > 0)
    for _ in 1...3 { try round.passes(.seconds(1)) }
    try checkpoint()
    #expect(try count("Vertraulich") == 0)
    try replays(round.meeting)
  }

  /// How many files hold these words.
  private func count(_ words: String) throws -> Int {
    try scratch.files().keys.count { name in
      let bytes = FileManager.default.contents(atPath: "\(scratch.path)/\(name)") ?? Data()
      return bytes.range(of: Data(words.utf8)) != nil
    }
  }

  private func checkpoint() throws {
    let database = try DatabaseQueue(path: data + "/live/m1.sqlite")
    try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  /// What is left on the disk still tells what happened.
  private func replays(_ meeting: Meeting) throws {
    guard case .live(let kept) = try DataFolder.read(path: data, meeting: Example.founding.meeting)
    else {
      Issue.record("The meeting goes on.")
      return
    }
    var replayed = Meeting(Example.founding)
    for entry in kept.entries { replayed.apply(entry.event, at: entry.time, cause: entry.cause) }
    #expect(replayed == meeting)
  }
}

/// A meeting with one moderator, of which every event goes to a journal, as the hub does it.
private struct JournaledRound {
  private let journal: Journal
  private let moderator = Actor(ParticipantID(rawValue: 1), as: .moderator)
  private var now = Example.founding.founded
  private(set) var meeting = Meeting(Example.founding)

  init(_ journal: Journal) throws {
    self.journal = journal
    try record(try meeting.admit(SessionDigest(rawValue: "s1")), cause: nil)
  }

  mutating func wishes(_ command: Meeting.Command, as name: String) throws {
    now = now + .seconds(2)
    let reference = Reference.named(name)
    let act = command.isAct ? command.name : nil
    let cause = Cause(participant: moderator.participant, reference: reference, act: act)
    try record(try meeting.decide(command, by: moderator, as: reference, at: now), cause: cause)
  }

  mutating func passes(_ duration: Duration) throws {
    now = now + duration
    try record(meeting.due(at: now), cause: nil)
  }

  private mutating func record(_ events: [Meeting.Event], cause: Cause?) throws {
    var batch = JournalBatch()
    for event in events {
      batch.forgetting.revisions += meeting.forgotten(with: event).revisions
      meeting.apply(event, at: now, cause: cause)
      batch.entries.append(
        JournalEntry(revision: meeting.revision, time: now, event: event, cause: cause)
      )
    }
    try journal.append(batch)
  }
}

extension Reference {
  fileprivate static func named(_ name: String) -> Reference {
    Reference(rawValue: name + String(repeating: "-", count: 22 - name.utf8.count))!
  }
}
