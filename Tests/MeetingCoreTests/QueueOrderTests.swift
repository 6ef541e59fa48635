import MeetingCore
import MeetingTestSupport
import Testing

@Suite("The order of the speaking queue (D7)")
struct QueueOrderTests {
  /// Frau Kaya is first and stays so, so that what follows is about the order of the others.
  private func story(_ strategy: SpeakingQueue.Strategy) -> Scenario {
    var story = Scenario()
    story.sets { $0.strategy = strategy }
    return story
  }

  private func allRaise(_ story: inout Scenario) {
    story.given(.chair, .queue(.addToQueue(name: "Frau Kaya")))
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.cleo, .queue(.raiseHand()), as: .cleosHand)
  }

  @Test("In order: who raised the hand first, whoever has spoken")
  func inOrder() {
    var story = story(.inOrder)
    story.given(.ada, speaksFor: .seconds(60))
    allRaise(&story)
    #expect(story.list == ["Frau Kaya", "ada", "ben", "cleo"])
  }

  @Test("First-time speakers first, which is what a round begins with")
  func firstTimeFirst() {
    #expect(SpeakingQueue.Rules().strategy == .firstTimeFirst)
    var story = story(.firstTimeFirst)
    story.given(.ada, speaksFor: .seconds(60))
    story.given(.ada, speaksFor: .seconds(60))
    story.given(.ben, speaksFor: .seconds(60))
    allRaise(&story)
    // Ada has spoken twice, Ben once: that is the same here.
    #expect(story.list == ["Frau Kaya", "cleo", "ada", "ben"])
  }

  @Test("Fewest contributions first, however long they were")
  func fewestContributions() {
    var story = story(.fewestContributions)
    story.given(.ada, speaksFor: .seconds(10))
    story.given(.ada, speaksFor: .seconds(10))
    story.given(.ben, speaksFor: .seconds(600))
    allRaise(&story)
    #expect(story.list == ["Frau Kaya", "cleo", "ben", "ada"])
  }

  @Test("Least time first, in steps of thirty seconds")
  func leastTime() {
    var story = story(.leastTime)
    story.given(.ada, speaksFor: .seconds(59))
    story.given(.ben, speaksFor: .seconds(31))
    story.given(.cleo, speaksFor: .seconds(29))
    allRaise(&story)
    // Ada's 59 and Ben's 31 seconds are one step.
    #expect(story.list == ["Frau Kaya", "cleo", "ada", "ben"])
    story.given(.chair, .queue(.giveFloor(entry: .adasHand, current: nil)))
    story.given(.chair, .queue(.takeBackTurn(turn: .adasHand)))
    story.given(.ada, .queue(.lowerHand()))
    story.given(.ada, speaksFor: .seconds(11))
    story.given(.ada, .queue(.raiseHand()))
    #expect(story.list == ["Frau Kaya", "cleo", "ben", "ada"])
  }

  @Test("By group: whose organisation has contributed less, in any spelling of it")
  func byGroup() {
    var story = story(.byGroup)
    story.given(.ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    story.given(.ben, .participants(.setName(name: "Ben", organisation: "STADT ULM")))
    story.given(.ada, speaksFor: .seconds(60))
    allRaise(&story)
    // Ben never spoke, but his town did; Cleo has no organisation and stands for herself.
    #expect(story.list == ["Frau Kaya", "cleo", "ada", "ben"])
  }

  @Test("Who changes the organisation while waiting gains nothing by it")
  func byGroupRenamed() {
    var story = story(.byGroup)
    story.given(.ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    story.given(.ada, speaksFor: .seconds(60))
    allRaise(&story)
    story.given(.ada, .participants(.setName(name: "Ada", organisation: "Stadt Neu-Ulm")))
    story.sets { $0.strategy = .inOrder }
    story.sets { $0.strategy = .byGroup }
    #expect(story.list == ["Frau Kaya", "ben", "cleo", "ada"])
  }

  @Test("Nine seconds are no contribution, ten are")
  func shortTurns() {
    var story = story(.firstTimeFirst)
    story.given(.ada, speaksFor: .milliseconds(9_999))
    story.given(.ben, speaksFor: .seconds(10))
    allRaise(&story)
    #expect(story.list == ["Frau Kaya", "ada", "cleo", "ben"])
    #expect(story.meeting.queue.turns.count == 2)
    #expect(story.meeting.queue.contributions == 1)
  }

  @Test("Whoever was told to be the next one stays so within the kind")
  func frozen() {
    var story = story(.firstTimeFirst)
    story.given(.ada, speaksFor: .seconds(60))
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    #expect(story.list == ["ada", "ben"])
    story.given(.cleo, .queue(.raiseHand(kind: .reply)), as: .cleosHand)
    #expect(story.list == ["cleo", "ada", "ben"])
    story.sets { $0.strategy = .fewestContributions }
    #expect(story.list == ["cleo", "ada", "ben"])
    // Another kind is another line.
    story.given(.cleo, .queue(.changeHand(entry: .cleosHand, kind: .topic)))
    #expect(story.list == ["ada", "ben", "cleo"])
  }

  @Test("Whoever lets one pass is the next one no longer")
  func frozenUntilNotReady() {
    var story = story(.firstTimeFirst)
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.ada, .queue(.notReady(entry: .adasHand, place: 1)))
    story.given(.cleo, .queue(.raiseHand(kind: .reply)))
    #expect(story.list == ["cleo", "ben", "ada"])
  }

  @Test("The order follows the end of a turn, and not the clock")
  func onlyWhenATurnEnds() {
    var story = story(.leastTime)
    story.given(.chair, .queue(.addToQueue(name: "Frau Kaya")))
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.chair, .queue(.giveFloor(entry: .adasHand, current: nil)))
    story.given(.ada, .queue(.raiseHand()))
    story.given(.ben, .queue(.raiseHand()))
    story.passes(.seconds(600))
    #expect(story.list == ["Frau Kaya", "ada", "ben"])
    story.given(.ada, .queue(.yieldFloor))
    #expect(story.list == ["Frau Kaya", "ben", "ada"])
  }

  @Test("Whoever speaks and raises the hand again is not told to be the next one")
  func speakerIsNotNext() {
    var story = story(.firstTimeFirst)
    story.given(.ada, .queue(.raiseHand()))
    story.callsNext()
    story.given(.ada, .queue(.raiseHand()))
    story.given(.ben, .queue(.raiseHand()))
    #expect(story.list == ["ada", "ben"])
    story.pass(.seconds(20))
    story.given(.ada, .queue(.yieldFloor))
    #expect(story.list == ["ben", "ada"])
  }

  @Test("A new rule moves who waits, and never who is the next one or was moved (D7, D8)")
  func switching() {
    var story = story(.inOrder)
    story.given(.ada, speaksFor: .seconds(60))
    allRaise(&story)
    story.moves(.bensHand, before: nil)
    #expect(story.list == ["Frau Kaya", "ada", "cleo", "ben"])
    story.sets { $0.strategy = .firstTimeFirst }
    #expect(story.list == ["Frau Kaya", "cleo", "ada", "ben"])
    story.undoes()
    #expect(story.list == ["Frau Kaya", "ada", "cleo", "ben"])
  }

  @Test("Hands that went up in the same moment stand in the order of their names")
  func sameMoment() {
    var story = story(.inOrder)
    let raise = { (person: ParticipantID, entry: String) in
      Meeting.Event.queue(
        .handRaised(
          entry: Reference(entry),
          by: .person(participant: person),
          kind: .topic
        )
      )
    }
    story.apply([raise(.ada, "c"), raise(.ben, "b"), raise(.cleo, "a")])
    #expect(story.list == ["ada", "cleo", "ben"])
  }
}

@Suite("What a queue remembers, and for how long")
struct QueueMemoryTests {
  @Test("Ten seconds after a hand went down, the journal forgets its note")
  func notes() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand(note: "Geheim")), as: .adasHand)
    story.given(.ada, .queue(.changeHand(entry: .adasHand, note: "Geheimer")))
    let said = Array(story.journal.suffix(2))
    story.given(.ada, .queue(.lowerHand()))
    story.pass(.seconds(10))
    #expect(story.meeting.due(at: story.now) == [])
    story.pass(.milliseconds(1))
    let forgetting = SpeakingQueue.Event.entriesForgotten(entries: [.adasHand])
    #expect(story.meeting.due(at: story.now) == [.queue(forgetting)])
    let forgotten = story.meeting.forgotten(with: .queue(forgetting)).revisions
    #expect(Set(forgotten) == Set(said.map(\.revision)))
    #expect(!"\(said.map(\.redacted))".contains("Geheim"))
  }

  @Test("A note is forgotten when the turn is over, too, and no turn is kept with it")
  func notesOfTurns() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand(note: "Geheim")), as: .adasHand)
    story.callsNext()
    story.pass(.seconds(30))
    story.given(.ada, .queue(.yieldFloor))
    #expect(!"\(story.meeting.queue.turns)".contains("Geheim"))
    story.passes(.seconds(11))
    #expect(!"\(story.meeting.queue)".contains("Geheim"))
  }

  @Test("A new hand gives up the old one")
  func oldHands() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ada, .queue(.lowerHand()))
    story.when(
      .ada,
      .queue(.raiseHand()),
      as: .adasPoint,
      then: .queue(.entriesForgotten(entries: [.adasHand])),
      .queue(.handRaised(entry: .adasPoint, by: .ada, kind: .topic))
    )
    #expect(story.meeting.queue.lowered[.ada] == nil)
  }

  @Test("Half of the last twenty contributions were shorter than the usual one (D19)")
  func usualTurn() {
    var story = Scenario()
    #expect(story.meeting.queue.usualTurn == nil)
    story.given(.ada, speaksFor: .seconds(600))
    for seconds in 1...20 { story.given(.ben, speaksFor: .seconds(10 * seconds)) }
    story.given(.cleo, speaksFor: .seconds(5))
    #expect(story.meeting.queue.usualTurn == .seconds(110))
  }

  @Test("Whoever spoke while nobody had a name never gets one for it (A5)")
  func nameless() {
    var story = Scenario()
    story.given(.ada, .participants(.setName(name: "Ada", organisation: "Ulm")))
    story.given(.chair, .participants(.setNamePolicy(policy: .anonymous)))
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.chair, .queue(.addToQueue(name: "Frau Kaya")), as: .lunch)
    story.given(.chair, .participants(.setNamePolicy(policy: .optional)))
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    #expect(story.meeting.queue[.adasHand]?.isNameless == true)
    #expect(story.meeting.queue[.adasHand]?.group == nil)
    #expect(story.meeting.queue[.lunch]?.isNameless == false)
    #expect(story.meeting.queue[.bensHand]?.isNameless == false)
    story.given(.chair, .queue(.giveFloor(entry: .bensHand, current: nil)))
    story.pass(.seconds(20))
    story.given(.chair, .participants(.setNamePolicy(policy: .anonymous)))
    story.given(.ben, .queue(.yieldFloor))
    #expect(story.meeting.queue.turns.map(\.entry.isNameless) == [true])
    #expect(story.meeting.queue.tally(of: .ben).isNameless)
  }
}
