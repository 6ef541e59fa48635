import MeetingCore

/// The speaking queue, in the order in which people will be called; the place is where one stands
/// in `waiting`, from 1.
///
/// Everybody sees the same list: who waits by name and organisation where there is one, what for,
/// the note, who is away, who has never spoken, whom moderators have moved or added, who has the
/// floor and for how long. Moderators also see who that is by number, how often and how long
/// everybody has spoken (only while the meeting lasts), and whose turn came in vain. Of whoever
/// raised a hand while nobody had a name, nobody sees who it is.
///
/// `waiting` and `turn` hold the entries' ids; which of them are one's own stands in `me`.
struct QueueView: Encodable {
  var kind = "queue"
  var id = "queue"
  let revision: Revision
  let rules: SpeakingQueue.Rules
  let waiting: [Entry]
  /// Those whose turn came while they were away.
  let aside: [Entry]
  let turn: Turn?
  /// How many contributions there were.
  let contributions: Int
  /// How long a contribution usually is, in seconds: of the last ones, half were shorter.
  let usual: Int64?
  /// Who has spoken, the longest first: for moderators only.
  let forModerators: [Speaker]?

  struct Entry: Encodable {
    let entry: EntryID
    let kind: SpeakingQueue.Kind
    /// Nothing where nobody may know, or there is none.
    let name: String?
    let organisation: String?
    /// How somebody without a browser made themselves heard.
    let via: Question.Channel?
    let note: String?
    let question: QuestionID?
    let requested: Timestamp
    let away: Bool?
    /// Whether this will be the first contribution.
    let first: Bool?
    /// Whether moderators have put it at its place.
    let moved: Bool?
    /// Whether moderators have put it on the list.
    let added: Bool?
    let forModerators: Background?
  }

  /// What only moderators see.
  struct Background: Encodable {
    let participant: ParticipantID?
    let contributions: Int
    let seconds: Int64
    /// How often its turn came in vain; the next time takes it off the list.
    let missed: Int?
  }

  struct Turn: Encodable {
    let who: Entry
    let began: Timestamp
    /// Milliseconds until `running`, or in all where that is missing: then the clock is paused.
    let spoken: Int64
    let running: Timestamp?
    /// After how many seconds the speaker is reminded.
    let limit: Int?
  }

  struct Speaker: Encodable {
    /// Nothing for somebody without a browser.
    let participant: ParticipantID?
    let name: String?
    let contributions: Int
    let seconds: Int64
  }

  init(_ meeting: Meeting, for audience: Audience, _ revision: Revision) {
    let queue = meeting.queue
    let spelled = { Entry($0, in: meeting, for: audience) }
    self.revision = revision
    rules = queue.rules
    waiting = queue.waiting.map(spelled)
    aside = queue.aside.map { spelled($0.entry) }
    turn = queue.turn.map { Turn(who: spelled($0.entry), $0.clock) }
    contributions = queue.contributions
    usual = queue.usualTurn.map(\.components.seconds)
    forModerators = audience == .moderators ? Self.speakers(in: meeting) : nil
  }

  private static func speakers(in meeting: Meeting) -> [Speaker] {
    meeting.queue.tallies.filter { !$0.value.isNameless }
      .map { Speaker($0.key, $0.value, in: meeting) }
      .sorted { ($1.seconds, $0.order) < ($0.seconds, $1.order) }
      .prefix(HubLimits.speakersShown).map(\.self)
  }
}

// MARK: - Spelling

extension QueueView.Entry {
  fileprivate init(
    _ entry: SpeakingQueue.Entry,
    in meeting: Meeting,
    for audience: Audience
  ) {
    let person = entry.who.participant.map { meeting.participants[$0] }
    let tally = meeting.queue.tally(of: entry.who)
    self.entry = entry.id
    kind = entry.kind
    (name, organisation) = entry.isNameless ? (nil, nil) : entry.who.called(in: meeting)
    via = entry.who.channel
    note = entry.note
    question = entry.question
    requested = entry.requested
    away = person.flatMap { $0.present == nil ? true : nil }
    first = tally.contributions == 0 ? true : nil
    moved = entry.hold == .moved ? true : nil
    added = entry.isAdded ? true : nil
    let isKnown = audience == .moderators && !entry.isNameless
    forModerators = isKnown ? QueueView.Background(entry, tally) : nil
  }
}

extension QueueView.Background {
  fileprivate init(_ entry: SpeakingQueue.Entry, _ tally: SpeakingQueue.Tally) {
    participant = entry.who.participant
    contributions = tally.contributions
    seconds = tally.spoken.components.seconds
    missed = entry.noShows == 0 ? nil : entry.noShows
  }
}

extension QueueView.Turn {
  fileprivate init(who: QueueView.Entry, _ clock: SpeakingQueue.Clock) {
    self.who = who
    began = clock.began
    spoken = clock.counted.milliseconds
    running = clock.running
    limit = clock.limit
  }
}

extension QueueView.Speaker {
  fileprivate init(
    _ who: SpeakingQueue.Who,
    _ tally: SpeakingQueue.Tally,
    in meeting: Meeting
  ) {
    participant = who.participant
    name = who.called(in: meeting).name
    contributions = tally.contributions
    seconds = tally.spoken.components.seconds
  }

  /// Participants by number, then all others by name.
  fileprivate var order: String { participant.map { "\($0.rawValue)" } ?? "~\(name ?? "")" }
}

extension SpeakingQueue.Who {
  /// What people may call somebody; where nobody has a name, only whom a moderator has named.
  fileprivate func called(in meeting: Meeting) -> (name: String?, organisation: String?) {
    switch self {
    case .person where meeting.participants.policy == .anonymous: (nil, nil)
    case .person(let participant):
      (meeting.participants[participant].name, meeting.participants[participant].organisation)
    case .guest(let name, let organisation, _): (name, organisation)
    }
  }

  fileprivate var channel: Question.Channel? {
    if case .guest(_, _, let channel) = self { channel } else { nil }
  }
}
