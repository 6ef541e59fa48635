import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

/// Three rounds of one series, founded one after the other; January's is the first.
@Suite("The code of a series")
struct PresentRoundTests {
  private static let february = Founding.founding("2026-02-february", at: .start + .seconds(1))
  private static let march = Founding.founding("2026-03-march", at: .start + .seconds(2))

  private func worldOfThree() -> World {
    var world = World()
    for founding in [Self.march, Self.february] { world.opens(founding) }
    return world
  }

  private func key(of founding: Founding) -> String {
    "chair opens this of \(founding.meeting.rawValue)"
  }

  /// Where somebody comes to who follows the link.
  private func whereTo(in world: inout World) -> MeetingID? {
    let newcomer = world.connects("dora")
    let secret = SessionDigest(rawValue: Secret.digest(world[newcomer].token ?? ""))
    return world.hub.allMeetings.first { $0.participants.person(of: secret) != nil }?
      .founding.meeting
  }

  private func goTo(_ phases: Phase..., by chair: SocketID, in world: inout World) {
    for phase in phases { world.says(chair, .agenda(.setPhase(phase: phase))) }
  }

  @Test("leads to the round that was founded last, as long as none has begun or has a date")
  func youngest() {
    var world = worldOfThree()
    #expect(whereTo(in: &world) == Self.march.meeting)
  }

  @Test("leads to the round with the next date, and no longer once that day is over")
  func dated() {
    var world = worldOfThree()
    let january = world.connectsChair()
    let february = world.connects("chair", key: key(of: Self.february))
    let day = Duration.seconds(86_400)
    world.says(january, .agenda(.schedule(start: world.now + day * 30)))
    world.says(february, .agenda(.schedule(start: world.now + day)))
    #expect(whereTo(in: &world) == Self.february.meeting)
    world.turn(day + .seconds(3_600))
    #expect(whereTo(in: &world) == Self.february.meeting, "Its chair is late.")
    world.turn(.seconds(12 * 3_600))
    #expect(whereTo(in: &world) == Founding.kaffeerunde.meeting)
  }

  @Test("leads to the round that has begun, whatever has a date or is younger")
  func begun() {
    var world = worldOfThree()
    let january = world.connectsChair()
    let february = world.connects("chair", key: key(of: Self.february))
    world.says(february, .agenda(.schedule(start: world.now + .seconds(60))))
    goTo(.planned, by: january, in: &world)
    #expect(whereTo(in: &world) == Self.february.meeting)
    for phase: Phase in [.lobby, .live, .paused, .afterTalk] {
      if phase == .afterTalk { goTo(.live, by: january, in: &world) }
      goTo(phase, by: january, in: &world)
      #expect(whereTo(in: &world) == Founding.kaffeerunde.meeting, "\(phase)")
    }
    world.turn(.seconds(10))
    goTo(.planned, .lobby, by: february, in: &world)
    #expect(whereTo(in: &world) == Self.february.meeting, "People stay, and others gather.")
    goTo(.live, by: january, in: &world)
    #expect(whereTo(in: &world) == Founding.kaffeerunde.meeting, "What goes on is not left.")
    world.turn(.seconds(10))
    goTo(.live, by: february, in: &world)
    #expect(whereTo(in: &world) == Self.february.meeting, "The other was never ended.")
  }

  @Test("leads nobody into a rehearsal of another round")
  func rehearsal() {
    var world = worldOfThree()
    let january = world.connectsChair()
    world.says(january, .agenda(.rehearse(on: true)))
    goTo(.live, by: january, in: &world)
    #expect(whereTo(in: &world) == Self.march.meeting)
  }

  @Test("leads whoever was cut off back to where they were, whatever has begun since")
  func cutOff() {
    var world = worldOfThree()
    let ada = world.connects("ada")
    let before = world[ada].me?.participant
    world.leaves(ada)
    goTo(.live, by: world.connectsChair(), in: &world)
    let again = world.connects("ada", after: ada)
    #expect(world[again].frames.first?.welcome?.full == false)
    #expect(world[again].me?.participant == before)
    let reloaded = world.connects("ada", token: world[ada].token)
    #expect(world[reloaded].frames.first?.welcome?.full == true, "A new page is a new visit.")
    #expect(world[reloaded].meeting?.phase == "live")
  }

  @Test("leads nowhere but to what has ended last, once all have")
  func ended() {
    var world = worldOfThree()
    world.says(world.connectsChair(), .agenda(.endMeeting))
    #expect(whereTo(in: &world) == Self.march.meeting)
    for founding in [Self.march, Self.february] {
      world.says(world.connects("chair", key: key(of: founding)), .agenda(.endMeeting))
    }
    let late = world.connects("dora")
    #expect(world[late].meeting?.phase == "ended")
  }
}
