import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Who sees what of a poll")
struct PollVisibilityTests {
  private func crowd(_ people: Int) -> (World, chair: SocketID, stage: SocketID, [SocketID]) {
    var world = World()
    let (chair, stage) = (world.connectsChair(), world.connectsStage())
    let crowd = world.connects(crowd: people)
    return (world, chair, stage, crowd)
  }

  @Test("Drafts are for moderators; speakers see no poll at all; whatever is removed is gone")
  func drafts() {
    var (world, chair, stage, crowd) = crowd(1)
    let speaker = world.connects("speaker", key: "speaker opens this")
    world.says(chair, .polls(.createPoll(form: .three(.secret))), as: .topics)
    world.turn(.seconds(1))
    #expect(world[chair].poll()?.state == "draft" && world[chair].tally() == nil)
    for socket in [stage, crowd[0], speaker] { #expect(world[socket].poll() == nil) }
    world.says(chair, .polls(.openPoll(poll: .topics, seen: world.meeting.revision)))
    world.turn(.seconds(1))
    for socket in [chair, stage, crowd[0]] {
      #expect(world[socket].poll()?.state == "open" && world[socket].tally()?.cast == 0)
    }
    #expect(!world.told(speaker).contains("Worüber?"))
    world.says(
      speaker,
      .polls(
        .castBallot(
          poll: .topics,
          round: 1,
          ballot: .choices([.a]),
          seen: world.meeting.revision
        )
      )
    )
    #expect(world.hears(speaker).last == "rejected notAllowed")
  }

  @Test(
    "Numbers never reach participants and the stage before they may be seen (C32)",
    arguments: [Poll.Results.afterClose, .afterOwnVote, .moderators],
    Poll.Secrecy.allCases
  )
  func hidden(results: Poll.Results, secrecy: Poll.Secrecy) {
    var (world, chair, stage, crowd) = crowd(8)
    let watcher = crowd[7]
    world.opens(chair, .topics, .three(secrecy, results))
    for socket in crowd.prefix(6) {
      world.votes(socket, .b)
      world.turn(.milliseconds(300))
    }
    world.votes(crowd[0], .c)
    let late = world.connects("late")
    world.says(late, json: ["sync": [:]])
    world.turn(.seconds(20))
    let others = [stage, watcher, late]
    for socket in others {
      #expect(!world.told(socket).contains("\"counts\""), "\(results)")
      #expect(world[socket].tally()?.cast == 6 && world[socket].tally()?.result == nil)
      #expect(world[socket].mismatches == 0 && world[socket].gaps == 0)
    }
    #expect(world[chair].counts == ["a": 0, "b": 5, "c": 1])
    world.closes(chair)
    world.turn(.seconds(1))
    for socket in others { #expect(!world.told(socket).contains("\"counts\"")) }
    world.restarts()
    let back = world.connects(after: watcher)
    world.turn(.seconds(20))
    #expect(!world.told(back).contains("\"counts\""))
    let again = world.connectsChair()
    world.closes(again, publish: true)
    world.turn(.seconds(1))
    let isPublic = results != .moderators
    #expect((world[back].counts == ["a": 0, "b": 5, "c": 1]) == isPublic)
    #expect(world[back].poll()?.state == (isPublic ? "published" : "closed"))
  }

  @Test(
    "Where numbers are for those who have voted, they get them, and nobody else (C32)",
    arguments: Poll.Secrecy.allCases
  )
  func afterOwnVote(secrecy: Poll.Secrecy) {
    var (world, chair, stage, crowd) = crowd(9)
    let (voters, watchers) = (Array(crowd.prefix(6)), Array(crowd.suffix(3)))
    world.opens(chair, .topics, .three(secrecy, .afterOwnVote))
    for socket in voters { world.votes(socket, .a) }
    world.turn(.seconds(1))
    let phone = world.connects(token: world[voters[0]].token)
    for socket in voters + [phone] {
      #expect(world[socket].counts == ["a": 6, "b": 0, "c": 0], "\(secrecy)")
    }
    for socket in watchers + [stage] { #expect(world[socket].counts == nil) }
    let revisions = Set(crowd.map { world[$0].tally()?.revision })
    #expect(revisions.count == 1)

    world.turn(.seconds(1))
    world.forgetsWhatWasHeard()
    world.votes(watchers[0], .b)
    world.turn(.seconds(1))
    // The voters who have nothing of their own to hear share one frame, and so do the others.
    let shared = world.outputs.compactMap { output -> Int? in
      guard case .send(let bytes, let sockets) = output,
        String(decoding: bytes, as: UTF8.self).contains("\"tally\"")
      else { return nil }
      return sockets.count
    }
    #expect(shared.sorted() == [1, 1, 1, 2, 7])
    #expect(world[voters[3]].counts == ["a": 6, "b": 1, "c": 0])
    #expect(world[watchers[0]].counts == ["a": 6, "b": 1, "c": 0])
    #expect(world[watchers[1]].counts == nil)

    world.restarts()
    let back = world.connects(after: voters[1])
    let other = world.connects(after: watchers[1])
    let fresh = world.connects(token: world[voters[2]].token)
    world.turn(.seconds(20))
    for socket in [back, fresh] { #expect(world[socket].counts?["a"] == 6) }
    #expect(world[other].counts == nil)
    for socket in [back, fresh, other] {
      #expect(world[socket].mismatches == 0 && world[socket].gaps == 0)
    }
  }

  @Test("Whoever did not read for a while gets what they may see, and not more")
  func slowReaders() {
    var (world, chair, _, crowd) = crowd(7)
    world.opens(chair, .topics, .three(.named, .afterOwnVote))
    world.votes(crowd[0], .a)
    world.turn(.seconds(1))
    for socket in crowd.prefix(2) { world.play(.stalled(socket)) }
    for socket in crowd.dropFirst(2) { world.votes(socket, .b) }
    world.turn(.seconds(2))
    for socket in crowd.prefix(2) { world.play(.drained(socket)) }
    #expect(world[crowd[0]].counts == ["a": 1, "b": 5, "c": 0])
    #expect(world[crowd[1]].counts == nil && world[crowd[1]].tally()?.cast == 6)
  }

  @Test(
    "Fewer than five secret votes are shown to nobody before the close, moderators included (C43)"
  )
  func smallNumbers() {
    var (world, chair, _, crowd) = crowd(5)
    world.opens(chair, .topics, .three(.secret, .live))
    for socket in crowd.prefix(4) { world.votes(socket, .b) }
    world.turn(.seconds(1))
    for socket in crowd + [chair] {
      #expect(world[socket].tally()?.tooFew == true && world[socket].counts == nil)
      #expect(!world.told(socket).contains("\"counts\""))
    }
    world.votes(crowd[4], .c)
    world.turn(.seconds(1))
    for socket in crowd + [chair] { #expect(world[socket].counts == ["a": 0, "b": 4, "c": 1]) }
  }

  @Test(
    "Names: for nobody, for moderators after the close, or for everybody once published (C41)",
    arguments: Poll.Secrecy.allCases
  )
  func names(secrecy: Poll.Secrecy) {
    var (world, chair, stage, crowd) = crowd(6)
    world.says(crowd[0], .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    world.opens(chair, .topics, .three(secrecy, .live))
    for socket in crowd { world.votes(socket, .a) }
    world.turn(.seconds(1))
    let everybody = [chair, stage, crowd[3]]
    for socket in everybody { #expect(!world.told(socket).contains("\"voters\"")) }
    world.closes(chair)
    world.turn(.seconds(1))
    let named = { (world: World, socket: SocketID) in
      world[socket].tally()?.voters?.items.first?["name"]?.string
    }
    #expect(named(world, chair) == (secrecy == .secret ? nil : "Ada"))
    for socket in [stage, crowd[3]] { #expect(!world.told(socket).contains("\"voters\"")) }
    world.closes(chair, publish: true)
    world.says(crowd[0], .participants(.setName(name: "Ada L.", organisation: nil)))
    world.turn(.seconds(1))
    #expect(named(world, chair) == (secrecy == .secret ? nil : "Ada L."))
    for socket in [stage, crowd[3]] {
      #expect(named(world, socket) == (secrecy == .named ? "Ada L." : nil))
    }
  }

  @Test("A quiz keeps its solution until it is published, whatever else is shown (C11)")
  func solution() {
    var (world, chair, stage, crowd) = crowd(6)
    var quiz = Poll.Form.three(.named, .live, .quiz(max: 1))
    quiz.options[1] = Poll.Option("Portale", correct: true)
    world.opens(chair, .topics, quiz)
    for socket in crowd { world.votes(socket, .b) }
    world.closes(chair)
    world.turn(.seconds(1))
    #expect(world[crowd[0]].counts == ["a": 0, "b": 6, "c": 0])
    for socket in [stage, crowd[0]] {
      #expect(!world.told(socket).contains("correct") && !world.told(socket).contains("right"))
    }
    #expect(world[chair].tally()?.result?["right"]?.number == 6)
    world.closes(chair, publish: true)
    world.turn(.seconds(1))
    #expect(world[crowd[0]].tally()?.result?["right"]?.number == 6)
    #expect(world.told(stage).contains("\"correct\":true"))
  }

  @Test("Hidden and unread answers never leave for anybody but moderators (C6, C7, G9)")
  func answers() {
    var (world, chair, stage, crowd) = crowd(3)
    let form = Poll.Form(
      kind: .openText(max: 2, moderated: true),
      secrecy: .named,
      results: .live
    )
    world.opens(chair, .topics, form)
    world.votes(crowd[0], .texts(["secret-one", "Kaffee"]))
    world.says(chair, .polls(.hideAnswer(poll: .topics, answer: "Kaffee", hidden: false)))
    world.closes(chair, publish: true)
    world.turn(.seconds(1))
    #expect(world.told(stage).contains("\"voters\""))
    world.begins(chair)
    world.votes(crowd[1], .texts(["secret-two"]))
    world.turn(.seconds(1))
    for socket in [stage, crowd[2]] {
      #expect(world.told(socket).contains("Kaffee"))
      #expect(!world.told(socket).contains("secret-"))
    }
    #expect(world.told(chair).contains("secret-one"))
    #expect(world.told(chair).contains("secret-two"))
  }

  @Test(
    "While a new round is prepared, everybody sees the last one; its results stay beside the next"
  )
  func rounds() {
    var (world, chair, stage, crowd) = crowd(6)
    world.opens(chair, .topics, .three(.moderators))
    for socket in crowd { world.votes(socket, .a) }
    world.closes(chair, publish: true)
    world.says(chair, .polls(.newRound(poll: .topics, seen: world.meeting.revision)))
    world.turn(.seconds(1))
    #expect(world[chair].poll()?.state == "draft" && world[chair].poll()?.round == 2)
    for socket in [stage, crowd[0]] {
      #expect(world[socket].poll()?.state == "published" && world[socket].poll()?.round == 1)
      #expect(world[socket].counts == ["a": 6, "b": 0, "c": 0])
    }
    world.says(chair, .polls(.openPoll(poll: .topics, seen: world.meeting.revision)))
    world.turn(.seconds(1))
    #expect(world[crowd[0]].poll()?.state == "open" && world[crowd[0]].counts == nil)
    let past = world[crowd[0]].poll()?.rounds?.items.first
    #expect(past?["result"]?["counts"]?["a"]?.number == 6)
  }

  @Test("A stale act of a moderator is answered with the poll as it is")
  func stale() {
    var (world, chair, _, _) = crowd(0)
    let other = world.connectsChair()
    world.opens(chair, .topics, .three(.secret))
    let seen = world.meeting.revision
    world.closes(chair)
    world.forgetsWhatWasHeard()
    world.says(other, .polls(.newRound(poll: .topics, seen: seen)))
    let rejected = world.hearsFrames(other).compactMap(\.rejected).first
    #expect(rejected?.reason == "stale" && rejected?.thing?.state == "closed")
  }
}
