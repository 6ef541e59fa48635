import Foundation
import SocketTestSupport
import Synchronization
import Testing
import WebSocketServer

/// A transport on a thread of its own, and all that it has told its delegate.
///
/// Messages are sent back, and requests are answered with what the transport made of them, unless
/// a test wants it otherwise.
final class Transport: Sendable {
  let port: Int
  let waker: Waker
  private let diary: Diary

  enum Event: Equatable, Sendable {
    case opened(Socket)
    case received(String, Socket)
    case drained(Socket)
    case closed(Socket)
    case connectFailed(Socket)
    case timerFired
    case woken
  }

  /// What happens on the loop's thread besides being noted.
  typealias Reaction = @Sendable (EventLoop, Event) -> Void

  static let echo: Reaction = { loop, event in
    if case .received(let text, let socket) = event { _ = loop.send(Array(text.utf8), to: socket) }
  }

  /// Closes a socket as soon as it says anything.
  static func closing(with code: UInt16, _ reason: String = "") -> Reaction {
    { loop, event in
      if case .received(_, let socket) = event { loop.close(socket, code: code, reason: reason) }
    }
  }

  /// - Parameter change: What is to be another way than usual.
  init(
    _ change: (inout Configuration) -> Void = { _ in },
    answer: HTTPResponse? = nil,
    reaction: @escaping Reaction = Transport.echo
  ) throws {
    let diary = Diary(answer: answer, reaction: reaction)
    self.diary = diary
    var configuration = Configuration(port: 0)
    configuration.sweepInterval = .milliseconds(100)
    change(&configuration)
    let thread = Thread { [configuration] in diary.run(configuration) }
    thread.start()
    try wait("the loop to be made") { diary.birth != nil }
    (port, waker) = try diary.birth!.get()
  }

  deinit {
    diary.ask { $0.stop() }
  }

  /// All that has happened so far.
  var events: [Event] { diary.events.withLock { $0 } }

  /// What the transport has said to the operator.
  var lines: [String] { diary.lines.withLock { $0 } }

  /// What the other end gave as its reason for closing a socket.
  func code(of socket: Socket) -> UInt16? { diary.codes.withLock { $0[socket] } }

  /// A path that is not answered before a test does so.
  static let later = "/later"

  /// Whoever has asked for it.
  var asked: [Socket] { diary.asked.withLock { $0 } }

  /// How many times something has happened.
  func count(_ isWanted: (Event) -> Bool) -> Int { events.count(where: isWanted) }

  /// The socket that was opened as the first, second, … one.
  func socket(_ number: Int = 0) throws -> Socket {
    var found: Socket?
    try wait("socket \(number) to be open") {
      let opened = events.compactMap { if case .opened(let socket) = $0 { socket } else { nil } }
      found = number < opened.count ? opened[number] : nil
      return found != nil
    }
    return found!
  }

  /// Does something on the loop's thread, and waits for its result.
  func onLoop<Result: Sendable>(_ act: @escaping @Sendable (EventLoop) -> Result) throws -> Result {
    let result = Box<Result>()
    diary.ask { loop in result.value.withLock { $0 = act(loop) } }
    try wait("the loop to do something") { result.value.withLock { $0 != nil } }
    return result.value.withLock { $0! }
  }

  /// How much time of a processor the loop's thread has used so far, in seconds.
  func processorTime() throws -> Double {
    try onLoop { _ in
      var used = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used)
      return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
    }
  }

  /// Waits until the last connection is gone, and finds out whether that took much work.
  ///
  /// - Parameter seconds: How long it may take.
  func expectNobodyLeft(seconds: Double = 5) throws {
    let before = try processorTime()
    try wait("everybody to be gone", seconds: seconds) {
      try onLoop { $0.connectionCount } == 0
    }
    // A loop that spins would use as much as it gets.
    #expect(try processorTime() - before < 0.1)
  }

  var hasEnded: Bool { diary.hasEnded.load(ordering: .sequentiallyConsistent) }
}

private final class Box<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

/// The delegate, with what other threads may know of it.
private final class Diary: Sendable {
  let events = Mutex<[Transport.Event]>([])
  let lines = Mutex<[String]>([])
  let codes = Mutex<[Socket: UInt16]>([:])
  let asked = Mutex<[Socket]>([])
  let hasEnded = Atomic(false)
  private let jobs = Mutex<[@Sendable (EventLoop) -> Void]>([])
  private let born = Mutex<Result<(Int, Waker), ServerError>?>(nil)
  private let answer: HTTPResponse?
  private let reaction: Transport.Reaction

  init(answer: HTTPResponse?, reaction: @escaping Transport.Reaction) {
    self.answer = answer
    self.reaction = reaction
  }

  var birth: Result<(Int, Waker), ServerError>? { born.withLock { $0 } }

  func run(_ configuration: Configuration) {
    do throws(ServerError) {
      let loop = try EventLoop(configuration) { [weak self] _, line in
        self?.lines.withLock { $0.append(line) }
      }
      let clerk = Clerk(self, loop)
      loop.delegate = clerk
      born.withLock { $0 = .success((Int(loop.port), loop.waker)) }
      loop.run()
    } catch {
      born.withLock { $0 = .failure(error) }
    }
    hasEnded.store(true, ordering: .sequentiallyConsistent)
  }

  func ask(_ job: @escaping @Sendable (EventLoop) -> Void) {
    jobs.withLock { $0.append(job) }
    if case .success(let (_, waker)) = birth { waker.wake() }
  }

  func note(_ event: Transport.Event, _ loop: EventLoop) {
    events.withLock { $0.append(event) }
    reaction(loop, event)
  }

  func work(_ loop: EventLoop) {
    let due = jobs.withLock { jobs in
      defer { jobs = [] }
      return jobs
    }
    for job in due { job(loop) }
  }

  func respond(to request: HTTPRequest, on socket: Socket) -> HTTPResponse? {
    guard request.path != Transport.later else {
      asked.withLock { $0.append(socket) }
      return nil
    }
    let body = String(decoding: request.body, as: UTF8.self)
    return answer
      ?? HTTPResponse(status: 200, text: "\(request.method) \(request.path) \(body)")
  }
}

/// Stands on the loop's thread.
private final class Clerk: EventLoopDelegate {
  private let diary: Diary
  private let loop: EventLoop

  init(_ diary: Diary, _ loop: EventLoop) {
    self.diary = diary
    self.loop = loop
  }

  func opened(_ socket: Socket) { diary.note(.opened(socket), loop) }

  func received(_ message: [UInt8], from socket: Socket) {
    diary.note(.received(String(decoding: message, as: UTF8.self), socket), loop)
  }

  func drained(_ socket: Socket) { diary.note(.drained(socket), loop) }

  func closed(_ socket: Socket, code: UInt16?) {
    if let code { diary.codes.withLock { $0[socket] = code } }
    diary.note(.closed(socket), loop)
  }

  func connectFailed(_ socket: Socket, reason: String) { diary.note(.connectFailed(socket), loop) }

  func respond(to request: HTTPRequest, on socket: Socket) -> HTTPResponse? {
    diary.respond(to: request, on: socket)
  }

  func timerFired() { diary.note(.timerFired, loop) }

  func woken() {
    diary.note(.woken, loop)
    diary.work(loop)
  }
}
