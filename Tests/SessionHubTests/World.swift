import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

/// Everything around a hub: sockets with browsers, a disk, and a clock that is turned by hand.
struct World {
  private(set) var hub = Hub(seed: "a seed")
  private(set) var now = Timestamp.start
  private(set) var browsers: [SocketID: Browser] = [:]
  /// Everything that the hub wanted, in order.
  private(set) var outputs: [Hub.Output] = []
  /// What the disk does with the next batch.
  var disk = Disk.confirms
  /// Whether snapshots are written at once.
  var archives = true
  /// What is on the disk.
  private(set) var journal: [MeetingID: [JournalEntry]] = [:]
  /// What was handed over and not answered yet.
  private(set) var waiting: [MeetingID: JournalBatch] = [:]
  /// The keys of secret items that are on the disk.
  /// What the hub said to the log.
  private(set) var complaints: [String] = []
  private(set) var itemKeys: [MeetingID: [SecretItem: String]] = [:]
  private var foundings: [Founding] = []
  /// What is under way on slow lines, in both directions.
  private var underWay: [SocketID: (up: [[UInt8]], down: [Frame])] = [:]
  /// How many outputs are carried out before the relay dies; nothing where it lives on.
  private var outputsLeft: Int?
  private var sockets: UInt64 = 0
  private var wishes = 0

  enum Disk {
    case confirms, withholds
    case refuses(Rejection.Reason)
  }

  /// The first meeting's keys; those of later ones have the meeting's name behind them.
  private static func keys(of founding: Founding) -> [Role: String] {
    let isFirst = founding.meeting == Founding.kaffeerunde.meeting
    let end = isFirst ? "" : " of \(founding.meeting.rawValue)"
    return [
      .moderator: Secret.digest("chair opens this" + end),
      .speaker: Secret.digest("speaker opens this" + end),
      .stage: Secret.digest("stage opens this" + end),
    ]
  }

  /// A meeting is open, and nobody is here.
  init() { opens(.kaffeerunde) }

  subscript(_ socket: SocketID) -> Browser { browsers[socket] ?? Browser() }

  var meeting: Meeting {
    guard let meeting = hub.meeting(Founding.kaffeerunde.meeting) else {
      preconditionFailure("The meeting is open.")
    }
    return meeting
  }

  mutating func opens(_ founding: Founding) {
    let opening = Hub.Opening(founding, epoch: "q3J8yw", keys: Self.keys(of: founding))
    follow(hub.open(opening, at: now))
    foundings.append(founding)
  }

  mutating func knows(_ code: JoinCode) { hub.know(code) }

  /// The relay dies and comes back with what is on the disk; all sockets are gone.
  ///
  /// - Parameter keepsBatch: Whether the batch in flight was on the disk already.
  mutating func restarts(keepsBatch: Bool = false) {
    hub = Hub(seed: "another seed")
    outputsLeft = nil
    underWay = [:]
    if keepsBatch { for (meeting, batch) in waiting { keep(batch, of: meeting) } }
    waiting = [:]
    for socket in browsers.keys { browsers[socket]?.closed = .restarting }
    for founding in foundings {
      let opening = Hub.Opening(
        founding,
        epoch: "q3J8yw",
        keys: Self.keys(of: founding),
        journal: journal[founding.meeting] ?? [],
        itemKeys: itemKeys[founding.meeting] ?? [:]
      )
      follow(hub.open(opening, at: now))
    }
  }
}

extension World {
  /// The relay begins with a journal in which these events stand already.
  mutating func restarts(after events: [Meeting.Event]) {
    journal[Founding.kaffeerunde.meeting] = events.enumerated().map { place, event in
      JournalEntry(revision: Revision(rawValue: place + 1), time: now, event: event, cause: nil)
    }
    restarts()
  }
}

// MARK: - What browsers do

extension World {
  /// Somebody opens the page: a socket and a hello. A fresh secret is ready.
  mutating func connects(
    _ name: String = "somebody",
    key: String? = nil,
    token: String? = nil,
    after old: SocketID? = nil,
    code: String = "7K4M2P"
  ) -> SocketID {
    let socket = opensSocket(name, after: old)
    var hello: [String: Any] = ["v": 1, "code": code]
    hello["key"] = key
    hello["token"] = token ?? old.flatMap { self[$0].token }
    if let since = old.flatMap({ self[$0].position }) {
      hello["since"] = ["epoch": since.epoch, "revision": since.revision.rawValue]
    }
    says(socket, json: ["hello": hello])
    return socket
  }

  /// Somebody takes back everything that is theirs, beside the socket.
  ///
  /// - Returns: Whether that was taken.
  mutating func takesEverythingBack(_ token: String?) -> Bool {
    var number = 0
    let outputs = hub.forgetMine(
      token ?? "",
      in: Founding.kaffeerunde.meeting,
      references: {
        number += 1
        return Reference(rawValue: "back\(number)") ?? .lunch
      },
      at: now
    )
    follow(outputs ?? [])
    return outputs != nil
  }

  mutating func connectsChair() -> SocketID { connects("chair", key: "chair opens this") }
  mutating func connectsStage() -> SocketID { connects("stage", key: "stage opens this") }

  mutating func opensSocket(_ name: String = "somebody", after old: SocketID? = nil) -> SocketID {
    sockets += 1
    let socket = SocketID(rawValue: sockets)
    browsers[socket] = Browser(after: old.map { self[$0] })
    play(.opened(socket, token: "secret of \(name) \(sockets)"))
    return socket
  }

  mutating func says(_ socket: SocketID, _ wish: Meeting.Command, as reference: Reference? = nil) {
    wishes += 1
    let reference = reference ?? Reference("wish-\(wishes)")
    do {
      let wish = try JSONEncoder().encode(wish)
      let frame = "{\"command\":{\"ref\":\"\(reference.rawValue)\",\"command\":"
      says(socket, text: frame + String(decoding: wish, as: UTF8.self) + "}}")
    } catch {
      Issue.record("\(wish) cannot be spelled: \(error)")
    }
  }

  mutating func asks(_ socket: SocketID, _ question: QuestionID) {
    says(socket, .questions(.askQuestion(text: "About \(question)")), as: question)
  }

  /// A moderator who sees the present state moves a question.
  mutating func moves(_ socket: SocketID, _ question: QuestionID, to state: Question.State) {
    says(socket, .questions(.moveQuestion(question: question, to: state, seen: meeting.revision)))
  }

  mutating func says(_ socket: SocketID, json: [String: Any]) {
    do {
      let data = try JSONSerialization.data(withJSONObject: json)
      sends([UInt8](data), over: socket)
    } catch {
      Issue.record("\(json) cannot be spelled: \(error)")
    }
  }

  mutating func says(_ socket: SocketID, text: String) {
    sends(Array(text.utf8), over: socket)
  }

  private mutating func sends(_ bytes: [UInt8], over socket: SocketID) {
    if underWay[socket] == nil {
      play(.received(bytes, from: socket))
    } else {
      underWay[socket]?.up.append(bytes)
    }
  }

  mutating func pings(_ socket: SocketID) { says(socket, text: "{\"ping\":{}}") }

  mutating func leaves(_ socket: SocketID) {
    browsers[socket]?.closed = .done
    underWay[socket] = nil
    play(.closed(socket))
  }

  /// What a socket was told since the story looked last, each frame in a few words.
  mutating func hears(_ socket: SocketID) -> [String] {
    hearsFrames(socket).filter { !$0.isForModeratorsOnly }.map(\.told)
  }

  mutating func hearsFrames(_ socket: SocketID) -> [Frame] { browsers[socket]?.listen() ?? [] }

  /// All that was said until now is old news.
  mutating func forgetsWhatWasHeard() {
    for socket in browsers.keys { _ = browsers[socket]?.listen() }
    outputs = []
  }
}

// MARK: - What the machine does

extension World {
  mutating func play(_ input: Hub.Input) {
    if isDead { return }
    follow(hub.handle(input, at: now))
  }

  /// Lets time pass, and wakes the hub whenever it wants to be.
  mutating func turn(_ duration: Duration) {
    let end = now + duration
    while !isDead, hub.nextWake <= end {
      now = max(now, hub.nextWake)
      let before = hub.nextWake
      play(.clockAdvanced)
      precondition(isDead || hub.nextWake > before, "A hub that is woken in vain would spin.")
    }
    now = end
  }

  /// The machine's clock was wrong, and is set.
  mutating func sets(clockBy duration: Duration) { now = now + duration }

  /// The disk has what was handed over.
  mutating func confirms() {
    for meeting in waiting.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let batch = waiting.removeValue(forKey: meeting) else { continue }
      keep(batch, of: meeting)
      play(.recorded(meeting))
    }
  }

  private mutating func keep(_ batch: JournalBatch, of meeting: MeetingID) {
    journal[meeting, default: []] += batch.entries
    for item in batch.forgetting.items { itemKeys[meeting]?[item] = nil }
    itemKeys[meeting, default: [:]].merge(batch.keys) { $1 }
    let forgotten = Set(batch.forgetting.revisions)
    journal[meeting] = journal[meeting]?.map { entry in
      forgotten.contains(entry.revision) ? entry.redacted : entry
    }
  }

  /// The disk does not have what was handed over.
  mutating func refuses(because reason: Rejection.Reason = .storageFull) {
    for meeting in waiting.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      waiting[meeting] = nil
      play(.refused(meeting, reason))
    }
  }

  private mutating func follow(_ wanted: [Hub.Output]) {
    for output in wanted {
      if isDead { return }
      outputs.append(output)
      outputsLeft = outputsLeft.map { $0 - 1 }
      switch output {
      case .record(let meeting, let batch):
        #expect(waiting[meeting] == nil, "One batch at a time.")
        waiting[meeting] = batch
      case .send(let bytes, let sockets): deliver(bytes, to: sockets)
      case .close(let socket, let reason): browsers[socket]?.closed = reason
      case .archive(let meeting): if archives { play(.archived(meeting)) }
      case .complain(let defect): complaints.append(defect)
      }
    }
    if isDead { return }
    switch disk {
    case .confirms: if !waiting.isEmpty { confirms() }
    case .refuses(let reason): if !waiting.isEmpty { refuses(because: reason) }
    case .withholds: break
    }
  }

  private mutating func deliver(_ bytes: [UInt8], to sockets: [SocketID]) {
    do {
      let frame = try JSONDecoder().decode(Frame.self, from: Data(bytes))
      let known = journal.values.map(\.count).max() ?? 0
      #expect(frame.newest <= known, "Told what is not on the disk: \(frame.told)")
      for socket in sockets where self[socket].closed == nil {
        if underWay[socket] == nil {
          browsers[socket]?.hear(frame)
        } else {
          underWay[socket]?.down.append(frame)
        }
      }
    } catch {
      Issue.record("\(String(decoding: bytes, as: UTF8.self)) cannot be read: \(error)")
    }
  }
}

// MARK: - What goes wrong

extension World {
  var isDead: Bool { outputsLeft == 0 }

  /// The relay dies when it has carried out so many outputs more; nothing lets it live on.
  mutating func dies(after outputs: Int?) { outputsLeft = outputs }

  /// From now on what a socket and the relay say to each other is under way.
  mutating func lags(_ socket: SocketID) { underWay[socket] = underWay[socket] ?? ([], []) }

  func isLagging(_ socket: SocketID) -> Bool { underWay[socket] != nil }

  /// All that was under way comes, in its order, but after what others have said since.
  mutating func arrives(_ socket: SocketID) {
    guard let late = underWay.removeValue(forKey: socket) else { return }
    for frame in late.down { browsers[socket]?.hear(frame) }
    for bytes in late.up where self[socket].closed == nil {
      play(.received(bytes, from: socket))
    }
  }
}
