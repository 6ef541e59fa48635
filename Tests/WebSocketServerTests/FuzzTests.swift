import MeetingTestSupport
import SocketTestSupport
import Testing
import WebSocketServer

/// Throws requests at a server that are pipelined, dripped, cut and damaged.
///
/// A failure names its seed: run that seed alone to replay it. `KAFFEERUNDE_SEEDS` says how many.
@Suite("At random")
struct FuzzTests {
  @Test("no sequence of bytes keeps the server from serving the next one")
  func survives() throws {
    let transport = try Transport({ $0.patience = .seconds(2) })
    let ada = try RawWebSocket(port: transport.port)
    for seed in Seeds.count(quick: 400) {
      do {
        var attack = Attack(seed: seed)
        try attack.run(on: transport.port)
        try ada.send("still here")
        try #require(try ada.receiveText(within: 5) == "still here")
        let request = RawHTTP.request("GET", "/")
        let answer = try RawHTTP.firstAnswer(to: request, port: transport.port)
        try #require(answer?.status == 200)
      } catch {
        Issue.record(error, "seed \(seed)")
        return
      }
    }
    try wait("the last attackers to be forgotten", seconds: 8) {
      try transport.onLoop { $0.connectionCount } == 1
    }
    let before = try transport.processorTime()
    try ada.send("now it is quiet")
    #expect(try ada.receiveText() == "now it is quiet")
    #expect(throws: Impatience.self) { try ada.receiveText(within: 0.3) }
    #expect(try transport.processorTime() - before < 0.1)
  }
}

/// One connection's worth of nonsense.
private struct Attack {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func run(on port: Int) throws {
    let socket = try RawSocket(port: port)
    var bytes: [UInt8] = []
    for _ in 0...Int.random(in: 0...3, using: &random) { bytes += Array(request(port).utf8) }
    if random.happens(in: 25) { bytes += frames() }
    if random.happens(in: 33) { damage(&bytes) }
    if random.happens(in: 25) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
    // The server closes whenever it has had enough.
    try? send(bytes, on: socket)
    switch Int.random(in: 0...3, using: &random) {
    case 0: socket.resetAtEnd()
    case 1:
      socket.finishSending()
      _ = try? socket.receiveAll(within: 0.05)
    case 2: _ = try? socket.receive(within: 0.02)
    default: break
    }
  }

  private mutating func send(_ bytes: [UInt8], on socket: RawSocket) throws {
    var rest = bytes[...]
    let most = random.happens(in: 50) ? bytes.count : Int.random(in: 1...200, using: &random)
    while !rest.isEmpty {
      let count = Int.random(in: 1...max(1, most), using: &random)
      try socket.send(rest.prefix(count))
      rest = rest.dropFirst(count)
      // Time for the server to see the pieces as pieces, sometimes.
      if random.happens(in: 16) { _ = try? socket.receive(within: 0.001) }
    }
  }

  private mutating func request(_ port: Int) -> String {
    if random.happens(in: 20) {
      return RawWebSocket.handshake(port: port, path: random.pick(["/ws", "/"]))
    }
    // What is nearly right gets further in.
    if random.happens(in: 20) { return RawHTTP.post("/api/x", random.pick(["null", "", "{"])) }
    if random.happens(in: 20) { return RawHTTP.request(random.pick(["GET", "HEAD"]), "/a") }
    if random.happens(in: 20) { return RawHTTP.request("GET", "/api/live") }
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "BREW"]
    let paths = [
      "/", "/api/x", "/a/../../b", "/%2e%2e/", "/?a=b&c=%41", "*", "http://x/", "//", "/api/live",
      "/api/command",
    ]
    let line = random.pick(["a", "\r\n", "GET / HTTP/1.1\r\n\r\n", "0\r\n\r\n"])
    let body = random.happens(in: 50) ? String(repeating: line, count: 3) : ""
    var headers: [(String, String)] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) { headers.append(header(body.utf8.count)) }
    return RawHTTP.request(random.pick(methods), random.pick(paths), headers, body: body)
  }

  private mutating func header(_ length: Int) -> (String, String) {
    random.pick([
      ("Content-Length", "\(length)"), ("Content-Length", "0"), ("Content-Length", "-1"),
      ("Content-Length", "\(Int.random(in: 1...20_000, using: &random))"),
      ("Content-Type", "application/json"), ("Transfer-Encoding", "chunked"),
      ("Connection", "keep-alive"), ("Connection", "close"), ("Connection", "Upgrade"),
      ("Upgrade", "websocket"), ("Upgrade", "h2c"), ("Upgrade", "anything"),
      ("HTTP2-Settings", "AAMAAABkAAQAAP__"), ("Expect", "100-continue"),
      ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
      ("X", String(repeating: "x", count: Int.random(in: 0...9_000, using: &random))),
      ("post /b", "c"), ("Range", "bytes=0-1"), ("If-None-Match", "*"), ("", ""),
      ("Origin", "http://localhost"), ("Authorization", "Bearer x"),
    ])
  }

  private mutating func frames() -> [UInt8] {
    (0..<Int.random(in: 1...20, using: &random)).flatMap { _ in
      let length = random.pick([0, 1, 125, 126, 600, 17_000])
      let payload = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let frame = RawFrame(
        UInt8.random(in: 0...15, using: &random),
        random.happens(in: 50) ? Array("text".utf8) : payload,
        isFinal: !random.happens(in: 33)
      )
      let any = UInt64.random(in: 0...UInt64.max, using: &random)
      let announced = random.happens(in: 12) ? any : nil
      return frame.bytes(isMasked: !random.happens(in: 20), announced: announced)
    }
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] = random.pick([
        0, 10, 13, 32, 58, 255, UInt8.random(in: 0...255, using: &random),
      ])
    }
  }
}
