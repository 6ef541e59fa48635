import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Journal first")
struct JournalFirstTests {
  @Test("Nobody is told anything before the journal has it; then the asker is answered first")
  func nothingBeforeTheJournal() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(5))
    world.forgetsWhatWasHeard()

    world.disk = .withholds
    world.asks(ada, .lunch)
    world.turn(.milliseconds(900))
    #expect(world.hears(ada) == [])
    #expect(world.hears(ben) == [])

    world.confirms()
    #expect(world.hears(ada) == ["ack", "things lunch me"])
    #expect(world.hears(ben) == ["things lunch"])
  }

  @Test("Nobody is welcomed before the journal has them")
  func noWelcomeBeforeTheJournal() {
    var world = World()
    world.disk = .withholds
    let ada = world.connects("ada")
    #expect(world.hears(ada) == [])
    world.confirms()
    #expect(world.hears(ada) == ["welcome"])
    #expect(world[ada].people?.present == 1)
    #expect(world[ada].me?.participant == 1)
  }

  @Test("What gathers while the disk writes goes out as one batch")
  func groupCommit() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.disk = .withholds
    world.asks(ada, .lunch)
    world.asks(ben, .costs)
    world.says(ben, .questions(.support(question: .lunch, support: true)))
    #expect(world.waiting.values.map(\.entries.count) == [1])
    world.confirms()
    #expect(world.waiting.values.map(\.entries.count) == [2])
  }

  @Test("No batch is larger than a thousand entries, and no wish is torn in two")
  func largeBatches() {
    var world = World()
    world.disk = .withholds
    let people = (1...600).map { world.connects("person \($0)") }
    var sizes: [Int] = []
    while let batch = world.waiting.values.first {
      sizes.append(batch.entries.count)
      world.confirms()
    }
    #expect(sizes == [2, 1_000, 198])
    for person in people { #expect(world.hears(person).first == "welcome") }
  }

  @Test("A refused batch leaves the meeting and the screens as they were")
  func refusedBatch() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(5))
    world.forgetsWhatWasHeard()
    let before = world.meeting

    world.disk = .refuses(.storageFull)
    world.asks(ada, .lunch)
    #expect(world.hears(ada) == ["rejected storageFull"])
    #expect(world.hears(ben) == [])
    #expect(world.meeting == before)

    world.disk = .confirms
    world.asks(ada, .lunch)
    #expect(world.hears(ada) == ["ack", "things lunch me"])
    #expect(world.hears(ben) == ["things lunch"])
  }

  @Test("What was decided upon a refused batch falls with it")
  func refusalsTakeAllWithThem() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(5))
    world.forgetsWhatWasHeard()
    world.disk = .withholds
    world.asks(ada, .lunch)
    world.says(ben, .questions(.support(question: .lunch, support: true)))
    world.says(ben, .questions(.support(question: .costs, support: true)))

    world.refuses(because: .storageBroken)

    #expect(world.hears(ada) == ["rejected storageBroken"])
    #expect(world.hears(ben) == ["rejected storageBroken", "rejected storageBroken"])
    #expect(world.waiting.isEmpty)
  }

  @Test("Whoever is new while the disk is full is sent away, and comes back as somebody new")
  func newcomersWhileTheDiskIsFull() {
    var world = World()
    world.disk = .refuses(.storageFull)
    let ada = world.connects("ada")
    #expect(world.hears(ada) == ["error storageFull"])
    #expect(world[ada].closed == .overloaded)
    world.leaves(ada)

    world.disk = .confirms
    let ben = world.connects("ben")
    #expect(world[ben].me?.participant == 1)
    world.turn(.seconds(1))
    #expect(world[ben].people?.present == 1)
  }

  @Test("Whoever is known can read while the disk is full")
  func knownPeopleWhileTheDiskIsFull() {
    var world = World()
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    world.leaves(ada)
    world.turn(.seconds(30))

    world.disk = .refuses(.storageFull)
    let back = world.connects("ada", after: ada)
    #expect(world[back].closed == nil)
    #expect(world[back].question(.lunch) != nil)
    world.turn(.seconds(3))
    #expect(world[back].people?.present == 0)

    world.disk = .confirms
    world.turn(.seconds(3))
    #expect(world[back].people?.present == 1)
    #expect(world[back].mismatches == 0)
  }

  @Test("A departure that the disk refused is noted later")
  func refusedDeparture() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.disk = .refuses(.storageFull)
    world.leaves(ada)
    world.turn(.seconds(25))
    #expect(world[ben].people?.present == 2)
    world.disk = .confirms
    world.turn(.seconds(2))
    #expect(world[ben].people?.present == 1)
  }

  @Test("A clock that is set back makes no two stories of one")
  func clockSetBack() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.sets(clockBy: .seconds(-3_600))
    world.asks(ben, .costs)

    let asked = world.meeting.questions[.costs]?.asked
    #expect(asked == world.meeting.lastEvent)
    #expect(world.journal.values.first?.last?.time == asked)
  }
}
