import SocketTestSupport
import Testing
import WebSocketServer

@Suite("A message")
struct MessageTests {
  @Test("comes back as it was sent, in its order", arguments: [0, 1, 125, 126, 512, 513, 16_384])
  func lengths(length: Int) throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    let text = String("aä".first!) + String(repeating: "x", count: max(0, length - 1))
    let message = length == 0 ? "" : text
    try ada.send(message)
    try ada.send("and then this")
    #expect(try ada.receive() == RawFrame(message))
    #expect(try ada.receive() == RawFrame("and then this"))
  }

  @Test("in fragments is one message, whatever comes between them")
  func fragments() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    try ada.send(RawFrame(RawFrame.text, "Wann ", isFinal: false))
    try ada.send(RawFrame(RawFrame.ping, "still here?"))
    try ada.send(RawFrame(RawFrame.continuation, "gibt es", isFinal: false))
    try ada.send(RawFrame(RawFrame.continuation, "", isFinal: false))
    #expect(try ada.receive() == RawFrame(RawFrame.pong, "still here?"))
    try ada.send(RawFrame(RawFrame.continuation, " Kaffee?"))
    #expect(try ada.receive() == RawFrame("Wann gibt es Kaffee?"))
  }

  @Test("that begins and ends with an empty fragment is one message")
  func emptyFragments() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    try ada.send(RawFrame(RawFrame.text, "", isFinal: false))
    try ada.send(RawFrame(RawFrame.continuation, "Kaffee", isFinal: false))
    try ada.send(RawFrame(RawFrame.continuation, ""))
    #expect(try ada.receive() == RawFrame("Kaffee"))
  }

  @Test("is the same when it comes byte by byte")
  func dripped() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    let begin = RawFrame(RawFrame.text, "Käff", isFinal: false).bytes()
    for byte in begin + RawFrame(RawFrame.continuation, "chen ☕️").bytes() {
      try ada.socket.send([byte])
    }
    #expect(try ada.receive() == RawFrame("Käffchen ☕️"))
  }

  @Test("is one of many when they come in one go")
  func pipelined() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    let messages = (1...200).map { String(repeating: "\($0) ", count: $0) }
    try ada.socket.send(messages.flatMap { RawFrame($0).bytes() })
    for message in messages { #expect(try ada.receiveText() == message) }
  }

  @Test("to many is the same for all of them")
  func broadcast() throws {
    let transport = try Transport()
    let people = try (0..<5).map { _ in try RawWebSocket(port: transport.port) }
    let sockets = try people.indices.map { try transport.socket($0) }
    let results = try transport.onLoop { loop in
      let text = Array("Guten Tag".utf8)
      return sockets.map { loop.send(text, to: $0) } + sockets.map { loop.send([], to: $0) }
    }
    #expect(results.allSatisfy { $0 == .sent })
    for person in people {
      #expect(try person.receiveText() == "Guten Tag")
      #expect(try person.receiveText() == "")
    }
  }

  @Test("that is no text closes with 1003")
  func binary() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    try ada.send(RawFrame(RawFrame.binary, [1, 2, 3]))
    #expect(try ada.closeCode() == 1003)
    try expectClosedOnce(transport)
  }

  @Test(
    "that is not UTF-8 closes with 1007",
    arguments: [
      [[0xff]], [[0xc0, 0xaf]], [[0xed, 0xa0, 0x80]], [[0xf4, 0x90, 0x80, 0x80]], [[0xe2, 0x98]],
      [[0xe2], [0x41]],
    ] as [[[UInt8]]]
  )
  func brokenText(fragments: [[UInt8]]) throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    for (number, fragment) in fragments.enumerated() {
      let opcode = number == 0 ? RawFrame.text : RawFrame.continuation
      try ada.send(RawFrame(opcode, fragment, isFinal: number == fragments.count - 1))
    }
    #expect(try ada.closeCode() == 1007)
    #expect(transport.count { if case .received = $0 { true } else { false } } == 0)
  }

  @Test("whose letter is split between fragments is whole")
  func splitLetter() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    try ada.send(RawFrame(RawFrame.text, [0xe2, 0x98], isFinal: false))
    try ada.send(RawFrame(RawFrame.continuation, [0x95]))
    #expect(try ada.receiveText() == "☕")
  }

  @Test("that is too long closes with 1009 as soon as its length is announced")
  func tooLong() throws {
    let transport = try Transport()
    for announced in [16_385, 1 << 40] as [UInt64] {
      let ada = try RawWebSocket(port: transport.port)
      try ada.socket.send(RawFrame("x").bytes(announced: announced))
      #expect(try ada.closeCode() == 1009)
    }
  }

  @Test("that is too long in all its fragments closes with 1009")
  func tooLongInAll() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    let half = String(repeating: "x", count: 8_192)
    try ada.send(RawFrame(RawFrame.text, half, isFinal: false))
    try ada.send(RawFrame(RawFrame.continuation, half, isFinal: false))
    try ada.send(RawFrame(RawFrame.continuation, "x", isFinal: false))
    #expect(try ada.closeCode() == 1009)
    #expect(transport.count { if case .received = $0 { true } else { false } } == 0)
  }

  @Test(
    "that breaks the rules of frames closes with 1002",
    arguments: [
      [RawFrame(RawFrame.continuation, "of what?")],
      [RawFrame(RawFrame.text, "a", isFinal: false), RawFrame(RawFrame.text, "b")],
      [RawFrame(3, "unknown")], [RawFrame(0xb, "unknown")],
      [RawFrame(RawFrame.ping, "a ping in parts", isFinal: false)],
    ]
  )
  func brokenFrames(frames: [RawFrame]) throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    for frame in frames { try ada.send(frame) }
    #expect(try ada.closeCode() == 1002)
    try expectClosedOnce(transport)
  }

  @Test("may come without a mask: the library does not mind, and it does no harm")
  func unmasked() throws {
    let transport = try Transport()
    let ada = try RawWebSocket(port: transport.port)
    try ada.socket.send(RawFrame("without").bytes(isMasked: false))
    try ada.send("with")
    #expect(try ada.receiveText() == "without")
    #expect(try ada.receiveText() == "with")
  }

  private func expectClosedOnce(_ transport: Transport) throws {
    let socket = try transport.socket()
    try wait("the socket to be closed") { transport.events.contains(.closed(socket)) }
    #expect(transport.count { $0 == .closed(socket) } == 1)
  }
}
