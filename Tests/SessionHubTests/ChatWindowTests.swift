import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("The newest messages")
struct ChatWindowTests {
  @Test("Whoever joins ten thousand messages is told the newest two hundred (E2)")
  func joining() throws {
    var world = World()
    world.hasHeard(room: Limits.messages, toModerators: 250)
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    #expect(world[ada].numbers() == Array(9_801...10_000))
    #expect(world[ada].numbers(in: .toModerators) == [])
    #expect(world[chair].numbers() == Array(9_801...10_000))
    #expect(world[chair].numbers(in: .toModerators) == Array(51...250))
    #expect(world.frames(to: ada, contain: "toModerators") == false)
    world.turn(.seconds(20))
    #expect(world[ada].mismatches == 0 && world[chair].mismatches == 0)
    #expect(world[ada].frames.contains { $0.beat != nil })
  }

  @Test("When new messages push older ones out, both sides still have the same fingerprint (E2)")
  func movingOn() {
    var world = World()
    world.hasHeard(room: 199)
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    for number in 200...210 { world.posts(ada, "Nummer \(number)") }
    world.turn(.seconds(20))
    #expect(world[ben].numbers() == Array(1...210))
    #expect(world[ben].mismatches == 0)
    let cleo = world.connects("cleo")
    #expect(world[cleo].numbers() == Array(11...210))
    world.turn(.seconds(1))
    #expect(world[cleo].digest == world[ben].digest)
  }

  @Test("Whoever has an old message is told when it is deleted, at once or on coming back (E3)")
  func oldTombstones() {
    var world = World()
    let (ada, ben, cleo) = (world.connects("ada"), world.connects("ben"), world.connects("cleo"))
    world.posts(ada, "Mein Passwort", as: .lunch)
    world.turn(.seconds(1))
    world.leaves(cleo)
    world.floods(with: 205)
    world.turn(.seconds(1))
    world.forgetsWhatWasHeard()

    world.says(ada, .chat(.deleteMessage(message: .lunch)))
    world.turn(.seconds(1))
    #expect(world.hears(ben) == ["things lunch"])
    #expect(world[ben].message(.lunch)?.state == "deleted")
    let back = world.connects("cleo", after: cleo)
    #expect(world[back].message(.lunch)?.state == "deleted")
    #expect(world[back].message(.lunch)?.text == nil)
    #expect(world[world.connects("dora")].message(.lunch) == nil)
    world.turn(.seconds(20))
    world.restarts()
    let again = world.connects("cleo", after: cleo)
    #expect(world[again].message(.lunch)?.state == "deleted")
    world.turn(.seconds(20))
    #expect(world[again].mismatches == 0)
  }

  @Test("A tombstone reaches whoever was away, also when it was old by then (E3)")
  func tombstonesThatGrewOld() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.posts(ada, "Mein Passwort", as: .lunch)
    world.turn(.seconds(1))
    world.leaves(ben)
    world.says(ada, .chat(.deleteMessage(message: .lunch)))
    world.turn(.seconds(1))
    world.floods(with: 300)
    let back = world.connects("ben", after: ben)
    #expect(world[back].message(.lunch)?.state == "deleted")
    // A hole of a hundred messages, which the browser can see and ask for.
    #expect(world[back].numbers() == [1] + Array(102...301))
    world.turn(.seconds(20))
    #expect(world[back].mismatches == 0)
  }

  @Test("A cleared chat is cleared on every screen, and comes back when that is undone (E4)")
  func clearing() {
    var world = World()
    world.hasHeard(room: 230)
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.looksBack(ada, before: 31)
    #expect(world[ada].numbers() == Array(1...230))
    world.turn(.seconds(1))
    world.says(chair, .chat(.clearChat), as: Reference("clear"))
    world.turn(.seconds(1))
    #expect(world[ada].numbers() == [] && world[chair].numbers() == [])
    #expect(world[ada].chat?.cleared == 230)
    world.looksBack(ada, before: 231)
    #expect(world[ada].numbers() == [])
    world.posts(ada, "Neu")
    world.turn(.seconds(1))
    #expect(world[ada].numbers() == [231])

    world.says(chair, .moderation(.undo(act: Reference("clear"))))
    world.turn(.seconds(1))
    #expect(world[ada].numbers() == Array(32...231))
    world.turn(.seconds(40))
    #expect(world[ada].mismatches == 0 && world[chair].mismatches == 0)

    let ben = world.connects("ben")
    world.leaves(ben)
    world.says(chair, .chat(.clearChat))
    world.turn(.seconds(40))
    let back = world.connects("ben", after: ben)
    #expect(world[back].numbers() == [])
    world.turn(.seconds(20))
    #expect(world[back].mismatches == 0 && world[back].gaps == 0)
  }

  @Test("What drops out of memory drops out of every list")
  func droppingOut() {
    var world = World()
    world.hasHeard(room: Limits.messages)
    let ada = world.connects("ada")
    world.looksBack(ada, before: 3)
    #expect(world[ada].numbers().prefix(2) == [1, 2])
    world.posts(ada, "Eine mehr")
    let ben = world.connects("ben")
    world.looksBack(ben, before: 3)
    #expect(world[ben].numbers().prefix(1) == [2])
    world.turn(.seconds(20))
    #expect(world[ada].mismatches == 0 && world[ben].mismatches == 0)
  }
}

@Suite("Looking back")
struct HistoryTests {
  @Test("Older messages come on demand, a hundred at a time, until there are no more (E2)")
  func paging() throws {
    var world = World()
    world.hasHeard(room: 430)
    let ada = world.connects("ada")
    var pages: [[Int]] = []
    var more = true
    while more, let first = world[ada].numbers().first {
      world.looksBack(ada, before: first)
      let history = try #require(world[ada].frames.last?.history)
      pages.append(history.messages.compactMap(\.number))
      more = history.more
    }
    #expect(pages == [Array(131...230), Array(31...130), Array(1...30)])
    #expect(world[ada].numbers() == Array(1...430))
    world.turn(.seconds(20))
    #expect(world[ada].mismatches == 0)
  }

  @Test("A page is short where messages are long")
  func bytes() throws {
    var world = World()
    world.floods(with: 30, text: String(repeating: "👩🏽‍💻", count: 250))
    let ada = world.connects("ada")
    world.looksBack(ada, before: 31)
    let history = try #require(world[ada].frames.last?.history)
    #expect(history.messages.count < 30 && history.more)
    #expect(history.messages.last?.number == 30)
  }

  @Test("Odd numbers are answered with what there is")
  func oddNumbers() throws {
    var world = World()
    world.hasHeard(room: 5)
    let ada = world.connects("ada")
    for (number, count) in [(1, 0), (0, 0), (-7, 0), (Int.min, 0), (4, 3), (Int.max, 5)] {
      world.looksBack(ada, before: number)
      let history = try #require(world[ada].frames.last?.history)
      #expect(history.messages.count == count && history.more == false)
    }
    for text in [
      #"{"history":{}}"#, #"{"history":{"before":"1"}}"#, #"{"history":{"before":1.5}}"#,
    ] {
      world.says(ada, text: text)
      #expect(world[ada].frames.last?.error?.reason == "malformed")
    }
  }

  @Test("Only whoever is seated looks back, and sees no more than the audience")
  func secrecy() throws {
    var world = World()
    world.hasHeard(room: 5, toModerators: 5)
    let stranger = world.opensSocket()
    world.looksBack(stranger, before: 5)
    #expect(world[stranger].frames.last?.error?.reason == "helloExpected")
    let (chair, ada, stage) = (world.connectsChair(), world.connects("ada"), world.connectsStage())
    let speaker = world.connects("speaker", key: "speaker opens this")
    let seen: [SocketID: Set<Message.Channel>] = [
      chair: [.room, .toModerators], ada: [.room], stage: [], speaker: [],
    ]
    for (socket, channels) in seen {
      for channel in Message.Channel.allCases {
        world.looksBack(socket, before: 4, in: channel)
        let history = try #require(world[socket].frames.last?.history)
        #expect(history.messages.count == (channels.contains(channel) ? 3 : 0))
        #expect(!history.more)
      }
    }
  }

  @Test("Nobody looks back before the welcome")
  func beforeTheWelcome() {
    var world = World()
    world.hasHeard(room: 5)
    world.disk = .withholds
    let ada = world.connects("ada")
    world.looksBack(ada, before: 4)
    #expect(world.hears(ada) == [])
    world.confirms()
    #expect(world.hears(ada) == ["welcome"])
  }

  @Test("Nobody looks back at what was deleted a moment ago")
  func justDeleted() throws {
    var world = World()
    let ada = world.connects("ada")
    world.posts(ada, "Mein Passwort", as: .lunch)
    world.turn(.seconds(1))
    // The first wish is told at once, the second only after the pause between two flushes.
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.says(ada, .chat(.deleteMessage(message: .lunch)))
    world.looksBack(ada, before: 2)
    let history = try #require(world[ada].frames.last?.history)
    #expect(history.messages.map(\.state) == ["deleted"])
    #expect(history.messages.map(\.text) == [nil])
    #expect(world[ada].frames.suffix(2).allSatisfy { $0.things == nil }, "told before asked")
  }
}
