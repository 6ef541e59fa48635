import SocketTestSupport
import Testing
import WebSocketServer

@Suite("A flood of connections")
struct FloodTests {
  @Test("leaves those alone who are here, makes nothing spin, and passes")
  func bound() throws {
    let transport = try Transport({ $0.maximumConnections = 5 })
    var people = try (0..<5).map { _ in try RawWebSocket(port: transport.port) }
    let before = try transport.processorTime()
    for _ in 0..<200 {
      let socket = try RawSocket(port: transport.port)
      #expect(try socket.receive() == nil)
    }
    for person in people {
      try person.send("still here")
      #expect(try person.receiveText() == "still here")
    }
    #expect(try transport.processorTime() - before < 0.5)
    // An operator reads of it, but not without end.
    #expect((1...60).contains(transport.lines.count))
    #expect(transport.lines.first == "A connection was refused: 5 are open.")

    try people.removeLast().sendClose()
    try wait("a place to be free") { try transport.onLoop { $0.connectionCount } == 4 }
    let late = try RawWebSocket(port: transport.port)
    try late.send("let me in")
    #expect(try late.receiveText() == "let me in")
  }

  @Test("from one address is bounded, and nobody else is kept out")
  func oneAddress() throws {
    let transport = try Transport({
      $0.maximumSocketsPerAddress = 3
      $0.unboundedAddresses = []
    })
    var hall = try (0..<3).map { _ in try RawWebSocket(port: transport.port, from: "127.0.0.2") }
    #expect(throws: RawWebSocket.Refused.self) {
      try RawWebSocket(port: transport.port, from: "127.0.0.2")
    }
    #expect(try RawSocket(port: transport.port, from: "127.0.0.2").receive() == nil)
    let other = try RawWebSocket(port: transport.port, from: "127.0.0.3")
    try other.send("from elsewhere")
    #expect(try other.receiveText() == "from elsewhere")

    hall.removeLast()
    try wait("a place to be free") { try transport.onLoop { $0.connectionCount } == 3 }
    hall.append(try RawWebSocket(port: transport.port, from: "127.0.0.2"))
  }

  @Test("from this machine is not bounded by its address: a proxy may stand there")
  func proxy() throws {
    let transport = try Transport({ $0.maximumSocketsPerAddress = 3 })
    let people = try (0..<10).map { _ in try RawWebSocket(port: transport.port) }
    for person in people {
      try person.send("I")
      #expect(try person.receiveText() == "I")
    }
  }

  @Test("that says nothing keeps nobody waiting")
  func silent() throws {
    let transport = try Transport()
    let silent = try (0..<300).map { _ in try RawSocket(port: transport.port) }
    for socket in silent.prefix(150) { try socket.send("GET / HTTP/1.1\r\nHost:") }
    let began = ContinuousClock.now
    let ada = try RawWebSocket(port: transport.port)
    try ada.send("hello")
    #expect(try ada.receiveText() == "hello")
    #expect(began.duration(to: .now) < .seconds(1))
    #expect(silent.count == 300)
  }
}
