import Foundation
import SocketTestSupport
import Testing
import WebSocketServer

@Suite("A request")
struct HTTPTests {
  @Test("is answered, with what every answer carries, and the connection ends")
  func answered() throws {
    let transport = try Transport({ $0.responseHeaders = [("x-always", "yes")] })
    let answer = try RawHTTP.answer(
      to: RawHTTP.request("GET", "/a%20b?c=d", [("Connection", "keep-alive")]),
      port: transport.port
    )
    #expect(answer.status == 200)
    #expect(answer.text == "get /a b \n")
    #expect(answer["x-always"] == "yes")
    #expect(answer["connection"] == "close")
    #expect(answer["content-length"] == "\(answer.body.count)")
  }

  @Test("to HEAD is answered with the head alone")
  func head() throws {
    let transport = try Transport()
    let socket = try RawSocket(port: transport.port)
    try socket.send(RawHTTP.request("HEAD", "/a"))
    let bytes = try socket.receiveAll()
    let answer = try #require(RawAnswer.all(in: bytes, heads: true).first)
    #expect(answer.status == 200)
    #expect(answer["content-length"] == "9")
    #expect(String(decoding: bytes.suffix(4), as: UTF8.self) == "\r\n\r\n")
  }

  @Test(
    "carries its body to the answer, whole or in pieces",
    arguments: [0, 1, 512, 4_097, 16_384]
  )
  func post(length: Int) throws {
    let transport = try Transport()
    let body = String(repeating: "x", count: length)
    let request = RawHTTP.post("/api/x", body)
    let expected = "post /api/x \(body)\n"
    #expect(try RawHTTP.answer(to: request, port: transport.port).text == expected)

    let socket = try RawSocket(port: transport.port)
    let half = request.index(request.startIndex, offsetBy: request.count - length / 2)
    try socket.send(String(request[..<half]))
    _ = try transport.onLoop { $0.connectionCount }
    try socket.send(String(request[half...]))
    #expect(RawAnswer.all(in: try socket.receiveAll()).map(\.text) == [expected])
  }

  @Test("is posted only where it may be, with its length and as JSON")
  func postRules() throws {
    let transport = try Transport()
    let text = ("Content-Type", "text/plain")
    let json = ("Content-Type", "application/json; charset=utf-8")
    let cases: [(String, Int)] = [
      (RawHTTP.post("/", "null"), 405), (RawHTTP.post("/api", "null"), 405),
      (RawHTTP.post("/api/x", "null", [text]), 415),
      (RawHTTP.request("POST", "/api/x", [json]), 411),
      (RawHTTP.request("POST", "/api/x", [("Content-Length", "4")], body: "null"), 415),
      (RawHTTP.post("/api/x", "null", [json]), 200),
      (RawHTTP.request("GET", "/api/x", [("Content-Length", "4")], body: "null"), 400),
      (RawHTTP.request("GET", "/api/x", [("Content-Length", "0")]), 200),
    ]
    for (request, status) in cases {
      #expect(try RawHTTP.answer(to: request, port: transport.port).status == status, "\(request)")
    }
  }

  @Test("whose body is too long is answered before the body comes, and after, too")
  func tooLong() throws {
    let transport = try Transport()
    let announced = RawHTTP.request(
      "POST",
      "/api/x",
      [("Content-Type", "application/json"), ("Content-Length", "16385")]
    )
    #expect(try RawHTTP.answer(to: announced, port: transport.port).status == 413)
    for length in [16_385, 100_000, 1_000_000] {
      let socket = try RawSocket(port: transport.port)
      // The server may close before all of it is there.
      try? socket.send(RawHTTP.post("/api/x", String(repeating: "x", count: length)))
      #expect(RawAnswer.all(in: try socket.receiveAll()).map(\.status) == [413], "\(length)")
    }
  }

  @Test("gets an answer of any length whole, however slowly it is read")
  func longAnswer() throws {
    let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
    let transport = try Transport(answer: HTTPResponse(status: 200, body: body))
    let quick = try RawHTTP.answer(to: RawHTTP.request("GET", "/"), port: transport.port)
    #expect(quick.body == body)

    let slow = try RawSocket(port: transport.port, receiveBuffer: 4_096)
    try slow.send(RawHTTP.request("GET", "/"))
    #expect(RawAnswer.all(in: try slow.receiveAll(within: 20)).first?.body == body)
  }

  @Test("is answered whole also to those who are still talking")
  func talksOn() throws {
    let transport = try Transport({ $0.closePatience = .milliseconds(800) })
    let socket = try RawSocket(port: transport.port)
    try socket.send(RawHTTP.request("GET", "/a"))
    #expect(RawAnswer.all(in: try socket.receiveAll()).map(\.text) == ["get /a \n"])
    // A connection closed too early would be reset here, and take the answer's end along.
    for _ in 0..<20 {
      try socket.send([UInt8](repeating: 7, count: 50_000))
      Thread.sleep(forTimeInterval: 0.01)
    }
    // But not for ever.
    #expect(throws: RawSocket.Trouble.self) {
      for _ in 0..<1_000 {
        try socket.send([7])
        Thread.sleep(forTimeInterval: 0.005)
      }
    }
  }

  @Test("cannot smuggle a header into its answer")
  func splitting() throws {
    let headers = [("location", "/a\r\nset-cookie: evil=1\r\n\r\n<script>"), ("x-\r\ny", "z")]
    let transport = try Transport(answer: HTTPResponse(status: 302, headers: headers))
    let answer = try RawHTTP.answer(to: RawHTTP.request("GET", "/"), port: transport.port)
    #expect(answer["set-cookie"] == nil)
    #expect(answer["location"] == "/aset-cookie: evil=1<script>")
    #expect(answer.body == [])
  }

  @Test(
    "finds no file outside, since paths have no way up",
    arguments: [
      ("/../../etc/passwd", "/etc/passwd"), ("/a/../b", "/b"), ("/%2e%2e/a", "/a"),
      ("//a//b", "/a/b"), ("/a%2f..%2f..%2fb", "/b"), ("/./a", "/a"),
    ]
  )
  func paths(path: String, seen: String) throws {
    let transport = try Transport()
    let answer = try RawHTTP.answer(to: RawHTTP.request("GET", path), port: transport.port)
    #expect(answer.text == "get \(seen) \n")
  }

  @Test("whose path holds a zero byte is refused")
  func zeroByte() throws {
    let transport = try Transport()
    let answers = try RawHTTP.answers(
      to: RawHTTP.request("GET", "/%00b"),
      port: transport.port
    )
    #expect(answers.map(\.status) == [400])
  }

  @Test("that is none is not answered with anything but an error, and the server lives on")
  func garbage() throws {
    let transport = try Transport()
    let garbage = [
      "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "get / http/1.1\r\n\r\n",
      "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", "GET * HTTP/1.1\r\n\r\n", "\0\0\0\0\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n", "GET /%zz HTTP/1.1\r\n\r\n", "GET /%00 HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\nHost: x\n\n", "\u{16}\u{03}\u{01}\u{02}\0\u{01}\0\u{01}",
    ]
    for text in garbage {
      let socket = try RawSocket(port: transport.port)
      try socket.send(text)
      socket.finishSending()
      _ = try socket.receiveAll(within: 3)
    }
    let answer = try RawHTTP.answer(to: RawHTTP.request("GET", "/alive"), port: transport.port)
    #expect(answer.status == 200)
  }
}
