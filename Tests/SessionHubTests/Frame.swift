import Foundation
import MeetingTestSupport

/// A frame of the server as a browser reads it: one of these is there.
struct Frame: Decodable {
  let welcome: Welcome?
  let things: News?
  let ack: Ack?
  let rejected: Rejected?
  let beat: Beat?
  let history: History?
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
    let saved: Bool?
    let counted: Int64?
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

  struct History: Decodable, Equatable {
    let channel: String
    let messages: [WireThing]
    let more: Bool
  }

  struct Failure: Decodable {
    let reason: String
  }

  /// The highest revision that the frame speaks of.
  var newest: Int {
    let told = [welcome?.revision, things?.revision, ack?.revision, beat?.revision]
    let things =
      (welcome?.things ?? []) + (self.things?.things ?? []) + (history?.messages ?? [])
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
    if ack?.result?.counted != nil { return "counted" }
    if let ack { return ack.result?.saved == true ? "saved" : "ack" }
    if let rejected { return "rejected \(rejected.reason)" }
    if let beat { return (["beat", beat.storage].compactMap(\.self)).joined(separator: " ") }
    if let history { return "history of \(history.messages.count)" }
    if let error { return "error \(error.reason)" }
    return "nothing"
  }
}

extension WireThing {
  /// An entry of the speaking queue.
  struct Hand: Decodable, Equatable {
    let entry: String
    let kind: String
    let name: String?
    let organisation: String?
    let note: String?
    let away: Bool?
    let first: Bool?
    let moved: Bool?
    let forModerators: Background?

    struct Background: Decodable, Equatable {
      let participant: Int?
      let contributions: Int
    }
  }

  struct Turn: Decodable, Equatable {
    let who: Hand
    let began: Int64
    let spoken: Int64
    let running: Int64?
  }

  struct Lowered: Decodable, Equatable {
    let entry: String
    let because: String
    let restoreUntil: Int64?
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
  var scene: String?
  var subject: String?
  var pinned: Bool?
  var items: [Item]?
  var current: Current?
  var rehearsal: Bool?
  var drift: Int?

  struct Item: Decodable, Equatable {
    let id: String
    let title: String
  }

  struct Current: Decodable, Equatable {
    let item: String
    let since: Int64
  }
  var waiting: [Hand]?
  var aside: [Hand]?
  var turn: Turn?
  /// Own entries of the speaking queue.
  var hands: [String]?
  var lowered: Lowered?
  var channel: String?
  var role: String?
  var edited: Edited?
  var question: String?
  var message: String?
  var acknowledged: Bool?
  var mode: String?
  var kept: Bool?
  var cleared: Int?
  var links: [Link]?
  var announcement: Banner?
  var messages: [OwnMessage]?
  var anonymousMessages: [String]?

  struct Link: Decodable, Equatable {
    let id: String
    let url: String
    let title: String
  }

  struct Banner: Decodable, Equatable {
    let text: String
    let urgent: Bool
    let until: Int64
  }

  struct OwnMessage: Decodable, Equatable {
    let id: String
    let state: String
    let text: String?
    let question: String?
    let acknowledged: Bool
  }
  // Of polls, tallies, and what was voted.
  var round: Int?
  var cast: Int?
  var tooFew: Bool?
  var form: JSONValue?
  var rounds: JSONValue?
  var result: JSONValue?
  var voters: JSONValue?
  var ballots: JSONValue?

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
    case scene, subject, pinned, items, current, rehearsal, drift
    case waiting, aside, turn, hands, lowered
    case channel, role, edited, question, message, acknowledged, mode, kept, cleared, links
    case announcement, messages, anonymousMessages
    case round, cast, tooFew, form, rounds, result, voters, ballots
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

  /// How stories call it: questions and messages by their short names.
  var name: String {
    let name = ["question", "message"].contains(kind) ? id.replacing(/-+$/, with: "") : kind
    return gone == true ? "-\(name)" : name
  }
}

extension WireThing {
  var isInRoom: Bool { kind == "message" && channel == "room" }

  static func read(_ bytes: [UInt8]) throws -> Self {
    try JSONDecoder().decode(Self.self, from: Data(bytes))
  }
}

/// Of a message, when it was changed last; of a poll, that it was.
enum Edited: Hashable, Decodable {
  case at(Int64)
  case yes(Bool)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let time = try? value.decode(Int64.self) {
      self = .at(time)
    } else {
      self = .yes(try value.decode(Bool.self))
    }
  }
}
