import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Repeats")
struct RepeatTests {
  @Test("A repeat gets the first answer, and has no effect")
  func repeats() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.says(ben, .questions(.support(question: .lunch, support: true)), as: .files)
    world.says(ben, .questions(.support(question: .lunch, support: false)))
    world.turn(.seconds(2))
    let revision = world.meeting.revision
    let first = world[ben].frames.first { $0.ack != nil }?.ack
    world.forgetsWhatWasHeard()

    world.says(ben, .questions(.support(question: .lunch, support: true)), as: .files)

    #expect(first != nil)
    #expect(world.hearsFrames(ben).map(\.ack) == [first])
    #expect(world.meeting.revision == revision)
    #expect(world.meeting.questions[.lunch]?.supporters.count == 1)
  }

  @Test("A repeat of what was refused is refused for the same reason")
  func repeatedRefusals() {
    var world = World()
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    world.asks(ada, .costs)
    let first = world[ada].frames.last { $0.rejected != nil }?.rejected
    #expect(first?.reason == "tooSoon" && first?.wait == 10_000)
    world.turn(.seconds(12))
    _ = world.hears(ada)
    world.asks(ada, .costs)
    #expect(world.hearsFrames(ada).map(\.rejected) == [first])
  }

  @Test("A repeat while the disk still writes is answered with the first, on every socket")
  func repeatsInFlight() {
    var world = World()
    let ada = world.connects("ada")
    let phone = world.connects("ada", token: world[ada].token)
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()
    world.disk = .withholds
    world.asks(ada, .lunch)
    world.asks(phone, .lunch)
    world.leaves(ada)
    let back = world.connects("ada", after: ada)
    world.asks(back, .lunch)
    world.disk = .confirms
    world.confirms()
    #expect(world.hears(phone).prefix(1) == ["ack"])
    #expect(world.hears(back).contains("ack"))
    #expect(world.meeting.questions.count == 1)
  }

  @Test("A reference is remembered over a restart")
  func repeatsAfterRestart() {
    var world = World()
    let chair = world.connectsChair()
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    world.moves(chair, .lunch, to: .live)
    let first = world[ada].frames.first { $0.ack != nil }?.ack
    world.restarts()

    let back = world.connects("ada", after: ada)
    _ = world.hears(back)
    world.asks(back, .lunch)
    #expect(first != nil)
    #expect(world.hearsFrames(back).map(\.ack) == [first])
    #expect(world.meeting.questions.count == 1)
  }

  @Test("Two people may use the same reference, but not for two questions")
  func foreignReferences() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.asks(ben, .lunch)
    world.says(ben, .participants(.setName(name: "Ben", organisation: nil)), as: .costs)
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)), as: .costs)
    #expect(
      world.hears(ben).filter { !$0.hasPrefix("things") }
        == ["welcome", "rejected refTaken", "ack"]
    )
    #expect(world.meeting.participants.all.map(\.name) == ["Ada", "Ben"])
  }

  @Test("The last 256 outcomes are remembered at least, and ten minutes of them")
  func memory() {
    var world = World()
    let ada = world.connects("ada")
    let wish = { (number: Int) in
      Meeting.Command.participants(.setName(name: "Ada \(number)", organisation: nil))
    }
    for number in 1...700 {
      world.says(ada, wish(number), as: Reference("name-\(number)"))
      world.turn(.seconds(2))
    }
    _ = world.hears(ada)
    let revision = world.meeting.revision
    for number in 445...460 { world.says(ada, wish(number), as: Reference("name-\(number)")) }
    #expect(world.meeting.revision == revision)
    world.turn(.seconds(10))
    world.says(ada, wish(1), as: Reference("name-1"))
    #expect(world.meeting.revision > revision)
  }

  @Test("A stale wish is told what is there now, though that is news to all")
  func staleBringsThePresentThing() throws {
    var world = World()
    let (chair, second) = (world.connectsChair(), world.connectsChair())
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    world.turn(.milliseconds(60))
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.forgetsWhatWasHeard()
    let seen = world.meeting.revision

    world.disk = .withholds
    world.says(chair, .questions(.moveQuestion(question: .lunch, to: .live, seen: seen)))
    world.says(second, .questions(.moveQuestion(question: .lunch, to: .answered, seen: seen)))
    world.confirms()

    let rejected = try #require(world.hearsFrames(second).first?.rejected)
    #expect(rejected.reason == "stale")
    #expect(rejected.thing?.state == "live")
    #expect(rejected.thing?.revision == world.meeting.revision.rawValue)
  }
}
