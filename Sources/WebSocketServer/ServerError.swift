import Glibc

/// Why there is no server, in words that tell an operator what to do.
package enum ServerError: Error, Equatable, CustomStringConvertible {
  case portTaken(host: String, port: UInt16)
  case portForbidden(port: UInt16)
  case addressUnknown(host: String)
  case cannotListen(host: String, port: UInt16, errno: Int32)
  case tooFewDescriptors(limit: Int)
  case pluginMissing
  case systemRefused(errno: Int32)

  package var description: String {
    switch self {
    case .portTaken(let host, let port):
      "Port \(port) on \(host) is taken: stop the program that listens there, or choose another."
    case .portForbidden(let port):
      "Port \(port) is reserved: choose one from 1024 on, or grant CAP_NET_BIND_SERVICE."
    case .addressUnknown(let host):
      "\(host) is no address of this machine: choose one that `ip address` lists, or 0.0.0.0."
    case .cannotListen(let host, let port, let errno):
      "Cannot listen on \(host), port \(port): \(String(cString: strerror(errno)))."
    case .tooFewDescriptors(let limit):
      "Only \(limit) files may be open: raise the limit (ulimit -n, LimitNOFILE=) to 1024 or more."
    case .pluginMissing:
      "libwebsockets has no libev support: install the package libwebsockets-evlib-ev."
    case .systemRefused(let errno):
      "The system refuses an event loop: \(String(cString: strerror(errno)))."
    }
  }

  /// Makes an error of what the shim's `kr_listen` answered.
  init(listening code: Int32, host: String, port: UInt16) {
    self =
      switch -code {
      case EADDRINUSE: .portTaken(host: host, port: port)
      case EACCES: .portForbidden(port: port)
      case EADDRNOTAVAIL, 1000: .addressUnknown(host: host)
      default: .cannotListen(host: host, port: port, errno: -code)
      }
  }
}
