package import WebSocketServer

/// Members of a meeting on real sockets: connects them, brings them back, and tells what they hear.
///
/// Runs on the thread of its loop. Lost sockets come back by themselves, after 0.5 s · 2ⁿ with
/// full jitter and at most 20 s, or within 3 s after a restart of the server; resumed where they
/// were, with everything unanswered sent again.
package final class Crowd {
  package weak var delegate: (any CrowdDelegate)?
  private let loop: EventLoop
  private let address: ClientURL
  private let origin: String
  private var places: [Place]
  private var sockets: [Socket: Int] = [:]

  private struct Place {
    var member: Member
    var socket: Socket?
    var isWelcome = false
    var isWanted = false
    var tries = 0
    var nextTry: ContinuousClock.Instant?
  }

  /// - Parameter origin: What a browser would name as the page's origin.
  package init(_ members: [Member], on loop: EventLoop, at address: ClientURL, origin: String) {
    self.loop = loop
    self.address = address
    self.origin = origin
    places = members.map { Place(member: $0) }
    loop.delegate = self
  }

  package var count: Int { places.count }
  package subscript(_ number: Int) -> Member { places[number].member }
  package func isHere(_ number: Int) -> Bool { places[number].isWelcome }
}

/// Who is told what the members of a ``Crowd`` hear, by their numbers.
package protocol CrowdDelegate: AnyObject {
  func heard(_ news: Member.News, by number: Int)
  /// A whole frame has come, and nobody has looked into it yet.
  func received(_ frame: [UInt8], by number: Int)
  /// A socket is gone, whether or not it will be replaced.
  func lost(_ number: Int, code: UInt16?)
  /// The time set last has passed; see ``Crowd/wakeUp(after:)``.
  func timePassed()
}

extension CrowdDelegate {
  package func received(_ frame: [UInt8], by number: Int) {}
}

// MARK: - Coming, asking, going

extension Crowd {
  package func join(_ number: Int) {
    places[number].isWanted = true
    if places[number].socket == nil { connect(number) }
  }

  package func leave(_ number: Int) {
    places[number].isWanted = false
    places[number].nextTry = nil
    if let socket = places[number].socket { loop.close(socket, code: 1000, reason: "") }
  }

  /// Asks for something; while there is no connection, the wish waits.
  package func ask(_ wish: Member.Wish, by number: Int) {
    let frame = places[number].member.ask(wish)
    send(frame, from: number)
  }

  /// Asks for something that was asked and answered before; nothing comes of it but the answer.
  package func askAgain(_ wish: Member.Wish, by number: Int) {
    send(wish.frame, from: number)
  }

  /// Breaks a member's connection; it comes back by itself.
  package func cut(_ number: Int) {
    if let socket = places[number].socket { loop.cut(socket) }
  }

  /// Asks for everything anew, to compare it with what is held.
  package func syncAgain(_ number: Int) {
    let frame = places[number].member.syncAgain()
    send(frame, from: number)
  }

  private func send(_ frame: [UInt8], from number: Int) {
    guard places[number].isWelcome, let socket = places[number].socket else { return }
    _ = loop.send(frame, to: socket)
  }

  private func connect(_ number: Int) {
    let socket = loop.connect(to: address, origin: origin)
    places[number].nextTry = nil
    places[number].socket = socket
    sockets[socket] = number
  }
}

// MARK: - Time

extension Crowd {
  /// Lets `timePassed` come at the latest then; earlier is possible.
  package func wakeUp(after delay: Duration) {
    let tries = places.compactMap(\.nextTry).map { ContinuousClock.now.duration(to: $0) }
    loop.wakeUp(after: max(.zero, min(delay, tries.min() ?? delay)))
  }

  private func comeBack(_ number: Int, after code: UInt16?) {
    let most = max(Self.spread(after: code), min(20_000, 500 << min(places[number].tries, 6)))
    places[number].tries += 1
    let delay = Duration.milliseconds(Int.random(in: 0...most))
    places[number].nextTry = .now + delay
  }

  /// Over how many milliseconds those come back whom the server has sent away: all at once, a
  /// restart would be followed by a rush. The library says 1002 where the server said 1012 or 1013.
  private static func spread(after code: UInt16?) -> Int { code == 1002 ? 3_000 : 0 }

  private func retry() {
    let now = ContinuousClock.now
    for number in places.indices {
      guard let due = places[number].nextTry, due <= now else { continue }
      connect(number)
    }
  }
}

// MARK: - What the loop tells

extension Crowd: EventLoopDelegate {
  package func opened(_ socket: Socket) {
    guard let number = sockets[socket] else { return }
    _ = loop.send(places[number].member.greeting, to: socket)
  }

  package func received(_ message: [UInt8], from socket: Socket) {
    guard let number = sockets[socket] else { return }
    delegate?.received(message, by: number)
    let (news, answers) = places[number].member.hear(message)
    if case .welcomed = news, !places[number].isWelcome {
      places[number].isWelcome = true
      places[number].tries = 0
      for frame in places[number].member.unanswered { _ = loop.send(frame, to: socket) }
    }
    for frame in answers { _ = loop.send(frame, to: socket) }
    delegate?.heard(news, by: number)
  }

  package func closed(_ socket: Socket, code: UInt16?) { lose(socket, code: code) }

  package func connectFailed(_ socket: Socket, reason: String) { lose(socket, code: nil) }

  private func lose(_ socket: Socket, code: UInt16?) {
    guard let number = sockets.removeValue(forKey: socket) else { return }
    places[number].socket = nil
    places[number].isWelcome = false
    if places[number].isWanted { comeBack(number, after: code) }
    delegate?.lost(number, code: code)
  }

  package func timerFired() {
    retry()
    delegate?.timePassed()
  }

  package func drained(_ socket: Socket) {}
  package func woken() {}

  package func respond(to request: HTTPRequest, on socket: Socket) -> HTTPResponse? {
    HTTPResponse(status: 404, text: "Nobody serves here.")
  }
}
