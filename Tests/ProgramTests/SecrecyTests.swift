import Foundation
import MeetingClient
import SocketTestSupport
import Testing

@Suite("What must not be said")
struct SecrecyTests {
  @Test("No key, name, text or address is in what the program says, but for the links at the start")
  func output() throws {
    let server = try Server()
    let links = try server.output()
    #expect(links.contains(server.adminKey) && links.contains(server.meeting.moderatorKey))

    let ada = try Visitor(server)
    try ada.greet(server.meeting.code)
    let token = try #require(try ada.hear("welcome")["token"]?.text)
    try ada.ask(.object(["setName": .object(["name": .text("Ada Geheim")])]))
    try ada.ask(Visitor.question("Wer hat Geheimakte 7 gelesen?"))
    _ = try ada.hear("ack")
    _ = try ada.hear("ack")
    try ada.say("{\"hello\": \"Geheimwort\"")
    let thief = try Visitor(server)
    try thief.greet(server.meeting.code, key: "Geheimschlüssel")
    _ = try thief.socket.closeCode()
    _ = try server.post("/api/meetings", #"{"title":"Geheimrunde"}"#)
    _ = try server.get("/api/meetings?key=Geheimfrage", bearer: "Geheimschlüssel")
    _ = try server.get("/Geheimpfad", bearer: server.meeting.moderatorKey)
    _ = try? server.get("/" + String(repeating: "Geheim", count: 3_000))
    let chair = try Visitor(joining: server, key: server.meeting.moderatorKey)
    try chair.ask(.object(["endMeeting": .object([:])]))
    _ = try chair.hear("ack")
    #expect(server.end(SIGTERM) == 0)

    let said = try server.output().dropFirst(links.count)
    #expect(said.contains("Ended."))
    let stageKey = server.meeting.stage.components(separatedBy: "#key=")[1]
    let secrets = [
      server.adminKey, server.meeting.moderatorKey, stageKey, token, "Geheim", "127.0.0.1",
    ]
    for secret in secrets { #expect(!said.contains(secret), "\(secret) in \(said)") }
  }

  @Test("No key or session's secret is on disk, but for the administration's in its own file")
  func disk() throws {
    let server = try Server()
    let ada = try Visitor(server)
    try ada.greet(server.meeting.code)
    let token = try #require(try ada.hear("welcome")["token"]?.text)
    try ada.ask(Visitor.question("Steht das irgendwo?"))
    _ = try ada.hear("ack")
    let stageKey = server.meeting.stage.components(separatedBy: "#key=")[1]
    let secrets = [server.meeting.moderatorKey, stageKey, token, server.adminKey]

    func find(_ text: String) throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: server.data).filter { path in
        let bytes = FileManager.default.contents(atPath: "\(server.data)/\(path)") ?? Data()
        return bytes.range(of: Data(text.utf8)) != nil
      }
    }
    #expect(try !find("Steht das irgendwo?").isEmpty)
    for secret in secrets {
      #expect(try find(secret) == (secret == server.adminKey ? ["admin.key"] : []))
    }
    let chair = try Visitor(joining: server, key: server.meeting.moderatorKey)
    try chair.ask(.object(["endMeeting": .object([:])]))
    _ = try chair.hear("ack")
    #expect(server.end(SIGTERM) == 0)
    #expect(try !find("Steht das irgendwo?").isEmpty)
    for secret in secrets {
      #expect(try find(secret) == (secret == server.adminKey ? ["admin.key"] : []))
    }
  }
}
