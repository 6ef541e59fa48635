import SocketTestSupport
import Testing
import WebSocketServer

@Suite("Whoever gets no WebSocket through")
struct StreamTests {
  @Test("reads a stream, speaks beside it, and is a socket like any other")
  func echo() throws {
    let transport = try Transport()
    let ada = try RawStream(port: transport.port)
    #expect(ada.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
    for line in [
      "content-type: text/event-stream", "cache-control: no-store", "x-accel-buffering: no",
    ] {
      #expect(ada.head.contains("\r\n\(line)"))
    }
    #expect(!ada.head.contains("content-length"))
    #expect(ada.id.count == 32)
    let socket = try transport.socket()
    #expect(try ada.post("Grüße, \"Ada\"") == 202)
    #expect(try ada.receiveText() == "Grüße, \"Ada\"")
    #expect(try ada.post("two\nlines") == 202)
    #expect(try ada.receiveText() == "two\nlines")
    #expect(
      transport.events == [
        .opened(socket), .received("Grüße, \"Ada\"", socket), .received("two\nlines", socket),
      ]
    )
  }

  @Test("hears what is sent to everybody, beside those with WebSockets")
  func together() throws {
    let transport = try Transport()
    let ada = try RawStream(port: transport.port)
    let ben = try RawWebSocket(port: transport.port)
    let both = [try transport.socket(0), try transport.socket(1)]
    for news in ["one", "two"] {
      let text = Array(news.utf8)
      _ = try transport.onLoop { loop in for socket in both { _ = loop.send(text, to: socket) } }
      #expect(try ada.receiveText() == news)
      #expect(try ben.receiveText() == news)
    }
  }

  @Test("is told why the stream ends, after all that was sent before")
  func closes() throws {
    let transport = try Transport(reaction: { loop, event in
      guard case .received(_, let socket) = event else { return }
      #expect(loop.send(Array("before".utf8), to: socket) == .sent)
      loop.close(socket, code: 4_501, reason: "The link was revoked.")
      #expect(loop.send(Array("behind".utf8), to: socket) == .gone)
    })
    let ada = try RawStream(port: transport.port)
    #expect(try ada.post("close me") == 202)
    #expect(try ada.receiveText() == "before")
    #expect(try ada.receive() == RawStream.Event("closed", "4501"))
    #expect(try ada.receive() == nil)
    #expect(try ada.post("whatever") == 410)
  }

  @Test("is sent away like everybody else when the loop stops")
  func stops() throws {
    let transport = try Transport()
    let ada = try RawStream(port: transport.port)
    _ = try transport.socket()
    _ = try transport.onLoop { $0.stop() }
    #expect(try ada.closeCode() == 1_001)
    try wait("the loop to end") { transport.hasEnded }
  }

  @Test("hangs up, and is gone at once")
  func hangsUp() throws {
    let transport = try Transport()
    let id = try {
      let ada = try RawStream(port: transport.port)
      return ada.id
    }()
    let socket = try transport.socket()
    try wait("the socket to be closed") { transport.events.contains(.closed(socket)) }
    try transport.expectNobodyLeft()
    let ben = try RawStream(port: transport.port)
    #expect(try ben.post("as ada", as: id) == 410)
    #expect(ben.id != id)
  }

  @Test("and neither speaks nor hears for a minute, is gone; any word is enough")
  func silence() throws {
    let transport = try Transport({
      $0.pingInterval = .milliseconds(200)
      $0.deadAfter = .seconds(3)
    })
    let ada = try RawStream(port: transport.port)
    for _ in 0..<3 {
      #expect(try ada.receive() == RawStream.Event("ping", ""))
      #expect(try ada.post("here") == 202)
      #expect(try ada.receiveText() == "here")
    }
    #expect(try ada.closeCode() == nil)
    try transport.expectNobodyLeft()
  }
}

// MARK: - Limits

extension StreamTests {
  @Test("comes from an allowed page, as with a WebSocket")
  func origins() throws {
    let transport = try Transport({ $0.allowedOrigins = ["https://runde.example"] })
    let evil = "https://evil.example"
    let refused = RawHTTP.request("GET", "/api/live", [("Origin", evil)])
    #expect(try RawHTTP.answer(to: refused, port: transport.port).status == 403)
    let ada = try RawStream(port: transport.port)
    #expect(try ada.post("no origin", origin: nil) == 403)
    #expect(try ada.post("another site", origin: evil) == 403)
    #expect(try ada.post("no page at all", origin: "null") == 403)
    #expect(transport.count { if case .received = $0 { true } else { false } } == 0)
    #expect(try ada.post("its own", origin: "https://runde.example") == 202)
    #expect(try ada.receiveText() == "its own")
    let ben = try RawStream(port: transport.port, headers: [("Origin", "http://localhost")])
    #expect(try ben.post("") == 202)
  }

  @Test("is heard only under its own id")
  func ids() throws {
    let transport = try Transport()
    let ada = try RawStream(port: transport.port)
    for id in ["", "0", String(repeating: "0", count: 32), ada.id.uppercased() + "x"] {
      #expect(try ada.post("as somebody", as: id) == 410, "\(id)")
    }
    let bare = RawHTTP.post("/api/command", "{}", [("Origin", "http://localhost")])
    #expect(try RawHTTP.answer(to: bare, port: transport.port).status == 410)
    #expect(transport.count { if case .received = $0 { true } else { false } } == 0)
  }

  @Test("uses no other method and no other form")
  func methods() throws {
    let transport = try Transport()
    let origin = ("Origin", "http://localhost")
    let json = ("Content-Type", "application/json")
    let requests = [
      (405, RawHTTP.request("HEAD", "/api/live")),
      (405, RawHTTP.post("/api/live", "{}", [origin])),
      (405, RawHTTP.request("GET", "/api/command", [origin])),
      (405, RawHTTP.request("HEAD", "/api/command", [origin])),
      (415, RawHTTP.post("/api/command", "{}", [origin, ("Content-Type", "text/plain")])),
      (411, RawHTTP.request("POST", "/api/command", [origin, json])),
      (
        400,
        RawHTTP.request(
          "POST",
          "/api/command",
          [origin, json, ("Transfer-Encoding", "chunked")],
          body: "2\r\n{}\r\n0\r\n\r\n"
        )
      ),
    ]
    for (status, request) in requests {
      let answers = try RawHTTP.answers(to: request, port: transport.port)
      #expect(answers.map(\.status) == [status], "\(request)")
    }
    #expect(transport.events == [])
  }

  @Test("says no more at once than a WebSocket may, and only UTF-8")
  func sizes() throws {
    let transport = try Transport()
    let ada = try RawStream(port: transport.port)
    let most = String(repeating: "a", count: 16 * 1_024)
    #expect(try ada.post(most) == 202)
    #expect(try ada.receiveText() == most)
    #expect(try ada.post(most + "a") == 413)
    let broken: [UInt8] =
      Array(
        RawHTTP.request(
          "POST",
          "/api/command",
          [
            ("Origin", "http://localhost"), ("Content-Type", "application/json"),
            ("Content-Length", "2"), ("Authorization", "Bearer \(ada.id)"),
          ]
        ).utf8
      ) + [0xc3, 0x28]
    let socket = try RawSocket(port: transport.port)
    try socket.send(broken)
    #expect(RawAnswer.all(in: try socket.receiveAll()).map(\.status) == [400])
    #expect(try ada.closeCode() == 1_007)
  }

  @Test("counts among the connections of an address")
  func caps() throws {
    let transport = try Transport({
      $0.maximumSocketsPerAddress = 2
      $0.unboundedAddresses = []
    })
    let ada = try RawStream(port: transport.port)
    let ben = try RawStream(port: transport.port)
    let third = try RawSocket(port: transport.port)
    #expect(try third.receive() == nil)
    #expect(!ada.id.isEmpty && !ben.id.isEmpty)
  }

  @Test("and does not read, costs bounded memory, delays nobody, and is told 1013")
  func stuck() throws {
    let limit = 256 * 1_024
    let transport = try Transport({ $0.maximumBufferedBytes = limit })
    let ada = try RawStream(port: transport.port, receiveBuffer: 4_096)
    let stuck = try transport.socket()
    let kilobyte = [UInt8](repeating: UInt8(ascii: "k"), count: 1_024)
    var taken = 0
    while true {
      let (result, waiting) = try transport.onLoop { loop in
        (loop.send(kilobyte, to: stuck), loop.bufferedBytes(of: stuck))
      }
      if result == .gone { break }
      taken += 1
      #expect(waiting <= limit)
      try #require(taken < 2_000)
    }
    #expect(try ada.closeCode() == 1_013)
  }

  @Test("gets everything, in order, once it reads again")
  func readsAgain() throws {
    let transport = try Transport()
    let ada = try RawStream(port: transport.port, receiveBuffer: 4_096)
    let socket = try transport.socket()
    let filling = String(repeating: "k", count: 1_024)
    var count = 0
    var result = SendResult.sent
    while count < 300 || result == .sent {
      let text = Array("\(count)\(filling)".utf8)
      result = try transport.onLoop { $0.send(text, to: socket) }
      count += 1
    }
    #expect(result == .stalled)
    for number in 0..<count {
      #expect(try ada.receiveText()?.prefix { $0 != "k" } == "\(number)")
    }
    try wait("the socket to be drained") { transport.events.contains(.drained(socket)) }
    #expect(transport.count { $0 == .drained(socket) } == 1)
    #expect(try ada.post("still here") == 202)
    #expect(try ada.receiveText() == "still here")
  }

  @Test("and hangs up while much waits, is gone, and nothing spins")
  func hangsUpStalled() throws {
    let transport = try Transport()
    try {
      let ada = try RawStream(port: transport.port, receiveBuffer: 4_096)
      let socket = try transport.socket()
      let kilobyte = [UInt8](repeating: UInt8(ascii: "k"), count: 1_024)
      try wait("the socket to stall") {
        try transport.onLoop { $0.send(kilobyte, to: socket) } == .stalled
      }
      ada.socket.resetAtEnd()
    }()
    try transport.expectNobodyLeft()
  }
}
