import CrowdTestSupport
import Testing

@Suite("A busy poll on real sockets", .serialized)
struct ElectionTests {
  @Test("A hundred people vote within two seconds: nobody is told more than twenty times a second")
  func hundred() throws {
    let server = try Server()
    let election = try Election(
      people: 100,
      code: server.meeting.code,
      key: server.meeting.moderatorKey,
      port: UInt16(server.port)
    )
    election.play(within: .seconds(60))
    #expect(election.took != nil)
    #expect(election.inStep == 101)
    #expect(election.counted == 100)
    #expect(election.refusals == [])
    #expect(election.lost == 0)
    let busiest = election.shares.map(\.busiestSecond).max() ?? 0
    // One that was held up on its way may arrive with the twenty of the next second.
    #expect((2...21).contains(busiest), "\(busiest) frames in one second")
  }
}
