import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Who sees what")
struct VisibilityTests {
  @Test("A declined question is for moderators and its asker only")
  func declined() {
    var world = World()
    let (chair, stage) = (world.connectsChair(), world.connectsStage())
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()

    world.moves(chair, .lunch, to: .declined(reason: "Nein."))
    world.turn(.seconds(2))

    #expect(world.hears(ben) == ["things -lunch"])
    #expect(world.hears(stage) == ["things -lunch"])
    #expect(world.hears(ada) == ["things -lunch me"])
    #expect(world.hears(chair) == ["ack", "things lunch"])
    #expect(world[chair].question(.lunch)?.reason == "Nein.")
    #expect(world[ada].me?.own.map(\.reason) == ["Nein."])
    #expect(world[stage].me == nil)

    world.moves(chair, .lunch, to: .open)
    world.turn(.seconds(2))
    #expect(world.hears(ben) == ["things lunch"])
  }

  /// Everything that could leak carries a mark; no frame to the wrong people may contain it.
  @Test("No frame tells people what they may not see, in a whole meeting with a restart")
  func leaks() {
    var world = World()
    let chair = world.connectsChair()
    let stage = world.connectsStage()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.says(ada, .questions(.askQuestion(text: "secret-text")), as: .lunch)
    world.says(ben, .questions(.support(question: .lunch, support: true)))
    world.leaves(ben)
    world.leaves(stage)
    world.moves(chair, .lunch, to: .declined(reason: "secret-reason"))
    world.forgetsWhatWasHeard()

    let told = { (world: World, socket: SocketID) in
      world.outputs.reduce(into: "") { text, output in
        guard case .send(let bytes, let sockets) = output, sockets.contains(socket) else { return }
        text += String(decoding: bytes, as: UTF8.self)
      }
    }
    let cleo = world.connects("cleo")
    let benAgain = world.connects("ben", after: ben)
    let stageAgain = world.connects("stage", key: "stage opens this", after: stage)
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.moves(chair, .lunch, to: .declined(reason: "secret-reason, again"))
    world.turn(.seconds(20))
    world.says(cleo, json: ["sync": [:]])
    for socket in [cleo, benAgain, stageAgain] {
      #expect(!told(world, socket).contains("secret-"))
    }
    #expect(told(world, ada).contains("secret-reason"))
    world.restarts()
    let dora = world.connects("dora")
    let benAfterwards = world.connects("ben", after: benAgain)
    for socket in [dora, benAfterwards] { #expect(!told(world, socket).contains("secret-")) }
  }

  @Test("Secrets and keys are never told to others, nor kept")
  func secrets() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.turn(.seconds(20))
    let all = world.outputs.map { output -> String in
      guard case .send(let bytes, let sockets) = output, sockets != [ada] else { return "" }
      return String(decoding: bytes, as: UTF8.self)
    }.joined()
    #expect(!all.contains("secret of ada"))
    #expect(!all.contains("opens this"))
    #expect(!"\(world.journal)".contains("secret of"))
    #expect(world[chair].token?.hasPrefix("secret of chair") == true)
  }

  @Test("A name is shown with the questions it was given for, as soon as it is given")
  func names() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.turn(.seconds(2))
    #expect(world[ben].question(.lunch)?.author == nil)
    world.says(ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    world.turn(.seconds(2))
    #expect(world[ben].question(.lunch)?.author == "Ada")
    #expect(world[ben].question(.lunch)?.organisation == "Stadt Ulm")
    #expect(world[ben].me?.called == nil)
  }
}

@Suite("Presence on screens")
struct PresenceStories {
  @Test("A lost connection is a departure after 20 s, and coming back an arrival")
  func leaving() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(5))
    world.leaves(ada)
    world.turn(.milliseconds(19_000))
    #expect(world[ben].people?.present == 2)
    world.turn(.seconds(2))
    #expect(world[ben].people?.present == 1)

    let back = world.connects("ada", after: ada)
    world.turn(.seconds(1))
    #expect(world[ben].people?.present == 2)
    #expect(world[back].me?.participant == 1)
  }

  @Test("A reload is no departure")
  func reload() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(5))
    world.forgetsWhatWasHeard()
    world.leaves(ada)
    world.turn(.seconds(5))
    _ = world.connects("ada", after: ada)
    world.turn(.seconds(60))
    #expect(!world.hears(ben).contains("things people"))
  }

  @Test("The stage is nobody; a person with a moderator's tab is a moderator until it closes")
  func roles() {
    var world = World()
    let (stage, ada) = (world.connectsStage(), world.connects("ada"))
    let asChair = world.connects("ada", key: "chair opens this", token: world[ada].token)
    world.turn(.seconds(2))
    #expect(world[stage].people?.present == 1)
    #expect(world[stage].people?.moderators == 1)
    world.leaves(asChair)
    world.turn(.seconds(2))
    #expect(world[stage].people?.moderators == 0)
    #expect(world[stage].people?.present == 1)
    #expect(world[stage].me == nil && world[stage].token == nil)
  }

  @Test("Whoever was here before a restart and does not return has left 20 s later")
  func restart() {
    var world = World()
    let (ada, _) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(5))
    world.restarts()
    let back = world.connects("ada", after: ada)
    world.turn(.seconds(10))
    #expect(world[back].people?.present == 2)
    world.turn(.seconds(12))
    #expect(world[back].people?.present == 1)
  }
}
