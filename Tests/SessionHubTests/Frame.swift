import Foundation

/// A frame of the server as a browser reads it: one of these is there.
struct Frame: Decodable {
  let welcome: Welcome?
  let things: News?
  let ack: Ack?
  let rejected: Rejected?
  let beat: Beat?
  let error: Failure?

  struct Welcome: Decodable {
    let epoch: String
    let revision: Int
    let heartbeat: Int
    let now: Int64
    let role: String
    let token: String?
    let full: Bool
    let things: [WireThing]
    let storage: String?
  }

  struct News: Decodable {
    let from: Int
    let revision: Int
    let things: [WireThing]
  }

  struct Ack: Decodable, Equatable {
    let ref: String
    let revision: Int
    let result: Saved?
  }

  struct Saved: Decodable, Equatable {
    let saved: Bool
  }

  struct Rejected: Decodable, Equatable {
    let ref: String
    let reason: String
    let wait: Int?
    let thing: WireThing?
  }

  struct Beat: Decodable, Equatable {
    let revision: Int
    let digest: UInt32
    let now: Int64
    let storage: String?
  }

  struct Failure: Decodable {
    let reason: String
  }

  /// The highest revision that the frame speaks of.
  var newest: Int {
    let told = [welcome?.revision, things?.revision, ack?.revision, beat?.revision]
    let things = (welcome?.things ?? []) + (self.things?.things ?? [])
    return (told.compactMap(\.self) + things.map(\.revision)).max() ?? 0
  }

  /// Whether it only tells moderators who moderates and what was done: stories leave that out.
  var isForModeratorsOnly: Bool {
    things?.things.allSatisfy { $0.kind == "moderation" } ?? false
  }

  /// What kind of frame this is, in one word, for stories; a refusal says why.
  var told: String {
    if welcome != nil { return "welcome" }
    if let things {
      let names = things.things.filter { $0.kind != "moderation" }.map(\.name)
      return "things \(names.joined(separator: " "))"
    }
    if let ack { return ack.result?.saved == true ? "saved" : "ack" }
    if let rejected { return "rejected \(rejected.reason)" }
    if let beat { return (["beat", beat.storage].compactMap(\.self)).joined(separator: " ") }
    if let error { return "error \(error.reason)" }
    return "nothing"
  }
}

/// A thing as browsers hold it.
struct WireThing: Decodable, Equatable {
  let kind: String
  let id: String
  var revision: Int
  var gone: Bool?
  var phase: String?
  var present: Int?
  var moderators: Int?
  var number: Int?
  var text: String?
  var state: String?
  var reason: String?
  var author: String?
  var organisation: String?
  var support: Int?
  var asked: Int64?
  var participant: Int?
  var called: String?
  var supports: [String]?
  var questions: Questions?

  struct Own: Decodable, Equatable {
    let id: String
    let text: String
    let state: String
    let reason: String?
    let asked: Int64
  }

  /// Of a meeting: whether questions are taken; of a person: the own ones.
  enum Questions: Decodable, Equatable {
    case rule(String)
    case own([Own])

    init(from decoder: any Decoder) throws {
      let box = try decoder.singleValueContainer()
      self = try (try? .own(box.decode([Own].self))) ?? .rule(box.decode(String.self))
    }
  }

  private enum CodingKeys: String, CodingKey {
    case kind, id, revision, gone, phase, present, moderators, number, text, state, reason, author
    case organisation, support, asked, participant, supports, questions
    case called = "name"
  }

  var own: [Own] { if case .own(let own) = questions { own } else { [] } }

  /// What has to be the same on all sides.
  ///
  /// When one's own thing changed last is not: after a restart nobody knows whose the anonymous
  /// questions were that were withdrawn before.
  var essence: Self {
    var thing = self
    if kind == "me" { thing.revision = 0 }
    return thing
  }

  /// How stories call it: questions by their short names.
  var name: String {
    let name = kind == "question" ? id.replacing(/-+$/, with: "") : kind
    return gone == true ? "-\(name)" : name
  }
}

extension WireThing {
  static func read(_ bytes: [UInt8]) throws -> Self {
    try JSONDecoder().decode(Self.self, from: Data(bytes))
  }
}
