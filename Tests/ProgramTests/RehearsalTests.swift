import Foundation
import SocketTestSupport
import Testing

@Suite("The round of January 2021", .serialized)
struct RehearsalTests {
  static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/rounds/2021-01-eltville.json")

  @Test("is played by 120 people, and its transcript holds what was said")
  func isPlayed() throws {
    let server = try Server()
    let rehearsal = try Rehearsal(server)
    #expect(rehearsal.end() == 0, "\(rehearsal.said)")
    try expectWholeTranscript(of: server)
  }

  @Test("goes on after a crash and a restart, and nothing is lost or doubled")
  func survives() throws {
    let server = try Server()
    let rehearsal = try Rehearsal(server)
    try rehearsal.wait(forQuestions: 8)
    server.end(SIGKILL)
    try server.start()
    try rehearsal.wait(forQuestions: 16)
    #expect(server.end(SIGTERM) == 0)
    try server.start()
    #expect(rehearsal.end() == 0, "\(rehearsal.said)")
    #expect(rehearsal.said.contains("missing       0, digests that differed 0"))
    try expectWholeTranscript(of: server)
  }

  @Test("ends the same when sockets are cut at random and commands repeated")
  func survivesTrouble() throws {
    let server = try Server()
    let rehearsal = try Rehearsal(server, chaos: 7)
    #expect(rehearsal.end() == 0, "\(rehearsal.said)")
    #expect(rehearsal.said.contains("answered otherwise 0"))
    #expect(!rehearsal.said.contains("cut           0"))
    // Whoever is cut before the very first welcome has no secret yet, and comes as somebody new.
    try expectWholeTranscript(of: server, strangers: 0...20)
  }

  /// Compares the exported record with what the script says has happened.
  private func expectWholeTranscript(
    of server: Server,
    strangers: ClosedRange<Int> = 0...0
  ) throws {
    let id = server.meeting.id
    let export = try Program.run([
      "export", "--data", server.data, "--meeting", id, "--format", "json",
    ])
    #expect(export.status == 0, "\(export.errors)")
    let record = try JSONDecoder().decode(Transcript.self, from: export.output)
    let expected = try Expectation(script: Self.script)
    #expect(strangers.contains(record.participants - expected.participants))
    let found = Dictionary(uniqueKeysWithValues: record.questions.map { ($0.text, $0) })
    #expect(found.count == record.questions.count)
    #expect(Set(found.keys) == Set(expected.questions.keys))
    for (text, question) in expected.questions {
      #expect(found[text]?.support == question.supporters.count, "\(text)")
      #expect(found[text]?.state == question.state, "\(text)")
    }
    let markdown = try Program.run(["export", "--data", server.data, "--meeting", id])
    #expect(markdown.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: server.data + "/live") == [])
  }
}

@Suite("A rehearsal")
struct ScriptOrderTests {
  /// Whoever says too much at once is told to wait; the answer to what both questions are by then
  /// must wait for them.
  @Test("answers no question before the support of what was merged into it has been counted")
  func waitsForTheMerged() throws {
    let server = try Server()
    let script = URL(fileURLWithPath: server.folder + "/merged.json")
    let names = (0..<30).map { number in
      #"{"at": 3, "who": "guest", "command": {"setName": {"name": "Gast \#(number)"}}},"#
    }
    try Data(
      """
      {"title": "Merged", "people": [{"id": "chair", "role": "moderator"},
      {"id": "co", "role": "moderator"}, {"id": "guest"}],
      "steps": [
      {"at": 0, "who": "chair", "join": true}, {"at": 0, "who": "co", "join": true},
      {"at": 0, "who": "guest", "join": true},
      {"at": 1, "who": "chair", "command": {"askQuestion": {"text": "Wann?"}}, "as": "whole"},
      {"at": 1, "who": "co", "command": {"askQuestion": {"text": "Wann denn?"}}, "as": "part"},
      {"at": 2, "who": "chair", "command":
        {"mergeQuestion": {"question": "@part", "into": "@whole", "seen": "@seen"}}},
      \(names.joined(separator: "\n"))
      {"at": 4, "who": "guest", "command": {"support": {"question": "@part", "support": true}}},
      {"at": 5, "who": "chair", "command":
        {"moveQuestion": {"question": "@whole", "to": {"answered": {}}, "seen": "@seen"}}},
      {"at": 6, "who": "chair", "command": {"endMeeting": {}}}
      ]}
      """.utf8
    ).write(to: script)
    let rehearsal = try Rehearsal(server, script: script)
    #expect(rehearsal.end() == 0, "\(rehearsal.said)")
    #expect(!rehearsal.said.contains("postponed     0"), "\(rehearsal.said)")
  }
}

/// A rehearsal in a process of its own.
final class Rehearsal {
  private let process: Process
  private let server: Server
  private let output: String

  init(_ server: Server, script: URL = RehearsalTests.script, chaos: Int? = nil) throws {
    self.server = server
    output = server.folder + "/rehearsal"
    process = try Program.start(
      [
        "rehearse", script.path, "--url", server.meeting.participant, "--key",
        server.meeting.moderatorKey, "--speed", "400",
      ] + (chaos.map { ["--chaos", "\($0)"] } ?? []),
      output: output
    )
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  var said: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

  func end() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Waits until so many questions are in the journal.
  func wait(forQuestions count: Int) throws {
    try SocketTestSupport.wait("\(count) questions", seconds: 60) {
      let export = try Program.run([
        "export", "--data", server.data, "--meeting", server.meeting.id, "--format", "json",
      ])
      guard export.status == 0 else { return false }
      let record = try JSONDecoder().decode(Transcript.self, from: export.output)
      return record.questions.count >= count
    }
  }
}

/// The part of a transcript that is looked at here.
struct Transcript: Decodable {
  let participants: Int
  let questions: [Question]

  struct Question: Decodable {
    let text: String
    let support: Int
    let state: String
  }
}

/// What a script leads to when everything in it happens once.
struct Expectation {
  struct Question {
    var supporters: Set<String>
    var state = "open"
  }

  private(set) var participants = 0
  private(set) var questions: [String: Question] = [:]

  init(script: URL) throws {
    let root = try JSONSerialization.jsonObject(with: try Data(contentsOf: script))
    let steps = (root as? [String: Any])?["steps"] as? [[String: Any]] ?? []
    var texts: [String: String] = [:]
    var joined: Set<String> = []
    for step in steps {
      let who = step["who"] as? String ?? ""
      if step["join"] != nil { joined.insert(who) }
      guard let command = step["command"] as? [String: [String: Any]],
        let (name, body) = command.first
      else { continue }
      if name == "askQuestion", let text = body["text"] as? String {
        texts["@\(step["as"] as? String ?? "")"] = text
        questions[text] = Question(supporters: [who])
      }
      guard let text = (body["question"] as? String).flatMap({ texts[$0] }) else { continue }
      apply(name, body, to: text, by: who)
    }
    participants = joined.count
  }

  private mutating func apply(
    _ name: String,
    _ body: [String: Any],
    to text: String,
    by who: String
  ) {
    switch name {
    case "support" where body["support"] as? Bool == true: questions[text]?.supporters.insert(who)
    case "support": questions[text]?.supporters.remove(who)
    case "withdrawQuestion": questions[text] = nil
    case "moveQuestion":
      let state = (body["to"] as? [String: Any])?.keys.first ?? ""
      if state == "live" {
        // What was live before goes back to the list.
        for other in questions.keys where questions[other]?.state == "live" {
          questions[other]?.state = "open"
        }
      }
      questions[text]?.state = state
    default: break
    }
  }
}
