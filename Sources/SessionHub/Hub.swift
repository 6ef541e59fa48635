import Crypto
package import MeetingCore

/// Everyone connected, every live meeting, and what each may see of it.
///
/// A value: inputs go in, outputs come out, nothing else happens. The runner owns the clock, the
/// sockets and the files, and carries out the outputs in order.
package struct Hub {
  var rooms: [MeetingID: Room] = [:]
  /// The meetings behind each code.
  private var meetings: [JoinCode: [MeetingID]] = [:]
  private var connections: [SocketID: Connection] = [:]
  private var nextTick = Timestamp(rawValue: 0)
  private var storage = Storage.ok
  private let seed: String

  package enum Input {
    /// `token` is a fresh secret, in case this turns out to be somebody new.
    case opened(SocketID, token: String)
    case received([UInt8], from: SocketID)
    /// What was handed over waits; more would only pile up.
    case stalled(SocketID)
    case drained(SocketID)
    case closed(SocketID)
    /// The journal has the batch of this meeting that was handed over last, or does not.
    case recorded(MeetingID)
    case refused(MeetingID, Rejection.Reason)
    /// The ended meeting's snapshot is on disk.
    case archived(MeetingID)
    /// The ended meeting, or a part of its record, has had its time.
    case forgotten(MeetingID)
    /// A role's key is another one, for good (product row A12): the SHA-256 of it, in hexadecimal.
    case renewed(Role, of: MeetingID, keyDigest: String)
    case storage(Storage)
    case clockAdvanced
  }

  package enum Output: Equatable {
    case record(MeetingID, JournalBatch)
    case send([UInt8], to: [SocketID])
    case close(SocketID, CloseReason)
    /// The meeting has ended: keep its record.
    case archive(MeetingID)
    /// Somebody's defect, for the log; it names no person and no text.
    case complain(String)
  }

  /// - Parameter seed: A secret of this process, from which the keys of secret items are made.
  package init(seed: String) { self.seed = seed }
}

// MARK: - Meetings

extension Hub {
  /// What a room is opened with: a new meeting's founding, or an old one's journal.
  package struct Opening {
    let founding: Founding
    let epoch: String
    /// SHA-256 of each role's key, in hexadecimal digits.
    let keys: [Role: String]
    let journal: [JournalEntry]
    /// The keys of secret items that the journal holds.
    let itemKeys: [SecretItem: String]

    package init(
      _ founding: Founding,
      epoch: String,
      keys: [Role: String],
      journal: [JournalEntry] = [],
      itemKeys: [SecretItem: String] = [:]
    ) {
      self.founding = founding
      self.epoch = epoch
      self.keys = keys
      self.journal = journal
      self.itemKeys = itemKeys
    }
  }

  /// Opens a meeting's room.
  ///
  /// - Returns: Its record to be kept, where a crash came between the end and the snapshot.
  package mutating func open(_ opening: Opening, at now: Timestamp) -> [Output] {
    let founding = opening.founding
    var room = Room(opening, seed: seed, at: now)
    room.storage = storage
    room.replay(opening.journal, at: now)
    rooms[founding.meeting] = room
    meetings[founding.series.code, default: []].append(founding.meeting)
    return room.isEnded ? [.archive(founding.meeting)] : []
  }

  /// Remembers a series whose meetings have all ended, so that its code can be answered.
  package mutating func know(_ code: JoinCode) { meetings[code, default: []] += [] }

  /// The meeting as the journal has confirmed it.
  package func meeting(_ id: MeetingID) -> Meeting? { rooms[id]?.durable }

  /// All meetings in memory, as the journal has confirmed them.
  package var allMeetings: [Meeting] {
    rooms.values.map(\.durable).sorted { $0.founding.founded < $1.founding.founded }
  }

  /// Everything that is a person's own, also what only the hub can tell.
  package func owner(_ person: ParticipantID, in meeting: Meeting) -> Owner? {
    rooms[meeting.founding.meeting]?.owner(person)
  }

  /// Lets go of an ended meeting: nobody can read here any more what its record does not hold.
  private mutating func forget(_ meeting: MeetingID, into outputs: inout [Output]) {
    guard let room = rooms[meeting], room.isEnded else { return }
    for socket in room.members.keys {
      connections[socket]?.seat = nil
      outputs.append(.send(ServerFrame.error(.meetingEnded).bytes, to: [socket]))
      outputs.append(.close(socket, .meetingUnknown))
    }
    rooms[meeting] = nil
    meetings[room.durable.founding.series.code]?.removeAll { $0 == meeting }
  }

  package func isTaken(_ code: JoinCode) -> Bool { meetings[code] != nil }

  /// The meetings that a code can lead to, the one first that it does lead to; see ``Precedence``.
  private func meetings(behind code: JoinCode, at now: Timestamp) -> [MeetingID] {
    (meetings[code] ?? []).compactMap { rooms[$0]?.durable }
      .map { ($0.founding.meeting, Precedence(of: $0, at: now)) }
      .sorted { ($0.1, $0.0.rawValue) < ($1.1, $1.0.rawValue) }.map(\.0)
  }
}

// MARK: - Inputs

extension Hub {
  /// Takes an input at its moment.
  ///
  /// - Returns: What is to be done, in this order.
  package mutating func handle(_ input: Input, at now: Timestamp) -> [Output] {
    var outputs: [Output] = []
    switch input {
    case .opened(let socket, let token):
      connections[socket] = Connection(freshToken: token, at: now)
    case .received(let bytes, let socket):
      receive(bytes, from: socket, at: now, into: &outputs)
    case .stalled(let socket):
      withRoom(of: socket) { $0.stalled(socket, at: now) }
    case .drained(let socket):
      withRoom(of: socket) { $0.drained(socket, at: now, into: &outputs) }
    case .closed(let socket):
      withRoom(of: socket) { $0.unseat(socket, at: now) }
      connections[socket] = nil
    case .recorded(let meeting): rooms[meeting]?.recorded(at: now, into: &outputs)
    case .refused(let meeting, let reason):
      rooms[meeting]?.refused(reason, at: now, into: &outputs)
    case .archived(let meeting): rooms[meeting]?.archived(at: now, into: &outputs)
    case .forgotten(let meeting): forget(meeting, into: &outputs)
    case .renewed(let role, let meeting, let digest):
      rooms[meeting]?.renew(role, digest, into: &outputs)
    case .storage(let new):
      storage = new
      for meeting in rooms.keys { rooms[meeting]?.storage(is: new, at: now, into: &outputs) }
    case .clockAdvanced: advance(to: now, into: &outputs)
    }
    return outputs.filter { isNew($0) }
  }

  /// Whether an output is more than a second farewell to the same socket.
  private mutating func isNew(_ output: Output) -> Bool {
    guard case .close(let socket, _) = output else { return true }
    guard connections[socket]?.isClosing == false else { return false }
    connections[socket]?.isClosing = true
    return true
  }

  /// When the clock has to be advanced at the latest.
  package var nextWake: Timestamp {
    rooms.values.compactMap(\.flushDue).min().map { min($0, nextTick) } ?? nextTick
  }

  private mutating func withRoom(of socket: SocketID, _ change: (inout Room) -> Void) {
    guard let meeting = connections[socket]?.seat, rooms[meeting] != nil else { return }
    change(&rooms[meeting]!)
  }

  private mutating func advance(to now: Timestamp, into outputs: inout [Output]) {
    for meeting in rooms.keys { rooms[meeting]?.flushIfDue(at: now, into: &outputs) }
    guard now >= nextTick else { return }
    nextTick = now + .seconds(1)
    for meeting in rooms.keys { rooms[meeting]?.tick(at: now, into: &outputs) }
    for (socket, connection) in connections
    where connection.seat == nil && now >= connection.opened + HubLimits.greeting {
      outputs.append(.close(socket, .protocolError))
    }
  }
}

// MARK: - Frames

extension Hub {
  private mutating func receive(
    _ bytes: [UInt8],
    from socket: SocketID,
    at now: Timestamp,
    into outputs: inout [Output]
  ) {
    guard connections[socket]?.isClosing == false else { return }
    if connections[socket]!.limit.spend(at: now) != nil {
      outputs.append(.close(socket, .overloaded))
      return
    }
    do throws(ClientFrame.Problem) {
      let frame = try ClientFrame.decode(bytes)
      handle(frame, from: socket, at: now, into: &outputs)
    } catch {
      complain(error == .malformed ? .malformed : .unknownFrame, to: socket, into: &outputs)
    }
  }

  private mutating func handle(
    _ frame: ClientFrame,
    from socket: SocketID,
    at now: Timestamp,
    into outputs: inout [Output]
  ) {
    let isSeated = connections[socket]?.seat != nil
    switch frame {
    case .hello(let hello) where !isSeated:
      greet(hello, from: socket, at: now, into: &outputs)
    case .hello: complain(.unknownFrame, to: socket, into: &outputs)
    case _ where !isSeated: complain(.helloExpected, to: socket, into: &outputs)
    case .command(let reference, let wish):
      withRoom(of: socket) { room in
        room.handle(wish, reference, from: socket, at: now, into: &outputs)
        room.commit(at: now, into: &outputs)
      }
    case .ping: withRoom(of: socket) { $0.beat(socket, at: now, into: &outputs) }
    case .history(let number, let channel):
      withRoom(of: socket) { room in
        room.tellHistory(before: number, in: channel, to: socket, into: &outputs)
      }
    case .sync(let since, let digests):
      withRoom(of: socket) { room in
        if let digests { room.compare(digests, of: socket, into: &outputs) }
        room.resync(socket, since: since, at: now, into: &outputs)
      }
    }
  }

  private mutating func greet(
    _ hello: ClientFrame.Hello,
    from socket: SocketID,
    at now: Timestamp,
    into outputs: inout [Output]
  ) {
    do throws(Refusal) {
      let (meeting, role) = try destination(of: hello, at: now)
      let claim = claim(of: hello, as: role, in: meeting, from: socket)
      do throws(ServerFrame.Problem) {
        connections[socket]?.seat = meeting
        try rooms[meeting]?.seat(socket, claim, at: now, into: &outputs)
      } catch {
        connections[socket]?.seat = nil
        throw Refusal(error, close(after: error))
      }
    } catch {
      outputs.append(.send(ServerFrame.error(error.problem).bytes, to: [socket]))
      outputs.append(.close(socket, error.close))
    }
  }

  /// Whether it is worth coming back.
  private func close(after problem: ServerFrame.Problem) -> CloseReason {
    switch problem {
    case .removed: .removed
    case .ticketUnknown: .linkRevoked
    default: .overloaded
    }
  }

  /// A hello refused: what is said, and with which code the socket closes.
  private struct Refusal: Error {
    let problem: ServerFrame.Problem
    let close: CloseReason

    init(_ problem: ServerFrame.Problem, _ close: CloseReason) {
      self.problem = problem
      self.close = close
    }
  }

  /// Which meeting is meant, and in which role.
  ///
  /// A code leads to the present meeting of its series; a key to the meeting that it opens, so
  /// that the next round can be prepared while this one goes on. Whoever was only cut off comes
  /// back to where they were, whatever has begun since.
  private func destination(
    of hello: ClientFrame.Hello,
    at now: Timestamp
  ) throws(Refusal) -> (MeetingID, Role) {
    guard hello.v == 1 else { throw Refusal(.versionTooOld, .versionTooOld) }
    guard let code = JoinCode(rawValue: hello.code), meetings[code] != nil else {
      throw Refusal(.meetingUnknown, .meetingUnknown)
    }
    let candidates = meetings(behind: code, at: now)
    guard let present = candidates.first else { throw Refusal(.meetingEnded, .meetingUnknown) }
    guard let key = hello.key else {
      return (candidates.first { goesOn($0, for: hello) } ?? present, .participant)
    }
    // Digests are compared, so that time tells nothing about the key.
    let digest = Secret.digest(key)
    for meeting in candidates {
      guard let role = rooms[meeting]?.keys.first(where: { $0.value == digest })?.key else {
        continue
      }
      return (meeting, role)
    }
    throw Refusal(.keyUnknown, .linkRevoked)
  }

  /// Whether this is the meeting that the one who says hello has just been in.
  private func goesOn(_ meeting: MeetingID, for hello: ClientFrame.Hello) -> Bool {
    guard let room = rooms[meeting], !room.isEnded, let token = hello.token else { return false }
    return hello.since?.epoch == room.epoch
      && room.knows(SessionDigest(rawValue: Secret.digest(token)))
  }

  private func claim(
    of hello: ClientFrame.Hello,
    as role: Role,
    in meeting: MeetingID,
    from socket: SocketID
  ) -> Room.Claim {
    if let token = hello.token {
      let digest = SessionDigest(rawValue: Secret.digest(token))
      if rooms[meeting]?.knows(digest) == true {
        return Room.Claim(digest: digest, token: nil, role: role, since: hello.since, ticket: nil)
      }
    }
    let fresh = connections[socket]?.freshToken ?? ""
    let digest = SessionDigest(rawValue: Secret.digest(fresh))
    // What somebody else has seen is no ground to go on from; the stage is always the same nobody.
    let since = role == .stage ? hello.since : nil
    return Room.Claim(
      digest: digest,
      token: fresh,
      role: role,
      since: since,
      ticket: hello.ticket
    )
  }

  private mutating func complain(
    _ problem: ServerFrame.Problem,
    to socket: SocketID,
    into outputs: inout [Output]
  ) {
    connections[socket]?.errors += 1
    outputs.append(.send(ServerFrame.error(problem).bytes, to: [socket]))
    guard let errors = connections[socket]?.errors, errors >= HubLimits.errors else { return }
    outputs.append(.send(ServerFrame.error(.tooManyErrors).bytes, to: [socket]))
    outputs.append(.close(socket, .protocolError))
  }
}

/// What is kept of secrets.
package enum Secret {
  /// HMAC-SHA-256 of a name under a key, in hexadecimal digits.
  static func derived(from key: String, for name: String) -> String {
    let key = SymmetricKey(data: Array(key.utf8))
    return hexadecimal(HMAC<SHA256>.authenticationCode(for: Array(name.utf8), using: key))
  }

  /// SHA-256 in hexadecimal digits.
  package static func digest(_ secret: String) -> String {
    hexadecimal(SHA256.hash(data: Array(secret.utf8)))
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
