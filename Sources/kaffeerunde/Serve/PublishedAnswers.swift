import MeetingCore
import WebSocketServer

/// What was read of published records lately, so that many readers cost the disk no more than one.
///
/// The disk thread has more important things to do: only so many lookups wait for it at once.
struct PublishedAnswers {
  /// What is asked for, by the record's meeting, the spelling and the language.
  struct Name: Hashable, Sendable {
    let meeting: MeetingID
    let spelling: Spelling
  }

  private var answers: [Name: HTTPResponse] = [:]
  private var bytes = 0
  private var waiting = 0

  /// All that is kept together; a long round has some hundred KiB.
  private static let mostBytes = 16 << 20
  private static let mostWaiting = 8

  subscript(_ name: Name) -> HTTPResponse? { answers[name] }

  /// Whether one more may be looked up now; who may has to be answered with ``keep(_:for:)``.
  mutating func mayLookUp() -> Bool {
    guard waiting < Self.mostWaiting else { return false }
    waiting += 1
    return true
  }

  mutating func keep(_ response: HTTPResponse, for name: Name) {
    waiting -= 1
    guard response.status == 200, response.body.count <= Self.mostBytes, answers[name] == nil else {
      return
    }
    if bytes + response.body.count > Self.mostBytes { forget() }
    answers[name] = response
    bytes += response.body.count
  }

  /// A record has changed, or what may be read of it.
  mutating func forget() { (answers, bytes) = ([:], 0) }
}

/// How a transcript is spelled.
enum Spelling: Hashable, Sendable {
  case json
  case markdown(isGerman: Bool)
}
