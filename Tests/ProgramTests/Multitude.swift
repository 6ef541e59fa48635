import Foundation
import MeetingClient
import SocketTestSupport
import Synchronization
import WebSocketServer

/// Many members of a meeting on real sockets, on a thread of their own.
final class Multitude: Sendable {
  private let jobs = Mutex<[@Sendable (Crowd, Notes) -> Void]>([])
  private let trouble = Mutex<ServerError?>(nil)

  /// What has happened to them, on their thread.
  final class Notes {
    /// When somebody was welcomed.
    var comings: [ContinuousClock.Instant] = []
    /// How many were told each close code; 0 for those who were told none.
    var codes: [UInt16: Int] = [:]
    var isOver = false
  }

  /// - Parameter count: How many join, some fifty in each twentieth of a second.
  init(_ count: Int, joining server: Server) {
    let code = server.meeting.code
    let url = ClientURL(host: "127.0.0.1", port: UInt16(server.port), path: "/ws", tls: false)
    let thread = Thread { [self] in
      do throws(ServerError) {
        let loop = try EventLoop(Configuration(port: nil)) { _, _ in }
        let members = (0..<count).map { _ in Member(code: code) }
        let crowd = Crowd(members, on: loop, at: url, origin: url.origin)
        let clerk = Clerk(crowd, self) { loop.stop() }
        crowd.delegate = clerk
        crowd.wakeUp(after: .zero)
        loop.run()
      } catch {
        trouble.withLock { $0 = error }
      }
    }
    thread.start()
  }

  /// Looks at everybody, or does something with them.
  func ask<Result: Sendable>(
    _ question: @escaping @Sendable (Crowd, Notes) -> Result
  ) throws -> Result {
    let answer = Answer<Result>()
    jobs.withLock {
      $0.append { crowd, notes in answer.value.withLock { $0 = question(crowd, notes) } }
    }
    try wait("an answer of the multitude") {
      if let error = trouble.withLock({ $0 }) { throw error }
      return answer.value.withLock { $0 != nil }
    }
    return answer.value.withLock { $0! }
  }

  /// How many are welcome now.
  func here() throws -> Int {
    try ask { crowd, _ in (0..<crowd.count).count(where: crowd.isHere) }
  }

  func leave() throws { try ask { _, notes in notes.isOver = true } }

  fileprivate func takeJobs() -> [@Sendable (Crowd, Notes) -> Void] {
    jobs.withLock { jobs in
      defer { jobs = [] }
      return jobs
    }
  }
}

private final class Answer<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

/// Stands on the thread of the crowd.
private final class Clerk: CrowdDelegate {
  private let crowd: Crowd
  private let multitude: Multitude
  private let stop: () -> Void
  private let notes = Multitude.Notes()
  private var joined = 0

  init(_ crowd: Crowd, _ multitude: Multitude, stop: @escaping () -> Void) {
    self.crowd = crowd
    self.multitude = multitude
    self.stop = stop
  }

  func heard(_ news: Member.News, by number: Int) {
    if case .welcomed = news { notes.comings.append(.now) }
  }

  func lost(_ number: Int, code: UInt16?) {
    notes.codes[code ?? 0, default: 0] += 1
  }

  func timePassed() {
    for number in joined..<min(joined + 50, crowd.count) { crowd.join(number) }
    joined = min(joined + 50, crowd.count)
    for job in multitude.takeJobs() { job(crowd, notes) }
    if notes.isOver { stop() } else { crowd.wakeUp(after: .milliseconds(50)) }
  }
}
