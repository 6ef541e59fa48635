import Foundation
import MeetingCore
import MeetingTestSupport
import Testing

@Suite("A meeting at random")
struct MeetingSimulationTests {
  /// Seeds that have found something, long ago: two questions live at once, by an undo.
  private static let found: [UInt64] = [10_385]

  /// Throws random wishes at a meeting, and checks after each event what must always hold.
  ///
  /// A failure names its seed and step: run that seed alone to replay it.
  @Test("Whatever people wish, the meeting stays in order")
  func invariants() throws {
    var tried: Set<String> = []
    var fulfilled: Set<String> = []
    for seed in Array(Seeds.count(quick: 500)) + Self.found {
      var run = Run(seed: seed)
      for step in 1...150 {
        try run.step("seed \(seed), step \(step)")
      }
      try run.replayEqualsState("seed \(seed)")
      tried.formUnion(run.tried)
      fulfilled.formUnion(run.fulfilled)
    }
    #expect(tried == Meeting.Command.names)
    // This one waits for what it speaks of.
    #expect(Meeting.Command.names.subtracting(fulfilled) == [])
  }
}

/// One meeting with people of bad manners.
private struct Run {
  private var random: SplitMix64
  private var meeting = Meeting(.kaffeerunde)
  private var now = Timestamp.start
  private var journal: [JournalEntry] = []
  private var numbers: [Int: QuestionID] = [:]
  /// What the hub knows and the meeting does not: whose the anonymous questions are.
  private var hidden: [ParticipantID: Set<QuestionID>] = [:]
  private var forgotten: Set<Revision> = []
  private(set) var tried: Set<String> = []
  private(set) var fulfilled: Set<String> = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    for person in ParticipantID.cast {
      let session = SessionDigest(of: person)
      apply(.participants(.participantJoined(participant: person, session: session)))
    }
  }

  mutating func step(_ place: String) throws {
    now = now + .milliseconds(Int64.random(in: -50...6_000, using: &random))
    let person = random.pick(meeting.participants.all.map(\.id))
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<4:
      try follow((try? meeting.admit(SessionDigest(of: meeting.participants.next))) ?? [], place)
    case 4..<10:
      try follow(meeting.arrive(person, as: random.pick([.participant, .moderator])), place)
    case 10..<14: try follow(meeting.leave(person), place)
    case 14..<22: try follow(meeting.due(at: now), place)
    default: try wish(person, place)
    }
  }

  private mutating func wish(_ anybody: ParticipantID, _ place: String) throws {
    let command = Meeting.Command.random(in: meeting, using: &random)
    let likely = random.happens(in: 60) ? command.likelyActor(in: meeting) : nil
    let person = likely ?? anybody
    let reference = Reference.random(using: &random)
    // Mostly somebody who may; else acts would hardly ever build upon each other.
    let allowed = Role.allCases.filter(command.allowedRoles.contains)
    let role = random.pick(random.happens(in: 70) ? allowed : Role.allCases)
    tried.insert(command.name)
    let before = meeting
    let events = try? decide(command, person, role, reference)
    try #require(meeting == before)
    guard let events else { return }
    if !events.isEmpty { fulfilled.insert(command.name) }
    let act = command.isAct ? command.name : nil
    let cause = Cause(participant: person, reference: reference, act: act)
    let isSecret = events.contains { meeting.isSecret($0) }
    try follow(events, "\(place): \(command)", cause: isSecret ? nil : cause)
    if meeting.questions[reference]?.author.isHidden == true {
      hidden[person, default: []].insert(reference)
    }
    if command.statesWhatIsWanted, let again = try? decide(command, person, role, reference) {
      try #require(again.isEmpty, "\(place): \(command) is fulfilled already: \(again)")
    }
    if act != nil, !events.isEmpty, random.happens(in: 30) {
      try takeBack(reference, person, from: before, "\(place): \(command)")
    }
  }

  private func decide(
    _ command: Meeting.Command,
    _ person: ParticipantID,
    _ role: Role,
    _ reference: Reference
  ) throws -> [Meeting.Event] {
    let item = meeting.secretItem(of: command, as: reference)
    let actor = Actor(
      person,
      as: role,
      pseudonym: item.map { Pseudonym(of: person, in: $0) },
      hidden: hidden[person] ?? []
    )
    return try meeting.decide(command, by: actor, as: reference, at: now)
  }

  /// Undo leads back to where the act began.
  private mutating func takeBack(
    _ act: Reference,
    _ person: ParticipantID,
    from before: Meeting,
    _ place: String
  ) throws {
    let undo = Meeting.Command.moderation(.undo(act: act))
    let reference = Reference.random(using: &random)
    guard let events = try? decide(undo, person, .moderator, reference) else { return }
    let cause = Cause(participant: person, reference: reference, act: "undo")
    try follow(events, "\(place), undone", cause: cause)
    try #require(meeting.essence == before.essence, "\(place): is not undone")
  }

  private mutating func follow(
    _ events: [Meeting.Event],
    _ place: String,
    cause: Cause? = nil
  ) throws {
    for event in events {
      apply(event, cause)
      // After a rehearsal numbers begin anew.
      if event == .agenda(.rehearsalEnded) { numbers = [:] }
      for question in meeting.questions.all {
        let holder = numbers.updateValue(question.id, forKey: question.number)
        try #require(holder == nil || holder == question.id, "\(place): a number twice")
      }
      for broken in meeting.brokenPromises { Issue.record("\(place): \(event): \(broken)") }
    }
  }

  private mutating func apply(_ event: Meeting.Event, _ cause: Cause? = nil) {
    let time = max(now, meeting.lastEvent)
    forgotten.formUnion(meeting.forgotten(with: event).revisions)
    meeting.apply(event, at: time, cause: cause)
    journal.append(
      JournalEntry(revision: meeting.revision, time: time, event: event, cause: cause)
    )
  }

  /// Also over the journal's spelling, and with everything cut out that it had to forget.
  func replayEqualsState(_ place: String) throws {
    var replayed = Meeting(.kaffeerunde)
    let kept = journal.map { forgotten.contains($0.revision) ? $0.event.redacted : $0.event }
    let written = try JSONEncoder().encode(kept)
    let read = try JSONDecoder().decode([Meeting.Event].self, from: written)
    for (entry, event) in zip(journal, read) {
      replayed.apply(event, at: entry.time, cause: entry.cause)
    }
    try #require(replayed == meeting, "\(place): the journal tells another story")
    #expect(meeting.revision.rawValue == journal.count)
  }
}
