import SocketTestSupport
import Testing
import WebSocketServer

@Suite("A socket that closes")
struct ClosingTests {
  @Test("says why, after all that was sent before, and nothing behind it")
  func closesInOrder() throws {
    let transport = try Transport(reaction: { loop, event in
      guard case .received(_, let socket) = event else { return }
      #expect(loop.send(Array("before".utf8), to: socket) == .sent)
      loop.close(socket, code: 4_501, reason: "The link was revoked.")
      #expect(loop.send(Array("behind".utf8), to: socket) == .gone)
      loop.close(socket, code: 1_000, reason: "a second time")
    })
    let ada = try RawWebSocket(port: transport.port)
    try ada.send("close me")
    #expect(try ada.receiveText() == "before")
    let close = try #require(try ada.receive())
    #expect(close.opcode == RawFrame.close)
    #expect(close.closeCode == 4_501)
    #expect(String(decoding: close.payload.dropFirst(2), as: UTF8.self) == "The link was revoked.")
    try ada.send("whatever")
    try ada.send(close)
    #expect(try ada.receive() == nil)
    try expectClosedOnce(transport)
    #expect(transport.count { if case .received = $0 { true } else { false } } == 1)
  }

  @Test("by its own wish is answered, and gets nothing behind the answer")
  func peerCloses() throws {
    let transport = try Transport(reaction: { loop, event in
      guard case .received(let text, let socket) = event else { return }
      // Many messages are under way while the close frame arrives.
      for _ in 0..<50 { _ = loop.send(Array(text.utf8), to: socket) }
    })
    let ada = try RawWebSocket(port: transport.port)
    let close = RawFrame(RawFrame.close, [0x03, 0xe8] + Array("bye".utf8))
    try ada.socket.send(RawFrame("hello").bytes() + close.bytes() + RawFrame("more").bytes())
    let (code, before, after) = try ada.readToEnd()
    #expect(code == 1_000)
    #expect(before.count == 50)
    #expect(after == [])
    try expectClosedOnce(transport)
    let socket = try transport.socket()
    #expect(try transport.onLoop { $0.send([], to: socket) } == .gone)
  }

  @Test("while others go on sending to it gets nothing behind its close frame")
  func peerClosesDuringBroadcast() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    let socket = try transport.socket()
    try ada.sendClose()
    var result = SendResult.sent
    try wait("the socket to be gone") {
      result = try transport.onLoop { $0.send(Array("news".utf8), to: socket) }
      return result == .gone
    }
    let (code, _, after) = try ada.readToEnd()
    #expect(code == 1_000)
    #expect(after == [])
  }

  @Test("with a reason of any length says as much of it as fits")
  func longReason() throws {
    let reason = String(repeating: "ä", count: 200)
    let transport = try Transport(reaction: Transport.closing(with: 1_013, reason))
    let ada = try RawWebSocket(port: transport.port)
    try ada.send("close me")
    let close = try #require(try ada.receive())
    #expect(close.closeCode == 1_013)
    let words = String(validating: close.payload.dropFirst(2), as: UTF8.self)
    #expect(words == String(repeating: "ä", count: 61))
  }

  @Test("because its process was killed is closed for the others, too")
  func reset() throws {
    let transport = try Transport()
    try {
      let ada = try RawWebSocket(port: transport.port)
      _ = try transport.socket()
      ada.socket.resetAtEnd()
    }()
    try expectClosedOnce(transport)
  }

  @Test("does not answer the close frame in time is cut")
  func noAnswer() throws {
    let transport = try Transport(
      { $0.closePatience = .milliseconds(200) },
      reaction: Transport.closing(with: 1_000)
    )
    let ada = try RawWebSocket(port: transport.port)
    try ada.send("close me")
    #expect(try ada.receive()?.opcode == RawFrame.close)
    #expect(try ada.receive(within: 3) == nil)
    try expectClosedOnce(transport)
  }

  @Test("because the loop stops says 1001, and the loop ends at once")
  func stop() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    let ben = try RawWebSocket(port: transport.port)
    let silent = try RawSocket(port: transport.port)
    _ = try transport.socket(1)
    let began = ContinuousClock.now
    _ = try transport.onLoop { $0.stop() }
    #expect(try ada.closeCode() == 1_001)
    #expect(try ben.closeCode() == 1_001)
    #expect(try silent.receive() == nil)
    try wait("the loop to end") { transport.hasEnded }
    #expect(began.duration(to: .now) < .seconds(3))
    #expect(transport.count { if case .closed = $0 { true } else { false } } == 2)
    #expect(throws: RawSocket.Trouble.self) { try RawSocket(port: transport.port) }
  }

  private func expectClosedOnce(_ transport: Transport) throws {
    let socket = try transport.socket()
    try wait("the socket to be closed") { transport.events.contains(.closed(socket)) }
    try wait("it to be forgotten") { try transport.onLoop { $0.connectionCount } == 0 }
    #expect(transport.count { $0 == .closed(socket) } == 1)
  }
}
