import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Telling")
struct TellingTests {
  @Test("After a quiet while news go out at once, in a busy one within 50 ms")
  func rhythm() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.turn(.seconds(3))
    world.forgetsWhatWasHeard()

    world.says(ben, .questions(.support(question: .lunch, support: true)))
    #expect(world.hears(ada) == ["things lunch"])

    world.says(ben, .questions(.support(question: .lunch, support: false)))
    world.turn(.milliseconds(49))
    #expect(world.hears(ada) == [])
    world.turn(.milliseconds(1))
    #expect(world.hears(ada) == ["things lunch"])
  }

  @Test("A thing that changes often between two flushes goes out once, as it is last")
  func lastStateWins() {
    var world = World()
    let chair = world.connectsChair()
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    world.turn(.milliseconds(60))
    world.forgetsWhatWasHeard()

    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.turn(.milliseconds(10))
    _ = world.hears(chair)
    world.says(ada, .participants(.setName(name: "Ada L.", organisation: nil)))
    world.moves(chair, .lunch, to: .live)
    world.says(ada, .participants(.setName(name: "Ada Lovelace", organisation: nil)))
    #expect(world.hears(chair) == ["ack"])
    world.turn(.milliseconds(50))

    #expect(world.hears(chair) == ["things stage lunch"])
    #expect(world[chair].question(.lunch)?.author == "Ada Lovelace")
    #expect(world[chair].question(.lunch)?.state == "live")
    #expect(world[ada].me?.called == "Ada Lovelace")
  }

  @Test("News are encoded once and shared by all who see the same")
  func sharedBytes() {
    var world = World()
    let chair = world.connectsChair()
    let stages = [world.connectsStage(), world.connectsStage()]
    let people = (1...20).map { world.connects("person \($0)") }
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()

    world.asks(people[0], .lunch)

    var audiences: [[SocketID]] = []
    for case .send(_, let sockets) in world.outputs {
      audiences.append(sockets.sorted { $0.rawValue < $1.rawValue })
    }
    #expect(
      Set(audiences) == [[people[0]], [chair], stages, Array(people.dropFirst())],
      "The ack and the own thing are ada's alone."
    )
    #expect(audiences.count == 5)
  }

  @Test("Beats are shared, too")
  func sharedBeats() {
    var world = World()
    let people = (1...20).map { world.connects("person \($0)") }
    world.turn(.milliseconds(14_999))
    world.forgetsWhatWasHeard()
    world.turn(.seconds(1))
    #expect(world.outputs.count == 1)
    for person in people { #expect(world.hears(person) == ["beat"]) }
  }

  @Test("Every 15 s there is a beat, with the digest of what everybody holds")
  func beats() {
    var world = World()
    let sockets = [
      world.connectsChair(), world.connectsStage(), world.connects("ada"), world.connects("ben"),
    ]
    world.asks(sockets[2], .lunch)
    world.asks(sockets[3], .costs)
    world.moves(sockets[0], .costs, to: .declined(reason: "Nein."))
    world.turn(.seconds(61))
    for socket in sockets {
      #expect(world[socket].frames.count { $0.beat != nil } == 4)
      #expect(world[socket].mismatches == 0)
      #expect(world[socket].digest != 0)
    }
    #expect(world[sockets[0]].digest != world[sockets[2]].digest)
  }

  @Test("A ping is answered with a beat that speaks of nothing untold")
  func pings() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(2))
    world.asks(ada, .lunch)
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.forgetsWhatWasHeard()

    world.pings(ben)
    #expect(world.hears(ben) == ["things lunch", "beat"])
    #expect(world[ben].question(.lunch)?.author == "Ada")
    #expect(world[ben].mismatches == 0)
    #expect(world.hears(ada) == [], "Others are told in their time.")
    world.turn(.milliseconds(50))
    #expect(world.hears(ada) == ["things lunch me"])
  }

  @Test("120 people who come within 20 s make a frame a second, not one each")
  func arrivals() {
    var world = World()
    let ada = world.connects("ada")
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()
    for number in 1...120 {
      _ = world.connects("person \(number)")
      world.turn(.microseconds(166_667))
    }
    world.turn(.seconds(1))
    #expect(world[ada].people?.present == 121)
    #expect(world.hears(ada).count { $0 == "things people" } <= 22)
  }

  @Test("Whoever comes is not told again what the welcome said")
  func welcomeSaysIt() {
    var world = World()
    let ada = world.connects("ada")
    world.turn(.seconds(2))
    #expect(world.hears(ada) == ["welcome"])
  }

  @Test("All tabs of a person hear what is theirs")
  func tabs() {
    var world = World()
    let ada = world.connects("ada")
    let phone = world.connects("ada", token: world[ada].token)
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()
    world.asks(ada, .lunch)
    #expect(world.hears(ada) == ["ack", "things lunch me"])
    #expect(world.hears(phone) == ["things lunch me"])
    #expect(world[phone].me?.own.map(\.id) == [QuestionID.lunch.rawValue])
    #expect(world[phone].people?.present == 1)
  }
}
