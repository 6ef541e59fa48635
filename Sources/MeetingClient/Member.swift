import Foundation

/// One person's side of the protocol: what is held, and what is on its way.
///
/// A value: frames go in, frames to be sent come out. Whoever owns it brings the socket and the
/// clock; see ``Crowd``.
package struct Member: Sendable {
  package let code: String
  private let key: String?
  private var token: String?
  private var epoch: String?
  /// Everything up to here has arrived.
  package private(set) var revision = 0
  /// By `kind:id`.
  package private(set) var things: [String: Thing] = [:]
  /// Wishes that have not been answered, in order; they go out again after each welcome.
  package private(set) var outbox: [Wish] = []
  /// Whether a full answer is under way, and the changes in between are of no use.
  private var isSyncing = false
  /// How often the server's digest was another one than ours: each time is somebody's defect.
  package private(set) var mismatches = 0

  /// A noun of the meeting, as it came.
  package struct Thing: Hashable, Sendable {
    package let kind: String
    package let id: String
    package let revision: Int
    package let content: JSON
  }

  package struct Wish: Hashable, Sendable {
    package let reference: String
    package let command: JSON
  }

  /// What a frame meant to its receiver.
  package enum News: Equatable, Sendable {
    /// In step again; the number of things that came.
    case welcomed(things: Int)
    case changed(things: Int)
    case acknowledged(String, revision: Int)
    case rejected(Refusal)
    case failed(reason: String)
    case nothing
  }

  package struct Refusal: Equatable, Sendable {
    package let reference: String
    package let reason: String
    /// How long to wait before it is worth another try.
    package let wait: Duration?
  }

  /// - Parameter key: Makes a moderator of the one who has the right one.
  package init(code: String, key: String? = nil) {
    self.code = code
    self.key = key
  }
}

// MARK: - Saying

extension Member {
  /// The first frame of each socket.
  package var greeting: [UInt8] {
    var hello: [String: JSON] = ["v": .number(1), "code": .text(code)]
    if let key { hello["key"] = .text(key) }
    if let token { hello["token"] = .text(token) }
    if let position { hello["since"] = position }
    return JSON.object(["hello": .object(hello)]).bytes
  }

  /// Puts a wish into the outbox.
  ///
  /// - Returns: The frame to send, if there is a socket that was welcomed.
  package mutating func ask(_ wish: Wish) -> [UInt8] {
    outbox.append(wish)
    return wish.frame
  }

  /// What has to be sent again after a welcome.
  package var unanswered: [[UInt8]] { outbox.map(\.frame) }

  /// A frame that asks for everything anew.
  package mutating func syncAgain() -> [UInt8] {
    isSyncing = true
    return JSON.object(["sync": .object([:])]).bytes
  }

  /// The same, and says which kinds of things are held in which state.
  private mutating func syncDiffering() -> [UInt8] {
    isSyncing = true
    let sums = digestsByKind.mapValues { JSON.number(Double($0)) }
    return JSON.object(["sync": .object(["digests": .object(sums)])]).bytes
  }

  private var position: JSON? {
    epoch.map { .object(["epoch": .text($0), "revision": .number(Double(revision))]) }
  }
}

extension Member.Wish {
  package init(_ command: JSON, as reference: String) {
    self.command = command
    self.reference = reference
  }

  var frame: [UInt8] {
    let body: [String: JSON] = ["ref": .text(reference), "command": command]
    return JSON.object(["command": .object(body)]).bytes
  }
}

// MARK: - Hearing

extension Member {
  /// Takes a frame in.
  ///
  /// - Returns: What it meant, and what to answer.
  package mutating func hear(_ bytes: [UInt8]) -> (news: News, answers: [[UInt8]]) {
    guard let frame = JSON(bytes)?.object?.first else { return (.nothing, []) }
    let body = frame.value
    switch frame.key {
    case "welcome": return welcome(body)
    case "things": return take(body)
    case "beat": return (.nothing, compare(body))
    case "history": return (.changed(things: replace(body["messages"]?.list ?? [])), [])
    case "ack":
      let reference = body["ref"]?.text ?? ""
      outbox.removeAll { $0.reference == reference }
      return (.acknowledged(reference, revision: body["revision"]?.whole ?? 0), [])
    case "rejected": return (.rejected(refuse(body)), [])
    case "error": return (.failed(reason: body["reason"]?.text ?? ""), [])
    default: return (.nothing, [])
    }
  }

  private mutating func welcome(_ body: JSON) -> (News, [[UInt8]]) {
    if body["full"]?.isTrue == true { things = [:] }
    epoch = body["epoch"]?.text
    revision = body["revision"]?.whole ?? 0
    token = body["token"]?.text ?? token
    isSyncing = false
    let count = replace(body["things"]?.list ?? [])
    return (.welcomed(things: count), [])
  }

  private mutating func take(_ body: JSON) -> (News, [[UInt8]]) {
    guard !isSyncing else { return (.nothing, []) }
    // Things are whole states, so an overlap is harmless; only a gap is not.
    guard (body["from"]?.whole ?? 0) <= revision else {
      isSyncing = true
      let since: [String: JSON] = position.map { ["since": $0] } ?? [:]
      return (.nothing, [JSON.object(["sync": .object(since)]).bytes])
    }
    revision = max(revision, body["revision"]?.whole ?? 0)
    return (.changed(things: replace(body["things"]?.list ?? [])), [])
  }

  private mutating func compare(_ body: JSON) -> [[UInt8]] {
    guard !isSyncing, let beaten = body["revision"]?.whole, beaten >= revision else { return [] }
    revision = beaten
    guard body["digest"]?.whole != Int(digest) else { return [] }
    mismatches += 1
    return [syncDiffering()]
  }

  private mutating func refuse(_ body: JSON) -> Refusal {
    let reference = body["ref"]?.text ?? ""
    outbox.removeAll { $0.reference == reference }
    if let thing = body["thing"] { _ = replace([thing]) }
    return Refusal(
      reference: reference,
      reason: body["reason"]?.text ?? "",
      wait: body["wait"]?.whole.map { .milliseconds($0) }
    )
  }

  /// Puts things in the place of their older states.
  private mutating func replace(_ news: [JSON]) -> Int {
    for content in news {
      guard let kind = content["kind"]?.text, let id = content["id"]?.text,
        let revision = content["revision"]?.whole
      else { continue }
      let name = "\(kind):\(id)"
      if let held = things[name], held.revision > revision { continue }
      let isGone = content["gone"]?.isTrue == true
      things[name] =
        isGone ? nil : Thing(kind: kind, id: id, revision: revision, content: content)
      if let cleared = content["cleared"]?.whole { letGo(through: cleared) }
    }
    return news.count
  }

  /// Messages to the room up to this number are shown to nobody any more.
  private mutating func letGo(through number: Int) {
    things = things.filter { _, thing in
      guard let message = thing.messageNumber, message.channel == "room" else { return true }
      return message.number > number
    }
  }

  /// The fingerprint of everything held that the whole audience holds, too: the sum, modulo 2³²,
  /// of the FNV-1a-32 hashes of `kind:id:revision`. Of each channel only the newest messages count.
  package var digest: UInt32 { Self.digest(of: Array(things.values)) }

  /// The same for each kind of thing by itself.
  private var digestsByKind: [String: UInt32] {
    Dictionary(grouping: things.values.filter { $0.kind != "me" }, by: \.kind)
      .mapValues(Self.digest)
  }

  private static func digest(of things: [Thing]) -> UInt32 {
    let messages = things.compactMap(\.messageNumber)
    let lasts = Dictionary(messages.map { ($0.channel, $0.number) }, uniquingKeysWith: max)
    return things.reduce(0) { sum, thing in
      if let message = thing.messageNumber {
        let last = lasts[message.channel] ?? 0
        if message.number <= last - newestMessages { return sum }
      }
      return thing.kind == "me"
        ? sum : sum &+ fnv1a("\(thing.kind):\(thing.id):\(thing.revision)")
    }
  }

  /// So many messages of a channel are held by everybody.
  private static let newestMessages = 200

  private static func fnv1a(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}

extension Member.Thing {
  /// Of a message, its place in its channel.
  fileprivate var messageNumber: (channel: String, number: Int)? {
    guard kind == "message", let channel = content["channel"]?.text,
      let number = content["number"]?.whole
    else { return nil }
    return (channel, number)
  }
}
