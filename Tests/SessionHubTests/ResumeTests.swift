import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Coming back")
struct ResumeTests {
  /// What participants see of a meeting in which nothing has happened.
  static let standing: Set<String> = {
    let meeting = Meeting(.kaffeerunde)
    return Set(
      Thing.standing.filter { meeting.isVisible($0, to: .participants) }.map(\.name.kind)
    )
  }()

  @Test("Whoever comes back is told what changed, and what has gone")
  func changes() throws {
    var world = World()
    let chair = world.connectsChair()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.asks(ben, .costs)
    world.turn(.seconds(11))
    world.leaves(ada)
    world.says(ben, .questions(.withdrawQuestion(question: .costs)))
    world.moves(chair, .lunch, to: .live)

    let back = world.connects("ada", after: ada)
    let welcome = try #require(world.hearsFrames(back).first?.welcome)

    #expect(!welcome.full)
    #expect(welcome.token == nil)
    #expect(Set(welcome.things.map(\.name)) == ["-costs", "lunch", "stage", "me"])
    #expect(world[back].question(.costs) == nil)
    #expect(world[back].question(.lunch)?.state == "live")
    #expect(world[back].me?.participant == 2)
  }

  @Test("Whoever missed nothing is told nothing")
  func nothingMissed() throws {
    var world = World()
    let ada = world.connects("ada")
    world.turn(.seconds(20))
    world.leaves(ada)
    let back = world.connects("ada", after: ada)
    let welcome = try #require(world.hearsFrames(back).first?.welcome)
    #expect(!welcome.full && welcome.things.isEmpty)
  }

  @Test("What was never seen is not reported as gone")
  func neverSeen() throws {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(20))
    world.asks(ben, .costs)
    world.leaves(ada)
    world.says(ben, .questions(.withdrawQuestion(question: .costs)))
    world.asks(ben, .lunch)
    world.says(ben, .questions(.withdrawQuestion(question: .lunch)))
    let back = world.connects("ada", after: ada)
    let welcome = try #require(world.hearsFrames(back).first?.welcome)
    #expect(welcome.things.map(\.name) == ["-costs"])
  }

  @Test("After a restart coming back is as before, removals included", arguments: [true, false])
  func restart(isFresh: Bool) throws {
    var world = World()
    let chair = world.connectsChair()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.asks(ben, .costs)
    world.turn(.seconds(11))
    world.leaves(ada)
    world.says(ben, .questions(.withdrawQuestion(question: .costs)))
    world.moves(chair, .lunch, to: .declined(reason: "Nein."))
    world.turn(.milliseconds(50))
    let digest = world[ben].digest
    world.restarts()

    let back =
      isFresh
      ? world.connects("ada", token: world[ada].token)
      : world.connects("ada", after: ada)
    let welcome = try #require(world.hearsFrames(back).first?.welcome)
    #expect(welcome.full == isFresh)
    let names = isFresh ? Self.standing.union(["me"]) : ["-costs", "-lunch", "me"]
    #expect(Set(welcome.things.map(\.name)) == names)
    #expect(world[back].me?.own.map(\.state) == ["declined"])
    #expect(world[back].me?.own.map(\.reason) == ["Nein."])
    #expect(world[back].digest == digest)
    world.turn(.seconds(40))
    #expect(world[back].mismatches == 0)
  }

  @Test("A position of another numbering, or of a future, is answered with everything")
  func foreignPositions() throws {
    var world = World()
    let ada = world.connects("ada")
    for since in [
      ["epoch": "other", "revision": 1], ["epoch": "q3J8yw", "revision": 99],
      ["epoch": "q3J8yw", "revision": -1],
    ] as [[String: Any]] {
      world.says(ada, json: ["sync": ["since": since]])
      let welcome = try #require(world.hearsFrames(ada).last?.welcome)
      #expect(welcome.full)
      #expect(Set(welcome.things.map(\.name)) == Self.standing.union(["me"]))
    }
    world.says(ada, json: ["sync": [:]])
    #expect(world.hearsFrames(ada).last?.welcome?.full == true)
    world.says(ada, json: ["sync": ["since": ["epoch": "q3J8yw", "revision": 2]]])
    #expect(world.hearsFrames(ada).last?.welcome?.full == false)
  }

  @Test("An unknown secret makes somebody new, with a fresh secret")
  func unknownToken() {
    var world = World()
    let ada = world.connects("ada", token: "a secret of another meeting")
    #expect(world[ada].token != nil && world[ada].token != "a secret of another meeting")
    #expect(world[ada].me?.participant == 1)
    let back = world.connects("ada", token: world[ada].token)
    #expect(world[back].me?.participant == 1)
  }

  @Test("Who has seen something, but not as the one they claim to be, is told everything")
  func positionOfSomebodyElse() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.says(chair, .agenda(.endMeeting))
    world.turn(.seconds(2))
    let stranger = world.connects("stranger", token: "a secret of another meeting", after: ada)
    #expect(world.hearsFrames(stranger).map { $0.welcome?.full } == [true])
    #expect(world[stranger].me == nil)
    let stage = world.connectsStage()
    let again = world.connects("stage", key: "stage opens this", after: stage)
    #expect(world.hearsFrames(again).map { $0.welcome?.full } == [false])
  }

  @Test("Whose digest differs says of which kinds, and the log tells it")
  func differing() {
    var world = World()
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    world.turn(.seconds(2))
    world.says(ada, json: ["sync": ["digests": ["question": 7]]])
    #expect(world.complaints.count == 1)
    let kinds = Self.standing.union(["question"]).sorted()
    #expect(world.complaints.first?.contains("\(kinds)") == true)
    #expect(world[ada].frames.last?.welcome?.full == true)
  }

  @Test("Who asks for everything before the welcome waits for the welcome")
  func syncBeforeWelcome() {
    var world = World()
    world.disk = .withholds
    let ada = world.connects("ada")
    world.says(ada, json: ["sync": [:]])
    world.pings(ada)
    world.asks(ada, .lunch)
    #expect(world.hears(ada) == [])
    world.disk = .confirms
    world.confirms()
    world.turn(.milliseconds(50))
    #expect(world.hears(ada) == ["welcome", "ack", "things people lunch me"])
  }
}

@Suite("Slow readers")
struct SlowReaderTests {
  @Test("Who does not read is told nothing, and then everything in one frame")
  func catchingUp() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()

    world.play(.stalled(ben))
    world.asks(ada, .lunch)
    world.turn(.seconds(11))
    world.asks(ada, .costs)
    world.says(ada, .questions(.withdrawQuestion(question: .lunch)))
    world.turn(.seconds(11))
    #expect(world.hears(ben) == [])

    world.play(.drained(ben))
    #expect(world.hears(ben) == ["things costs -lunch"])
    world.turn(.seconds(16))
    #expect(Set(world.hears(ben)) == ["beat"])
    #expect(world[ben].mismatches == 0 && world[ben].gaps == 0)
  }

  @Test("Who missed nothing is told nothing")
  func nothingMissed() {
    var world = World()
    let ada = world.connects("ada")
    world.turn(.seconds(2))
    _ = world.hears(ada)
    world.play(.stalled(ada))
    world.play(.drained(ada))
    #expect(world.hears(ada) == [])
  }

  @Test("Who does not read for 30 s is sent away once, and may come back")
  func stuck() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.play(.stalled(ben))
    world.turn(.seconds(20))
    world.play(.stalled(ben))
    world.turn(.milliseconds(9_900))
    #expect(world[ben].closed == nil)
    world.forgetsWhatWasHeard()
    world.turn(.seconds(5))
    #expect(world[ben].closed == .overloaded)
    #expect(world.outputs.filter { $0 == .close(ben, .overloaded) }.count == 1)
    #expect(world[ada].closed == nil)
  }

  @Test("A pause in reading before the welcome is over when it is over")
  func stalledBeforeWelcome() {
    var world = World()
    world.disk = .withholds
    let ada = world.connects("ada")
    world.play(.stalled(ada))
    world.play(.drained(ada))
    world.disk = .confirms
    world.confirms()
    world.turn(.seconds(40))
    #expect(world[ada].closed == nil)
    #expect(world.hears(ada) == ["welcome", "beat", "beat"])
  }

  @Test(
    "Who wants everything and does not read gets it when it can be read",
    arguments: [true, false]
  )
  func syncWhileStalled(wantsAll: Bool) throws {
    var world = World()
    let ada = world.connects("ada")
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()
    world.play(.stalled(ada))
    let since: [String: Any] = ["epoch": "q3J8yw", "revision": world[ada].revision]
    for _ in 1...5 { world.says(ada, json: ["sync": wantsAll ? [:] : ["since": since]]) }
    #expect(world.hears(ada) == [])
    world.play(.drained(ada))
    let frames = world.hearsFrames(ada)
    #expect(frames.map { $0.welcome?.full } == [wantsAll])
    world.play(.drained(ada))
    #expect(world.hears(ada) == [])
  }
}
