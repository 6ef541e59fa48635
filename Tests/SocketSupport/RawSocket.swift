import Glibc

/// A plain TCP connection to this machine, as rude as a test needs it.
///
/// It can stop in the middle, say nothing, and read nothing. Everything blocks, but never for
/// longer than the test allows.
package final class RawSocket {
  private let descriptor: Int32

  /// - Parameters:
  ///   - source: Which of this machine's addresses to come from.
  ///   - receiveBuffer: How many bytes the kernel takes in while nobody reads.
  package init(
    port: Int,
    from source: String = "127.0.0.1",
    receiveBuffer: Int32? = nil
  ) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Trouble(act: "socket") }
    if var size = receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    guard Self.reach(source, 0, { bind(self.descriptor, $0, $1) }) == 0 else {
      throw Trouble(act: "bind")
    }
    guard Self.reach("127.0.0.1", port, { connect(self.descriptor, $0, $1) }) == 0 else {
      throw Trouble(act: "connect")
    }
  }

  deinit { close(descriptor) }

  /// What the system refused.
  package struct Trouble: Error, CustomStringConvertible {
    package let act: String
    package let number = errno
    package var description: String { "\(act): \(String(cString: strerror(number)))" }
  }

  private static func reach(
    _ address: String,
    _ port: Int,
    _ act: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, address, &place.sin_addr)
    return withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        act($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}

// MARK: - Saying and hearing

extension RawSocket {
  /// Sends bytes as they are.
  ///
  /// - Throws: When the connection is gone, or the other end does not take them in time.
  package func send(_ bytes: some Collection<UInt8>, within seconds: Double = 10) throws {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      try wait(for: POLLOUT, "the other end to take \(rest.count) bytes", seconds)
      let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
      let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { throw Trouble(act: "send") }
      rest = rest.dropFirst(count)
    }
  }

  package func send(_ text: String) throws { try send(text.utf8) }

  /// The next bytes; nothing once the other end has closed or cut the connection.
  package func receive(within seconds: Double = 10) throws -> [UInt8]? {
    try wait(for: POLLIN, "something to arrive", seconds)
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// Everything until the other end closes or cuts the connection.
  package func receiveAll(within seconds: Double = 10) throws -> [UInt8] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var all: [UInt8] = []
    while let bytes = try receive(within: deadline.isIn) { all += bytes }
    return all
  }

  /// Sends one byte after the other until the other end closes the connection.
  ///
  /// - Throws: When it bears that for longer.
  package func drip(_ byte: UInt8, untilClosedWithin seconds: Double) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while deadline.isIn > 0 {
      do {
        try send([byte])
        if try receive(within: 0.01) == nil { return }
      } catch is Trouble {
        return
      } catch is Impatience {
        continue
      }
    }
    throw Impatience(what: "the other end to lose patience")
  }

  /// Says that nothing more will be sent, but goes on reading.
  package func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Makes the end of this socket a reset, as a process that is killed does.
  package func resetAtEnd() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_LINGER,
      &linger,
      socklen_t(MemoryLayout<Glibc.linger>.size)
    )
  }

  private func wait(for what: Int32, _ why: String, _ seconds: Double) throws {
    var watched = pollfd(fd: descriptor, events: Int16(what), revents: 0)
    let milliseconds = Int32(max(0, seconds * 1_000))
    guard poll(&watched, 1, milliseconds) > 0 else { throw Impatience(what: why) }
  }
}
