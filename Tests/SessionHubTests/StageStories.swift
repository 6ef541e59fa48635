import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Agenda and stage on screens")
struct StageStories {
  private func item(_ title: String, minutes: Int? = nil) -> Meeting.Command {
    .agenda(.setAgendaItem(kind: .talk, title: title, minutes: minutes))
  }

  /// Product row G9, in a whole meeting with a restart: every frame that the stage is sent.
  @Test("The stage is never sent what was not released, nor what was declined")
  func approvedOnly() {
    var world = World()
    let (chair, stage) = (world.connectsChair(), world.connectsStage())
    let ada = world.connects("ada")
    var rules = Questions.Rules()
    rules.isModerated = true
    world.says(chair, .questions(.setQuestions(rules: rules)))
    world.says(ada, .questions(.askQuestion(text: "secret until released")), as: .lunch)
    world.says(chair, .agenda(.setStage(scene: .question, subject: .lunch)))
    #expect(world[stage].stage?.scene == "welcome", "It cannot be pinned.")
    world.turn(.seconds(12))
    world.says(ada, .questions(.askQuestion(text: "secret, and declined")), as: .costs)
    world.moves(chair, .costs, to: .declined(reason: "secret reason"))
    world.turn(.seconds(1))
    let stageAgain = world.connects("stage", key: "stage opens this", after: stage)
    world.says(stageAgain, json: ["sync": [:]])
    world.restarts()
    let stageAfterwards = world.connects("stage", key: "stage opens this", after: stageAgain)
    let chairAfterwards = world.connects("chair", key: "chair opens this", after: chair)
    #expect(!world.told(stage, stageAgain, stageAfterwards).contains("secret"))

    world.moves(chairAfterwards, .lunch, to: .live)
    world.turn(.seconds(1))
    #expect(world[stageAfterwards].stage?.scene == "question")
    #expect(world[stageAfterwards].stage?.subject == QuestionID.lunch.rawValue)
    #expect(world[stageAfterwards].question(.lunch)?.text == "secret until released")
    world.moves(chairAfterwards, .lunch, to: .declined(reason: "secret reason"))
    world.turn(.seconds(1))
    #expect(world[stageAfterwards].question(.lunch) == nil)
    #expect(world[stageAfterwards].stage?.subject == nil)
    let later = world.told(stage, stageAgain, stageAfterwards)
    #expect(!later.contains("declined") && !later.contains("secret reason"))
  }

  @Test("A stage that looks as it did is not sent again")
  func noFlash() {
    var world = World()
    let (chair, stage) = (world.connectsChair(), world.connectsStage())
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.asks(ada, .lunch)
    world.moves(chair, .lunch, to: .live)
    world.turn(.seconds(12))
    world.forgetsWhatWasHeard()

    world.says(ben, .questions(.support(question: .lunch, support: true)))
    world.turn(.seconds(1))
    world.asks(ada, .costs)
    world.turn(.seconds(1))
    world.moves(chair, .costs, to: .answered)
    world.turn(.seconds(1))
    for socket in [stage, ben, chair] {
      let news = world.hears(socket).filter { $0.contains("stage") }
      #expect(news == [])
    }
    world.moves(chair, .costs, to: .live)
    world.turn(.seconds(1))
    #expect(world.hears(stage).filter { $0.contains("stage") }.count == 1)
  }

  @Test("What did not change goes neither to who resumes nor to who was there at a restart")
  func resuming() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.asks(ada, .lunch)
    world.moves(chair, .lunch, to: .live)
    world.turn(.seconds(2))
    let ben = world.connects("ben")
    world.turn(.seconds(2))
    world.leaves(ben)
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.asks(chair, .costs)
    world.turn(.seconds(2))
    world.restarts()
    let benAgain = world.connects("ben", after: ben)
    let welcome = world[benAgain].frames.first?.welcome
    #expect(welcome?.full == false)
    #expect(welcome?.things.contains { $0.kind == "stage" } == false)
    #expect(world[benAgain].stage?.subject == QuestionID.lunch.rawValue)
    world.turn(.seconds(31))
    #expect(world[benAgain].mismatches == 0)
    #expect(world[benAgain].frames.contains { $0.beat != nil })
  }

  @Test("Everybody sees the agenda; how late it is, moderators only")
  func drift() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.says(chair, item("Vortrag", minutes: 5), as: .lunch)
    world.says(chair, item("Aussprache"), as: .costs)
    world.says(chair, .agenda(.setPhase(phase: .live)))
    world.says(chair, .agenda(.startAgendaItem(item: .lunch)))
    world.turn(.seconds(400))
    world.says(chair, .agenda(.startAgendaItem(item: .costs)))
    world.turn(.seconds(1))
    #expect(world[chair].agenda?.drift == 100_000)
    #expect(world[ada].agenda?.drift == nil)
    #expect(world[ada].agenda?.items?.map(\.title) == ["Vortrag", "Aussprache"])
    #expect(world[ada].agenda?.current?.item == Reference.costs.rawValue)
    #expect(!world.told(ada).contains("spent"))
    #expect(world.told(chair).contains("spent"))
  }

  @Test("What was only practised is gone from all screens, from the disk, and after a restart")
  func rehearsal() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.says(chair, .agenda(.rehearse(on: true)))
    world.says(ada, .questions(.askQuestion(text: "secret text", anonymous: true)), as: .lunch)
    world.says(chair, .questions(.askQuestion(text: "secret too")), as: .costs)
    world.moves(chair, .lunch, to: .live)
    world.turn(.seconds(2))
    #expect(world[ada].agenda?.rehearsal == true)
    #expect(world[ada].me?.own.count == 1)
    world.says(chair, .agenda(.rehearse(on: false)))
    world.turn(.seconds(2))
    for socket in [chair, ada] {
      #expect(world[socket].question(.lunch) == nil && world[socket].question(.costs) == nil)
      #expect(world[socket].me?.own == [])
      #expect(world[socket].agenda?.rehearsal == nil)
      #expect(world[socket].stage?.scene == "welcome")
    }
    #expect(!"\(world.journal)".contains("secret t"))
    let keys = world.itemKeys.values.flatMap(\.keys)
    #expect(keys.isEmpty)
    world.restarts()
    let back = world.connects("ada", after: ada)
    world.turn(.seconds(20))
    #expect(world[back].mismatches == 0)
    #expect(world[back].question(.lunch) == nil)
    world.asks(back, .files)
    world.turn(.seconds(1))
    #expect(world[back].question(.files)?.number == 1)
  }
}

extension World {
  /// All that some sockets were sent, as it went over the wire.
  fileprivate func told(_ listeners: SocketID...) -> String {
    outputs.reduce(into: "") { text, output in
      guard case .send(let bytes, let sockets) = output,
        !Set(sockets).isDisjoint(with: listeners)
      else { return }
      text += String(decoding: bytes, as: UTF8.self)
    }
  }
}
