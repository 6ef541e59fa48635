import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("A busy poll")
struct BusyPollTests {
  @Test("A thousand people vote within two seconds: each is told at most twenty times a second")
  func thousand() {
    var world = World()
    let chair = world.connectsChair()
    let crowd = world.connects(crowd: 1_000)
    world.opens(chair, .topics, .three(.named, .live))
    // The hub's second passes between two twentieths of one.
    world.turn(.milliseconds(1_030))
    world.forgetsWhatWasHeard()
    let before = world[crowd[500]].frames.count
    for socket in crowd {
      world.votes(socket, .a)
      world.turn(.milliseconds(2))
    }
    world.turn(.seconds(1))
    let frames = world[crowd[500]].frames.dropFirst(before)
      .filter { $0.things?.things.contains { $0.kind == "tally" } == true }
    // One at once, and then one in each twentieth of a second.
    #expect((2...41).contains(frames.count), "\(frames.count) frames in two seconds")
    for socket in [crowd[0], crowd[999], chair] {
      #expect(world[socket].counts == ["a": 1_000, "b": 0, "c": 0])
      #expect(world[socket].gaps == 0)
    }
    // One answer and one own thing for each voter, and one frame for all others at each flush.
    let sent = world.outputs.count { if case .send = $0 { true } else { false } }
    #expect(sent <= 2 * 1_000 + 4 * 45, "\(sent) frames were made")
  }
}
