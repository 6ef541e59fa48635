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
    feeds[member.audience]?.settle(durable)
    guard let feed = feeds[member.audience] else { return }
    let known = since.flatMap { isOurs($0) ? $0.revision : nil }
    var things = known.map { feed.changes(since: $0) } ?? feed.all
    if let person = member.person { things += me(person, since: known) }
    let welcome = ServerFrame.Welcome(
      epoch: epoch,
      revision: durable.revision,
      now: now,
      role: member.role,
      token: token,
      isFull: known == nil,
      things: things
    )
    member.isWelcome = true
    member.seen = durable.revision
    member.nextBeat = now + HubLimits.beat
    members[socket] = member
    outputs.append(.send(ServerFrame.welcome(welcome).bytes, to: [socket]))
  }

  /// A position that this run of numbering has really given out.
  private func isOurs(_ position: ClientFrame.Position) -> Bool {
    position.epoch == epoch && position.revision <= durable.revision
      && position.revision >= .zero
  }

  private func me(_ person: ParticipantID, since known: Revision?) -> [[UInt8]] {
    let changed = meRevisions[person] ?? .zero
    if let known, changed <= known { return [] }
    return [durable.me(person, at: changed)]
  }

  /// Tells everybody what has changed, once the meeting has been quiet for long enough.
  mutating func flushIfDue(at now: Timestamp, into outputs: inout [Hub.Output]) {
    guard let due = flushDue, due <= now else { return }
    flush(at: now, into: &outputs)
  }

  /// Tells everybody what has changed: gathered once, encoded once for each audience.
  mutating func flush(at now: Timestamp, into outputs: inout [Hub.Output]) {
    flushDue = nil
    flushed = now
    for audience in Audience.allCases { flush(audience, into: &outputs) }
    changedPeople = []
  }

  private mutating func flush(_ audience: Audience, into outputs: inout [Hub.Output]) {
    guard var feed = feeds[audience] else { return }
    defer { feeds[audience] = feed }
    let from = feed.flushed
    feed.settle(durable)
    let news = feed.takeUnsent(upTo: durable.revision)
    var alike: [SocketID] = []
    for (socket, member) in members where member.audience == audience && member.isListening {
      if let person = member.person, changedPeople.contains(person) {
        let all = news + me(person, since: nil)
        send(.things(from: from, to: durable.revision, all), to: [socket], into: &outputs)
      } else if !news.isEmpty {
        alike.append(socket)
      }
    }
    guard !alike.isEmpty else { return }
    send(.things(from: from, to: durable.revision, news), to: alike, into: &outputs)
  }

  private mutating func send(
    _ frame: ServerFrame,
    to sockets: [SocketID],
    into outputs: inout [Hub.Output]
  ) {
    for socket in sockets { members[socket]?.seen = durable.revision }
    outputs.append(.send(frame.bytes, to: sockets))
  }

  /// One frame with everything that a slow reader has missed.
  mutating func catchUp(_ socket: SocketID, at now: Timestamp, into outputs: inout [Hub.Output]) {
    guard var member = members[socket], member.isWelcome else { return }
    member.stalledSince = nil
    members[socket] = member
    feeds[member.audience]?.settle(durable)
    var things = feeds[member.audience]?.changes(since: member.seen) ?? []
    if let person = member.person { things += me(person, since: member.seen) }
    guard !things.isEmpty else { return }
    send(.things(from: member.seen, to: durable.revision, things), to: [socket], into: &outputs)
  }

  /// Tells everybody who is due that all is well, and how to check it.
  mutating func beat(at now: Timestamp, into outputs: inout [Hub.Output]) {
    for (socket, member) in members where member.isListening && member.nextBeat <= now {
      beat(socket, at: now, into: &outputs)
    }
  }

  mutating func beat(_ socket: SocketID, at now: Timestamp, into outputs: inout [Hub.Output]) {
    guard let member = members[socket], member.isListening else { return }
    // A digest speaks of everything that was told; so tell it first.
    if hasNews { flush(at: now, into: &outputs) }
    let digest = feeds[member.audience]?.digest ?? 0
    let frame = ServerFrame.beat(durable.revision, digest: digest, now: now)
    outputs.append(.send(frame.bytes, to: [socket]))
    members[socket]?.seen = durable.revision
    members[socket]?.nextBeat = now + HubLimits.beat
  }

  private var hasNews: Bool { !changedPeople.isEmpty || feeds.values.contains(where: \.isPending) }

  /// The rhythm of a second: news that was not urgent, beats, readers that are stuck.
  mutating func tick(at now: Timestamp, into outputs: inout [Hub.Output]) {
    notePresence(at: now, into: &outputs)
    if hasNews { flush(at: now, into: &outputs) }
    beat(at: now, into: &outputs)
    for (socket, member) in members {
      guard let since = member.stalledSince, now >= since + HubLimits.stall else { continue }
      outputs.append(.close(socket, .overloaded))
    }
  }
}
