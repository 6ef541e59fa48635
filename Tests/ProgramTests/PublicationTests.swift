import Foundation
import MeetingClient
import SocketTestSupport
import Testing

@Suite("The record for everybody")
struct PublicationTests {
  let server: Server
  /// Known still once it has ended.
  let meeting: Server.Ready.Meeting
  var code: String { meeting.code }
  var base: String { "/api/meetings/\(meeting.id)" }

  init() throws {
    server = try Server()
    meeting = server.meeting
  }

  /// What must never reach anybody without a key: names, what was declined or anonymous, drafts,
  /// results that were not published, words to moderators, and how somebody can be reached.
  static let hidden = [
    "Lovelace", "Idstein", "Babbage", "Hopper", "Abgelehntes", "weil doppelt", "Entwurf",
    "Geheimnis",
    "an die Moderation", "@stadt.de", "0611",
  ]
  static let shown = [
    "Wann gibt es Mittagessen?", "Um zwölf.", "Anonyme Frage", "Wird nachgereicht?",
    "Ein Wort in den Raum",
  ]

  static let steps = [
    #"{"at":0,"who":"chair","join":true}"#, #"{"at":0,"who":"ada","join":true}"#,
    #"{"at":0,"who":"ben","join":true}"#,
    step(1, "chair", #"{"setPhase":{"phase":"live"}}"#),
    step(1, "ada", #"{"setName":{"name":"Ada Lovelace","organisation":"Stadt Idstein"}}"#),
    step(1, "chair", #"{"setChat":{"mode":"open","kept":true}}"#),
    step(2, "ada", #"{"askQuestion":{"text":"Wann gibt es Mittagessen?"}}"#, as: "q1"),
    step(2, "ben", #"{"askQuestion":{"text":"Abgelehntes"}}"#, as: "q2"),
    step(
      3,
      "chair",
      #"{"askOnBehalf":{"text":"\#(contact)","name":"Babbage","via":"phone"}}"#,
      as: "q5"
    ),
    step(4, "chair", poll("Entwurf", "afterClose"), as: "d"),
    step(4, "chair", poll("Geheimnis", "moderators"), as: "p"),
    step(5, "chair", #"{"openPoll":{"poll":"@p","seen":"@seen"}}"#),
    step(5, "chair", moving("q2", #"{"declined":{"reason":"weil doppelt"}}"#)),
    step(5, "chair", moving("q5", #"{"followUp":{"owner":"Grace Hopper","due":"Mai"}}"#)),
    step(6, "chair", #"{"answerQuestion":{"question":"@q1","text":"Um zwölf.","seen":"@seen"}}"#),
    step(6, "ben", #"{"postMessage":{"text":"Etwas an die Moderation","to":"toModerators"}}"#),
    step(7, "ada", #"{"postMessage":{"text":"Ein Wort in den Raum"}}"#),
    step(7, "chair", #"{"closePoll":{"poll":"@p","publish":false,"seen":"@seen"}}"#),
    step(14, "ada", #"{"askQuestion":{"text":"Anonyme Frage","anonymous":true}}"#),
    step(16, "chair", #"{"endMeeting":{}}"#),
  ]

  private static let contact = "Wird nachgereicht? Mail an a@stadt.de oder 0611 123456"

  private static func step(_ at: Int, _ who: String, _ wish: String, as name: String? = nil)
    -> String
  {
    let named = name.map { #","as":"\#($0)""# } ?? ""
    return #"{"at":\#(at),"who":"\#(who)","command":\#(wish)\#(named)}"#
  }

  private static func poll(_ title: String, _ results: String) -> String {
    let form = #"{"title":"\#(title)","kind":{"yesNoAbstain":{}},"results":"\#(results)"}"#
    return #"{"createPoll":{"form":\#(form)}}"#
  }

  private static func moving(_ question: String, _ state: String) -> String {
    #"{"moveQuestion":{"question":"@\#(question)","to":\#(state),"seen":"@seen"}}"#
  }

  private func played() throws {
    try server.plays(Self.steps)
    try wait("the record") { try server.overview().records.count == 1 }
  }

  private func publish(_ body: String = #"{"published":true}"#) throws -> RawAnswer {
    try server.post("\(base)/publication", body)
  }

  /// Everything that is to be had without a key.
  private func everything() throws -> String {
    let paths = [
      "/api/series/\(code)/records", "\(base)/transcript.json", "\(base)/transcript.md",
      "\(base)/transcript.md?language=en", "\(base)/publication", "\(base)/mine", "/api/meetings",
      "\(base)/transcript.md?level=everybody&contacts=shown", "/record/\(meeting.id)",
    ]
    return try paths.map { try server.get($0).text }.joined(separator: "\n")
  }

  @Test("is there once it is published, until that is taken back, and no word more than may be")
  func published() throws {
    try played()
    let internalOne = try server.get("\(base)/transcript.json", bearer: server.adminKey).text
    for word in Self.hidden where !["Entwurf", "an die Moderation"].contains(word) {
      #expect(internalOne.contains(word), "\(word)")
    }
    // Before: no hint, whatever is asked.
    let nowhere = try server.get("/api/meetings/zzzzzzzzzz/transcript.md")
    for path in ["transcript.md", "transcript.json", "transcript.md?level=everybody"] {
      let answer = try server.get("\(base)/\(path)")
      #expect(answer.status == 404 && answer.body == nowhere.body)
    }
    #expect(try !everything().contains("Mittagessen"))
    let before = JSON(try server.get("/api/series/\(code)/records").body)?["records"]?.list
    #expect(before?.count == 1 && before?.first?["id"] == nil)
    #expect(before?.first?["title"]?.text == "Erste Runde")

    let done = try publish()
    #expect(done.status == 200 && JSON(done.body)?["since"]?.number != nil)
    #expect(try server.overview().records.map { $0.published != nil } == [true])
    for _ in 1...2 {
      let markdown = try server.get("\(base)/transcript.md")
      #expect(markdown.status == 200)
      #expect(markdown["cache-control"] == "no-store")
      #expect(markdown["x-robots-tag"] == "noindex")
      #expect(markdown["content-type"] == "text/markdown; charset=utf-8")
      let head = try server.head("\(base)/transcript.md")
      #expect(head["content-length"] == "\(markdown.body.count)")
      let all = try everything()
      for word in Self.hidden { #expect(!all.contains(word), "\(word)") }
      for word in Self.shown { #expect(all.contains(word), "\(word)") }
      let list = JSON(try server.get("/api/series/\(code.lowercased())/records").body)
      #expect(list?["records"]?.list?.first?["id"]?.text == meeting.id)
      // The second time after a crash.
      server.end(SIGKILL)
      try server.start()
    }

    // What has just been read is gone as well.
    #expect(try everything().contains("Mittagessen"))
    #expect(try publish(#"{"published":false}"#).status == 200)
    #expect(try server.get("\(base)/transcript.md").body == nowhere.body)
    #expect(try !everything().contains("Mittagessen"))
  }

  @Test("is published by those who moderated and by the administration, and by nobody else")
  func keys() throws {
    let path = "\(base)/publication"
    #expect(try publish().status == 409)
    #expect(try server.get(path, bearer: server.adminKey).status == 409)
    try played()
    let body = #"{"published":true}"#
    let stage = meeting.stage.components(separatedBy: "#key=")[1]
    for key in [nil, "wrong", stage] {
      let bearer = key.map { [("Authorization", "Bearer \($0)")] } ?? []
      let answer = try RawHTTP.answer(to: RawHTTP.post(path, body, bearer), port: server.port)
      #expect(answer.status == 401)
      #expect(try server.get(path, bearer: key).status == 401)
    }
    #expect(try server.get("\(base)/transcript.md").status == 404)
    for body in ["", "{}", #"{"published":1}"#, "[]"] { #expect(try publish(body).status == 400) }
    #expect(
      try server.post("/api/meetings/nowhere/publication", body).status == 404
    )
    let moderator = [("Authorization", "Bearer \(meeting.moderatorKey)")]
    let answer = try RawHTTP.answer(to: RawHTTP.post(path, body, moderator), port: server.port)
    #expect(answer.status == 200)
    #expect(try server.get("\(base)/transcript.md").status == 200)
    // A wrong key is no worse than none.
    #expect(try server.get("\(base)/transcript.md", bearer: "wrong").status == 200)
  }

  @Test(
    "shows beforehand how people could be reached or recognised, and leaves that out by default"
  )
  func traces() throws {
    try played()
    let seen = JSON(try server.get("\(base)/publication", bearer: server.adminKey).body)
    let traces = try #require(seen?["traces"]?.list)
    #expect(traces.map { $0["kind"]?.text } == ["email", "phone"])
    #expect(traces.map { $0["text"]?.text } == ["a@stadt.de", "0611 123456"])
    #expect(traces.first?["place"]?["kind"]?.text == "question")
    #expect(seen?["since"] == nil)
    func preview(_ query: String) throws -> String {
      try server.get("\(base)/transcript.md?\(query)", bearer: server.adminKey).text
    }
    #expect(try !preview("level=everybody").contains("stadt\\.de"))
    #expect(try !preview("level=everybody").contains("Lovelace"))
    #expect(try preview("level=everybody&contacts=shown").contains("stadt\\.de"))
    #expect(try preview("").contains("Lovelace"))
    #expect(try publish(#"{"published":true,"hidesContacts":false}"#).status == 200)
    #expect(
      try server.get("\(base)/transcript.md").text == preview("level=everybody&contacts=shown")
    )
    #expect(try publish().status == 200)
    #expect(try server.get("\(base)/transcript.md").text == preview("level=everybody"))
  }

  @Test("is gone with the record, and its code tells of nothing that is not its own")
  func purged() throws {
    try played()
    #expect(try publish().status == 200)
    #expect(try server.get("\(base)/transcript.md").status == 200)
    server.end(SIGTERM)
    try server.start(["--keep-records", "0"])
    try wait("the record's end") { try server.get("\(base)/transcript.md").status == 404 }
    #expect(try !everything().contains("Mittagessen"))
    for code in ["ABCDEF", "nothing", "%2e%2e", code + "2"] {
      let answer = try server.get("/api/series/\(code)/records")
      #expect([#"{"records":[]}"#, "Nothing is here.\n"].contains(answer.text), "\(code)")
    }
  }
}
