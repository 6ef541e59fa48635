import MeetingCore

// Who is told what, and when.

extension Room {
  /// Answers a hello: everything that the browser lacks.
  mutating func welcome(
    _ socket: SocketID,
    token: String?,
    since: ClientFrame.Position?,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    guard var member = members[socket] else { return }
    feeds[member.audience].settle(durable)
    let feed = feeds[member.audience]
    let known = since.flatMap { isOurs($0) ? $0.revision : nil }
    let entries = known.map { feed.changes(since: $0) } ?? feed.all
    var things = bytes(of: entries, revealing: revealed(to: member, among: guardedPolls))
    if let person = member.person { things += me(person, since: known) }
    let welcome = ServerFrame.Welcome(
      epoch: epoch,
      revision: durable.revision,
      now: now,
      role: member.role,
      token: token,
      isFull: known == nil,
      things: things,
      storage: storage.told(to: member.audience)
    )
    member.isWelcome = true
    member.wanted = nil
    member.seen = durable.revision
    member.nextBeat = now + HubLimits.beat
    members[socket] = member
    outputs.append(.send(ServerFrame.welcome(welcome).bytes, to: [socket]))
  }

  /// Answers a browser that is out of step; one that does not read is answered when it does.
  mutating func resync(
    _ socket: SocketID,
    since: ClientFrame.Position?,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    // Before the welcome there is nothing to be out of step with: all of it is on its way.
    guard let member = members[socket], member.isWelcome else { return }
    if member.isListening {
      welcome(socket, token: nil, since: since, at: now, into: &outputs)
    } else {
      members[socket]?.wanted = .some(since)
    }
  }

  /// Says which kinds of things a browser holds otherwise than its audience sees them.
  func compare(
    _ digests: [String: UInt32],
    of socket: SocketID,
    into outputs: inout [Hub.Output]
  ) {
    guard let member = members[socket] else { return }
    let ours = feeds[member.audience].digestsByKind
    let kinds = Set(ours.keys).union(digests.keys)
      .filter { ours[$0, default: 0] != digests[$0, default: 0] }.sorted()
    outputs.append(
      .complain("Digests differ for \(member.audience) at \(durable.revision.rawValue): \(kinds).")
    )
  }

  /// A position that this run of numbering has really given out.
  private func isOurs(_ position: ClientFrame.Position) -> Bool {
    position.epoch == epoch && position.revision <= durable.revision
      && position.revision >= .zero
  }

  private func me(_ person: ParticipantID, since known: Revision?) -> [[UInt8]] {
    let changed = max(meRevisions[person] ?? .zero, forgottenBallots)
    if let known, changed <= known { return [] }
    return [durable.me(owner(person), at: changed)]
  }

  /// What only this member may know, where it has not been told yet.
  private func me(of member: Member) -> [[UInt8]] {
    member.person.map { me($0, since: member.seen) } ?? []
  }

  /// Tells everybody what has changed, once the meeting has been quiet for long enough.
  mutating func flushIfDue(at now: Timestamp, into outputs: inout [Hub.Output]) {
    guard let due = flushDue, due <= now else { return }
    flush(at: now, into: &outputs)
    beat(at: now, into: &outputs)
  }

  /// Tells everybody what has changed: gathered once, encoded once for each audience.
  mutating func flush(at now: Timestamp, into outputs: inout [Hub.Output]) {
    flushDue = nil
    flushed = now
    for audience in Audience.allCases { flush(audience, into: &outputs) }
    changedPeople = []
  }

  private mutating func flush(_ audience: Audience, into outputs: inout [Hub.Output]) {
    let from = feeds[audience].flushed
    feeds[audience].settle(durable)
    let news = feeds[audience].takeUnsent()
    let until = feeds[audience].flushed
    let guarded = guardedPolls
    var alike: [[PollID]: [SocketID]] = [:]
    for (socket, member) in members where member.audience == audience && member.isListening {
      let own = changedPeople.isEmpty ? [] : me(of: member)
      // Whoever was welcomed since, or has pinged, has it already.
      guard !own.isEmpty || member.seen < until else { continue }
      let revealed = revealed(to: member, among: guarded)
      if own.isEmpty {
        alike[revealed, default: []].append(socket)
      } else {
        let things = bytes(of: news, revealing: revealed) + own
        send(.things(from: from, to: durable.revision, things), to: [socket], into: &outputs)
      }
    }
    for (revealed, sockets) in alike {
      let things = bytes(of: news, revealing: revealed)
      send(.things(from: from, to: durable.revision, things), to: sockets, into: &outputs)
    }
  }

  private mutating func send(
    _ frame: ServerFrame,
    to sockets: [SocketID],
    into outputs: inout [Hub.Output]
  ) {
    for socket in sockets { members[socket]?.seen = durable.revision }
    outputs.append(.send(frame.bytes, to: sockets))
  }

  /// A reader takes nothing more for now.
  mutating func stalled(_ socket: SocketID, at now: Timestamp) {
    if members[socket]?.stalledSince == nil { members[socket]?.stalledSince = now }
  }

  /// A slow reader can be told something again: what it has missed, in one frame.
  mutating func drained(_ socket: SocketID, at now: Timestamp, into outputs: inout [Hub.Output]) {
    members[socket]?.stalledSince = nil
    if let wanted = members[socket]?.wanted {
      welcome(socket, token: nil, since: wanted, at: now, into: &outputs)
    } else {
      catchUp(socket, into: &outputs)
    }
  }

  private mutating func catchUp(_ socket: SocketID, into outputs: inout [Hub.Output]) {
    guard let member = members[socket], member.isListening else { return }
    feeds[member.audience].settle(durable)
    let news = feeds[member.audience].changes(since: member.seen)
    let revealed = revealed(to: member, among: guardedPolls)
    let things = bytes(of: news, revealing: revealed) + me(of: member)
    guard !things.isEmpty else { return }
    send(.things(from: member.seen, to: durable.revision, things), to: [socket], into: &outputs)
  }

  /// Tells everybody who is due that all is well, and how to check it.
  private mutating func beat(at now: Timestamp, into outputs: inout [Hub.Output]) {
    for audience in Audience.allCases {
      let due = members.filter {
        $0.value.audience == audience && $0.value.isListening && $0.value.nextBeat <= now
      }
      guard !due.isEmpty else { continue }
      beat(Array(due.keys), of: audience, at: now, into: &outputs)
    }
  }

  /// Answers a ping: a beat, and before it all that it speaks of.
  mutating func beat(_ socket: SocketID, at now: Timestamp, into outputs: inout [Hub.Output]) {
    guard let member = members[socket], member.isListening else { return }
    catchUp(socket, into: &outputs)
    beat([socket], of: member.audience, at: now, into: &outputs)
  }

  mutating func beat(
    _ sockets: [SocketID],
    of audience: Audience,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    let digest = feeds[audience].digest
    let storage = storage.told(to: audience)
    let beat = ServerFrame.beat(durable.revision, digest: digest, now: now, storage: storage)
    send(beat, to: sockets, into: &outputs)
    for socket in sockets { members[socket]?.nextBeat = now + HubLimits.beat }
  }

  var hasNews: Bool { !changedPeople.isEmpty || feeds.arePending }

  /// The rhythm of a second: news that was not urgent, beats, readers that are stuck.
  mutating func tick(at now: Timestamp, into outputs: inout [Hub.Output]) {
    if storage != .broken { record(decided.due(at: now), cause: nil, at: now, isClosing: true) }
    notePresence(at: now, into: &outputs)
    // What is urgent has its own time, a few milliseconds from now, and the beats come after it.
    if hasNews, flushDue.map({ $0 <= now }) ?? true { flush(at: now, into: &outputs) }
    if !hasNews { beat(at: now, into: &outputs) }
    for (socket, member) in members {
      guard let since = member.stalledSince, now >= since + HubLimits.stall else { continue }
      outputs.append(.close(socket, .overloaded))
    }
  }
}
