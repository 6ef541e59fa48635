import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("The speaking queue on screens")
struct QueueStories {
  private let adasHand = Reference("adas-hand")
  private let bensHand = Reference("bens-hand")
  private let cleosHand = Reference("cleos-hand")

  private func raises(
    _ world: inout World,
    _ socket: SocketID,
    _ entry: EntryID,
    note: String? = nil
  ) {
    world.says(socket, .queue(.raiseHand(note: note)), as: entry)
    world.turn(.milliseconds(60))
  }

  private func list(_ world: World, _ socket: SocketID) -> [String] {
    world[socket].queue?.waiting?.map { $0.entry.replacing(/-+$/, with: "") } ?? []
  }

  @Test("Everybody sees the same list; which hand is one's own, one sees alone (D1, D2)")
  func sameForAll() {
    var world = World()
    let (chair, stage) = (world.connectsChair(), world.connectsStage())
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()
    raises(&world, ada, adasHand, note: "Zur Förderung")
    #expect(world.hears(ada) == ["ack", "things queue me"])
    #expect(world.hears(ben) == ["things queue"])
    raises(&world, ben, bensHand)
    for socket in [chair, stage, ada, ben] {
      #expect(list(world, socket) == ["adas-hand", "bens-hand"])
      #expect(world[socket].queue?.waiting?.first?.note == "Zur Förderung")
    }
    #expect(world[ada].me?.hands == [adasHand.rawValue])
    #expect(world[ben].me?.hands == [bensHand.rawValue])
  }

  @Test("Two moderators who press next in the same second skip nobody (D9)")
  func nextInTheSameSecond() {
    var world = World()
    let (chair, second) = (world.connectsChair(), world.connectsChair())
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    raises(&world, ada, adasHand)
    raises(&world, ben, bensHand)
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()

    // The disk is slow: both are decided before either is known.
    world.disk = .withholds
    world.says(chair, .queue(.callNext(current: nil)))
    world.says(second, .queue(.callNext(current: nil)))
    #expect(world.hears(chair) == [])
    world.disk = .confirms
    world.confirms()
    world.turn(.seconds(1))

    #expect(world.hears(chair) == ["ack", "things queue stage"])
    let heard = world.hearsFrames(second)
    #expect(heard.compactMap(\.rejected?.reason) == ["stale"])
    let shown = heard.compactMap(\.rejected?.thing)
    #expect(shown.map(\.turn?.who.entry) == [adasHand.rawValue])
    #expect(world[ada].queue?.turn?.who.entry == adasHand.rawValue)
    #expect(list(world, ben) == ["bens-hand"])
  }

  @Test("A phone that slept for five minutes has kept its place, and is called (D3)")
  func asleep() {
    var world = World()
    let chair = world.connectsChair()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    raises(&world, ada, adasHand)
    raises(&world, ben, bensHand)
    world.leaves(ben)
    world.turn(.seconds(15))
    #expect(world[ada].queue?.waiting?.last?.away == nil)
    world.turn(.seconds(10))
    #expect(world[ada].queue?.waiting?.last?.away == true)
    world.turn(.seconds(275))
    world.says(chair, .queue(.callNext(current: nil)))
    world.says(chair, .queue(.callNext(current: adasHand)))
    world.turn(.seconds(1))
    #expect(world[ada].queue?.turn?.who.away == true)

    let back = world.connects("ben", after: ben)
    world.turn(.seconds(2))
    #expect(world[back].me?.hands == [bensHand.rawValue])
    #expect(world[back].queue?.turn?.who.entry == bensHand.rawValue)
    #expect(world[ada].queue?.turn?.who.away == nil)
  }

  @Test("Who was called in vain while away is second when back, and is told so (D3)")
  func skipped() {
    var world = World()
    let chair = world.connectsChair()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    let cleo = world.connects("cleo")
    raises(&world, ada, adasHand)
    raises(&world, ben, bensHand)
    raises(&world, cleo, cleosHand)
    world.leaves(ada)
    world.turn(.seconds(25))
    let miss = { (world: World) in
      Meeting.Command.queue(.noShow(entry: adasHand, seen: world.meeting.revision))
    }
    world.says(chair, miss(world))
    world.turn(.seconds(300))
    #expect(list(world, ben) == ["bens-hand", "cleos-hand"])
    #expect(world[ben].queue?.aside?.map(\.entry) == [adasHand.rawValue])

    let back = world.connects("ada", after: ada)
    world.turn(.seconds(2))
    #expect(list(world, back) == ["bens-hand", "adas-hand", "cleos-hand"])
    world.leaves(back)
    world.turn(.seconds(25))
    world.says(chair, miss(world))
    world.turn(.seconds(2))
    let again = world.connects("ada", after: back)
    #expect(list(world, again) == ["bens-hand", "cleos-hand"])
    #expect(world[again].me?.lowered?.because == "noShow")
    #expect(world[again].me?.hands == nil)
  }

  @Test("A restart keeps places, the floor and its clock (H8)")
  func restart() {
    var world = World()
    let chair = world.connectsChair()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    raises(&world, ada, adasHand)
    raises(&world, ben, bensHand)
    world.says(chair, .queue(.callNext(current: nil)))
    world.turn(.seconds(30))
    world.says(chair, .queue(.pauseTurn(turn: adasHand)))
    world.turn(.seconds(1))
    let before = world[ada].queue
    world.restarts()
    let back = world.connects("ada", token: world[ada].token)
    #expect(world[back].queue == before)
    #expect(world[back].queue?.turn?.spoken == 30_000)
    #expect(world[back].queue?.turn?.running == nil)
    #expect(world[back].me?.hands == [adasHand.rawValue])
  }

  @Test("A hand that was lowered by mistake can be raised again, as long as the page says (D1)")
  func restoring() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    raises(&world, ada, adasHand)
    raises(&world, ben, bensHand)
    world.says(ada, .queue(.lowerHand()))
    world.turn(.seconds(1))
    #expect(world[ada].me?.lowered?.because == "own")
    let end = world[ada].me?.lowered?.restoreUntil ?? 0
    #expect(end > world.now.rawValue)
    world.says(ada, .queue(.restoreHand(entry: adasHand)))
    world.turn(.seconds(1))
    #expect(list(world, ben) == ["adas-hand", "bens-hand"])
    #expect(world[ada].me?.lowered == nil)
  }

  @Test("Notes are gone from the disk ten seconds after the hand went down")
  func notesAreForgotten() {
    var world = World()
    let ada = world.connects("ada")
    raises(&world, ada, adasHand, note: "secret-note")
    world.says(ada, .queue(.lowerHand()))
    world.turn(.seconds(5))
    #expect("\(world.journal)".contains("secret-note"))
    world.turn(.seconds(7))
    #expect(!"\(world.journal)".contains("secret-note"))
  }
}

@Suite("Who sees what of the speaking queue")
struct QueueVisibilityTests {
  /// Ada has spoken, Ben has the floor, Ada waits again; and whoever looks on.
  private struct Round {
    var world = World()
    let chair: SocketID
    let onlookers: [SocketID]
    let ada: SocketID
    let ben: SocketID

    init() {
      chair = world.connectsChair()
      ada = world.connects("ada")
      ben = world.connects("ben")
      onlookers = [ada, ben, world.connectsStage(), world.connects("cleo")]
      let name = Participants.Command.setName(name: "Ada", organisation: "Stadt Ulm")
      world.says(ada, .participants(name))
      world.says(ada, .queue(.raiseHand()), as: Reference("first"))
      world.says(ben, .queue(.raiseHand()), as: Reference("second"))
      world.says(chair, .queue(.callNext(current: nil)))
      world.turn(.seconds(42))
      world.says(chair, .queue(.callNext(current: Reference("first"))))
      world.says(ada, .queue(.raiseHand()), as: Reference("third"))
      world.turn(.seconds(2))
    }

    /// Everything that a socket was ever told.
    func told(_ socket: SocketID) -> String {
      world.outputs.reduce(into: "") { text, output in
        guard case .send(let bytes, let sockets) = output, sockets.contains(socket) else { return }
        text += String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  @Test("How often and how long somebody has spoken, only moderators are told (D15)")
  func statistics() {
    let round = Round()
    let waiting = round.world[round.chair].queue?.waiting?.first
    #expect(waiting?.forModerators == .init(participant: 2, contributions: 1))
    for socket in round.onlookers {
      #expect(!round.told(socket).contains("forModerators"))
      let queue = round.told(socket).replacing(/{[^{}]*"kind":"chat"[^{}]*}/, with: "")
      #expect(!queue.contains("\"seconds\""))
      #expect(round.told(socket).contains("\"usual\":42"))
    }
  }

  @Test("Names are shown where there are any, and to nobody while there are none (A5)")
  func names() {
    var round = Round()
    let shown = { (round: Round, socket: SocketID) in
      round.world[socket].queue?.waiting?.first?.name
    }
    #expect(shown(round, round.ben) == "Ada")
    #expect(round.world[round.ben].queue?.waiting?.first?.organisation == "Stadt Ulm")
    round.world.says(round.chair, .participants(.setNamePolicy(policy: .anonymous)))
    round.world.turn(.seconds(2))
    #expect(shown(round, round.ben) == nil)
    #expect(shown(round, round.chair) == nil)

    round.world.says(round.ben, .queue(.raiseHand()), as: Reference("fourth"))
    round.world.says(round.chair, .participants(.setNamePolicy(policy: .optional)))
    round.world.says(round.ben, .participants(.setName(name: "Ben", organisation: nil)))
    round.world.turn(.seconds(2))
    #expect(shown(round, round.ben) == "Ada")
    let last = round.world[round.chair].queue?.waiting?.last
    #expect(last?.entry == Reference("fourth").rawValue)
    #expect(last?.name == nil && last?.forModerators == nil)
  }

  @Test("A name that is given while waiting is shown at once")
  func namedLater() {
    var round = Round()
    round.world.says(round.ben, .participants(.setName(name: "Ben", organisation: nil)))
    round.world.turn(.seconds(2))
    for socket in round.onlookers {
      #expect(round.world[socket].queue?.turn?.who.name == "Ben")
    }
  }
}
