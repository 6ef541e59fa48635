import MeetingCore
import SessionHub

/// What a page makes of its frames: the same as `reduce.js`, in Swift.
struct Browser {
  private(set) var epoch: String?
  private(set) var revision = 0
  private(set) var role: String?
  private(set) var token: String?
  private(set) var things: [String: WireThing] = [:]
  private(set) var frames: [Frame] = []
  /// Frames that did not follow on what was there; none may ever come.
  private(set) var gaps = 0
  /// Beats whose digest did not fit what was there; none may ever come.
  private(set) var mismatches = 0
  /// How many frames a story has looked at.
  private var heard = 0
  var closed: CloseReason?

  init(after old: Browser? = nil) {
    guard let old else { return }
    epoch = old.epoch
    revision = old.revision
    role = old.role
    token = old.token
    things = old.things
  }

  mutating func hear(_ frame: Frame) {
    frames.append(frame)
    if let welcome = frame.welcome {
      epoch = welcome.epoch
      revision = welcome.revision
      role = welcome.role
      token = welcome.token ?? token
      if welcome.full { things = [:] }
      take(welcome.things)
    } else if let news = frame.things {
      if news.from > revision { gaps += 1 }
      revision = max(revision, news.revision)
      take(news.things)
    } else if let beat = frame.beat {
      if beat.digest != digest || beat.revision < revision { mismatches += 1 }
      revision = beat.revision
    } else if let history = frame.history {
      take(history.messages)
    } else if let thing = frame.rejected?.thing {
      take([thing])
    }
  }

  /// The frames that came since the last time.
  mutating func listen() -> [Frame] {
    defer { heard = frames.count }
    return Array(frames.dropFirst(heard))
  }

  /// Takes things in, wherever they come from.
  mutating func hear(_ things: [WireThing]) { take(things) }

  private mutating func take(_ news: [WireThing]) {
    for thing in news {
      let name = "\(thing.kind):\(thing.id)"
      if let held = things[name], held.revision > thing.revision { continue }
      things[name] = thing.gone == true ? nil : thing
      guard let cleared = thing.cleared else { continue }
      things = things.filter { !$0.value.isInRoom || $0.value.number ?? 0 > cleared }
    }
  }

  /// Everything but the messages that are not among the newest of their channel.
  var newest: [String: WireThing] {
    let lasts = Message.Channel.allCases.map { ($0.rawValue, numbers(in: $0).last ?? 0) }
    let last = Dictionary(uniqueKeysWithValues: lasts)
    return things.filter { _, thing in
      guard let channel = thing.channel, let number = thing.number else { return true }
      return number > last[channel, default: 0] - HubLimits.messagesShown
    }
  }

  var digest: UInt32 {
    newest.values.filter { $0.kind != "me" }
      .reduce(0) { $0 &+ Digest.fnv1a("\($1.kind):\($1.id):\($1.revision)") }
  }

  var position: ClientFrame.Position? {
    epoch.map { .init(epoch: $0, revision: Revision(rawValue: revision)) }
  }

  // MARK: What it shows

  var meeting: WireThing? { things["meeting:meeting"] }
  var people: WireThing? { things["people:people"] }
  var stage: WireThing? { things["stage:stage"] }
  var agenda: WireThing? { things["agenda:agenda"] }
  var me: WireThing? { things["me:me"] }
  var queue: WireThing? { things["queue:queue"] }

  var chat: WireThing? { things["chat:chat"] }

  func question(_ id: QuestionID) -> WireThing? { things["question:\(id.rawValue)"] }

  func message(_ id: MessageID) -> WireThing? { things["message:\(id.rawValue)"] }

  /// The numbers of the messages of a channel that it holds.
  func numbers(in channel: Message.Channel = .room) -> [Int] {
    things.values.filter { $0.kind == "message" && $0.channel == channel.rawValue }
      .compactMap(\.number).sorted()
  }
}

extension Thing {
  /// The name under which a browser keeps it.
  var wireName: String { "\(name.kind):\(name.id)" }
}
