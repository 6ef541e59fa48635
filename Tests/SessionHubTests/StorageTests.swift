import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("A disk that is full or broken")
struct StorageTests {
  @Test("Everybody is told at once that nothing fits any more, and later that it does")
  func fullIsTold() {
    var world = World()
    let (chair, ada, stage) = (world.connectsChair(), world.connects("ada"), world.connectsStage())
    world.turn(.seconds(5))
    world.forgetsWhatWasHeard()
    world.play(.storage(.full))
    for socket in [chair, ada, stage] { #expect(world.hears(socket) == ["beat full"]) }
    world.play(.storage(.full))
    for socket in [chair, ada, stage] { #expect(world.hears(socket) == []) }
    world.play(.storage(.ok))
    for socket in [chair, ada, stage] {
      #expect(world.hears(socket) == ["beat"])
      #expect(world[socket].mismatches == 0)
    }
  }

  @Test("That little space is left is told to moderators alone")
  func lowIsForModerators() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.turn(.seconds(5))
    world.forgetsWhatWasHeard()
    world.play(.storage(.low))
    #expect(world.hears(chair) == ["beat low"])
    #expect(world.hears(ada) == [])
    world.asks(ada, .lunch)
    #expect(world.hears(ada) == ["ack", "things lunch me"])
    let ben = world.connects("ben")
    #expect(world[ben].frames.compactMap(\.welcome).map(\.storage) == [nil])
    let dora = world.connects("dora", key: "chair opens this")
    #expect(world[dora].frames.compactMap(\.welcome).map(\.storage) == ["low"])
  }

  @Test("While the disk is full, what closes and deletes is taken, and nothing else")
  func fullTakesWhatCloses() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.asks(ada, .lunch)
    world.turn(.seconds(12))
    world.forgetsWhatWasHeard()
    world.play(.storage(.full))
    world.disk = .withholds

    world.asks(ada, .costs)
    world.moves(chair, .lunch, to: .live)
    #expect(world.hears(ada) == ["beat full", "rejected storageFull"])
    #expect(world.hears(chair) == ["beat full", "rejected storageFull"])
    world.says(ada, .questions(.withdrawQuestion(question: .lunch)))
    #expect(world.waiting.values.map(\.isClosing) == [true])
    world.confirms()
    #expect(world.hears(ada) == ["ack", "things -lunch me"])
    world.says(chair, .agenda(.endMeeting))
    #expect(world.waiting.values.map(\.isClosing) == [true])
    world.confirms()
    #expect(world.meeting.phase == .ended)
  }

  @Test("Only a batch in which everything closes or deletes may use the last of the space")
  func mixedBatches() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.turn(.seconds(12))
    world.disk = .withholds
    world.asks(ada, .lunch)
    world.asks(ada, .costs)
    world.says(chair, .agenda(.endMeeting))
    #expect(world.waiting.values.map(\.isClosing) == [false])
    world.confirms()
    #expect(world.waiting.values.map(\.isClosing) == [true])
  }

  @Test("While the disk is full, nobody new comes in, and whoever is known can read")
  func fullLetsNobodyNewIn() {
    var world = World()
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    world.leaves(ada)
    world.turn(.seconds(30))
    let written = world.journal.values.first?.count

    world.play(.storage(.full))
    let ben = world.connects("ben")
    #expect(world.hears(ben) == ["error storageFull"])
    #expect(world[ben].closed == .overloaded)
    let back = world.connects("ada", after: ada)
    #expect(world[back].frames.last?.welcome?.storage == "full")
    #expect(world[back].question(.lunch) != nil)
    world.turn(.seconds(30))
    #expect(world.journal.values.first?.count == written)
    #expect(world[back].people?.present == 0)

    world.play(.storage(.ok))
    world.turn(.seconds(2))
    #expect(world[back].people?.present == 1)
    #expect(world[back].mismatches == 0)
  }

  @Test("What a broken disk was given is answered after the restart, whichever way it went")
  func brokenAnswersLater() {
    for keepsBatch in [true, false] {
      var world = World()
      let ada = world.connects("ada")
      world.turn(.seconds(12))
      world.forgetsWhatWasHeard()
      world.disk = .withholds
      world.asks(ada, .lunch)
      world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
      world.play(.storage(.broken))
      world.turn(.seconds(5))
      #expect(world.hears(ada) == ["beat broken"])

      world.restarts(keepsBatch: keepsBatch)
      world.disk = .confirms
      let back = world.connects("ada", after: ada)
      _ = world.hears(back)
      world.asks(back, .lunch)
      #expect(world.hears(back).first == "ack")
      #expect(world.meeting.questions.count == 1)
    }
  }

  @Test("A broken disk takes nothing any more, and what is known can still be read")
  func brokenIsReadOnly() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.asks(ada, .lunch)
    world.turn(.seconds(12))
    world.disk = .withholds
    world.asks(ada, .costs)
    let ben = world.connects("ben")
    world.play(.storage(.broken))
    world.forgetsWhatWasHeard()
    let before = world.outputs.count

    world.says(chair, .agenda(.endMeeting))
    #expect(world.hears(chair) == ["rejected storageBroken"])
    let again = world.connects("ada", after: ada)
    #expect(world[again].frames.last?.welcome?.storage == "broken")
    #expect(world[again].question(.lunch) != nil)
    #expect(world[again].question(.costs) == nil)
    // Ben was about to be let in: nobody can say whether the disk knows him.
    let benAgain = world.connects("ben", after: ben)
    #expect(world.hears(benAgain) == ["error storageBroken"])
    let stage = world.connectsStage()
    #expect(world[stage].question(.lunch) != nil)
    world.turn(.seconds(60))
    let records = world.outputs.dropFirst(before).filter {
      if case .record = $0 { true } else { false }
    }
    #expect(records.isEmpty)
    #expect(world[again].mismatches == 0)
  }

  @Test("A meeting that is opened later knows how it stands with the disk")
  func newMeetings() {
    var world = World()
    world.play(.storage(.full))
    world.restarts()
    world.play(.storage(.full))
    let later = Founding(
      meeting: MeetingID(rawValue: "later"),
      title: "Später",
      series: Series(title: "Andere", code: JoinCode(rawValue: "ABC234")!),
      founded: world.now
    )
    world.opens(later)
    let ada = world.connects("ada", code: "ABC234")
    #expect(world.hears(ada) == ["error storageFull"])
  }

  @Test("What closes and deletes are commands that exist")
  func closingCommands() {
    #expect(Meeting.Command.closing.isSubset(of: Meeting.Command.names))
  }
}
