import Synchronization

/// Where a client of ours connects to.
package struct ClientURL: Equatable, Sendable {
  package var host: String
  package var port: UInt16
  package var path: String
  package var tls: Bool

  package init(host: String, port: UInt16, path: String, tls: Bool) {
    self.host = host
    self.port = port
    self.path = path
    self.tls = tls
  }

  /// The host as requests name it: with its port, unless that is the usual one.
  package var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (tls ? 443 : 80) ? name : "\(name):\(port)"
  }

  /// What a browser would call the origin of this server's own page.
  package var origin: String { (tls ? "https://" : "http://") + authority }
}

/// Hands out socket numbers, each once in a process, whatever the thread.
enum SocketNumbers {
  private static let last = Atomic<UInt64>(0)

  static func next() -> Socket {
    Socket(number: last.add(1, ordering: .relaxed).newValue)
  }
}
