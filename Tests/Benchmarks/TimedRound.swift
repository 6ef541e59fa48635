import Foundation
import WebSocketServer

/// How long something took, again and again.
struct Times {
  private var milliseconds: [Double] = []

  mutating func add(_ time: Duration) { milliseconds.append(time / .milliseconds(1)) }

  var count: Int { milliseconds.count }

  /// The median, the 99th percentile, and how many there were in a second.
  func row(over seconds: Double) -> [String] {
    let sorted = milliseconds.sorted()
    let part = { (share: Double) in
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    return [part(0.5).short, part(0.99).short, (Double(count) / seconds).short]
  }
}

extension Duration {
  var seconds: String { "\(((self / .milliseconds(1)).rounded()) / 1_000)" }
}

/// The least that a durable word costs on a disk: a write of a page, and a sync.
struct BareSyncs {
  private(set) var times = Times()
  private(set) var seconds = 0.0

  init(in folder: String, rate: Int, seconds: Int) throws {
    let file = unsafe open(folder + "/syncs", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    defer { close(file) }
    let page = [UInt8](repeating: 0x5A, count: 4_096)
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<rate * seconds {
      let due = start + .seconds(Double(number) / Double(rate))
      let wait = clock.now.duration(to: due)
      if wait > .zero { Thread.sleep(forTimeInterval: wait / .seconds(1)) }
      let began = clock.now
      let written = unsafe page.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
      guard written == page.count, fdatasync(file) == 0 else { throw CocoaError(.fileWriteUnknown) }
      times.add(began.duration(to: clock.now))
    }
    self.seconds = start.duration(to: clock.now) / .seconds(1)
  }
}

/// Many people on real sockets of the real program, who support questions at a steady pace.
///
/// They look at nothing but their answers: what a page does with the rest costs the page's time,
/// and all of them share one thread here.
final class TimedRound {
  private let server: RealServer
  private let loop: EventLoop
  private let code: String
  private let address: ClientURL
  private let people: Int
  private var sockets: [Socket] = []
  private var here: Set<Socket> = []
  private var questions: [String] = []
  private var sent: [String: ContinuousClock.Instant] = [:]
  private var began = ContinuousClock.now
  private var number = 0
  private var rate = 0
  private var length = Duration.zero
  private(set) var times = Times()
  private(set) var seconds = 0.0

  /// How many questions there are to support.
  private static let questions = 20

  init(in folder: String, people: Int) throws {
    self.people = people
    server = try RealServer(in: folder)
    code = server.code
    address = ClientURL(host: "127.0.0.1", port: server.port, path: "/ws", tls: false)
    loop = try EventLoop(Configuration(port: nil)) { _, _ in }
  }

  /// Wishes that nobody has answered.
  var unanswered: Int { sent.count }

  func play(rate: Int, for seconds: Int) throws {
    self.rate = rate
    self.seconds = Double(seconds)
    length = .seconds(seconds)
    loop.delegate = self
    loop.wakeUp(after: .zero)
    loop.run()
    server.stop()
  }
}

// MARK: - What they ask

extension TimedRound {
  /// A few come at once, then the next ones, as they are let in.
  private func connect() {
    while sockets.count < people, sockets.count - here.count < 50 {
      sockets.append(loop.connect(to: address, origin: address.origin))
    }
  }

  private func go() {
    guard here.count == people else { return connect() }
    guard questions.count == min(Self.questions, people) else {
      let text = #"{"text":"Frage \#(questions.count)?"}"#
      questions.append(send("askQuestion", text, by: questions.count))
      began = .now
      return
    }
    let now = began.duration(to: .now)
    if now > length + .seconds(1) { return loop.stop() }
    guard now < length else { return }
    while Double(number) < now / .seconds(1) * Double(rate) { support() }
  }

  /// Each in turn, so that nobody is too fast; every second time the support is taken back.
  private func support() {
    let turn = number / people
    let person = number % people
    let question = questions[(person + turn / 2 + 1) % questions.count]
    number += 1
    let body = #"{"question":"\#(question)","support":\#(turn % 2 == 0)}"#
    _ = send("support", body, by: person)
  }

  private func send(_ name: String, _ body: String, by person: Int) -> String {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    let reference = Data(bytes).base64EncodedString().replacing("+", with: "-")
      .replacing("/", with: "_").replacing("=", with: "")
    let frame = #"{"command":{"ref":"\#(reference)","command":{"\#(name)":\#(body)}}}"#
    sent[reference] = .now
    _ = loop.send(Array(frame.utf8), to: sockets[person])
    return reference
  }
}

// MARK: - What they hear

extension TimedRound: EventLoopDelegate {
  func opened(_ socket: Socket) {
    _ = loop.send(Array(#"{"hello":{"v":1,"code":"\#(code)"}}"#.utf8), to: socket)
  }

  func received(_ message: [UInt8], from socket: Socket) {
    if message.starts(with: #"{"welcome":"#.utf8) {
      here.insert(socket)
    } else if message.starts(with: #"{"ack":{"ref":""#.utf8) {
      let reference = String(decoding: message[15..<37], as: UTF8.self)
      guard let start = sent.removeValue(forKey: reference) else { return }
      if !questions.contains(reference) { times.add(start.duration(to: .now)) }
    }
  }

  func timerFired() {
    loop.wakeUp(after: .milliseconds(2))
    go()
  }

  func closed(_ socket: Socket, code: UInt16?) {}
  func drained(_ socket: Socket) {}
  func connectFailed(_ socket: Socket, reason: String) {}
  func woken() {}

  func respond(to request: HTTPRequest, on socket: Socket) -> HTTPResponse? {
    HTTPResponse(status: 404, text: "Nobody serves here.")
  }
}
