import Foundation
import FoundationNetworking
import MeetingArchive
import MeetingCore
import SocketTestSupport
import Testing

@Suite("The commands for a data folder")
struct KeepTests {
  let server = try! Server()

  private func run(_ arguments: String...) throws -> (status: Int32, words: String) {
    let result = try Program.run(arguments)
    return (result.status, String(decoding: result.output, as: UTF8.self) + result.errors)
  }

  private func exported(_ data: String, _ meeting: String, _ format: String) throws -> Data {
    let export = try Program.run([
      "export", "--data", data, "--meeting", meeting, "--format", format,
    ])
    #expect(export.status == 0, "\(export.errors)")
    return export.output
  }

  @Test("find everything sound beside a running server, and copy it to one that can be served")
  func backup() throws {
    try server.plays(ends: false)
    let copy = server.folder + "/copy"
    let verify = try run("verify", "--data", server.data)
    #expect(verify.status == 0)
    #expect(verify.words.contains("live/\(server.meeting.id).sqlite: sound (journal, "))
    let backup = try run("backup", copy, "--data", server.data)
    #expect(backup.status == 0, "\(backup.words)")
    #expect(try run("backup", copy, "--data", server.data).status == 1)
    let (here, there) = (server.data, copy)
    let id = server.meeting.id
    #expect(try exported(here, id, "json") == exported(there, id, "json"))

    // The copy is served, under the links that people have.
    let links = server.meeting
    #expect(server.end(SIGTERM) == 0)
    try FileManager.default.removeItem(atPath: here)
    try FileManager.default.moveItem(atPath: there, toPath: here)
    try server.start()
    #expect(server.meeting.moderator == links.moderator)
    try server.plays(ends: true)
    #expect(try run("verify", "--data", here).words.contains("record, "))
  }

  @Test("carry a record to another server, where its transcripts are the same, byte for byte")
  func imports() throws {
    try server.plays(ends: true)
    let id = server.meeting.id
    let file = server.folder + "/record.json"
    try exported(server.data, id, "snapshot").write(to: URL(fileURLWithPath: file))
    let other = try Server()
    #expect(try run("import", file, "--data", other.data).status == 1)
    #expect(other.end(SIGTERM) == 0)
    for _ in 1...2 {
      let taken = try run("import", file, "--data", other.data)
      #expect(taken.status == 0)
      #expect(taken.words == "\(id): Erste Runde\n")
    }
    try other.start()
    for format in ["md", "json", "snapshot"] {
      #expect(try exported(server.data, id, format) == exported(other.data, id, format))
    }
    #expect(try other.overview().records.map(\.id) == [id])
  }

  @Test("say where the damage is, stop the server there, and salvage what came before")
  func salvage() throws {
    try server.plays(ends: false)
    #expect(server.end(SIGTERM) == 0)
    let file = "\(server.data)/live/\(server.meeting.id).sqlite"
    var bytes = try #require(FileManager.default.contents(atPath: file))
    let place = try #require(bytes.range(of: Data("Wer bezahlt das?".utf8)))
    bytes[place.lowerBound] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))

    let serve = try run("serve", "--data", server.data, "--port", "0")
    #expect(serve.status == 3)
    #expect(serve.words.contains(file))
    #expect(serve.words.contains("salvage"))
    let verify = try run("verify", "--data", server.data)
    #expect(verify.status == 3)
    #expect(verify.words.contains("is not what was written"))
    let new = server.folder + "/salvaged"
    #expect(try run("salvage", "--data", server.data, "--to", new).status == 3)
    #expect(FileManager.default.contents(atPath: file) == bytes)
    #expect(try run("verify", "--data", new).status == 0)
    let markdown = try exported(new, server.meeting.id, "md")
    #expect(String(decoding: markdown, as: UTF8.self).contains("Mittagessen"))
  }

  @Test("explain themselves, and refuse in clear words")
  func words() throws {
    for command in ["verify", "salvage", "backup", "import", "purge", "export", "serve"] {
      let help = try run(command, "--help")
      #expect(help.status == 0)
      #expect(help.words.contains("--data <data>"), "\(command)")
    }
    let nowhere = server.folder + "/nowhere"
    for arguments in [
      ["verify"], ["purge"], ["purge", "--dry-run"], ["backup", nowhere + "2"],
      ["salvage", "--to", nowhere + "2"],
    ] {
      let result = try Program.run(arguments + ["--data", nowhere])
      #expect(result.status == 1)
      #expect(result.errors.contains("This is not a server's folder."), "\(arguments)")
      #expect(!FileManager.default.fileExists(atPath: nowhere))
    }
    #expect(try run("purge", "--data", server.data).words.contains("Another server uses"))
    #expect(try run("purge", "--data", server.data, "--keep-names", "-1").status == 64)
  }
}

@Suite("Records that have had their time")
struct PurgeTests {
  let server = try! Server(aged: 40)

  private func record() throws -> String {
    let export = try Program.run([
      "export", "--data", server.data, "--meeting", Server.past, "--format", "json",
    ])
    return String(decoding: export.output, as: UTF8.self)
  }

  @Test("lose their names at the next start, also when that was due while the server was down")
  func names() throws {
    #expect(try record().contains("Lovelace"))
    try server.start()
    try wait("the names' end") { try !record().contains("Lovelace") }
    #expect(try !server.holds("Lovelace"))
    #expect(try record().contains("Wer bezahlt das?"))
    let overview = try server.overview()
    #expect(overview.records.map(\.id) == [Server.past])
    #expect(overview.records.first?.namesUntil == nil)
    #expect(overview.nextPurge == nil)
  }

  @Test("are deleted by the command without a server, after it has said so")
  func command() throws {
    let due = ["purge", "--data", server.data, "--keep-records", "39"]
    let dry = try Program.run(due + ["--dry-run"])
    #expect(String(decoding: dry.output, as: UTF8.self).contains("would be deleted"))
    #expect(try record().contains("Lovelace"))
    let purge = try Program.run(due)
    #expect(String(decoding: purge.output, as: UTF8.self).contains(": deleted"))
    #expect(try record() == "")
    let again = try Program.run(due)
    #expect(String(decoding: again.output, as: UTF8.self) == "Nothing is due.\n")
    let files = try FileManager.default.subpathsOfDirectory(atPath: server.data + "/archive")
    #expect(files == ["ABC234"])
  }

  @Test("stay while they are held, and go in the running server when they are not")
  func hold() async throws {
    let hold = ArchivedMeeting.Hold(reason: "Widerspruch", since: Timestamp(rawValue: 0))
    do { _ = try DataFolder(path: server.data).hold(MeetingID(rawValue: Server.past), hold) }
    try server.start(["--keep-names", "30", "--keep-records", "35"])
    #expect(try server.overview().records.map(\.hold?.reason) == ["Widerspruch"])
    let path = "/api/meetings/\(Server.past)/hold"
    #expect(try await server.posts(path, "{}", key: "wrong") == 401)
    #expect(try await server.posts(path, #"{"reason":"Prüfung"}"#, key: server.adminKey) == 200)
    #expect(try server.overview().records.map(\.hold?.reason) == ["Prüfung"])
    #expect(try record().contains("Lovelace"))
    #expect(try await server.posts("/api/meetings/x/hold", "{}", key: server.adminKey) == 404)
    #expect(try await server.posts(path, "{}", key: server.adminKey) == 200)
    try wait("the record's end") { try server.overview().records.isEmpty }
    #expect(try record() == "")
    #expect(try !server.output().contains("Lovelace"))
  }
}

extension Server {
  static let past = "vorige"

  /// A folder with a record of a meeting that ended so many days ago; the server does not run.
  convenience init(aged days: Int) throws {
    try self.init()
    end(SIGTERM)
    let folder = try DataFolder(path: data)
    let now = Int64(Date().timeIntervalSince1970 * 1_000)
    let ended = Timestamp(rawValue: now - Int64(days) * 86_400_000)
    let founding = Founding(
      meeting: MeetingID(rawValue: Self.past),
      title: "Vorige Runde",
      series: Series(title: "Digitale Kaffeerunde", code: JoinCode(rawValue: "ABC234")!),
      founded: ended
    )
    let record = """
      {"title":"Vorige Runde","series":"Digitale Kaffeerunde","code":"ABC234",\
      "founded":0,"participants":1,"questions":[{"number":1,"text":"Wer bezahlt das?",\
      "name":"Ada Lovelace","asked":0,"support":1,"state":"open"}]}
      """
    try folder.storeSnapshot(record: Array(record.utf8), of: founding, ended: ended)
  }

  /// What the administration is shown.
  struct Overview: Decodable {
    let records: [Record]
    let nextPurge: Int64?

    struct Record: Decodable {
      let id: String
      let namesUntil: Int64?
      let hold: Hold?
      let published: Int64?
    }

    struct Hold: Decodable {
      let reason: String
    }
  }

  func overview() throws -> Overview {
    try JSONDecoder().decode(Overview.self, from: try gets("/api/meetings", key: adminKey))
  }

  func gets(_ path: String, key: String) throws -> Data {
    var request = URLRequest(url: try #require(URL(string: ready.url + path)))
    request.setValue("Bearer \(key)", forHTTPHeaderField: "authorization")
    return try Self.answer(request).body
  }

  func posts(_ path: String, _ body: String, key: String) async throws -> Int {
    var request = URLRequest(url: try #require(URL(string: ready.url + path)))
    request.httpMethod = "POST"
    request.httpBody = Data(body.utf8)
    request.setValue("application/json", forHTTPHeaderField: "content-type")
    request.setValue("Bearer \(key)", forHTTPHeaderField: "authorization")
    return try Self.answer(request).status
  }

  private static func answer(_ request: URLRequest) throws -> (status: Int, body: Data) {
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var answer: (Int, Data)?
    URLSession.shared.dataTask(with: request) { body, response, _ in
      answer = ((response as? HTTPURLResponse)?.statusCode ?? 0, body ?? Data())
      done.signal()
    }.resume()
    done.wait()
    return try #require(answer)
  }

  /// Lets Ada and Ben ask something, each once, and perhaps the chair end the meeting.
  func plays(ends: Bool) throws {
    let questions = ["ada": "Wann gibt es Mittagessen?", "ben": "Wer bezahlt das?"]
    var steps = ["chair", "ada", "ben"].map { #"{"at":0,"who":"\#($0)","join":true}"# }
    for (person, text) in questions.sorted(by: { $0.key < $1.key }) {
      let command = #"{"askQuestion":{"text":"\#(text)"}}"#
      steps.append(#"{"at":\#(steps.count),"who":"\#(person)","command":\#(command)}"#)
    }
    if ends { steps.append(#"{"at":20,"who":"chair","command":{"endMeeting":{}}}"#) }
    try plays(steps)
  }
}
