import Foundation
import MeetingCore
import MeetingTestSupport
import Testing

@Suite("A meeting at random")
struct MeetingSimulationTests {
  /// Throws random wishes at a meeting, and checks after each event what must always hold.
  ///
  /// A failure names its seed and step: run that seed alone to replay it.
  @Test("Whatever people wish, the meeting stays in order")
  func invariants() throws {
    var tried: Set<String> = []
    var fulfilled: Set<String> = []
    for seed in Seeds.count(quick: 200) {
      var run = Run(seed: seed)
      for step in 1...150 {
        try run.step("seed \(seed), step \(step)")
      }
      try run.replayEqualsState("seed \(seed)")
      tried.formUnion(run.tried)
      fulfilled.formUnion(run.fulfilled)
    }
    #expect(tried == Meeting.Command.names)
    #expect(fulfilled == Meeting.Command.names)
  }
}

/// One meeting with people of bad manners.
private struct Run {
  private var random: SplitMix64
  private var meeting = Meeting(.kaffeerunde)
  private var now = Timestamp.start
  private var journal: [JournalEntry] = []
  private var numbers: [Int: QuestionID] = [:]
  private(set) var tried: Set<String> = []
  private(set) var fulfilled: Set<String> = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    for person in ParticipantID.cast {
      apply(.participantJoined(participant: person, session: SessionDigest(of: person)))
    }
  }

  mutating func step(_ place: String) throws {
    now = now + .milliseconds(Int64.random(in: -50...6_000, using: &random))
    let person = random.pick(meeting.participants.all.map(\.id))
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<5:
      try follow((try? meeting.admit(SessionDigest(of: meeting.participants.next))) ?? [], place)
    case 5..<15:
      try follow(meeting.arrive(person, as: random.pick([.participant, .moderator])), place)
    case 15..<22: try follow(meeting.leave(person), place)
    default: try wish(person, place)
    }
  }

  private mutating func wish(_ person: ParticipantID, _ place: String) throws {
    let command = Meeting.Command.random(in: meeting, using: &random)
    let actor = Actor(person, as: random.pick([.participant, .moderator, .moderator, .stage]))
    let reference = Reference.random(using: &random)
    tried.insert(command.name)
    let before = meeting
    let events = try? meeting.decide(command, by: actor, as: reference, at: now)
    try #require(meeting == before)
    guard let events else { return }
    if !events.isEmpty { fulfilled.insert(command.name) }
    try follow(events, "\(place): \(command)")
    guard command.statesWhatIsWanted else { return }
    let again = try meeting.decide(command, by: actor, as: reference, at: now)
    try #require(again.isEmpty, "\(place): \(command) is fulfilled already")
  }

  private mutating func follow(_ events: [Meeting.Event], _ place: String) throws {
    for event in events {
      apply(event)
      for question in meeting.questions.all {
        let holder = numbers.updateValue(question.id, forKey: question.number)
        try #require(holder == nil || holder == question.id, "\(place): a number twice")
      }
      for broken in meeting.brokenPromises { Issue.record("\(place): \(event): \(broken)") }
    }
  }

  private mutating func apply(_ event: Meeting.Event) {
    let time = max(now, meeting.lastEvent)
    meeting.apply(event, at: time)
    journal.append(JournalEntry(revision: meeting.revision, time: time, event: event, cause: nil))
  }

  /// Also over the journal's spelling: what is written is what is read.
  func replayEqualsState(_ place: String) throws {
    var replayed = Meeting(.kaffeerunde)
    let written = try JSONEncoder().encode(journal.map(\.event))
    let read = try JSONDecoder().decode([Meeting.Event].self, from: written)
    for (entry, event) in zip(journal, read) { replayed.apply(event, at: entry.time) }
    try #require(replayed == meeting, "\(place): the journal tells another story")
    #expect(meeting.revision.rawValue == journal.count)
  }
}

extension Meeting {
  /// Everything that must hold and does not.
  fileprivate var brokenPromises: [String] {
    var broken: [String] = []
    func expect(_ holds: Bool, _ promise: String) { if !holds { broken.append(promise) } }
    let people = participants.all
    let present = people.filter { $0.present != nil }
    expect(participants.presentCount == present.count, "presence is counted")
    expect(
      participants.presentModerators == present.count { $0.present == .moderator },
      "moderators are counted"
    )
    for person in people {
      let asked = questions.all.filter { $0.author == person.id }.map(\.id)
      expect(person.asked == asked, "own questions are known to both sides")
      let supported = questions.all.filter { $0.supporters.contains(person.id) }.map(\.id)
      // Asking is supporting, but is no support that could be taken back.
      expect(
        person.supported == Set(supported).subtracting(asked),
        "support is known to both sides"
      )
    }
    let live = questions.all.filter { $0.state == .live }.map(\.id)
    expect(live.count <= 1 && questions.live == live.first, "at most one question is live")
    expect(questions.order.count == questions.count, "the order knows every question")
    expect(questions.all.map(\.number) == questions.all.map(\.number).sorted(), "numbers rise")
    for question in questions.all {
      expect(question.supporters.contains(question.author), "an asker supports")
      expect((question.state == .answered) == (question.answered != nil), "answers have a time")
      expect(question.changed <= revision, "nothing changes in the future")
      expect(Text.lines(question.text) == question.text, "texts are clean")
    }
    expect((phase == .ended) == (ended != nil), "an end has a time")
    return broken
  }
}
