import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Ending")
struct EndingTests {
  @Test("The end is acknowledged only when the record is on disk; everybody sees it before")
  func ending() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()

    world.archives = false
    world.says(chair, .agenda(.endMeeting), as: .lunch)
    world.says(chair, .agenda(.endMeeting), as: .costs)
    #expect(world.outputs.contains(.archive(world.meeting.founding.meeting)))
    #expect(world.hears(chair) == ["things meeting stage"])
    #expect(world.hears(ada) == ["things meeting stage"])
    #expect(world[ada].meeting?.phase == "ended")
    #expect(world[ada].meeting?.questions == .rule("closed"))

    world.play(.archived(world.meeting.founding.meeting))
    #expect(world.hears(chair) == ["saved", "saved"])
    world.says(chair, .agenda(.endMeeting), as: .lunch)
    world.says(chair, .agenda(.endMeeting))
    #expect(world.hears(chair) == ["saved", "saved"])
  }

  @Test("A crash between the end and the record promises nothing that is not true")
  func crashBeforeTheRecord() {
    var world = World()
    let chair = world.connectsChair()
    world.archives = false
    world.says(chair, .agenda(.endMeeting), as: .lunch)
    world.forgetsWhatWasHeard()
    world.restarts()
    #expect(world.outputs == [.archive(world.meeting.founding.meeting)])

    let back = world.connects("chair", key: "chair opens this", after: chair)
    _ = world.hears(back)
    world.says(back, .agenda(.endMeeting), as: .lunch)
    #expect(world.hears(back) == [])
    world.play(.archived(world.meeting.founding.meeting))
    #expect(world.hears(back) == ["saved"])
  }

  @Test("An end that the disk refuses is no end")
  func refusedEnd() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()
    world.disk = .refuses(.storageFull)
    world.says(chair, .agenda(.endMeeting), as: .lunch)
    #expect(world.hears(chair) == ["rejected storageFull"])
    world.disk = .confirms
    world.asks(ada, .costs)
    #expect(world.hears(ada).first == "ack")
    world.says(chair, .agenda(.endMeeting), as: .lunch)
    #expect(world.hears(chair).contains("saved"))
  }

  @Test("Whoever came upon an end that never was comes back as somebody")
  func strangersOfARefusedEnd() {
    var world = World()
    let chair = world.connectsChair()
    world.disk = .withholds
    world.says(chair, .agenda(.endMeeting))
    let ada = world.connects("ada")
    let stage = world.connectsStage()
    world.refuses()
    #expect(world.hears(ada) == ["error storageFull"])
    #expect(world[ada].closed == .overloaded)
    #expect(world.hears(stage) == ["welcome"])
  }

  @Test("An ended meeting can be read by those who were here, and by strangers")
  func reading() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.asks(ada, .lunch)
    world.says(chair, .agenda(.endMeeting))
    world.leaves(ada)
    world.turn(.seconds(60))

    let back = world.connects("ada", token: world[ada].token)
    let stranger = world.connects("stranger")
    let revision = world.meeting.revision
    #expect(world.hears(back) == ["welcome"])
    #expect(world[back].me?.own.count == 1)
    #expect(world.hears(stranger) == ["welcome"])
    #expect(world[stranger].me == nil && world[stranger].token == nil)
    #expect(world[stranger].question(.lunch) != nil)

    world.asks(back, .costs)
    world.asks(stranger, .files)
    #expect(world.hears(back) == ["rejected meetingEnded"])
    #expect(world.hears(stranger) == ["rejected meetingEnded"])
    world.turn(.seconds(60))
    #expect(world.meeting.revision == revision)
    #expect(world[stranger].mismatches == 0)
  }
}

@Suite("Series")
struct SeriesTests {
  private let february = Founding.founding("2026-02", at: .start + .seconds(60))
  private let march = Founding.founding("2026-03", at: .start + .seconds(120))

  @Test("A code leads to the last meeting that is open, else to the last")
  func present() {
    var world = World()
    world.opens(march)
    world.opens(february)
    var seats: [SocketID] = []
    for expected in [march, february, .kaffeerunde] {
      let isFirst = expected.meeting == Founding.kaffeerunde.meeting
      let end = isFirst ? "" : " of \(expected.meeting.rawValue)"
      _ = world.connects("guest")
      let chair = world.connects("chair", key: "chair opens this" + end)
      #expect(world.hub.meeting(expected.meeting)?.participants.count == 2)
      seats.append(chair)
      world.says(chair, .agenda(.endMeeting))
      #expect(world.hub.meeting(expected.meeting)?.phase == .ended)
    }
    let late = world.connects("late")
    world.says(late, .agenda(.endMeeting))
    #expect(world[late].meeting?.phase == "ended")
    #expect(
      world.hub.allMeetings.map(\.founding.meeting)
        == [Founding.kaffeerunde, february, march].map(\.meeting)
    )
  }

  @Test("A known code without a meeting in memory says that the meeting has ended")
  func onlyEnded() throws {
    var world = World()
    let code = try #require(JoinCode(rawValue: "222222"))
    #expect(!world.hub.isTaken(code))
    world.knows(code)
    #expect(world.hub.isTaken(code))
    let late = world.connects("late", code: "222 222")
    #expect(world.hears(late) == ["error meetingEnded"])
    #expect(world[late].closed == .meetingUnknown)
  }

  @Test("What happens in one meeting is not told in another")
  func separate() {
    var world = World()
    let ada = world.connects("ada")
    world.opens(march)
    let ben = world.connects("ben", key: "chair opens this of 2026-03")
    world.turn(.seconds(2))
    world.forgetsWhatWasHeard()
    world.asks(ada, .lunch)
    world.turn(.seconds(2))
    #expect(world.hears(ben) == [])
    #expect(world.hears(ada).count == 2)
  }
}
