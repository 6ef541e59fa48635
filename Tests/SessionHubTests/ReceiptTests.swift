import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Receipts of votes")
struct ReceiptTests {
  private func acks(_ world: World, _ socket: SocketID) -> [Frame.Ack] {
    world[socket].frames.compactMap(\.ack)
  }

  @Test(
    "A vote is answered with when it was counted, and a repeat with the same (C34, C35)",
    arguments: Poll.Secrecy.allCases
  )
  func counted(secrecy: Poll.Secrecy) {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    let phone = world.connects("ada", token: world[ada].token)
    world.opens(chair, .topics, .three(secrecy))
    world.turn(.seconds(2))
    let time = world.now.rawValue
    world.votes(ada, .b, as: .lunch)
    world.turn(.seconds(5))
    world.votes(ada, .b, as: .lunch)
    // Two tabs are one person.
    world.votes(phone, .b, as: .costs)
    world.turn(.seconds(2))
    #expect(acks(world, ada).map { $0.result?.counted } == [time, time])
    #expect(acks(world, ada)[0] == acks(world, ada)[1])
    #expect(acks(world, phone).map { $0.result?.counted } == [time])
    #expect(world[phone].ownBallots == ["topics.1: b"] && world[phone].counted == time)
    #expect(world.castBallots.count == 1)
  }

  @Test(
    "A server that dies in the middle of a vote loses no vote that was counted",
    arguments: Poll.Secrecy.allCases
  )
  func restart(secrecy: Poll.Secrecy) {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    let ben = world.connects("ben")
    world.opens(chair, .topics, .three(secrecy))
    world.votes(ada, .b, as: .lunch)
    let time = world.now.rawValue
    world.turn(.seconds(2))
    world.disk = .withholds
    world.votes(ben, .c, as: .costs)
    world.restarts(keepsBatch: true)
    world.disk = .confirms
    world.turn(.seconds(3))

    let back = world.connects("ada", after: ada)
    let other = world.connects("ben", after: ben)
    #expect(world[back].ownBallots == ["topics.1: b"] && world[back].counted == time)
    #expect(world[other].ownBallots == ["topics.1: c"])
    world.votes(back, .b, as: .lunch)
    world.votes(other, .c, as: .costs)
    #expect(acks(world, back).last?.result?.counted == time)
    #expect(acks(world, other).last?.result?.counted == time + 2_000)
    #expect(world.castBallots.count == 2)

    world.votes(back, .a)
    world.turn(.seconds(1))
    #expect(world[back].ownBallots == ["topics.1: a"])
    #expect(world.meeting.polls[.topics]?.present.tally.choices?.counts == [1, 0, 1])
  }

  @Test("What the disk refused was not counted, and can be cast again")
  func refused() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.opens(chair, .topics, .three(.secret))
    world.forgetsWhatWasHeard()
    world.disk = .refuses(.storageFull)
    world.votes(ada, .b, as: .lunch)
    #expect(world.hears(ada) == ["rejected storageFull"])
    world.disk = .confirms
    world.votes(ada, .b, as: .costs)
    #expect(world.hears(ada).first == "counted")
    #expect(world.meeting.polls[.topics]?.present.tally.cast == 1)
  }

  @Test("Whoever comes too late is told so, and why (C35)")
  func tooLate() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.opens(chair, .topics, .three(.secret), seconds: 10)
    world.turn(.seconds(14))
    #expect(world[ada].poll()?.state == "closed")
    world.forgetsWhatWasHeard()
    world.votes(ada, .b)
    #expect(world.hears(ada) == ["rejected pollClosed"])
  }

  @Test("A vote and the close that follows in one batch: it is in, and is answered as such (C36)")
  func oneBatch() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.opens(chair, .topics, .three(.secret))
    world.disk = .withholds
    let time = world.now.rawValue
    world.says(chair, .participants(.setName(name: "Chair", organisation: nil)))
    world.votes(ada, .b)
    world.closes(chair, publish: true)
    world.disk = .confirms
    world.confirms()
    world.turn(.seconds(1))
    #expect(acks(world, ada).last?.result?.counted == time)
    #expect(world[ada].counts == ["a": 0, "b": 1, "c": 0])
    #expect(world.castBallots.isEmpty && world.itemKeys[world.meeting.founding.meeting] == [:])
  }

  @Test("Own ballots of every round are known; those of closed secret polls to nobody any more")
  func ownBallots() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.opens(chair, .topics, .three(.moderators))
    world.opens(chair, .mood, .three(.secret))
    world.votes(ada, .b)
    world.votes(ada, .a, in: .mood)
    world.closes(chair)
    world.begins(chair)
    world.votes(ada, .c)
    world.turn(.seconds(1))
    #expect(world[ada].ownBallots == ["topics.1: b", "topics.2: c", "mood.1: a"])
    world.closes(chair, .mood)
    world.turn(.seconds(1))
    #expect(world[ada].ownBallots == ["topics.1: b", "topics.2: c"])
  }

  /// Found at random, by seed 3722.
  @Test(
    "Whoever was away when a secret poll closed learns after a restart that the ballot is gone",
    arguments: [false, true]
  )
  func closedWhileAway(closesAfterRestart: Bool) {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.opens(chair, .topics, .three(.secret), seconds: 10)
    world.votes(ada, .b)
    world.turn(.seconds(1))
    world.leaves(ada)
    if closesAfterRestart { world.restarts() }
    world.turn(.seconds(15))
    if !closesAfterRestart { world.restarts() }
    let back = world.connects("ada", after: ada)
    #expect(world[back].ownBallots == [])
    #expect(world[back].poll()?.state == "closed")
  }
}
