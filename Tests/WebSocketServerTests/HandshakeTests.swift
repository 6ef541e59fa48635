import SocketTestSupport
import Testing
import WebSocketServer

@Suite("A handshake")
struct HandshakeTests {
  @Test("of the server's own page is taken, in the one subprotocol")
  func ownPage() throws {
    let transport = try Transport()
    let socket = try RawSocket(port: transport.port)
    try socket.send(RawWebSocket.handshake(port: transport.port))
    let answer = try #require(RawAnswer.all(in: try socket.receive() ?? []).first)
    #expect(answer.status == 101)
    #expect(answer["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    #expect(answer["sec-websocket-protocol"] == "kaffeerunde.v1")
    #expect(answer["sec-websocket-extensions"] == nil)
  }

  @Test("of an allowed page is taken", arguments: ["https://runde.stadt.de", "https://127.0.0.1"])
  func allowedPage(origin: String) throws {
    let transport = try Transport({
      $0.allowedOrigins = ["https://runde.stadt.de", "https://127.0.0.1"]
    })
    #expect(try status(changing: ["Origin": origin], on: transport) == 101)
  }

  @Test(
    "of another site's page is refused",
    arguments: [
      "null", "https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1",
      "http://127.0.0.1:PORT.evil.example", "http://evil.example/http://127.0.0.1:PORT",
      "ftp://127.0.0.1:PORT", "127.0.0.1:PORT", "http://127.0.0.1:PORT/",
      "http://127.0.0.1:PORT, http://evil.example",
    ]
  )
  func foreignPage(origin: String) throws {
    let transport = try Transport()
    let named = origin.replacing("PORT", with: "\(transport.port)")
    #expect(try status(changing: ["Origin": named], on: transport) == 403)
    try expectNobodyWasTold(of: transport)
  }

  @Test("without an origin is refused: every browser sends one")
  func noOrigin() throws {
    let transport = try Transport()
    #expect(try status(changing: ["Origin": nil], on: transport) == 403)
    #expect(try status(changing: ["Origin": ""], on: transport) == 403)
    try expectNobodyWasTold(of: transport)
  }

  @Test(
    "must ask for our subprotocol; others may stand beside it",
    arguments: [
      (nil, 400), ("chat", 400), ("kaffeerunde.v2", 400), ("Kaffeerunde.v1", 400),
      ("chat, kaffeerunde.v1", 101), ("kaffeerunde.v1,chat", 101),
    ] as [(String?, Int)]
  )
  func subprotocol(offered: String?, expected: Int) throws {
    let transport = try Transport()
    #expect(try status(changing: ["Sec-WebSocket-Protocol": offered], on: transport) == expected)
  }

  @Test("must be of version 13", arguments: ["12", "14", "8", "013", "13x", nil])
  func version(version: String?) throws {
    let transport = try Transport()
    let answers = try RawHTTP.answers(
      to: RawWebSocket.handshake(
        port: transport.port,
        changed: ["Sec-WebSocket-Version": version]
      ),
      port: transport.port
    )
    #expect(answers.map(\.status) == [426])
    #expect(answers.first?["sec-websocket-version"] == "13")
    try expectNobodyWasTold(of: transport)
  }

  @Test("needs a key", arguments: [nil, ""])
  func key(key: String?) throws {
    let transport = try Transport()
    #expect(try status(changing: ["Sec-WebSocket-Key": key], on: transport) != 101)
    try expectNobodyWasTold(of: transport)
  }

  @Test("begins with GET", arguments: ["POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH"])
  func method(method: String) throws {
    let transport = try Transport()
    let handshake = RawWebSocket.handshake(
      port: transport.port,
      method: method,
      changed: ["Content-Length": method == "POST" ? "0" : nil]
    )
    let answers = try RawHTTP.answers(to: handshake, port: transport.port)
    #expect(answers.map(\.status) == [405])
    try expectNobodyWasTold(of: transport)
  }

  @Test("has no body")
  func body() throws {
    let transport = try Transport()
    #expect(try status(changing: ["Content-Length": "5"], on: transport) == 400)
    #expect(try status(changing: ["Transfer-Encoding": "chunked"], on: transport) == 400)
    try expectNobodyWasTold(of: transport)
  }

  @Test("is for one path only", arguments: ["/", "/ws/", "/WS", "/api/live", "/ws/../x"])
  func path(path: String) throws {
    let transport = try Transport()
    let handshake = RawWebSocket.handshake(port: transport.port, path: path)
    #expect(try RawHTTP.answer(to: handshake, port: transport.port).status == 404)
    try expectNobodyWasTold(of: transport)
  }

  /// What a handshake is answered with that differs from a browser's in these headers.
  private func status(
    changing changed: [String: String?],
    on transport: Transport
  ) throws -> Int? {
    let handshake = RawWebSocket.handshake(port: transport.port, changed: changed)
    return try RawHTTP.firstAnswer(to: handshake, port: transport.port)?.status
  }

  /// Nobody hears of a connection that never was a WebSocket, neither that it opened nor that it
  /// closed, and nothing is left of it.
  private func expectNobodyWasTold(of transport: Transport) throws {
    try wait("the connection to be forgotten") {
      try transport.onLoop { $0.connectionCount } == 0
    }
    #expect(transport.events.allSatisfy { $0 == .woken })
  }
}
