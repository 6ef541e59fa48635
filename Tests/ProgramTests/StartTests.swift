import Foundation
import SocketTestSupport
import Testing

@Suite("The program")
struct StartTests {
  @Test("tells where it is once it listens, completely and to nobody else")
  func readyFile() throws {
    let server = try Server(isStarted: false)
    try Data("of a run before".utf8).write(to: URL(fileURLWithPath: server.readyFile))
    let old = try FileManager.default.attributesOfItem(atPath: server.readyFile)
    try server.launch()
    // The very first content that is new is whole, and the port is open by then.
    try wait("another ready file") {
      FileManager.default.contents(atPath: server.readyFile) != Data("of a run before".utf8)
    }
    let json = try #require(FileManager.default.contents(atPath: server.readyFile))
    let ready = try JSONDecoder().decode(Server.Ready.self, from: json)
    let port = try #require(URL(string: ready.url)?.port)
    let answer = try RawHTTP.answer(to: RawHTTP.request("GET", "/healthz"), port: port)
    #expect(answer.text == "ok\n")

    #expect(port > 0)
    #expect(ready.pid == server.processID)
    #expect(ready.meetings.count == 1)
    let meeting = ready.meetings[0]
    #expect(meeting.title == "Erste Runde")
    #expect(meeting.participant == "\(ready.url)/r/\(meeting.code)")
    #expect(meeting.moderator.hasPrefix("\(meeting.participant)#key="))
    #expect(meeting.stage.hasPrefix("\(meeting.participant)/stage#key="))
    #expect(ready.admin.hasPrefix("\(ready.url)/admin#key="))

    let attributes = try FileManager.default.attributesOfItem(atPath: server.readyFile)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    // It is another file, moved into the place of the old one, and so never there in part.
    let numbers = [old, attributes].map { $0[.systemFileNumber] as? Int }
    #expect(numbers[0] != numbers[1])
    let names = try FileManager.default.contentsOfDirectory(atPath: server.folder)
    #expect(Set(names) == ["data", "output", "ready.json"])
  }

  @Test("keeps its folder to itself")
  func modes() throws {
    let server = try Server()
    let ada = try Visitor(joining: server)
    try ada.ask(Visitor.question("Wer liest mit?"))
    _ = try ada.hear("ack")
    let manager = FileManager.default
    for path in [""] + (try manager.subpathsOfDirectory(atPath: server.data)) {
      let attributes = try manager.attributesOfItem(atPath: "\(server.data)/\(path)")
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test("ends with 0 when it is asked to, and sends everybody away until it is back")
  func signals() throws {
    for signal in [SIGTERM, SIGINT] {
      let server = try Server()
      let ada = try Visitor(joining: server)
      let chair = try Visitor(joining: server, key: server.meeting.moderatorKey)
      let stranger = try Visitor(server)
      let began = ContinuousClock.now
      server.ask(signal)
      for visitor in [ada, chair, stranger] {
        #expect(try visitor.socket.closeCode() == 1_012)
      }
      #expect(server.waitForEnd() == 0)
      #expect(began.duration(to: .now) < .seconds(5))
      #expect(try server.output().contains("Ended."))
    }
  }

  @Test("ends although somebody does not answer the farewell")
  func stubborn() throws {
    let server = try Server()
    let ada = try Visitor(joining: server)
    let silent = try RawSocket(port: server.port)
    try silent.send("GET / HTTP/1.1\r\n")
    let began = ContinuousClock.now
    #expect(server.end(SIGTERM) == 0)
    #expect(began.duration(to: .now) < .seconds(5))
    #expect(try ada.socket.closeCode() == 1_012)
  }

  @Test("leaves a folder alone that another server uses, in clear words")
  func secondServer() throws {
    let server = try Server()
    let second = try Program.run(["serve", "--data", server.data, "--port", "0"])
    #expect(second.status == 1)
    #expect(second.errors.contains("\(server.data)/lock: Another server uses this folder."))
    #expect(second.output.isEmpty)
    _ = try Visitor(joining: server)
    #expect(server.end(SIGKILL) != 0)
    // A lock never outlives its process.
    try server.start()
  }

  @Test("says what to do when it cannot serve")
  func cannotServe() throws {
    let server = try Server()
    let data = server.folder + "/other"
    let file = server.folder + "/file"
    try Data("no folder".utf8).write(to: URL(fileURLWithPath: file))
    let serve = ["serve", "--data"]
    let cases: [(arguments: [String], status: Int32, words: String)] = [
      (serve + [data, "--port", "\(server.port)"], 1, "is taken: stop the program"),
      (serve + [data, "--host", "192.0.2.1"], 1, "is no address of this machine"),
      (serve + [file, "--port", "0"], 4, "Look at the disk's space and the folder's owner."),
      (serve + [data, "--port", "0", "--web", "\(data)/none"], 64, "\(data)/none is none."),
      (serve + [data, "--port", "70000"], 64, "--port"),
      (serve + [data, "--public-url", "runde.de"], 64, "must begin with http:// or https://"),
      (["serve"], 64, "--data"), (["dance"], 64, "dance"),
    ]
    for (arguments, status, words) in cases {
      let result = try Program.run(arguments)
      #expect(result.status == status, "\(arguments)")
      #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
    }
  }

  @Test("says which file is damaged, ends with 3, and leaves it as it is")
  func damaged() throws {
    let server = try Server()
    #expect(server.end(SIGTERM) == 0)
    let journal = "\(server.data)/live/\(server.meeting.id).sqlite"
    let key = "\(server.data)/admin.key"
    for file in [key, journal] {
      let kept = try #require(FileManager.default.contents(atPath: file))
      try Data("?".utf8).write(to: URL(fileURLWithPath: file))
      let result = try Program.run(["serve", "--data", server.data, "--port", "0"])
      #expect(result.status == 3, "\(result.errors)")
      #expect(result.errors.contains(file))
      #expect(FileManager.default.contents(atPath: file) == Data("?".utf8))
      try kept.write(to: URL(fileURLWithPath: file))
    }
  }

  @Test("exports nothing that is not there, says why, and ends accordingly")
  func export() throws {
    let server = try Server()
    let export = ["export", "--data", server.data, "--meeting"]
    let cases: [(arguments: [String], status: Int32, words: String)] = [
      (["export", "--data", "\(server.folder)/none", "--meeting", "x"], 1, "Name the folder"),
      (["export", "--data", server.folder, "--meeting", "x"], 1, "Name the folder"),
      (export + ["nosuchmeeting"], 1, "There is no meeting nosuchmeeting."),
      (export + ["../admin"], 1, "There is no meeting ../admin."),
      (export + [""], 1, "There is no meeting ."),
      (export + [server.meeting.id, "--format", "pdf"], 64, "pdf"),
      (export + [server.meeting.id, "--language", "fr"], 64, "fr"),
      (["export", "--data", server.data], 64, "--meeting"),
    ]
    for (arguments, status, words) in cases {
      let result = try Program.run(arguments)
      #expect(result.status == status, "\(arguments)")
      #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty)
    }
    let good = try Program.run(export + [server.meeting.id, "--language", "en"])
    #expect(good.status == 0)
    #expect(String(decoding: good.output, as: UTF8.self).contains("Erste Runde"))
    #expect(good.errors.isEmpty)
  }
}
