import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Arranging the speaking queue")
struct ArrangingTests {
  private func threeWait() -> Scenario {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.cleo, .queue(.raiseHand()), as: .cleosHand)
    return story
  }

  @Test("Whom a moderator moves stays there, and everybody can see it (D8)")
  func moving() {
    var story = threeWait()
    let move = SpeakingQueue.Command.moveInQueue(
      entry: .cleosHand,
      before: .bensHand,
      seen: story.meeting.revision
    )
    story.when(
      .chair,
      .queue(move),
      then: .queue(.entryMoved(entry: .cleosHand, place: 2))
    )
    story.when(.chair, .queue(move))
    #expect(story.list == ["ada", "cleo", "ben"])
    #expect(story.meeting.queue[.cleosHand]?.hold == .moved)
    story.sets { $0.strategy = .inOrder }
    #expect(story.list == ["ada", "cleo", "ben"])
    story.callsNext()
    #expect(story.list == ["cleo", "ben"])
  }

  @Test("A move can go to the end, and be taken back (D8, F3)")
  func movingToTheEnd() {
    var story = threeWait()
    story.moves(.adasHand, before: nil)
    #expect(story.list == ["ben", "cleo", "ada"])
    story.undoes()
    #expect(story.list == ["ada", "ben", "cleo"])
    #expect(story.meeting.queue[.adasHand]?.hold == nil)
  }

  @Test("A move that names somebody who has left is refused, with the list as it is (D8)")
  func movingWhoHasLeft() {
    var story = threeWait()
    let seen = story.meeting.revision
    let move = { (entry: EntryID, before: EntryID?) in
      Meeting.Command.queue(.moveInQueue(entry: entry, before: before, seen: seen))
    }
    story.given(.ben, .queue(.lowerHand()))
    story.refuses(.chair, move(.cleosHand, .bensHand), because: .stale, stale: .queue)
    story.refuses(.chair, move(.bensHand, .adasHand), because: .stale, stale: .queue)
    story.given(.chair, move(.cleosHand, .adasHand))
    #expect(story.list == ["cleo", "ada"])
  }

  @Test("Hands that went up meanwhile are no reason to refuse a move; another move is (F2)")
  func movingTogether() {
    var story = threeWait()
    let seen = story.meeting.revision
    let move = { (entry: EntryID) in
      Meeting.Command.queue(.moveInQueue(entry: entry, before: .adasHand, seen: seen))
    }
    story.given(.chair, .queue(.addToQueue(name: "Frau Kaya")))
    story.given(.chair, move(.bensHand))
    story.refuses(.chair, move(.cleosHand), because: .stale, stale: .queue)
  }

  @Test("Somebody held gives way to a point of order, and to nothing of the same kind")
  func heldAndHigher() {
    var story = threeWait()
    story.moves(.cleosHand, before: .adasHand)
    story.given(.chair, .queue(.addToQueue(name: "Frau Kaya", kind: .topic)))
    #expect(story.list == ["cleo", "ada", "ben", "Frau Kaya"])
    story.given(.ben, .queue(.raiseHand(kind: .pointOfOrder)))
    #expect(story.list == ["ben!", "cleo", "ada", "ben", "Frau Kaya"])
  }

  @Test("A closed list takes no hands but points of order; moderators may add (D12)")
  func closing() {
    var story = Scenario()
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.sets { $0.isOpen = false }
    story.refuses(.ada, .queue(.raiseHand()), because: .queueClosed)
    story.given(.ada, .queue(.raiseHand(kind: .pointOfOrder)))
    story.given(.chair, .queue(.raiseHand()))
    story.given(.chair, .queue(.addToQueue(participant: .cleo)))
    story.given(.ben, .queue(.lowerHand()))
    story.given(.ben, .queue(.restoreHand(entry: .bensHand)))
    #expect(story.list == ["ada!", "ben", "chair", "cleo"])
    story.sets { $0.isOpen = true }
    story.given(.ada, .queue(.raiseHand()))
  }

  @Test("The list closes by itself at the time that was said (D12)")
  func closingLater() {
    var story = Scenario()
    let end = story.now + .seconds(120)
    story.sets { $0.closes = end }
    story.pass(.seconds(118))
    #expect(story.meeting.due(at: story.now) == [])
    story.given(.ada, .queue(.raiseHand()))
    story.passes(.seconds(1))
    #expect(!story.meeting.queue.rules.isOpen)
    #expect(story.meeting.queue.rules.closes == nil)
    story.refuses(.ben, .queue(.raiseHand()), because: .queueClosed)
  }

  @Test("Rules are kept as they can be kept")
  func rules() {
    var story = Scenario()
    story.sets {
      $0.kinds = [.question, .topic, .reply, .topic]
      $0.closes = .start
    }
    #expect(story.meeting.queue.rules.kinds == [.reply, .topic])
    #expect(!story.meeting.queue.rules.isOpen)
    story.sets { $0.kinds = [] }
    #expect(story.meeting.queue.rules.kinds == [.topic])
    var rules = story.meeting.queue.rules
    story.when(.chair, .queue(.setQueue(rules: rules, seen: .zero)))
    rules.strategy = .byGroup
    story.refuses(
      .chair,
      .queue(.setQueue(rules: rules, seen: .zero)),
      because: .stale,
      stale: .queue
    )
    rules.limits = [.topic: 5]
    story.refuses(
      .chair,
      .queue(.setQueue(rules: rules, seen: story.meeting.revision)),
      because: .limitNotPossible
    )
  }

  @Test("Whoever is on the phone is put on the list by name, and speaks like all others (A14, D18)")
  func addingGuests() {
    var story = Scenario()
    let kaya = SpeakingQueue.Who.guest(name: "Frau Kaya", organisation: "Ulm", via: .phone)
    story.when(
      .chair,
      .queue(.addToQueue(name: " Frau Kaya ", organisation: "Ulm", via: .phone, kind: .reply)),
      as: .lunch,
      then: .queue(.handRaised(entry: .lunch, by: kaya, kind: .reply, added: true))
    )
    #expect(story.meeting.queue[.lunch]?.isAdded == true)
    story.callsNext()
    story.pass(.seconds(20))
    story.given(.chair, .queue(.endTurn(turn: .lunch)))
    #expect(story.meeting.queue.tally(of: kaya).contributions == 1)
  }

  @Test("The same name comes twice only on purpose; the same person never does (D18)")
  func addingTwice() {
    var story = Scenario()
    let add = { (again: Bool?) in
      Meeting.Command.queue(.addToQueue(name: "Frau Kaya", again: again))
    }
    story.given(.chair, add(nil))
    story.refuses(.chair, add(nil), because: .alreadyWaiting)
    story.given(.chair, add(true))
    #expect(story.list == ["Frau Kaya", "Frau Kaya"])
    story.given(.chair, .queue(.addToQueue(participant: .ada, note: "Im Chat")))
    story.when(.chair, .queue(.addToQueue(participant: .ada, again: true)))
    story.when(.ada, .queue(.raiseHand()))
    #expect(story.list == ["Frau Kaya", "Frau Kaya", "ada"])
  }

  @Test("Whom nobody knows, and what nobody can say, is not put on the list (D18)")
  func addingNobody() {
    var story = Scenario()
    let long = String(repeating: "x", count: 101)
    let refused: [(SpeakingQueue.Command, Rejection.Reason)] = [
      (.addToQueue(), .guestNameMissing),
      (.addToQueue(name: " "), .guestNameMissing),
      (.addToQueue(name: long), .nameTooLong),
      (.addToQueue(name: "Kaya", organisation: long), .organisationTooLong),
      (.addToQueue(name: "Kaya", note: long), .textTooLong),
      (.addToQueue(name: "Kaya", kind: .question), .kindNotOffered),
      (.addToQueue(participant: ParticipantID(rawValue: 99)), .participantUnknown),
      (.addToQueue(participant: ParticipantID(rawValue: .min)), .participantUnknown),
    ]
    for (wish, reason) in refused { story.refuses(.chair, .queue(wish), because: reason) }
    story.given(.chair, .participants(.removeParticipant(participant: .ben)))
    story.refuses(.chair, .queue(.addToQueue(participant: .ben)), because: .participantUnknown)
  }

  @Test("Whom moderators take off the list is told so; it can be taken back")
  func removing() {
    var story = threeWait()
    story.when(
      .chair,
      .queue(.removeFromQueue(entry: .bensHand)),
      then: .queue(.handLowered(entry: .bensHand, because: .moderators))
    )
    #expect(story.meeting.queue.lowered[.ben]?.because == .moderators)
    story.refuses(.ben, .queue(.restoreHand(entry: .bensHand)), because: .entryUnknown)
    story.undoes()
    #expect(story.list == ["ada", "ben", "cleo"])
    #expect(story.meeting.queue.lowered[.ben] == nil)
    story.when(.chair, .queue(.removeFromQueue(entry: .lunch)))
    story.callsNext()
    story.when(.chair, .queue(.removeFromQueue(entry: .adasHand)))
  }
}

@Suite("Nobody there (D3, D17)")
struct NoShowTests {
  private func threeWait() -> Scenario {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.cleo, .queue(.raiseHand()), as: .cleosHand)
    return story
  }

  @Test("Whose turn comes in vain gets the second place, and the second time none (D17)")
  func present() {
    var story = threeWait()
    story.misses(.adasHand)
    #expect(story.list == ["ben", "ada", "cleo"])
    story.callsNext()
    story.callsNext()
    #expect(story.meeting.queue.turn?.id == .adasHand)
    story.when(
      .chair,
      .queue(.noShow(entry: .adasHand, seen: story.meeting.revision)),
      then: .queue(.handLowered(entry: .adasHand, because: .noShow))
    )
    #expect(story.meeting.queue.turn == nil)
    #expect(story.meeting.queue.turns.map(\.entry.who) == [.ben])
    #expect(story.meeting.queue.lowered[.ada]?.because == .noShow)
    story.undoes()
    #expect(story.meeting.queue.turn?.id == .adasHand)
  }

  @Test("Whoever was called and is not there gives the floor back (D17)")
  func called() {
    var story = threeWait()
    story.callsNext()
    story.pass(.seconds(30))
    story.misses(.adasHand)
    #expect(story.meeting.queue.turn == nil)
    #expect(story.list == ["ben", "ada", "cleo"])
    #expect(story.meeting.queue.turns == [])
    story.undoes()
    #expect(story.meeting.queue.turn?.id == .adasHand)
    #expect(story.list == ["ben", "cleo"])
  }

  @Test("Nobody gets ahead by not being there")
  func fromTheEnd() {
    var story = threeWait()
    story.misses(.cleosHand)
    #expect(story.list == ["ada", "ben", "cleo"])
  }

  @Test("Two moderators who note it together note it once (F2)")
  func together() {
    var story = threeWait()
    let seen = story.meeting.revision
    let wish = Meeting.Command.queue(.noShow(entry: .adasHand, seen: seen))
    story.given(.chair, wish)
    story.refuses(.ben, as: .moderator, wish, because: .stale, stale: .queue)
    story.refuses(
      .chair,
      .queue(.noShow(entry: .lunch, seen: story.meeting.revision)),
      because: .stale,
      stale: .queue
    )
    #expect(story.list == ["ben", "ada", "cleo"])
  }

  @Test("Whoever is away is put aside, and gets the second place when back, once (D3)")
  func away() {
    var story = threeWait()
    story.apply(story.meeting.leave(.ada))
    #expect(story.list == ["ada", "ben", "cleo"])
    story.when(
      .chair,
      .queue(.noShow(entry: .adasHand, seen: story.meeting.revision)),
      then: .queue(.entrySkipped(entry: .adasHand, aside: true))
    )
    #expect(story.list == ["ben", "cleo"])
    story.when(.chair, .queue(.noShow(entry: .adasHand, seen: story.meeting.revision)))
    story.passes(.seconds(590))
    story.apply(story.meeting.arrive(.ada, as: .participant))
    #expect(story.list == ["ben", "ada", "cleo"])

    story.apply(story.meeting.leave(.ada))
    story.misses(.adasHand)
    #expect(story.meeting.queue.lowered[.ada]?.because == .noShow)
    story.apply(story.meeting.arrive(.ada, as: .participant))
    #expect(story.list == ["ben", "cleo"])
  }

  @Test("Whoever stays away for more than ten minutes is off the list (D3)")
  func awayForLong() {
    var story = threeWait()
    story.apply(story.meeting.leave(.ada))
    story.misses(.adasHand)
    story.passes(.seconds(600))
    #expect(story.meeting.queue.aside.count == 1)
    story.passes(.milliseconds(1))
    #expect(story.meeting.queue.aside.count == 0)
    #expect(story.meeting.queue.lowered[.ada]?.because == .noShow)
    story.apply(story.meeting.arrive(.ada, as: .participant))
    #expect(story.list == ["ben", "cleo"])
  }

  @Test("Who is put aside can be called, and is not put aside again by an undo once back")
  func callingWhoIsAside() {
    var story = threeWait()
    story.apply(story.meeting.leave(.ada))
    story.misses(.adasHand)
    story.given(.chair, .queue(.giveFloor(entry: .adasHand, current: nil)))
    story.apply(story.meeting.arrive(.ada, as: .participant))
    story.undoes()
    #expect(story.meeting.queue.aside.count == 0)
    #expect(story.list == ["ben", "ada", "cleo"])
  }

  /// Seed 584 of the queue's simulation found it.
  @Test("Those who are aside stay in the order in which they were called, through an undo, too")
  func asideInOrder() {
    var story = threeWait()
    story.apply(story.meeting.leave(.ada) + story.meeting.leave(.ben))
    story.misses(.adasHand)
    story.misses(.bensHand)
    story.given(.chair, .queue(.giveFloor(entry: .adasHand, current: nil)))
    story.undoes()
    #expect(story.meeting.queue.aside.map(\.entry.id) == [.adasHand, .bensHand])
  }

  @Test("A phone that slept for five minutes has kept its place, and is called (D3)")
  func asleep() {
    var story = threeWait()
    story.apply(story.meeting.leave(.ben))
    story.passes(.seconds(300))
    story.callsNext()
    story.callsNext()
    #expect(story.meeting.queue.turn?.entry.who == .ben)
    story.apply(story.meeting.arrive(.ben, as: .participant))
    #expect(story.meeting.queue.turn?.entry.who == .ben)
  }
}
