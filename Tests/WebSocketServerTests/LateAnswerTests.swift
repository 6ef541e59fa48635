import Foundation
import SocketTestSupport
import Testing
import WebSocketServer

@Suite("A request that is not answered at once")
struct LateAnswerTests {
  private static let answer = HTTPResponse(status: 200, text: "At last.")
  private static let request = RawHTTP.request("GET", Transport.later)

  @Test("is answered when the answer is there, and keeps nobody else waiting")
  func later() throws {
    let transport = try Transport()
    let ada = try RawSocket(port: transport.port)
    try ada.send(Self.request)
    try wait("the question") { transport.asked.count == 1 }
    let others = try RawHTTP.answer(to: RawHTTP.request("GET", "/a"), port: transport.port)
    #expect(others.text == "get /a \n")
    answer(transport.asked[0], in: transport)
    #expect(RawAnswer.all(in: try ada.receiveAll()).map(\.text) == ["At last.\n"])
    ada.finishSending()
    try transport.expectNobodyLeft()
  }

  @Test("is answered once, whatever is said afterwards")
  func once() throws {
    let transport = try Transport()
    let ada = try RawSocket(port: transport.port)
    try ada.send(Self.request)
    try wait("the question") { transport.asked.count == 1 }
    for _ in 1...3 { answer(transport.asked[0], in: transport) }
    #expect(RawAnswer.all(in: try ada.receiveAll()).map(\.text) == ["At last.\n"])
    answer(transport.asked[0], in: transport)
    ada.finishSending()
    try transport.expectNobodyLeft()
  }

  @Test("can be given up by whoever asked")
  func givenUp() throws {
    let transport = try Transport()
    do {
      let ada = try RawSocket(port: transport.port)
      ada.resetAtEnd()
      try ada.send(Self.request)
      try wait("the question") { transport.asked.count == 1 }
    }
    answer(transport.asked[0], in: transport)
    try transport.expectNobodyLeft()
  }

  @Test("is told so where nobody ever answers")
  func never() throws {
    let transport = try Transport({ $0.patience = .milliseconds(300) })
    let answer = try RawHTTP.answer(to: Self.request, port: transport.port)
    #expect(answer.status == 503)
    try transport.expectNobodyLeft()
  }

  @Test("does not keep the server from ending")
  func ending() throws {
    let transport = try Transport()
    let ada = try RawSocket(port: transport.port)
    try ada.send(Self.request)
    try wait("the question") { transport.asked.count == 1 }
    _ = try transport.onLoop { loop in
      loop.stop()
      return true
    }
    try wait("the end") { transport.hasEnded }
  }

  private func answer(_ socket: Socket, in transport: Transport) {
    _ = try? transport.onLoop { loop in
      loop.answer(socket, with: Self.answer)
      return true
    }
  }
}
