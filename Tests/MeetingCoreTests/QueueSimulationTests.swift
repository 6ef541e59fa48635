import MeetingCore
import MeetingTestSupport
import Testing

@Suite("A speaking queue at random")
struct QueueSimulationTests {
  /// Much of what happens in a queue, in little time; the general simulation has all the rest.
  ///
  /// A failure names its seed and step: run that seed alone to replay it.
  @Test("The order is its definition, places that were given are kept, and undo restores")
  func invariants() throws {
    var fulfilled: [String: Int] = [:]
    for seed in Seeds.count(quick: 300) {
      var run = QueueRun(seed: seed)
      for step in 1...150 { try run.step("seed \(seed), step \(step)") }
      fulfilled.merge(run.fulfilled) { $0 + $1 }
    }
    for name in SpeakingQueue.Command.names {
      #expect(fulfilled[name, default: 0] > 20, "\(name) is hardly ever fulfilled")
    }
  }
}

private struct QueueRun {
  private var random: SplitMix64
  private var story = Scenario()
  private var paper: Paper
  private(set) var fulfilled: [String: Int] = [:]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    for number in 5...9 {
      story.admit(SessionDigest(of: ParticipantID(rawValue: number)))
      story.apply(story.meeting.arrive(ParticipantID(rawValue: number), as: .participant))
    }
    for person in ParticipantID.cast { story.given(person, asks: .random(using: &random)) }
    paper = Paper(story.meeting)
  }

  mutating func step(_ place: String) throws {
    let length = random.pick([0, 1, 500, 3_000, 11_000, 40_000])
    story.pass(.milliseconds(Int64(length)))
    let person = random.pick(story.meeting.participants.all.map(\.id))
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<5: try follow(story.meeting.arrive(person, as: .participant), place)
    case 5..<10: try follow(story.meeting.leave(person), place)
    case 10..<20: try follow(story.meeting.due(at: story.now), place)
    default: try wish(person, place)
    }
    for aside in story.meeting.queue.aside.compactMap(\.entry.who.participant) {
      try #require(story.meeting.participants[aside].present == nil, "\(place): aside, but here")
    }
  }

  private mutating func wish(_ anybody: ParticipantID, _ place: String) throws {
    let command = SpeakingQueue.Command.random(in: story.meeting, using: &random)
    let likely = random.happens(in: 70) ? command.likelyActor(in: story.meeting) : nil
    let isAct = Meeting.Command.queue(command).isAct
    let person = isAct ? .chair : likely ?? anybody
    let name = Meeting.Command.queue(command).name
    let reference = Reference.random(using: &random)
    let before = story.meeting
    let events = try? decide(.queue(command), person, isAct, reference)
    guard let events, !events.isEmpty else { return }
    fulfilled[name, default: 0] += 1
    let cause = Cause(participant: person, reference: reference, act: isAct ? name : nil)
    try follow(events, "\(place): \(command)", cause)
    guard isAct, random.happens(in: 25) else { return }
    let undo = Meeting.Command.moderation(.undo(act: reference))
    let back = try decide(undo, .chair, true, .random(using: &random))
    try follow(back, "\(place): \(command), undone")
    try #require(
      story.meeting.queue.essence == before.queue.essence,
      "\(place): \(command) is not undone"
    )
  }

  private func decide(
    _ command: Meeting.Command,
    _ person: ParticipantID,
    _ isAct: Bool,
    _ reference: Reference
  ) throws -> [Meeting.Event] {
    let actor = Actor(person, as: isAct ? .moderator : .participant)
    return try story.meeting.decide(command, by: actor, as: reference, at: story.now)
  }

  private mutating func follow(
    _ events: [Meeting.Event],
    _ place: String,
    _ cause: Cause? = nil
  ) throws {
    for event in events {
      let before = story.meeting
      story.apply([event], cause: cause)
      for broken in story.meeting.brokenPromises {
        Issue.record("\(place): \(event): \(broken)")
      }
      paper.note(event, before, story.meeting)
      try #require(
        paper.list == story.meeting.queue.waiting.map(\.id),
        "\(place): \(event): not what is on paper"
      )
    }
  }
}

/// The list as somebody would keep it on paper: a row of slips, some of them pinned.
///
/// It does not know how the queue goes about it: it takes slips out, pins them where it is told,
/// and then fills all other rows in the order that was promised.
private struct Paper {
  private(set) var list: [EntryID] = []

  init(_ meeting: Meeting) {}

  mutating func note(_ event: Meeting.Event, _ before: Meeting, _ after: Meeting) {
    guard case .queue(let event) = event else { return }
    let here = Set(after.queue.waiting.map(\.id))
    list.removeAll { !here.contains($0) }
    switch event {
    case .entryMoved(let id, let place), .entryPostponed(let id, let place): pin(id, place)
    case .entrySkipped(let id, _) where here.contains(id):
      pin(id, max(2, before.queue.place(of: id) ?? 0))
    case .entryReturned(let id) where here.contains(id): pin(id, 2)
    case .turnTakenBack(let id) where here.contains(id): pin(id, 1)
    case .entryPut(let id, let standing) where here.contains(id):
      // Whoever was aside and is back has the second place.
      if case .waiting(let place) = standing.place { pin(id, place) } else { pin(id, 2) }
    case .handRaised(let id, _, _, _, _, _): enter(id, after)
    case .handChanged(let id, let kind, _)
    where before.queue[id]?.kind != kind && after.queue[id]?.hold == nil && here.contains(id):
      list.removeAll { $0 == id }
      enter(id, after)
    default: break
    }
    fill(after)
  }

  private mutating func pin(_ id: EntryID, _ place: Int) {
    list.removeAll { $0 == id }
    list.insert(id, at: min(place - 1, list.count))
  }

  /// A new slip goes before the first free one that it passes, and before pinned ones of a lower
  /// kind right there.
  private mutating func enter(_ id: EntryID, _ meeting: Meeting) {
    guard let entry = meeting.queue[id] else { return }
    let free = (list + [id]).filter { meeting.queue[$0]?.hold == nil }
      .sorted { meeting.comes($0, before: $1) }
    let next = free.firstIndex(of: id).flatMap { free.dropFirst($0 + 1).first }
    var place = next.flatMap { list.firstIndex(of: $0) } ?? list.count
    while place > 0, let pinned = meeting.queue[list[place - 1]], pinned.hold != nil,
      entry.kind.rank < pinned.kind.rank
    {
      place -= 1
    }
    list.insert(id, at: place)
  }

  private mutating func fill(_ meeting: Meeting) {
    var free = list.filter { meeting.queue[$0]?.hold == nil }
      .sorted { meeting.comes($0, before: $1) }[...]
    list = list.map { meeting.queue[$0]?.hold == nil ? free.removeFirst() : $0 }
  }
}
