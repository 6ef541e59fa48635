import Foundation
import SocketTestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Product rows H5 and B21, over the real HTTP and the real disk.
@Suite("The next round", .serialized)
struct NextRoundTests {
  @Test("begins with what a live round hands on, and with the questions that were chosen")
  func fromLive() async throws {
    let server = try Server()
    try server.plays(Self.steps)
    let carried = try #require(try server.record(of: server.meeting.id).preparation)
    let chosen = carried.questions.filter { $0.text == "Wer bezahlt das?" }.map(\.id)
    let next = try await server.founds(["from": server.meeting.id, "questions": chosen])
    #expect(next.code == server.meeting.code, "It is the same series.")
    try expectPrepared(next, on: server, questions: ["Wer bezahlt das?"])
    server.end(SIGKILL)
    try server.start()
    try expectPrepared(next, on: server, questions: ["Wer bezahlt das?"])
  }

  @Test("begins with what an ended round has left, also after a restart")
  func fromEnded() async throws {
    let server = try Server()
    let before = server.meeting.id
    try server.plays(Self.steps + [#"{"at":9,"who":"chair","command":{"endMeeting":{}}}"#])
    try wait("the record") {
      try FileManager.default.contentsOfDirectory(atPath: server.data + "/live").isEmpty
    }
    server.end(SIGTERM)
    try server.start()
    let next = try await server.founds(["from": before])
    try expectPrepared(
      next,
      on: server,
      questions: ["Wann gibt es Mittagessen?", "Wer bezahlt das?"]
    )
  }

  @Test("is refused where it cannot begin so, and nothing is left of it")
  func refusals() async throws {
    let server = try Server()
    let id = server.meeting.id
    let nobody = String(repeating: "q", count: 22)
    let wrong: [([String: Any], Int)] = [
      (["title": " "], 422), (["from": "nobody"], 422), (["from": id, "questions": [nobody]], 422),
      (["questions": [nobody]], 422), (["from": 7], 400),
    ]
    for (wish, status) in wrong {
      #expect(try await server.posts(wish).status == status, "\(wish)")
    }
    #expect(try await server.posts([:], key: "wrong").status == 401)
    #expect(try server.journals == ["\(id).sqlite"])
  }

  private func expectPrepared(
    _ meeting: Server.Ready.Meeting,
    on server: Server,
    questions: [String]
  ) throws {
    let record = try server.record(of: meeting.id)
    #expect(record.agenda?.map(\.title) == ["Vortrag"])
    // Ada and Ben ask at once: who is first, the sockets know.
    #expect(record.questions.map(\.text).sorted() == questions.sorted())
    #expect(record.questions.allSatisfy { $0.support == 0 })
    for question in record.questions {
      #expect(question.supportThen == (question.text == "Wer bezahlt das?" ? 2 : 1))
      #expect(question.from?.wholeMatch(of: /\d\d\/\d{4}/) != nil)
    }
  }

  /// A talk is planned; two of three questions are still open; two people want to know the second.
  private static let steps = [
    #"{"at":0,"who":"chair","join":true}"#, #"{"at":0,"who":"ada","join":true}"#,
    #"{"at":0,"who":"ben","join":true}"#,
    #"{"at":1,"who":"chair","command":{"setAgendaItem":{"kind":"talk","title":"Vortrag"}}}"#,
    question(2, "ada", "lunch", "Wann gibt es Mittagessen?"),
    question(3, "ben", "costs", "Wer bezahlt das?"),
    question(4, "chair", "rooms", "Ist der Raum frei?"),
    #"{"at":5,"who":"ada","command":{"support":{"question":"@costs","support":true}}}"#,
    #"{"at":6,"who":"chair","command":{"moveQuestion":"#
      + #"{"question":"@rooms","to":{"answered":{}},"seen":"@seen"}}}"#,
  ]

  private static func question(_ at: Int, _ who: String, _ name: String, _ text: String) -> String {
    #"{"at":\#(at),"who":"\#(who)","as":"\#(name)","command":{"askQuestion":{"text":"\#(text)"}}}"#
  }
}

extension Server {
  fileprivate var journals: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: data + "/live")
        .filter { $0.hasSuffix(".sqlite") }
    }
  }

  fileprivate func record(of meeting: String) throws -> NextRecord {
    let export = try Program.run([
      "export", "--data", data, "--meeting", meeting, "--format", "json",
    ])
    #expect(export.status == 0, "\(export.errors)")
    return try JSONDecoder().decode(NextRecord.self, from: export.output)
  }

  fileprivate func founds(_ wish: [String: Any]) async throws -> Ready.Meeting {
    let answer = try await posts(wish)
    #expect(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
    return try JSONDecoder().decode(Ready.Meeting.self, from: answer.body)
  }

  fileprivate func posts(
    _ wish: [String: Any],
    key: String? = nil
  ) async throws -> (status: Int, body: Data) {
    let wish = ["title": "Zweite Runde"].merging(wish) { $1 }
    var request = URLRequest(url: try #require(URL(string: ready.url + "/api/meetings")))
    request.httpMethod = "POST"
    request.httpBody = try JSONSerialization.data(withJSONObject: wish)
    request.setValue("application/json", forHTTPHeaderField: "content-type")
    request.setValue("Bearer \(key ?? adminKey)", forHTTPHeaderField: "authorization")
    let (body, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, body)
  }
}

/// The part of a record that is looked at here.
private struct NextRecord: Decodable {
  let agenda: [Item]?
  let questions: [Question]
  let preparation: Preparation?

  struct Item: Decodable {
    let title: String
  }

  struct Question: Decodable {
    let text: String
    let support: Int
    let from: String?
    let supportThen: Int?
  }

  struct Preparation: Decodable {
    let questions: [Carried]
  }

  struct Carried: Decodable {
    let id: String
    let text: String
  }
}
