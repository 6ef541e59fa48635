import CServerShim
import Glibc

/// The one thing of an ``EventLoop`` that other threads may hold: it makes the loop call `woken`.
///
/// It owns its own descriptor, so that a late call, after the loop is gone, does no harm.
package final class Waker: Sendable {
  let descriptor: Int32

  /// - Throws: When no descriptor is left.
  init() throws(ServerError) {
    descriptor = kr_wake_create()
    guard descriptor >= 0 else { throw .systemRefused(errno: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// Wakes the loop, from any thread; several calls in a row may lead to one `woken`.
  package func wake() {
    // It fails only when the counter is full, and then the loop has been woken already.
    kr_wake(descriptor)
  }
}
