import Foundation
import SocketTestSupport
import Testing
import WebSocketServer

@Suite("An event loop")
struct LoopTests {
  @Test("is woken by any other thread, once or more for many calls, even after its end")
  func wake() throws {
    let transport = try Transport()
    #expect(transport.count { $0 == .woken } == 0)
    transport.waker.wake()
    try wait("the loop to be woken") { transport.count { $0 == .woken } == 1 }
    let threads = (0..<4).map { _ in
      Thread { for _ in 0..<1_000 { transport.waker.wake() } }
    }
    for thread in threads { thread.start() }
    try wait("the threads to end") { threads.allSatisfy(\.isFinished) }
    try wait("the loop to be woken") { transport.count { $0 == .woken } >= 2 }
    _ = try transport.onLoop { $0.port }
    #expect(transport.count { $0 == .woken } <= 4_002)
    _ = try transport.onLoop { $0.stop() }
    try wait("the loop to end") { transport.hasEnded }
    transport.waker.wake()
  }

  @Test("keeps one alarm, the one that was set last")
  func alarm() throws {
    let transport = try Transport()
    _ = try transport.onLoop { loop in
      loop.wakeUp(after: .milliseconds(1))
      loop.wakeUp(after: .milliseconds(20))
    }
    try wait("the alarm") { transport.count { $0 == .timerFired } == 1 }
    _ = try transport.onLoop { loop in
      loop.wakeUp(after: .milliseconds(10))
      loop.wakeUp(after: nil)
    }
    _ = try transport.onLoop { $0.wakeUp(after: .seconds(-5)) }
    try wait("the alarm that was due before") { transport.count { $0 == .timerFired } == 2 }
  }

  @Test("says what to do when the port is taken, or the address is not ours")
  func noServer() throws {
    let transport = try Transport()
    let port = UInt16(transport.port)
    let taken = ServerError.portTaken(host: "127.0.0.1", port: port)
    #expect(throws: taken) { try Transport({ $0.port = port }) }
    #expect(taken.description.contains("stop the program that listens there"))
    #expect(throws: ServerError.addressUnknown(host: "192.0.2.1")) {
      try Transport({ $0.host = "192.0.2.1" })
    }
    #expect(throws: ServerError.addressUnknown(host: "no.such.host.invalid")) {
      try Transport({ $0.host = "no.such.host.invalid" })
    }
  }

  @Test("listens on IPv6, too")
  func sixth() throws {
    let transport = try Transport({ $0.host = "::1" })
    let url = ClientURL(host: "::1", port: UInt16(transport.port), path: "/ws", tls: false)
    let client = try Transport({ $0.port = nil })
    let socket = try client.onLoop { $0.connect(to: url, origin: url.origin) }
    try wait("the socket to open") { client.events.contains(.opened(socket)) }
  }

  @Test("is used on its own thread only")
  func ownThread() async {
    await #expect(processExitsWith: .failure) {
      let loop = try EventLoop(Configuration(port: nil)) { _, _ in }
      let strayed = Unmanaged.passUnretained(loop).toOpaque()
      let address = UInt(bitPattern: strayed)
      Thread {
        let pointer = UnsafeRawPointer(bitPattern: address)!
        Unmanaged<EventLoop>.fromOpaque(pointer).takeUnretainedValue().stop()
        exit(0)
      }.start()
      while true { sleep(1) }
    }
  }

  @Test("connects to another one, and both hear each other")
  func client() throws {
    let server = try Transport()
    let client = try Transport({ $0.port = nil }, reaction: { _, _ in })
    #expect(client.port == 0)
    let port = UInt16(server.port)
    let url = ClientURL(host: "127.0.0.1", port: port, path: "/ws", tls: false)
    let socket = try client.onLoop { $0.connect(to: url, origin: url.origin) }
    try wait("the socket to open") { client.events.contains(.opened(socket)) }
    for text in ["", "Käffchen", String(repeating: "x", count: 16_384)] {
      _ = try client.onLoop { $0.send(Array(text.utf8), to: socket) }
      try wait("the echo") { client.events.contains(.received(text, socket)) }
    }
    let other = try server.socket()
    let long = String(repeating: "y", count: 2_000_000)
    _ = try server.onLoop { $0.send(Array(long.utf8), to: other) }
    try wait("a message longer than any that a server takes") {
      client.events.contains(.received(long, socket))
    }
    _ = try client.onLoop { $0.close(socket, code: 1_000, reason: "") }
    try wait("both to be closed") {
      client.events.contains(.closed(socket)) && server.events.contains(.closed(other))
    }
    #expect(server.code(of: other) == 1_000)
  }

  @Test(
    "names the server and its page as browsers do",
    arguments: [
      ("runde.de", 443, true, "https://runde.de"), ("runde.de", 80, false, "http://runde.de"),
      ("runde.de", 80, true, "https://runde.de:80"), ("::1", 8080, false, "http://[::1]:8080"),
    ] as [(String, UInt16, Bool, String)]
  )
  func origin(host: String, port: UInt16, tls: Bool, origin: String) {
    #expect(ClientURL(host: host, port: port, path: "/ws", tls: tls).origin == origin)
  }

  @Test("is told once when it cannot connect")
  func cannotConnect() throws {
    let server = try Transport()
    let client = try Transport({ $0.port = nil })
    let gone = try Transport()
    let port = gone.port
    _ = try gone.onLoop { $0.stop() }
    try wait("the server to be gone") { gone.hasEnded }
    let urls = [
      ClientURL(host: "127.0.0.1", port: UInt16(port), path: "/ws", tls: false),
      ClientURL(host: "127.0.0.1", port: UInt16(server.port), path: "/elsewhere", tls: false),
      ClientURL(host: "127.0.0.1", port: UInt16(server.port), path: "/ws", tls: false),
      ClientURL(host: "no.such.host.invalid", port: 1, path: "/ws", tls: false),
    ]
    for url in urls {
      let socket = try client.onLoop { $0.connect(to: url, origin: "https://evil.example") }
      try wait("the failure") { client.events.contains(.connectFailed(socket)) }
      #expect(client.count { $0 == .connectFailed(socket) } == 1)
      #expect(!client.events.contains(.opened(socket)) && !client.events.contains(.closed(socket)))
      #expect(try client.onLoop { $0.send([], to: socket) } == .gone)
    }
  }
}
