import Foundation
package import MeetingCore

/// What a browser may send; one JSON object with exactly one key.
package enum ClientFrame: Equatable, Sendable {
  case hello(Hello)
  /// A wish under its name; a wish that cannot be read still has a name to be refused under.
  case command(Reference, Result<Meeting.Command, Rejection>)
  case ping
  /// What changed since, or everything; with the digests of each kind of thing where a beat's
  /// digest was another one than the browser's.
  case sync(Position?, differing: [String: UInt32]? = nil)
  /// Asks for messages that are older than all that the browser has.
  case history(before: Int, in: Message.Channel)

  /// The first frame: who comes, to which round, knowing how much already.
  package struct Hello: Equatable, Codable, Sendable {
    package let v: Int
    package let code: String
    package let token: String?
    package let key: String?
    package let since: Position?
    /// The invitation that another device of the same person has shown.
    package let ticket: Reference?

    package init(
      v: Int,
      code: String,
      token: String?,
      key: String?,
      since: Position?,
      ticket: Reference? = nil
    ) {
      self.v = v
      self.code = code
      self.token = token
      self.key = key
      self.since = since
      self.ticket = ticket
    }
  }

  /// How much of a meeting a browser has: a revision, in one run of numbering.
  package struct Position: Equatable, Codable, Sendable {
    package let epoch: String
    package let revision: Revision

    package init(epoch: String, revision: Revision) {
      self.epoch = epoch
      self.revision = revision
    }
  }

  /// Why a frame as a whole cannot be read.
  package enum Problem: String, Error, Sendable {
    case malformed, unknownFrame
  }
}

extension ClientFrame {
  /// Nesting beyond this is an attack on the parser, not a wish.
  static let deepest = 8

  /// Reads a frame.
  ///
  /// - Throws: What is wrong with it, where not even a reference could be found.
  package static func decode(_ bytes: [UInt8]) throws(Problem) -> ClientFrame {
    guard isUTF8(bytes), isShallow(bytes) else { throw .malformed }
    do {
      return try JSONDecoder().decode(Envelope.self, from: Data(bytes)).frame
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .malformed
    }
  }

  /// The parser would read UTF-16 and UTF-32, too, in which brackets can hide; JSON in those always
  /// has a zero byte, or begins with a mark that UTF-8 never holds.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    !bytes.contains { $0 == 0 || $0 >= 0xFE }
  }

  /// Counts brackets before the parser sees them; a bracket in a text counts in its favour at most
  /// as long as the text is open.
  private static func isShallow(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var isText = false
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        isEscaped = false
      } else if isText {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
      if depth > deepest { return false }
    }
    return true
  }
}

/// The one-key object around every frame.
private struct Envelope: Decodable {
  let frame: ClientFrame

  enum Key: String, CodingKey { case hello, command, ping, sync, history }
  enum CommandKey: String, CodingKey { case ref, command }
  enum SyncKey: String, CodingKey { case since, digests }
  enum HistoryKey: String, CodingKey { case before, channel }

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    guard let key = box.allKeys.first else { throw ClientFrame.Problem.unknownFrame }
    guard box.allKeys.count == 1 else { throw ClientFrame.Problem.malformed }
    switch key {
    case .hello: frame = .hello(try box.decode(ClientFrame.Hello.self, forKey: .hello))
    case .ping: frame = .ping
    case .sync:
      let sync = try box.nestedContainer(keyedBy: SyncKey.self, forKey: .sync)
      frame = .sync(
        try sync.decodeIfPresent(ClientFrame.Position.self, forKey: .since),
        differing: try sync.decodeIfPresent([String: UInt32].self, forKey: .digests)
      )
    case .history:
      let history = try box.nestedContainer(keyedBy: HistoryKey.self, forKey: .history)
      frame = .history(
        before: try history.decode(Int.self, forKey: .before),
        in: try history.decodeIfPresent(Message.Channel.self, forKey: .channel) ?? .room
      )
    case .command:
      let command = try box.nestedContainer(keyedBy: CommandKey.self, forKey: .command)
      guard let ref = Reference(rawValue: try command.decode(String.self, forKey: .ref)) else {
        throw ClientFrame.Problem.malformed
      }
      frame = .command(ref, Self.wish(in: command))
    }
  }

  private static func wish(
    in command: KeyedDecodingContainer<CommandKey>
  ) -> Result<Meeting.Command, Rejection> {
    do {
      return .success(try command.decode(Meeting.Command.self, forKey: .command))
    } catch {
      return .failure(Rejection(isUnknown(in: command) ? .unknownCommand : .malformed))
    }
  }

  /// Whether the command is an object whose one key this server does not know.
  private static func isUnknown(in command: KeyedDecodingContainer<CommandKey>) -> Bool {
    guard let wish = try? command.nestedContainer(keyedBy: AnyKey.self, forKey: .command),
      wish.allKeys.count == 1, let name = wish.allKeys.first?.stringValue
    else { return false }
    return !Meeting.Command.names.contains(name)
  }
}

/// A key that can have any name.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
