import MeetingCore

/// One meeting with everybody who is connected to it.
///
/// It holds the meeting twice: as decided, and as the journal has confirmed it. Wishes are judged
/// by the first, and nobody is ever shown anything but the second, so that a crash takes back
/// nothing that anybody has seen.
struct Room {
  let epoch: String
  /// SHA-256 of each role's key, in hexadecimal digits.
  private(set) var keys: [Role: String]
  /// What the keys of secret items are made from; never on disk.
  let seed: String
  /// The keys of secret items that have not ended.
  var itemKeys: [SecretItem: String] = [:]
  /// Who asked which question anonymously, as far as they are here; see ``Session/hidden``.
  var askers: [QuestionID: ParticipantID] = [:]
  /// When an anonymous question changed last for its asker, as long as nobody knows who that is.
  var unclaimed: [QuestionID: Revision] = [:]
  /// What only the hub knows of ballots.
  var receipts = Receipts()
  /// Tallies with their numbers, for those who have voted; encoded once.
  var numbersForVoters: [PollID: Feed.Entry] = [:]
  private(set) var decided: Meeting
  private(set) var durable: Meeting
  /// What waits for the batch in flight; never empty, and one batch but for a very busy second.
  private var gathering = [Batch()]
  private var inFlight: Batch?
  /// Whether the snapshot of the ended meeting is on disk.
  private(set) var isArchived = false
  private var endReplies: [Reply] = []
  /// Who has just been sent away.
  private var removed: [ParticipantID] = []

  var sessions: [ParticipantID: Session] = [:]
  var members: [SocketID: Member] = [:]
  var feeds: Feeds
  /// People whose own thing has changed since they were told last.
  var changedPeople: Set<ParticipantID> = []
  /// When each person's own thing changed last.
  var meRevisions: [ParticipantID: Revision] = [:]
  /// When a secret poll closed in which somebody had voted before a restart: whose own thing
  /// changed then nobody knows any more, so that it may have been anybody's.
  var forgottenBallots = Revision.zero
  var flushed: Timestamp
  /// When to tell what has changed; nothing while nothing urgent has.
  var flushDue: Timestamp?
  /// How it stands with the disk; see ``Room/storage(is:at:into:)``.
  var storage = Storage.ok

  /// Events on their way to the disk, and the answers that wait for them.
  private struct Batch {
    var journal = JournalBatch(isClosing: true)
    var replies: [Reply] = []
  }

  /// An answer that may go out once the events before it are durable.
  enum Reply {
    case welcome(SocketID, token: String?, since: ClientFrame.Position?)
    case outcome(Session.Outcome, of: Reference, to: ParticipantID)
    /// A ballot was counted, or had been: when, the journal says.
    case receipt(RoundID, Voter, Revision, of: Reference, to: ParticipantID)
  }

  init(_ opening: Hub.Opening, seed: String, at now: Timestamp) {
    let meeting = Meeting(opening.founding)
    self.seed = seed
    epoch = opening.epoch
    keys = opening.keys
    itemKeys = opening.itemKeys
    decided = meeting
    durable = meeting
    feeds = Feeds(of: meeting)
    flushed = now
  }

  var meeting: MeetingID { durable.founding.meeting }
  var isEnded: Bool { durable.phase == .ended }
}

// MARK: - The way to the disk and back

extension Room {
  /// Takes events as decided, and puts them in line for the journal.
  ///
  /// - Parameter isClosing: Whether they may use the last of the space.
  mutating func record(
    _ events: [Meeting.Event],
    cause: Cause?,
    at now: Timestamp,
    isClosing: Bool = false
  ) {
    // What belongs together is durable together, or not at all.
    let count = gathering[gathering.endIndex - 1].journal.entries.count
    if count >= HubLimits.batchEntries, !events.isEmpty { gathering.append(Batch()) }
    if !events.isEmpty, !isClosing {
      gathering[gathering.endIndex - 1].journal.isClosing = false
    }
    for event in events {
      // The journal's time never goes back, whatever the clock does.
      let time = max(now, decided.lastEvent)
      let batch = gathering.endIndex - 1
      if let item = decided.secretItem(begunBy: event) {
        gathering[batch].journal.keys[item] = key(of: item)
      }
      gathering[batch].journal.forget(decided.forgotten(with: event))
      decided.apply(event, at: time, cause: cause)
      gathering[batch].journal.entries.append(
        JournalEntry(revision: decided.revision, time: time, event: event, cause: cause)
      )
    }
  }

  /// Puts an answer in line behind the events that it speaks of.
  mutating func reply(_ reply: Reply) {
    gathering[gathering.endIndex - 1].replies.append(reply)
  }

  /// Hands over what has gathered, unless a batch is on its way already.
  mutating func commit(at now: Timestamp, into outputs: inout [Hub.Output]) {
    guard inFlight == nil else { return }
    var batch = gathering.removeFirst()
    batch.journal.shuffleSecretBallots()
    if gathering.isEmpty { gathering = [Batch()] }
    if batch.journal.entries.isEmpty {
      for reply in batch.replies { deliver(reply, at: now, into: &outputs) }
    } else {
      inFlight = batch
      outputs.append(.record(meeting, batch.journal))
    }
  }

  /// The journal has confirmed the batch: from now on people may know.
  mutating func recorded(at now: Timestamp, into outputs: inout [Hub.Output]) {
    guard let batch = inFlight else { return }
    inFlight = nil
    let wasEnded = isEnded
    for entry in batch.journal.entries { note(entry, at: now) }
    sendAway(into: &outputs)
    for reply in batch.replies { deliver(reply, at: now, into: &outputs) }
    for item in batch.journal.forgetting.items { itemKeys[item] = nil }
    receipts.forget(batch.journal.forgetting.items)
    forgetAskers(of: batch.journal.forgetting.items)
    if isEnded, !wasEnded { outputs.append(.archive(meeting)) }
    flushIfDue(at: now, into: &outputs)
    commit(at: now, into: &outputs)
  }

  /// Closes the sockets of those who were removed; they may not come back in their session.
  private mutating func sendAway(into outputs: inout [Hub.Output]) {
    for person in removed {
      for socket in (sessions[person]?.sockets ?? [:]).keys {
        outputs.append(.send(ServerFrame.error(.removed).bytes, to: [socket]))
        outputs.append(.close(socket, .removed))
      }
    }
    removed = []
  }

  /// Gives a role another key, and sends away whoever came by the one before.
  mutating func renew(_ role: Role, _ digest: String, into outputs: inout [Hub.Output]) {
    keys[role] = digest
    for (socket, member) in members where member.role == role {
      outputs.append(.send(ServerFrame.error(.keyUnknown).bytes, to: [socket]))
      outputs.append(.close(socket, .linkRevoked))
    }
  }

  /// The journal has refused the batch: what was decided since never happened.
  mutating func refused(
    _ reason: Rejection.Reason,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    let replies = (inFlight?.replies ?? []) + gathering.flatMap(\.replies)
    inFlight = nil
    gathering = [Batch()]
    decided = durable
    for reply in replies { refuse(reply, reason, at: now, into: &outputs) }
    sessions = sessions.filter { $0.key < durable.participants.next }
    askers = askers.filter { durable.questions[$0.key] != nil }
    for person in sessions.keys { sessions[person]?.hidden.formIntersection(askers.keys) }
  }

  private mutating func refuse(
    _ reply: Reply,
    _ reason: Rejection.Reason,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    switch reply {
    // Whoever is in the journal can read what is in it; presence is noted later.
    case .welcome(let socket, _, _) where mayRead(socket):
      deliver(reply, at: now, into: &outputs)
    case .welcome(let socket, _, _):
      let problem: ServerFrame.Problem = reason == .storageFull ? .storageFull : .storageBroken
      outputs.append(.send(ServerFrame.error(problem).bytes, to: [socket]))
      outputs.append(.close(socket, .overloaded))
      unseat(socket, at: now)
    case .outcome(_, let reference, let person), .receipt(_, _, _, let reference, let person):
      let sockets = sessions[person]?.waiting.removeValue(forKey: reference) ?? []
      let answer = ServerFrame.rejected(reference, Rejection(reason), thing: nil)
      outputs.append(.send(answer.bytes, to: sockets))
    }
  }

  /// Whether a socket's claim to its seat holds by what is durable.
  private func mayRead(_ socket: SocketID) -> Bool {
    guard let member = members[socket] else { return false }
    guard let person = member.person else { return member.role == .stage || isEnded }
    return person < durable.participants.next
  }

  mutating func deliver(
    _ reply: Reply,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    switch reply {
    case .welcome(let socket, let token, let since):
      welcome(socket, token: token, since: since, at: now, into: &outputs)
    case .outcome(.saved, _, _) where !isArchived: replyOnceArchived(reply)
    case .receipt(let round, let voter, let revision, let reference, let person):
      let outcome = Session.Outcome.counted(revision, receipts[round, voter]?.counted ?? now)
      deliver(.outcome(outcome, of: reference, to: person), at: now, into: &outputs)
    case .outcome(let outcome, let reference, let person):
      guard var session = sessions[person] else { return }
      let sockets = session.waiting.removeValue(forKey: reference) ?? []
      session.remember(outcome, of: reference, at: now)
      sessions[person] = session
      for socket in sockets { tell(outcome, of: reference, to: socket, into: &outputs) }
    }
  }

  /// Puts an answer aside that is true only when the record is on disk.
  mutating func replyOnceArchived(_ reply: Reply) { endReplies.append(reply) }

  /// The record is on disk: whoever ended the meeting is told so.
  mutating func archived(at now: Timestamp, into outputs: inout [Hub.Output]) {
    isArchived = true
    for reply in endReplies { deliver(reply, at: now, into: &outputs) }
    endReplies = []
  }
}

// MARK: - The durable state

extension Room {
  /// Takes a durable event into the state that people are shown, and notes who has to be told.
  private mutating func note(_ entry: JournalEntry, at now: Timestamp) {
    feeds.mark(take(entry), at: entry.revision)
    // How many are here is told in passing: 120 arrivals must not make 120 frames for each.
    if !entry.event.isPresence, flushDue == nil {
      flushDue = max(now, flushed + HubLimits.flushPause)
    }
  }

  /// Takes a durable event into the state that people are shown.
  ///
  /// - Returns: What looks different now.
  private mutating func take(_ entry: JournalEntry) -> [Thing] {
    let touched = durable.touched(by: entry.event, cause: entry.cause)
    durable.apply(entry.event, at: entry.time, cause: entry.cause)
    receipts.note(entry)
    if case .participants(.participantRemoved(let person)) = entry.event { removed.append(person) }
    for thing in touched {
      if let person = owner(of: thing) {
        changedPeople.insert(person)
        meRevisions[person] = entry.revision
      } else if case .asker(let question) = thing {
        unclaimed[question] = entry.revision
      }
    }
    if hasLostVoters(entry, touched) { forgottenBallots = entry.revision }
    return touched
  }

  /// Whose own thing this is, if it is one and they are known.
  func owner(of thing: Thing) -> ParticipantID? {
    switch thing {
    case .me(let person): person
    case .asker(let question): askers[question]
    case .voter(let round, let pseudonym): receipts.person(behind: pseudonym, in: round)
    default: nil
    }
  }
}

// MARK: - Replaying

extension Room {
  /// Replays a journal: state, outcomes of wishes, and who saw what.
  mutating func replay(_ entries: [JournalEntry], at now: Timestamp) {
    var memory = Memory()
    for entry in entries {
      memory.note(take(entry), at: entry.revision, in: durable)
      recallOutcome(of: entry, at: now)
    }
    decided = durable
    feeds.recall(memory, in: durable)
    changedPeople = []
    removed = []
    // Whoever was here gets as long to come back as after a lost connection.
    for person in durable.participants.all where person.present != nil {
      sessions[person.id, default: Session(person.id, at: now)].goneSince = now
    }
  }

  /// Remembers how a wish turned out, for whoever asks the same once more.
  private mutating func recallOutcome(of entry: JournalEntry, at now: Timestamp) {
    guard let cause = entry.cause else { return }
    let outcome: Session.Outcome =
      switch entry.event {
      case .agenda(.phaseChanged(.ended)): .saved(entry.revision)
      case .polls(.ballotCast): .counted(entry.revision, entry.time)
      default: .done(entry.revision)
      }
    sessions[cause.participant, default: Session(cause.participant, at: now)]
      .remember(outcome, of: cause.reference, at: entry.time)
  }
}

extension Meeting.Event {
  /// Whether somebody came or went, and nothing else.
  fileprivate var isPresence: Bool {
    switch self {
    case .participants(.participantJoined), .participants(.participantArrived),
      .participants(.participantLeft):
      true
    default: false
    }
  }
}
