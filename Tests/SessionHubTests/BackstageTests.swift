import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Backstage")
struct BackstageTests {
  @Test("What is written to the moderators, they and its author see, and nobody else (E7)")
  func backstage() {
    var world = World()
    let (chair, stage) = (world.connectsChair(), world.connectsStage())
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    let speaker = world.connects("speaker", key: "speaker opens this")
    world.posts(ada, "secret-words", to: .toModerators, as: .lunch)
    world.turn(.seconds(1))
    #expect(world[chair].message(.lunch)?.text == "secret-words")
    #expect(world[chair].message(.lunch)?.acknowledged == false)
    #expect(world[ada].message(.lunch) == nil)
    #expect(world[ada].me?.messages?.map(\.text) == ["secret-words"])

    world.says(chair, .chat(.acknowledgeMessage(message: .lunch)))
    world.turn(.seconds(1))
    #expect(world[ada].me?.messages?.map(\.acknowledged) == [true])
    #expect(world[chair].message(.lunch)?.acknowledged == true)
    world.says(ada, .chat(.editMessage(message: .lunch, text: "secret-edit")))
    world.turn(.seconds(1))
    #expect(world[chair].message(.lunch)?.text == "secret-edit")

    for socket in [ben, stage, speaker] {
      world.looksBack(socket, before: 99, in: .toModerators)
      world.says(socket, json: ["sync": [:]])
    }
    world.restarts()
    let benAgain = world.connects("ben", after: ben)
    let stageAgain = world.connects("stage", key: "stage opens this", after: stage)
    for socket in [ben, stage, speaker, benAgain, stageAgain] {
      #expect(!world.frames(to: socket, contain: "secret-"))
      #expect(!world.frames(to: socket, contain: Reference.lunch.rawValue))
    }
    let adaAgain = world.connects("ada", after: ada)
    #expect(world[adaAgain].me?.messages?.map(\.text) == ["secret-edit"])
  }

  @Test("The stage and speakers see no message, but the rules, links and announcements")
  func stage() {
    var world = World()
    let (chair, stage, ada) = (world.connectsChair(), world.connectsStage(), world.connects("ada"))
    world.posts(ada, "An alle")
    world.says(chair, .chat(.announce(text: "Gleich!", urgent: true, seconds: 60)))
    world.says(chair, .chat(.pinLink(url: "https://example.org", title: "Folien")))
    world.turn(.seconds(2))
    #expect(world[stage].numbers() == [])
    #expect(!world.frames(to: stage, contain: "An alle"))
    for socket in [stage, ada, chair] {
      #expect(world[socket].chat?.announcement?.text == "Gleich!")
      #expect(world[socket].chat?.links?.map(\.title) == ["Folien"])
    }
    world.turn(.seconds(60))
    #expect(world[ada].chat?.announcement == nil)
  }

  @Test("Of a message that was removed nobody is told the text, and moderators who wrote it (E4)")
  func removed() {
    var world = World()
    let (chair, ada, ben) = (world.connectsChair(), world.connects("ada"), world.connects("ben"))
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.posts(ada, "secret-words", as: .lunch)
    world.turn(.seconds(1))
    #expect(world[ben].message(.lunch)?.author == "Ada")
    world.says(chair, .chat(.removeMessage(message: .lunch)), as: Reference("act"))
    world.turn(.seconds(1))
    for socket in [chair, ada, ben] {
      #expect(world[socket].message(.lunch)?.state == "removed")
      #expect(world[socket].message(.lunch)?.text == nil)
    }
    #expect(world[ben].message(.lunch)?.author == nil)
    #expect(world[ben].message(.lunch)?.participant == nil)
    #expect(world[chair].message(.lunch)?.author == "Ada")
    let cleo = world.connects("cleo")
    #expect(!world.frames(to: cleo, contain: "secret-"))

    world.says(chair, .moderation(.undo(act: Reference("act"))))
    world.turn(.seconds(1))
    #expect(world[cleo].message(.lunch)?.text == "secret-words")
    world.says(chair, .chat(.removeMessage(message: .lunch)))
    world.turn(.seconds(12))
    #expect(!"\(world.journal)".contains("secret-words"))
    #expect(!"\(world.meeting)".contains("secret-words"))
  }

  @Test("Where nobody has a name, a message shows nobody's number, to nobody (A5)")
  func anonymous() {
    var world = World()
    let (chair, ada, ben) = (world.connectsChair(), world.connects("ada"), world.connects("ben"))
    world.says(ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    world.says(chair, .participants(.setNamePolicy(policy: .anonymous)))
    world.posts(ada, "Wer bin ich?", as: .lunch)
    world.posts(ada, "Ton?", to: .toModerators, as: .costs)
    world.turn(.seconds(1))
    for (socket, id) in [(ben, Reference.lunch), (chair, .lunch), (chair, .costs)] {
      let message = world[socket].message(id)
      #expect(message?.text != nil)
      #expect(message?.author == nil && message?.organisation == nil)
      #expect(message?.participant == nil)
    }
    #expect(world[ada].me?.anonymousMessages == [Reference.lunch.rawValue])
    #expect(world[ben].me?.anonymousMessages == nil)
    world.says(chair, .chat(.questionFromMessage(message: .lunch)), as: .files)
    world.turn(.seconds(1))
    #expect(world[chair].question(.files)?.author == nil)
    #expect(world[ben].question(.files)?.message == Reference.lunch.rawValue)
    #expect(world[ben].message(.lunch)?.question == Reference.files.rawValue)
  }
}
