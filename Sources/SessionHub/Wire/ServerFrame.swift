import Foundation
package import MeetingCore

/// What the hub sends; one JSON object with exactly one key.
package enum ServerFrame {
  case welcome(Welcome)
  case things(from: Revision, to: Revision, [Bytes])
  /// With when a ballot was counted, where that is what was wished for.
  case ack(Reference, Revision, saved: Bool?, counted: Timestamp? = nil)
  case rejected(Reference, Rejection, thing: Bytes?)
  case beat(Revision, digest: UInt32, now: Timestamp, storage: Storage? = nil)
  /// Older messages of a channel, the oldest first; whether there are more before them.
  case history(Message.Channel, [Bytes], more: Bool)
  case error(Problem)

  /// A thing, or a whole frame, as it goes over the wire.
  package typealias Bytes = [UInt8]

  /// The answer to a hello or a sync: everything that the browser lacks.
  package struct Welcome {
    let epoch: String
    let revision: Revision
    let now: Timestamp
    let role: Role
    let token: String?
    let isFull: Bool
    let things: [Bytes]
    let storage: Storage?

    package init(
      epoch: String,
      revision: Revision,
      now: Timestamp,
      role: Role,
      token: String?,
      isFull: Bool,
      things: [Bytes],
      storage: Storage? = nil
    ) {
      self.epoch = epoch
      self.revision = revision
      self.now = now
      self.role = role
      self.token = token
      self.isFull = isFull
      self.things = things
      self.storage = storage
    }
  }

  /// What is wrong with a browser's frames or claims, where there is no wish to refuse.
  package enum Problem: String, Error, Codable, Sendable, CaseIterable {
    case malformed, unknownFrame, helloExpected, tooManyErrors
    case meetingUnknown, meetingEnded, keyUnknown, versionTooOld
    case meetingFull, tooManyTabs, removed, ticketUnknown, storageFull, storageBroken
  }
}

extension ServerFrame {
  /// The frame's bytes. Things come encoded already, because many browsers share them.
  package var bytes: Bytes {
    switch self {
    case .welcome(let welcome): welcome.bytes
    case .things(let from, let to, let things):
      Self.bytes("things", Span(from: from, revision: to), with: things)
    case .ack(let ref, let revision, let saved, let counted):
      Self.bytes("ack", Ack(ref: ref, revision: revision, result: Result(saved, counted)))
    case .rejected(let ref, let rejection, let thing):
      Self.bytes(
        "rejected",
        Rejected(ref: ref, reason: rejection.reason, wait: rejection.wait?.milliseconds),
        with: thing.map { [$0] },
        as: "thing"
      )
    case .beat(let revision, let digest, let now, let storage):
      Self.bytes("beat", Beat(revision: revision, digest: digest, now: now, storage: storage))
    case .history(let channel, let messages, let more):
      Self.bytes("history", History(channel: channel, more: more), with: messages, as: "messages")
    case .error(let problem): Self.bytes("error", Failure(reason: problem))
    }
  }

  /// `{"name":{…}}`, or `{"name":{…,"things":[…]}}` with things that are encoded already; only a
  /// `thing` stands alone.
  fileprivate static func bytes(
    _ name: String,
    _ body: some Encodable,
    with things: [Bytes]? = nil,
    as key: String = "things"
  ) -> Bytes {
    var frame = Array("{\"\(name)\":".utf8) + JSON.encode(body)
    if let things {
      frame.removeLast()
      frame += Array(",\"\(key)\":".utf8)
      if key != "thing" { frame.append(UInt8(ascii: "[")) }
      frame += things.joined(separator: CollectionOfOne(UInt8(ascii: ",")))
      if key != "thing" { frame.append(UInt8(ascii: "]")) }
      frame.append(UInt8(ascii: "}"))
    }
    frame.append(UInt8(ascii: "}"))
    return frame
  }
}

extension ServerFrame.Welcome {
  fileprivate var bytes: [UInt8] {
    let head = ServerFrame.Head(
      epoch: epoch,
      revision: revision,
      heartbeat: HubLimits.beat.milliseconds,
      now: now,
      role: role,
      token: token,
      full: isFull,
      storage: storage
    )
    return ServerFrame.bytes("welcome", head, with: things)
  }
}

// MARK: - The bodies, spelled by the compiler

extension ServerFrame {
  fileprivate struct Head: Encodable {
    let epoch: String
    let revision: Revision
    let heartbeat: Int64
    let now: Timestamp
    let role: Role
    let token: String?
    let full: Bool
    let storage: Storage?
  }

  fileprivate struct Span: Encodable {
    let from: Revision
    let revision: Revision
  }

  /// What came of a wish, beyond its being fulfilled.
  fileprivate struct Result: Encodable {
    let saved: Bool?
    let counted: Timestamp?

    init?(_ saved: Bool?, _ counted: Timestamp?) {
      if saved == nil, counted == nil { return nil }
      self.saved = saved
      self.counted = counted
    }
  }

  fileprivate struct Ack: Encodable {
    let ref: Reference
    let revision: Revision
    let result: Result?
  }

  fileprivate struct Rejected: Encodable {
    let ref: Reference
    let reason: Rejection.Reason
    let wait: Int64?
  }

  fileprivate struct Beat: Encodable {
    let revision: Revision
    let digest: UInt32
    let now: Timestamp
    let storage: Storage?
  }

  fileprivate struct History: Encodable {
    let channel: Message.Channel
    let more: Bool
  }

  fileprivate struct Failure: Encodable {
    let reason: Problem
  }
}

/// How this server writes JSON: keys in order, so that equal things have equal bytes.
enum JSON {
  static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  static func encode(_ value: some Encodable) -> [UInt8] {
    do {
      return [UInt8](try encoder.encode(value))
    } catch {
      preconditionFailure("A value of ours always has a spelling: \(error)")
    }
  }
}
