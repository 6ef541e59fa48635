import Foundation
import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Polls at random")
struct PollSimulationTests {
  /// Only polls, many voters, and time that passes: what must hold, after each event.
  ///
  /// A failure names its seed and step: run that seed alone to replay it.
  @Test("Every tally is what a recount finds, and a replayed journal tells no secrets")
  func tallies() throws {
    var seen: Set<String> = []
    var refused: Set<String> = []
    for seed in Seeds.count(quick: 100) {
      var run = Run(seed: seed)
      for step in 1...150 { try run.step("seed \(seed), step \(step)") }
      try run.replayEqualsState("seed \(seed)")
      seen.formUnion(run.seen)
      refused.formUnion(run.refused)
    }
    // Each of these has happened, or nothing was proven.
    let events = Polls.Event.names.subtracting(["ballotForgotten"])
    #expect(events.subtracting(seen) == [])
    let reasons: [Rejection.Reason] = [
      .pollUnknown, .tooManyOpenPolls, .pollInvalid, .pollIncomplete, .pollLocked, .pollNotDraft,
      .pollNotOpen, .pollNotClosed, .pollClosed, .pollSecret, .pollForModerators, .ballotInvalid,
      .ballotFinal, .notEligible, .timerOver, .pollTextTooLong, .answerMissing, .answerUnknown,
      .stale, .notUndoable,
    ]
    #expect(Set(reasons.map(\.rawValue)).subtracting(refused) == [])
  }
}

/// One meeting in which everybody polls and votes.
private struct Run {
  private var random: SplitMix64
  private var meeting = Meeting(.kaffeerunde)
  private var now = Timestamp.start
  private var journal: [JournalEntry] = []
  private var forgotten: Set<Revision> = []
  /// The ballots that have been cast, as a clerk would write them down.
  private var written: [RoundID: [Voter: Ballot]] = [:]
  private(set) var seen: Set<String> = []
  private(set) var refused: Set<String> = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    for person in ParticipantID.cast {
      let session = SessionDigest(of: person)
      apply(.participants(.participantJoined(participant: person, session: session)), nil)
      for event in meeting.arrive(person, as: person.usualRole) { apply(event, nil) }
    }
  }

  mutating func step(_ place: String) throws {
    now = now + .milliseconds(Int64.random(in: 0...4_000, using: &random))
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<4:
      for event in (try? meeting.admit(SessionDigest(of: meeting.participants.next))) ?? [] {
        apply(event, nil)
      }
    case 4..<12: for event in meeting.due(at: now) { apply(event, nil) }
    case 12..<20: try wish(.moderation(undo()), by: .chair, place)
    default:
      let command = Meeting.Command.polls(.random(in: meeting, using: &random))
      let person = random.pick(meeting.participants.all.map(\.id))
      try wish(command, by: command.isAct ? .chair : person, place)
    }
    try check(place)
  }

  private mutating func undo() -> Moderation.Command {
    .undo(act: meeting.moderation.acts.last?.reference ?? Reference("none"))
  }

  private mutating func wish(
    _ command: Meeting.Command,
    by person: ParticipantID,
    _ place: String
  ) throws {
    let reference = Reference.random(using: &random)
    let pseudonym = meeting.secretItem(of: command, as: reference).map {
      Pseudonym(of: person, in: $0)
    }
    let actor = Actor(person, as: person.usualRole, pseudonym: pseudonym)
    let decide = { (meeting: Meeting, now: Timestamp) throws(Rejection) in
      try meeting.decide(command, by: actor, as: reference, at: now)
    }
    let events: [Meeting.Event]
    do throws(Rejection) {
      events = try decide(meeting, now)
    } catch {
      refused.insert(error.reason.rawValue)
      return
    }
    let act = command.isAct ? command.name : nil
    let isSecret = events.contains { meeting.isSecret($0) }
    let cause = Cause(participant: person, reference: reference, act: act)
    for event in events { apply(event, isSecret ? nil : cause) }
    let again = try? decide(meeting, now)
    try #require(again ?? [] == [], "\(place): \(command) is fulfilled already")
  }

  private mutating func apply(_ event: Meeting.Event, _ cause: Cause?) {
    if case .polls(let event) = event {
      seen.insert("\(event)".prefix { $0 != "(" }.description)
      if case .ballotCast(let poll, let round, let voter, let ballot) = event {
        written[RoundID(poll, round), default: [:]][voter] = ballot
      }
      if case .pollRemoved(let poll) = event {
        written = written.filter { $0.key.poll != poll }
      }
    }
    forgotten.formUnion(meeting.forgotten(with: event).revisions)
    let time = max(now, meeting.lastEvent)
    meeting.apply(event, at: time, cause: cause)
    let revision = meeting.revision
    journal.append(JournalEntry(revision: revision, time: time, event: event, cause: cause))
  }

  private func check(_ place: String) throws {
    for broken in meeting.brokenPolls { Issue.record("\(place): \(broken)") }
    for poll in meeting.polls.all {
      for round in poll.rounds {
        let ballots = written[RoundID(poll.id, round.number)] ?? [:]
        let recount = Tally(of: round.form, counting: ballots.values)
        try #require(round.tally == recount, "\(place): \(poll.id), round \(round.number)")
        try #require(round.tally.cast == ballots.count)
        let counts = round.form.options.map { option in
          ballots.values.count {
            if case .choices(let ids) = $0 { ids.contains(option.id) } else { false }
          }
        }
        if let choices = round.tally.choices { try #require(choices.counts == counts) }
      }
    }
  }

  func replayEqualsState(_ place: String) throws {
    let kept = journal.map { forgotten.contains($0.revision) ? $0.redacted : $0 }
    let events = try JSONDecoder().decode(
      [Meeting.Event].self,
      from: JSONEncoder().encode(kept.map(\.event))
    )
    var replayed = Meeting(.kaffeerunde)
    for (entry, event) in zip(kept, events) {
      replayed.apply(event, at: entry.time, cause: entry.cause)
    }
    try #require(replayed == meeting, "\(place): the journal tells another story")
    let open = Set(meeting.polls.openSecretItems)
    for case .polls(.ballotCast(let poll, let round, .hidden, _)) in events {
      try #require(open.contains(RoundID(poll, round).item), "\(place): a secret is left")
    }
  }
}
