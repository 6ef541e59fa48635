import MeetingCore
import MeetingTestSupport
import Testing

@Suite("The floor")
struct FloorTests {
  private func threeWait() -> Scenario {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.cleo, .queue(.raiseHand()), as: .cleosHand)
    return story
  }

  @Test("Calling the next one ends the present turn in the same act (D9)")
  func callingNext() {
    var story = threeWait()
    story.when(
      .chair,
      .queue(.callNext(current: nil)),
      then: .queue(.turnBegan(entry: .adasHand))
    )
    #expect(story.meeting.queue.turn?.entry.who == .ada)
    #expect(story.list == ["ben", "cleo"])
    story.pass(.seconds(20))
    story.when(
      .chair,
      .queue(.callNext(current: .adasHand)),
      then: .queue(.turnEnded(turn: .adasHand)),
      .queue(.turnBegan(entry: .bensHand))
    )
    #expect(story.meeting.queue.turns.map(\.spoken) == [.seconds(21)])
    #expect(story.meeting.queue.turn?.clock.spoken(at: story.now) == .zero)
  }

  @Test("Two moderators who press next together skip nobody (D9)")
  func callingNextTogether() {
    var story = threeWait()
    let next = Meeting.Command.queue(.callNext(current: nil))
    story.given(.chair, next)
    story.refuses(.ben, as: .moderator, next, because: .stale, stale: .queue)
    let after = Meeting.Command.queue(.callNext(current: .adasHand))
    story.given(.chair, after)
    story.refuses(.ben, as: .moderator, after, because: .stale, stale: .queue)
    #expect(story.meeting.queue.turn?.entry.who == .ben)
    #expect(story.list == ["cleo"])
  }

  @Test("Where nobody waits, nobody can be called")
  func nobody() {
    var story = threeWait()
    for _ in 1...3 { story.callsNext() }
    story.refuses(.chair, .queue(.callNext(current: .cleosHand)), because: .nobodyWaiting)
    #expect(story.meeting.queue.turn?.entry.who == .cleo)
  }

  @Test("The floor can be given to anybody who waits, by who sees the present turn (D9)")
  func giving() {
    var story = threeWait()
    let give = { Meeting.Command.queue(.giveFloor(entry: $0, current: $1)) }
    story.given(.chair, give(.cleosHand, nil))
    story.when(.chair, give(.cleosHand, nil))
    story.refuses(.chair, give(.bensHand, nil), because: .stale, stale: .queue)
    story.refuses(.chair, give(.lunch, .cleosHand), because: .stale, stale: .queue)
    story.given(.chair, give(.bensHand, .cleosHand))
    #expect(story.list == ["ada"])
  }

  @Test("A pause stops the clock, and only the clock (D10)")
  func pausing() {
    var story = threeWait()
    story.callsNext()
    story.pass(.seconds(29))
    story.when(
      .chair,
      .queue(.pauseTurn(turn: .adasHand)),
      then: .queue(.turnPaused(turn: .adasHand))
    )
    story.when(.chair, .queue(.pauseTurn(turn: .adasHand)))
    story.pass(.seconds(300))
    #expect(story.meeting.queue.turn?.clock.spoken(at: story.now) == .seconds(30))
    story.when(
      .chair,
      .queue(.resumeTurn(turn: .adasHand)),
      then: .queue(.turnResumed(turn: .adasHand))
    )
    story.when(.chair, .queue(.resumeTurn(turn: .adasHand)))
    story.pass(.seconds(8))
    story.given(.chair, .queue(.endTurn(turn: .adasHand)))
    #expect(story.meeting.queue.turns.first?.spoken == .seconds(40))
    for wish in [SpeakingQueue.Command.pauseTurn(turn: .adasHand), .resumeTurn(turn: .adasHand)] {
      story.refuses(.chair, .queue(wish), because: .stale, stale: .queue)
    }
  }

  @Test("A turn that is over can be ended again, and nobody else's turn by that (D10)")
  func ending() {
    var story = threeWait()
    story.callsNext()
    story.callsNext()
    story.when(.chair, .queue(.endTurn(turn: .adasHand)))
    #expect(story.meeting.queue.turn?.id == .bensHand)
    story.given(.chair, .queue(.endTurn(turn: .bensHand)))
    #expect(story.meeting.queue.turn == nil)
  }

  @Test("Whoever speaks can yield the floor; nobody else can for them")
  func yielding() {
    var story = threeWait()
    story.callsNext()
    story.when(.ben, .queue(.yieldFloor))
    story.when(.ada, .queue(.yieldFloor), then: .queue(.turnEnded(turn: .adasHand)))
    story.when(.ada, .queue(.yieldFloor))
  }

  @Test("A turn that is taken back leads to the first place, and does not count (D10)")
  func takingBack() {
    var story = threeWait()
    story.callsNext()
    story.pass(.seconds(60))
    story.given(.chair, .queue(.takeBackTurn(turn: .adasHand)))
    story.when(.chair, .queue(.takeBackTurn(turn: .adasHand)))
    #expect(story.list == ["ada", "ben", "cleo"])
    #expect(story.meeting.queue.tallies == [:])

    story.callsNext()
    story.pass(.seconds(60))
    story.callsNext()
    story.given(.chair, .queue(.takeBackTurn(turn: .adasHand)))
    #expect(story.list == ["ada", "cleo"])
    #expect(story.meeting.queue.turn?.id == .bensHand)
    #expect(story.meeting.queue.tallies == [:])
    story.refuses(
      .chair,
      .queue(.takeBackTurn(turn: .lunch)),
      because: .stale,
      stale: .queue
    )
  }

  @Test("Whoever raised the hand again while speaking waits once when the turn is taken back")
  func takingBackOfWhoWaits() {
    var story = threeWait()
    story.callsNext()
    story.given(.ada, .queue(.raiseHand()), as: .adasPoint)
    #expect(story.list == ["ben", "cleo", "ada"])
    story.when(
      .chair,
      .queue(.takeBackTurn(turn: .adasHand)),
      then: .queue(.handLowered(entry: .adasPoint, because: .replaced)),
      .queue(.turnTakenBack(turn: .adasHand))
    )
    #expect(story.list == ["ada", "ben", "cleo"])
    story.undoes()
    #expect(story.list == ["ben", "cleo", "ada"])
    #expect(story.meeting.queue.turn?.id == .adasHand)
  }

  @Test("The limit is that of the kind, and can be changed; nobody is cut off (D13)")
  func limits() {
    var story = threeWait()
    story.sets { $0.limits = [.topic: 60] }
    story.callsNext()
    #expect(story.meeting.queue.turn?.clock.limit == 60)
    let extend = { Meeting.Command.queue(.extendTurn(turn: .adasHand, to: $0)) }
    story.when(
      .chair,
      extend(120),
      then: .queue(.turnExtended(turn: .adasHand, to: 120))
    )
    story.when(.chair, extend(120))
    for seconds in [Int.min, 9, 7_201, Int.max] {
      story.refuses(.chair, extend(seconds), because: .limitNotPossible)
    }
    story.passes(.seconds(3_600))
    #expect(story.meeting.queue.turn?.id == .adasHand)
    story.callsNext()
    #expect(story.meeting.queue.turn?.clock.limit == 60)
    story.refuses(.chair, extend(180), because: .stale, stale: .queue)
  }

  @Test("Acts on the floor can be taken back for ten seconds (D10, F3)")
  func undoing() {
    var story = threeWait()
    story.callsNext()
    story.pass(.seconds(30))
    story.callsNext()
    story.undoes()
    #expect(story.meeting.queue.turn?.id == .adasHand)
    #expect(story.list == ["ben", "cleo"])
    #expect(story.meeting.queue.turns == [])
    // As if nothing had happened: the clock went on.
    #expect(story.meeting.queue.turn?.clock.spoken(at: story.now) == .seconds(32))

    story.given(.chair, .queue(.endTurn(turn: .adasHand)))
    story.undoes()
    #expect(story.meeting.queue.turn?.id == .adasHand)
    story.given(.chair, .queue(.takeBackTurn(turn: .adasHand)))
    story.undoes()
    #expect(story.meeting.queue.turn?.id == .adasHand)
    #expect(story.list == ["ben", "cleo"])
    story.given(.chair, .queue(.pauseTurn(turn: .adasHand)))
    story.undoes()
    #expect(story.meeting.queue.turn?.clock.running != nil)
  }

  @Test("A call that is taken back was none, though the speaker has yielded since")
  func undoingAfterYielding() {
    var story = threeWait()
    story.callsNext()
    story.callsNext()
    story.given(.ben, .queue(.yieldFloor))
    story.undoes()
    #expect(story.meeting.queue.turn?.id == .adasHand)
    #expect(story.list == ["ben", "cleo"])
    #expect(story.meeting.queue.turns == [])
  }

  @Test("Whoever is sent away waits no more, and speaks no more")
  func sentAway() {
    var story = threeWait()
    story.given(.ada, .queue(.raiseHand(kind: .pointOfOrder)), as: .adasPoint)
    story.callsNext()
    story.when(
      .chair,
      .participants(.removeParticipant(participant: .ada)),
      then: .queue(.handLowered(entry: .adasHand, because: .sentAway)),
      .queue(.turnEnded(turn: .adasPoint)),
      .participants(.participantRemoved(participant: .ada))
    )
    #expect(story.meeting.queue.turn == nil)
    #expect(story.list == ["ben", "cleo"])
  }

  @Test("Whoever was taken off the list and then sent away is not brought back by an undo")
  func undoingForWhoWasSentAway() {
    var story = threeWait()
    story.given(.chair, .queue(.removeFromQueue(entry: .adasHand)))
    story.given(.chair, .participants(.removeParticipant(participant: .ada)))
    let act = story.meeting.moderation.acts.first { $0.name == "removeFromQueue" }
    story.given(.chair, .moderation(.undo(act: act!.reference)))
    #expect(story.list == ["ben", "cleo"])
  }
}
