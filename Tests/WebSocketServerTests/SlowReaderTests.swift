import SocketTestSupport
import Synchronization
import Testing
import WebSocketServer

@Suite("Whoever does not read")
struct SlowReaderTests {
  private static let kilobyte = [UInt8](repeating: UInt8(ascii: "k"), count: 1_024)

  @Test("costs bounded memory, delays nobody, and is told 1013")
  func stuck() throws {
    let transport = try Transport({ $0.maximumBufferedBytes = 256 * 1_024 })
    let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
    let stuck = try transport.socket()
    let ben = try RawWebSocket(port: transport.port)
    let reader = try transport.socket(1)

    var taken = 0
    while true {
      let (mine, his, waiting) = try transport.onLoop { loop in
        let results = (loop.send(Self.kilobyte, to: stuck), loop.send(Self.kilobyte, to: reader))
        return (results.0, results.1, loop.bufferedBytes(of: stuck))
      }
      #expect(his == .sent)
      #expect(try ben.receiveText() == String(decoding: Self.kilobyte, as: UTF8.self))
      if mine == .gone { break }
      taken += 1
      #expect(waiting <= 256 * 1_024)
      try #require(taken < 2_000)
    }
    // Whoever wakes up soon enough hears why.
    let (code, before, after) = try ada.readToEnd()
    #expect(code == 1_013)
    #expect(before.count < taken)
    #expect(before.allSatisfy { $0 == RawFrame(RawFrame.text, Self.kilobyte) })
    #expect(after == [])
  }

  @Test("is cut when it never wakes up")
  func neverWakes() throws {
    let transport = try Transport({
      $0.maximumBufferedBytes = 64 * 1_024
      $0.closePatience = .milliseconds(300)
    })
    let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
    try fill(try transport.socket(), of: transport, until: .gone)
    try transport.expectNobodyLeft()
    #expect(try ada.closeCode() == nil)
  }

  @Test("may hang up, and nothing spins meanwhile")
  func hangsUp() throws {
    let transport = try Transport({ $0.deadAfter = .seconds(1) })
    let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
    try fill(try transport.socket(), of: transport, until: .stalled)
    ada.socket.finishSending()
    try transport.expectNobodyLeft()
    #expect(try ada.closeCode() == nil)
  }

  @Test("and resets is gone at once")
  func resets() throws {
    let transport = try Transport()
    try {
      let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
      try fill(try transport.socket(), of: transport, until: .stalled)
      ada.socket.resetAtEnd()
    }()
    try transport.expectNobodyLeft(seconds: 2)
  }

  @Test("gets everything, in order, once it reads again")
  func readsAgain() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
    let socket = try transport.socket()
    var count = 0
    var result = SendResult.sent
    while count < 300 || result == .sent {
      let text = Array("\(count)".utf8) + Self.kilobyte
      result = try transport.onLoop { $0.send(text, to: socket) }
      count += 1
    }
    #expect(result == .stalled)
    #expect(try transport.onLoop { $0.bufferedBytes(of: socket) } > 0)
    for number in 0..<count {
      #expect(try ada.receiveText()?.prefix { $0 != "k" } == "\(number)")
    }
    try wait("the socket to be drained") { transport.events.contains(.drained(socket)) }
    #expect(transport.count { $0 == .drained(socket) } == 1)
    #expect(try transport.onLoop { $0.bufferedBytes(of: socket) } == 0)
    try ada.send("and what now?")
    #expect(try ada.receiveText() == "and what now?")
  }

  @Test("is not heard either until it reads, and then is heard in order")
  func talksMeanwhile() throws {
    let transport = try Transport({ $0.maximumBufferedBytes = 64 << 20 })
    let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
    let message = String(repeating: "x", count: 4_000)
    var sent = 0
    // Each is sent back; soon nobody takes anything any more, neither here nor there.
    while sent < 5_000 {
      do { try ada.socket.send(RawFrame("\(sent) \(message)").bytes(), within: 0.5) } catch {
        break
      }
      sent += 1
    }
    #expect(sent > 10 && sent < 5_000)
    let before = try transport.processorTime()
    let waiting = try transport.onLoop { loop in loop.bufferedBytes(of: try! transport.socket()) }
    #expect(waiting < 1_024 * 1_024)
    for number in 0..<sent {
      #expect(try ada.receiveText()?.prefix { $0 != " " } == "\(number)")
    }
    #expect(try transport.processorTime() - before < 2)
  }

  @Test("is not blamed for what was not heard meanwhile")
  func halfMessage() throws {
    let transport = try Transport({
      $0.patience = .milliseconds(300)
      $0.deadAfter = .milliseconds(1_200)
    })
    let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
    let socket = try transport.socket()
    try ada.send(RawFrame(RawFrame.text, "Wann gibt es ", isFinal: false))
    try ada.send(RawFrame(RawFrame.ping, "heard?"))
    #expect(try ada.receive()?.opcode == RawFrame.pong)
    try fill(socket, of: transport, until: .stalled)
    // Nothing more is heard of her for much longer than a message may take.
    #expect(throws: Impatience.self) {
      try wait("her to be blamed", seconds: 0.9) { transport.events.contains(.closed(socket)) }
    }
    let words = String(decoding: Self.kilobyte, as: UTF8.self)
    while !transport.events.contains(.drained(socket)) {
      try #require(try ada.receiveText() == words)
    }
    #expect(throws: Impatience.self) {
      try wait("her to be blamed", seconds: 0.2) { transport.events.contains(.closed(socket)) }
    }
    try ada.send(RawFrame(RawFrame.continuation, "Kaffee?"))
    var text = try ada.receiveText()
    while text == words { text = try ada.receiveText() }
    #expect(text == "Wann gibt es Kaffee?")
  }

  @Test("gets the whole of one message that alone is longer than the bound")
  func longMessage() throws {
    let transport = try Transport({ $0.maximumBufferedBytes = 1_024 })
    let ada = try RawWebSocket(port: transport.port, receiveBuffer: 4_096)
    let socket = try transport.socket()
    let text = [UInt8](repeating: UInt8(ascii: "w"), count: 1_000_000)
    #expect(try transport.onLoop { $0.send(text, to: socket) } == .stalled)
    #expect(try ada.receive() == RawFrame(RawFrame.text, text))
    try wait("the socket to be drained") { transport.events.contains(.drained(socket)) }
  }

  @Test("an answer is cut, and nothing spins meanwhile, whatever else it says")
  func unreadAnswer() throws {
    let body = [UInt8](repeating: 7, count: 30_000_000)
    for rest in ["", "more", RawHTTP.request("GET", "/"), RawHTTP.post("/api/x", "null")] {
      for isHangingUp in [false, true] {
        let transport = try Transport(
          { $0.patience = .milliseconds(400) },
          answer: HTTPResponse(status: 200, body: body)
        )
        let socket = try RawSocket(port: transport.port, receiveBuffer: 4_096)
        try socket.send(RawHTTP.request("GET", "/") + rest)
        try wait("it to come") { try transport.onLoop { $0.connectionCount } == 1 }
        try socket.send(rest)
        if isHangingUp { socket.finishSending() }
        try transport.expectNobodyLeft()
        #expect(try socket.receiveAll().count < 1_000_000)
      }
    }
  }

  /// Sends until the socket is in that state.
  private func fill(
    _ socket: Socket,
    of transport: Transport,
    until state: SendResult
  ) throws {
    try transport.onLoop { loop in
      for _ in 0..<5_000 where loop.send(Self.kilobyte, to: socket) == state { return }
      Issue.record("The socket takes no end of messages.")
    }
  }
}
