import SocketTestSupport
import Testing
import WebSocketServer

@Suite("Patience ends")
struct PatienceTests {
  @Test(
    "with whoever connects and does not come to the point",
    arguments: [
      "", "G", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
      "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upg",
    ]
  )
  func handshake(beginning: String) throws {
    let transport = try Transport(hasty())
    let socket = try RawSocket(port: transport.port)
    try socket.send(beginning)
    #expect(try socket.receiveAll(within: 4) == [])
    try transport.expectNobodyLeft()
  }

  @Test("with headers that drip: no byte buys more time")
  func drippedHeaders() throws {
    let transport = try Transport(hasty())
    let socket = try RawSocket(port: transport.port)
    try socket.send("GET / HTTP/1.1\r\nX-Slow: ")
    try socket.drip(UInt8(ascii: "x"), untilClosedWithin: 4)
    try transport.expectNobodyLeft()
  }

  @Test("with a body that drips, or never comes")
  func drippedBody() throws {
    let transport = try Transport(hasty())
    let head = RawHTTP.request(
      "POST",
      "/api/x",
      [("Content-Type", "application/json"), ("Content-Length", "10000")]
    )
    let dripping = try RawSocket(port: transport.port)
    try dripping.send(head)
    let silent = try RawSocket(port: transport.port)
    try silent.send(head)
    try dripping.drip(UInt8(ascii: "x"), untilClosedWithin: 4)
    #expect(try silent.receiveAll(within: 4) == [])
    try transport.expectNobodyLeft()
  }

  @Test("with half a frame, and with fragments that never come to an end")
  func halfFrame() throws {
    let transport = try Transport(hasty())
    let half = try RawWebSocket(port: transport.port)
    let endless = try RawWebSocket(port: transport.port)
    try half.socket.send(RawFrame("ha").bytes(announced: 4))
    try endless.send(RawFrame(RawFrame.text, "", isFinal: false))
    #expect(try half.closeCode(within: 4) == 1_008)
    #expect(try endless.closeCode(within: 4) == 1_008)
    try transport.expectNobodyLeft()
  }

  @Test("with fragments that drip, pings between them or not")
  func drippedFragments() throws {
    let transport = try Transport(hasty())
    let ada = try RawWebSocket(port: transport.port)
    try ada.send(RawFrame(RawFrame.text, "a", isFinal: false))
    var frame: RawFrame?
    try wait("the end of all patience", seconds: 4) {
      // The socket may be closed between two of them.
      try? ada.send(RawFrame(RawFrame.continuation, "x", isFinal: false))
      try? ada.send(RawFrame(RawFrame.ping, "x"))
      frame = try ada.receive()
      return frame?.opcode != RawFrame.pong
    }
    #expect(frame?.closeCode == 1_008)
  }

  @Test("never with a socket that is merely quiet, and answers pings")
  func quiet() throws {
    let transport = try Transport(hasty(dead: .milliseconds(1_000)))
    let ada = try RawWebSocket(port: transport.port)
    for _ in 0..<4 {
      let ping = try #require(try ada.receive(within: 4))
      #expect(ping.opcode == RawFrame.ping)
      try ada.send(RawFrame(RawFrame.pong, ping.payload))
    }
    try ada.send("still here")
    #expect(try ada.receiveText() == "still here")
  }

  @Test("with a socket that does not answer pings")
  func dead() throws {
    let transport = try Transport(hasty(dead: .milliseconds(700)))
    let ada = try RawWebSocket(port: transport.port)
    let (code, before, _) = try ada.readToEnd(within: 5)
    #expect(code == nil)
    #expect(!before.isEmpty)
    #expect(before.allSatisfy { $0.opcode == RawFrame.ping })
    try transport.expectNobodyLeft()
    let socket = try transport.socket()
    #expect(transport.count { $0 == .closed(socket) } == 1)
  }

  private func hasty(dead: Duration = .seconds(60)) -> (inout Configuration) -> Void {
    {
      $0.patience = .milliseconds(300)
      $0.pingInterval = .milliseconds(200)
      $0.deadAfter = dead
    }
  }
}
