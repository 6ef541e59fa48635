import MeetingClient
import SocketTestSupport
import Testing

@Suite("Without file descriptors", .serialized)
struct DescriptorTests {
  @Test("those who are here are served, nothing spins, and newcomers get in once somebody leaves")
  func exhausted() throws {
    let server = try Server()
    var people = try (0..<10).map { _ in try Visitor(joining: server) }
    let spare = 3
    try server.limitDescriptors(to: server.openDescriptors() + spare)

    // Whoever is not accepted waits in the kernel, and does not know.
    let silent = try (0..<spare + 2).map { _ in try RawSocket(port: server.port) }
    let late = try RawSocket(port: server.port)
    try late.send(RawHTTP.request("GET", "/healthz"))
    let before = try server.processorSeconds()
    #expect(throws: Impatience.self) { try late.receive(within: 2) }
    #expect(try server.processorSeconds() - before < 0.3)
    #expect(try server.output().split(separator: "\n").count < 100)
    let reference = try people[0].ask(Visitor.question("Geht es weiter?"))
    #expect(try people[0].hear("ack")["ref"]?.text == reference)

    people.removeLast(5)
    #expect(RawAnswer.all(in: try late.receiveAll(within: 10)).first?.status == 200)
    #expect(silent.count == spare + 2)
  }
}
