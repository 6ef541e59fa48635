import Foundation
import MeetingClient
import SocketTestSupport
import Testing

@Suite("A thousand people", .serialized)
struct MultitudeTests {
  @Test("are back and in step within ten seconds of a restart, and do not come all at once")
  func restart() throws {
    let server = try Server()
    let crowd = Multitude(1_000, joining: server)
    defer { try? crowd.leave() }
    try wait("everybody to be here", seconds: 60) { try crowd.here() == 1_000 }
    try crowd.ask { _, notes in (notes.comings, notes.codes) = ([], [:]) }

    let began = ContinuousClock.now
    #expect(server.end(SIGTERM) == 0)
    try server.start()
    let chair = try Visitor(joining: server, key: server.meeting.moderatorKey)
    let question = try chair.ask(Visitor.question("Sind alle wieder da?"))
    try wait("everybody to be back", seconds: 40) { try crowd.here() == 1_000 }
    try wait("everybody to have heard the question") {
      try crowd.ask { crowd, _ in
        (0..<crowd.count).allSatisfy { crowd[$0].things["question:\(question)"] != nil }
      }
    }
    let took = began.duration(to: .now)
    #expect(took < .seconds(10), "It took \(took).")

    let (comings, codes) = try crowd.ask { _, notes in (notes.comings, notes.codes) }
    // This is what their library makes of 1012; see the delegate of a loop.
    #expect(codes[1_002] == 1_000, "\(codes)")
    #expect(comings.count == 1_000)
    // Three seconds of random places: some 170 in each half of a second.
    let halves = Dictionary(grouping: comings) { Int(began.duration(to: $0) / .milliseconds(500)) }
    let busiest = halves.map(\.value.count).max() ?? 0
    #expect(busiest < 400, "\(busiest) came within half a second.")
  }
}
