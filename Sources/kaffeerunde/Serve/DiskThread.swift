import Foundation
import Synchronization

/// The one thread that waits for the disk: it does its jobs in order, one after the other.
final class DiskThread: Sendable {
  typealias Job = @Sendable () -> Void

  private let jobs = Mutex<[Job]>([])
  private let count = DispatchSemaphore(value: 0)

  init() {
    let thread = Thread { [self] in
      while true {
        count.wait()
        jobs.withLock { $0.removeFirst() }()
      }
    }
    thread.name = "kaffeerunde.disk"
    thread.start()
  }

  func perform(_ job: @escaping Job) {
    jobs.withLock { $0.append(job) }
    count.signal()
  }

  /// Waits until everything asked for until now is done.
  func finish() {
    let done = DispatchSemaphore(value: 0)
    perform { done.signal() }
    done.wait()
  }
}
