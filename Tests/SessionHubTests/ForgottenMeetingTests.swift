import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("A meeting that has had its time")
struct ForgottenMeetingTests {
  @Test("is shown to nobody any more, and its code leads to the next one")
  func isGone() {
    var world = World()
    let chair = world.connectsChair()
    world.says(chair, .agenda(.endMeeting))
    let reader = world.connects("ben")
    #expect(world[reader].meeting?.phase == "ended")
    let meeting = world.meeting.founding.meeting
    world.forgetsWhatWasHeard()

    world.play(.forgotten(meeting))
    #expect(world.hub.meeting(meeting) == nil)
    for socket in [chair, reader] {
      #expect(world.hears(socket) == ["error meetingEnded"])
      #expect(world[socket].closed == .meetingUnknown)
    }
    let late = world.connects("dora")
    #expect(world.hears(late) == ["error meetingEnded"])
    world.turn(.seconds(20))
  }

  @Test("is none as long as it goes on")
  func goesOn() {
    var world = World()
    let ada = world.connects("ada")
    world.play(.forgotten(world.meeting.founding.meeting))
    world.asks(ada, .lunch)
    #expect(world.meeting.questions[.lunch] != nil)
    #expect(world[ada].closed == nil)
  }
}
