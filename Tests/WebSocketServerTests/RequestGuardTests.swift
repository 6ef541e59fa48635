import SocketTestSupport
import Testing
import WebSocketServer

/// Each of these holes is known to be in libwebsockets 4.1.6, and each test has been seen to fail
/// without its guard.
@Suite("The guard of requests")
struct RequestGuardTests {
  @Test(
    "lets nobody reach HTTP/2, whose code has an unpatched hole (CVE-2026-19773)",
    arguments: ["h2c", "H2C"],
    ["GET", "POST", "OPTIONS"]
  )
  func h2c(upgrade: String, method: String) throws {
    let transport = try Transport()
    let headers = [
      ("Connection", "Upgrade, HTTP2-Settings"), ("Upgrade", upgrade),
      ("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA"), ("Content-Length", "0"),
    ]
    let answer = try RawHTTP.answer(
      to: RawHTTP.request(method, "/", headers),
      port: transport.port
    )
    #expect(answer.status == 400)
    try expectAlive(transport)
  }

  @Test(
    "lets nobody upgrade to anything else",
    arguments: ["h2c ", "h2c, websocket", "websocket, h2c", "websocketx", "TLS/1.0", "anything"]
  )
  func otherUpgrades(upgrade: String) throws {
    let transport = try Transport({ $0.responseHeaders = [("x-always", "yes"), ("x-too", "yes")] })
    let headers = [("Connection", "Upgrade"), ("Upgrade", upgrade), ("HTTP2-Settings", "AAMAAABk")]
    let answer = try RawHTTP.answer(
      to: RawHTTP.request("GET", "/", headers),
      port: transport.port
    )
    // The library refuses these by itself.
    #expect(answer.status == 403)
    #expect(answer["x-always"] == "yes")
    #expect(answer["x-too"] == "yes")
    try expectAlive(transport)
  }

  @Test("lets nobody speak HTTP/2 at once")
  func preface() throws {
    let transport = try Transport()
    let socket = try RawSocket(port: transport.port)
    try socket.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
    try socket.send([0, 0, 0, 4, 0, 0, 0, 0, 0])
    let answers = RawAnswer.all(in: try socket.receiveAll(within: 3))
    #expect(answers.allSatisfy { $0.status >= 400 })
    try expectAlive(transport)
  }

  @Test(
    "reads no header that is gone after a first request (CVE-2025-11677)",
    arguments: [0, 0.2]
  )
  func upgradeAfterKeepAlive(pause: Double) throws {
    let transport = try Transport()
    let socket = try RawSocket(port: transport.port)
    try socket.send(RawHTTP.request("GET", "/a", [("Connection", "keep-alive")]))
    let first = pause > 0 ? try socket.receive() ?? [] : []
    // The server may have closed already, which is as well.
    try? socket.send(
      RawHTTP.request("GET", "/b", [("Connection", "Upgrade"), ("Upgrade", "anything")])
    )
    let answers = RawAnswer.all(in: first + (try socket.receiveAll()))
    #expect(answers.map(\.text) == ["get /a \n"])
    try expectAlive(transport)
  }

  @Test("takes no CONNECT, which the library would keep for ever")
  func connect() throws {
    let transport = try Transport()
    for target in ["127.0.0.1:80", "/", "*"] {
      let request = RawHTTP.request("CONNECT", target)
      #expect(try RawHTTP.answers(to: request, port: transport.port, within: 3).isEmpty)
    }
    try transport.expectNobodyLeft()
    try expectAlive(transport)
  }

  @Test("hears one request of a connection, whatever follows it, and the server lives on")
  func pipelines() throws {
    let transport = try Transport()
    let requests = Self.requests
    for first in requests {
      for second in requests {
        for gap in [false, true] {
          let socket = try RawSocket(port: transport.port)
          try socket.send(gap ? first : first + second)
          // The server may have closed already.
          if gap { try? socket.send(second) }
          let answers = RawAnswer.all(in: try socket.receiveAll(), heads: first.hasPrefix("HEAD"))
          #expect(answers.count <= 1, "\(first) + \(second)")
        }
      }
      try expectAlive(transport)
    }
  }

  /// Every method, with every kind of body.
  private static let requests: [String] = {
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "BREW"]
    let json = ("Content-Type", "application/json")
    return methods.flatMap { method in
      [
        RawHTTP.request(method, "/api/x", [json]),
        RawHTTP.request(method, "/api/x", [json, ("Content-Length", "0")]),
        RawHTTP.request(method, "/api/x", [json, ("Content-Length", "4")], body: "null"),
        RawHTTP.request(method, "/api/x", [json, ("Content-Length", "9")], body: "null"),
      ]
    }
  }()

  @Test("takes no body whose end it cannot see")
  func transferEncoding() throws {
    let transport = try Transport()
    for (method, coding) in [("GET", "chunked"), ("POST", "chunked"), ("POST", "identity")] {
      let headers = [("Transfer-Encoding", coding), ("Content-Type", "application/json")]
      let smuggled = "0\r\n\r\n" + RawHTTP.request("GET", "/smuggled")
      let request = RawHTTP.request(method, "/api/x", headers, body: smuggled)
      let answer = try RawHTTP.answer(to: request, port: transport.port)
      #expect(answer.status == 400)
      #expect(answer.text == "Transfer-Encoding is not understood.\n")
    }
    let both = RawHTTP.post("/api/x", "null", [("Transfer-Encoding", "chunked")])
    #expect(try RawHTTP.answer(to: both, port: transport.port).status == 400)
    try expectAlive(transport)
  }

  @Test(
    "takes no length that is not one number",
    arguments: ["-1", "+4", "4, 4", "4 4", "0x4", "4.0", "1e3", "99999999999999999999", "４", "4;"]
  )
  func length(length: String) throws {
    let transport = try Transport()
    for method in ["GET", "POST"] {
      let headers = [("Content-Type", "application/json"), ("Content-Length", length)]
      let request = RawHTTP.request(method, "/api/x", headers, body: "null")
      #expect(try RawHTTP.answer(to: request, port: transport.port).status == 400)
    }
    try expectAlive(transport)
  }

  @Test("takes no two lengths, not even equal ones")
  func twoLengths() throws {
    let transport = try Transport()
    for second in ["4", "400", "0"] {
      let request = RawHTTP.post("/api/x", "null", [("Content-Length", second)])
      #expect(try RawHTTP.answer(to: request, port: transport.port).status == 400)
    }
  }

  @Test("takes no second request line among the headers")
  func twoLines() throws {
    let transport = try Transport()
    for line in ["post /b HTTP/1.1", "GET /b", "put /b HTTP/1.1", "connect /b"] {
      let request = "GET /a HTTP/1.1\r\nHost: x\r\n\(line)\r\n\r\n"
      let answers = try RawHTTP.answers(to: request, port: transport.port)
      #expect(answers.allSatisfy { $0.status == 400 }, "\(line)")
    }
    try expectAlive(transport)
  }

  @Test("gives a method that is not served its answer", arguments: ["PUT", "DELETE", "OPTIONS"])
  func otherMethods(method: String) throws {
    let transport = try Transport()
    let answer = try RawHTTP.answer(to: RawHTTP.request(method, "/"), port: transport.port)
    #expect(answer.status == 405)
    #expect(answer["allow"] == "GET, HEAD, POST")
  }

  @Test("reads at most 8 KiB of a request's head")
  func headLength() throws {
    let transport = try Transport()
    for (length, status) in [(7_000, 200), (9_000, nil)] as [(Int, Int?)] {
      let headers = [("Cookie", String(repeating: "x", count: length))]
      let request = RawHTTP.request("GET", "/", headers)
      #expect(try RawHTTP.answers(to: request, port: transport.port).first?.status == status)
    }
  }

  @Test("ends the connection of a header bomb, and nobody else's")
  func bombs() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    let long = String(repeating: "x", count: 200_000)
    let many = (1...20_000).map { ("X-\($0)", "\($0)") }
    let bombs = [
      RawHTTP.request("GET", "/", [("X-Bomb", long)]), RawHTTP.request("GET", "/\(long)"),
      RawHTTP.request("GET", "/", many), RawHTTP.request("GET", "/?\(long)"), long,
      RawHTTP.request("GET", "/", [("Cookie", long)]),
      RawHTTP.request("GET", "/" + String(repeating: "a/../", count: 30_000) + long),
      RawHTTP.request("GET", "/?" + String(repeating: "a=%41&", count: 30_000)),
      RawHTTP.request("GET", "/", [(long, "a name")]),
    ]
    for bomb in bombs {
      let socket = try RawSocket(port: transport.port)
      // The server may close before all of it is there.
      try? socket.send(bomb)
      let answers = RawAnswer.all(in: try socket.receiveAll(within: 5))
      #expect(answers.allSatisfy { $0.status >= 400 }, "\(bomb.prefix(40))")
      try ada.send("still here")
      #expect(try ada.receiveText() == "still here")
    }
    try expectAlive(transport)
  }

  /// Whether the server still serves everybody else.
  private func expectAlive(_ transport: Transport) throws {
    let answer = try RawHTTP.answer(to: RawHTTP.request("GET", "/alive"), port: transport.port)
    #expect(answer.text == "get /alive \n")
  }
}
