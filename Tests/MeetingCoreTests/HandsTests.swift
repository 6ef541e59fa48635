import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Raising hands")
struct HandsTests {
  @Test("Whoever raises a hand is on the list, with what it is for (D1, D5, D6)")
  func raising() {
    var story = Scenario()
    story.when(
      .ada,
      .queue(.raiseHand(kind: .reply, note: "  Wir haben das\nschon. ")),
      as: .adasHand,
      then: .queue(
        .handRaised(
          entry: .adasHand,
          by: .ada,
          kind: .reply,
          note: "Wir haben das schon."
        )
      )
    )
    story.when(
      .ben,
      .queue(.raiseHand()),
      as: .bensHand,
      then: .queue(.handRaised(entry: .bensHand, by: .ben, kind: .topic))
    )
    #expect(story.list == ["ada", "ben"])
    #expect(story.meeting.queue.place(of: .bensHand) == 2)
  }

  @Test("Raising a raised hand changes nothing, not even the time (D4)")
  func raisingAgain() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    let before = story.meeting.queue
    story.pass(.seconds(60))
    story.when(.ada, .queue(.raiseHand()))
    story.when(.ada, .queue(.raiseHand(kind: .clarifying, note: "Jetzt aber!")))
    story.when(.ada, .queue(.raiseHand(kind: .reply)), as: .adasHand)
    #expect(story.meeting.queue == before)
    story.refuses(.cleo, .queue(.raiseHand()), because: .refTaken, reference: .adasHand)
  }

  @Test("Whoever waits may also raise a point of order, once; it comes first (D5, D12)")
  func pointOfOrder() {
    var story = Scenario()
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ada, .queue(.raiseHand(kind: .pointOfOrder)), as: .adasPoint)
    story.when(.ada, .queue(.raiseHand(kind: .pointOfOrder)))
    #expect(story.list == ["ada!", "ben", "ada"])
  }

  @Test("Clarifying questions come before replies, and those before new topics (D5)")
  func kinds() {
    var story = Scenario()
    story.allows([.clarifying, .reply, .topic])
    story.given(.ada, .queue(.raiseHand()))
    story.given(.ben, .queue(.raiseHand(kind: .reply)))
    story.given(.cleo, .queue(.raiseHand(kind: .clarifying)))
    #expect(story.list == ["cleo", "ben", "ada"])
  }

  @Test("What is not offered cannot be chosen, but for a point of order (D5)")
  func offered() {
    var story = Scenario()
    story.refuses(.ada, .queue(.raiseHand(kind: .clarifying)), because: .kindNotOffered)
    story.refuses(.ada, .queue(.raiseHand(kind: .question)), because: .kindNotOffered)
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    let change = { (kind: SpeakingQueue.Kind) in
      Meeting.Command.queue(.changeHand(entry: .adasHand, kind: kind))
    }
    story.refuses(.ada, change(.clarifying), because: .kindNotOffered)
    story.refuses(.ada, change(.question), because: .kindNotOffered)
    story.given(.ada, change(.pointOfOrder))
  }

  @Test("A note is one line of at most 100 characters (D6)")
  func notes() {
    var story = Scenario()
    let long = String(repeating: "ä", count: 101)
    story.refuses(.ada, .queue(.raiseHand(note: long)), because: .textTooLong)
    story.given(.ada, .queue(.raiseHand(note: String(long.dropLast()))), as: .adasHand)
    story.refuses(
      .ada,
      .queue(.changeHand(entry: .adasHand, note: long)),
      because: .textTooLong
    )
    let many = String(repeating: "👨‍👩‍👧‍👦", count: 100)
    story.refuses(.ben, .queue(.raiseHand(note: many)), because: .textTooLong)
  }

  @Test("Note and kind can be changed in place, and only by their owner (D6)")
  func changing() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand(note: "Zuerst")), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.when(
      .ada,
      .queue(.changeHand(entry: .adasHand, note: "Dann")),
      then: .queue(.handChanged(entry: .adasHand, kind: .topic, note: "Dann"))
    )
    story.when(.ada, .queue(.changeHand(entry: .adasHand, note: "Dann")))
    story.when(
      .ben,
      .queue(.changeHand(entry: .bensHand, kind: .reply)),
      then: .queue(.handChanged(entry: .bensHand, kind: .reply, note: nil))
    )
    #expect(story.list == ["ben", "ada"])
    story.given(.ada, .queue(.changeHand(entry: .adasHand, note: " ")))
    #expect(story.meeting.queue[.adasHand]?.note == nil)
    story.refuses(.cleo, .queue(.changeHand(entry: .adasHand, note: "")), because: .entryUnknown)
    story.refuses(.ada, .queue(.changeHand(entry: .lunch, note: "")), because: .entryUnknown)
  }

  @Test("An entry becomes no point of order where one waits already, nor the other way round")
  func changingIntoAnother() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ada, .queue(.raiseHand(kind: .pointOfOrder)), as: .adasPoint)
    let change = { (entry: EntryID, kind: SpeakingQueue.Kind) in
      Meeting.Command.queue(.changeHand(entry: entry, kind: kind))
    }
    story.refuses(.ada, change(.adasHand, .pointOfOrder), because: .alreadyWaiting)
    story.refuses(.ada, change(.adasPoint, .topic), because: .alreadyWaiting)
    story.given(.ada, change(.adasHand, .reply))
  }

  @Test("Lowering a hand takes it off the list; lowering all takes all (D1)")
  func lowering() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ada, .queue(.raiseHand(kind: .pointOfOrder)), as: .adasPoint)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.when(.ada, .queue(.lowerHand(entry: .bensHand)))
    story.when(
      .ada,
      .queue(.lowerHand(entry: .adasHand)),
      then: .queue(.handLowered(entry: .adasHand, because: .own))
    )
    story.when(
      .ada,
      .queue(.lowerHand()),
      then: .queue(.handLowered(entry: .adasPoint, because: .own))
    )
    story.when(.ada, .queue(.lowerHand()))
    #expect(story.list == ["ben"])
  }

  @Test("A hand that was lowered by mistake is back at its place within ten seconds (D1)")
  func restoring() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand(note: "Zur Sache")), as: .adasHand)
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.ada, .queue(.lowerHand()))
    #expect(story.list == ["ben"])
    story.refuses(.ben, .queue(.restoreHand(entry: .adasHand)), because: .entryUnknown)
    story.given(.ada, .queue(.restoreHand(entry: .adasHand)))
    story.when(.ada, .queue(.restoreHand(entry: .adasHand)))
    #expect(story.list == ["ada", "ben"])
    #expect(story.meeting.queue[.adasHand]?.note == "Zur Sache")

    story.given(.ada, .queue(.lowerHand()))
    story.passes(.milliseconds(10_001))
    story.refuses(.ada, .queue(.restoreHand(entry: .adasHand)), because: .entryUnknown)
  }

  @Test("Whoever has raised another hand does not get the old one back")
  func restoringBesidesAnother() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.ada, .queue(.lowerHand()))
    story.given(.ada, .queue(.raiseHand()))
    story.refuses(.ada, .queue(.restoreHand(entry: .adasHand)), because: .entryUnknown)
  }

  @Test("Not ready lets one pass; said twice, it is still one (D16)")
  func notReady() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.when(.ada, .queue(.notReady(entry: .adasHand, place: 1)))
    story.given(.ben, .queue(.raiseHand()), as: .bensHand)
    story.given(.cleo, .queue(.raiseHand()))
    story.when(
      .ada,
      .queue(.notReady(entry: .adasHand, place: 1)),
      then: .queue(.entryPostponed(entry: .adasHand, place: 2))
    )
    story.when(.ada, .queue(.notReady(entry: .adasHand, place: 1)))
    #expect(story.list == ["ben", "ada", "cleo"])
    story.given(.ada, .queue(.notReady(entry: .adasHand, place: .max)))
    #expect(story.list == ["ben", "cleo", "ada"])
    story.when(.ben, .queue(.notReady(entry: .bensHand, place: .min)))
    story.refuses(
      .ben,
      .queue(.notReady(entry: .adasHand, place: 1)),
      because: .entryUnknown
    )
  }

  @Test("A hundred wait; for the next one the list is full")
  func full() {
    var story = Scenario()
    for number in 1...Limits.queue {
      story.given(.chair, .queue(.addToQueue(name: "Gast \(number)")))
    }
    story.refuses(.ada, .queue(.raiseHand()), because: .queueFull)
    story.refuses(.chair, .queue(.addToQueue(participant: .ada)), because: .queueFull)
  }

  @Test("The muted, the nameless where names are required, and all in an emergency raise no hand")
  func silenced() {
    var story = Scenario()
    story.given(.ada, .queue(.raiseHand()), as: .adasHand)
    story.given(.chair, .participants(.muteParticipant(participant: .ben, muted: true)))
    story.refuses(.ben, .queue(.raiseHand()), because: .muted)
    story.given(.chair, .participants(.setNamePolicy(policy: .required)))
    story.refuses(.cleo, .queue(.raiseHand()), because: .nameMissing)
    story.given(.chair, .moderation(.emergencyStop(stopped: true)))
    story.refuses(.cleo, .queue(.raiseHand()), because: .stopped)
    story.given(.ada, .queue(.lowerHand()))
  }
}

@Suite("Asking aloud (B19)")
struct AskingAloudTests {
  @Test("An own question is put on the list; when it is called it is live, and then answered")
  func asking() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.costs, becomes: .live)
    story.when(
      .ada,
      .queue(.askAloud(question: .lunch)),
      as: .adasHand,
      then: .queue(
        .handRaised(entry: .adasHand, by: .ada, kind: .question, question: .lunch)
      )
    )
    story.when(.ada, .queue(.askAloud(question: .lunch)))
    story.when(
      .chair,
      .queue(.callNext(current: nil)),
      then: .queue(.turnBegan(entry: .adasHand)),
      .questions(.questionMoved(question: .costs, to: .open)),
      .questions(.questionMoved(question: .lunch, to: .live))
    )
    story.when(
      .chair,
      .queue(.endTurn(turn: .adasHand)),
      then: .queue(.turnEnded(turn: .adasHand)),
      .questions(.questionMoved(question: .lunch, to: .answered))
    )
  }

  @Test("Two questions asked aloud follow each other")
  func twoInARow() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ben, asks: .costs)
    story.given(.ada, .queue(.askAloud(question: .lunch)), as: .adasHand)
    story.given(.ben, .queue(.askAloud(question: .costs)), as: .bensHand)
    story.given(.chair, .queue(.callNext(current: nil)))
    story.when(
      .chair,
      .queue(.callNext(current: .adasHand)),
      then: .queue(.turnEnded(turn: .adasHand)),
      .questions(.questionMoved(question: .lunch, to: .answered)),
      .queue(.turnBegan(entry: .bensHand)),
      .questions(.questionMoved(question: .costs, to: .live))
    )
  }

  @Test("What was dealt with otherwise in the meantime is left alone")
  func movedByHand() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ada, .queue(.askAloud(question: .lunch)), as: .adasHand)
    story.given(.lunch, becomes: .answered)
    story.when(
      .chair,
      .queue(.callNext(current: nil)),
      then: .queue(.turnBegan(entry: .adasHand))
    )
    story.when(.ada, .queue(.yieldFloor), then: .queue(.turnEnded(turn: .adasHand)))
  }

  @Test("Taking the turn back opens the question again, in time or later (D10)")
  func takenBack() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ada, .queue(.askAloud(question: .lunch)), as: .adasHand)
    story.given(.chair, .queue(.callNext(current: nil)))
    story.when(
      .chair,
      .queue(.takeBackTurn(turn: .adasHand)),
      then: .queue(.turnTakenBack(turn: .adasHand)),
      .questions(.questionMoved(question: .lunch, to: .open))
    )
    story.given(.chair, .queue(.callNext(current: nil)))
    story.pass(.seconds(30))
    story.given(.chair, .queue(.endTurn(turn: .adasHand)))
    story.passes(.seconds(60))
    story.when(
      .chair,
      .queue(.takeBackTurn(turn: .adasHand)),
      then: .queue(.turnTakenBack(turn: .adasHand)),
      .questions(.questionMoved(question: .lunch, to: .open))
    )
    #expect(story.list == ["ada"])
    #expect(story.meeting.queue.turns == [])
  }

  @Test("Withdrawing the question drops the link, and nothing else")
  func withdrawn() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.given(.ada, .queue(.askAloud(question: .lunch)), as: .adasHand)
    story.given(.ada, .questions(.withdrawQuestion(question: .lunch)))
    #expect(story.list == ["ada"])
    #expect(story.meeting.queue[.adasHand]?.question == nil)
    story.given(.chair, .queue(.callNext(current: nil)))
    #expect(story.meeting.queue.turn?.id == .adasHand)
  }

  @Test("Only an own, open question with an asker can be asked aloud, by who does not wait yet")
  func refusals() {
    var story = Scenario()
    story.given(.ada, asks: .lunch)
    story.pass(Limits.questionPace)
    story.given(.ada, .questions(.askQuestion(text: "Und?", anonymous: true)), as: .files)
    story.given(.ben, asks: .costs)
    let aloud = { Meeting.Command.queue(.askAloud(question: $0)) }
    story.refuses(.ben, aloud(.lunch), because: .questionUnknown)
    story.refuses(.ada, aloud(.adasHand), because: .questionUnknown)
    story.refuses(.ada, aloud(.files), because: .questionAnonymous)
    story.given(
      .chair,
      .questions(.mergeQuestion(question: .costs, into: .lunch, seen: story.meeting.revision))
    )
    story.refuses(.ben, aloud(.costs), because: .questionMerged)
    story.given(.ada, .queue(.raiseHand()))
    story.refuses(.ada, aloud(.lunch), because: .alreadyWaiting)
    story.given(.ada, .queue(.lowerHand()))
    story.given(.lunch, becomes: .answered)
    story.refuses(.ada, aloud(.lunch), because: .questionNotOpen)
    story.given(.lunch, becomes: .open)
    story.sets { $0.isOpen = false }
    story.refuses(.ada, aloud(.lunch), because: .queueClosed)
  }
}
