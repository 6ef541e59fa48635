import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Anonymous questions")
struct AnonymityTests {
  private func asksSecretly(_ world: inout World, _ socket: SocketID, _ id: QuestionID) {
    world.says(
      socket,
      .questions(.askQuestion(text: "About \(id)", anonymous: true)),
      as: id
    )
    world.turn(.seconds(11))
  }

  @Test("Nobody is told whose a question is, and the journal does not say it")
  func nobodyKnows() throws {
    var world = World()
    let chair = world.connectsChair()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.says(ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    asksSecretly(&world, ada, .lunch)
    for socket in [chair, ben] {
      #expect(world[socket].question(.lunch)?.text == "About lunch")
      #expect(world[socket].question(.lunch)?.author == nil)
    }
    #expect(world[ada].me?.own.map(\.id) == [Reference.lunch.rawValue])
    let entries = world.journal[world.meeting.founding.meeting] ?? []
    let asked = entries.filter { "\($0.event)".contains("About lunch") }
    #expect(asked.count == 1 && asked.allSatisfy { $0.cause == nil })
  }

  @Test("Two questions of one person have nothing in common in the journal")
  func unlinkable() throws {
    var world = World()
    let ada = world.connects("ada")
    asksSecretly(&world, ada, .lunch)
    asksSecretly(&world, ada, .costs)
    let authors = world.meeting.questions.all.map(\.author)
    #expect(Set(authors).count == 2 && authors.allSatisfy(\.isHidden))
    #expect(world.itemKeys[world.meeting.founding.meeting]?.count == 2)
  }

  @Test("After a restart the asker still has the question, may change it, and withdraws it")
  func afterRestart() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    asksSecretly(&world, ada, .lunch)
    world.restarts()
    let back = world.connects("ada", after: ada)
    let other = world.connects("ben", after: ben)
    #expect(world[back].me?.own.map(\.id) == [Reference.lunch.rawValue])
    #expect(world[other].me?.own == [])
    world.forgetsWhatWasHeard()
    world.says(back, .questions(.editQuestion(question: .lunch, text: "Better words")))
    world.says(other, .questions(.withdrawQuestion(question: .lunch)))
    world.says(back, .questions(.withdrawQuestion(question: .lunch)))
    world.turn(.seconds(2))
    #expect(world.hears(other).first == "rejected questionUnknown")
    #expect(world.meeting.questions.count == 0)
    #expect(world.itemKeys[world.meeting.founding.meeting] == [:])
    let journal = "\(world.journal)"
    #expect(!journal.contains("About lunch") && !journal.contains("Better words"))
  }

  @Test("A repeat after a restart asks nothing twice, and under the same name nobody else asks")
  func repeated() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    asksSecretly(&world, ada, .lunch)
    world.restarts()
    let back = world.connects("ada", after: ada)
    let other = world.connects("ben", after: ben)
    world.forgetsWhatWasHeard()
    let ask = Meeting.Command.questions(.askQuestion(text: "About lunch", anonymous: true))
    world.says(back, ask, as: .lunch)
    world.says(other, ask, as: .lunch)
    #expect(world.hears(back) == ["ack"])
    #expect(world.hears(other) == ["rejected refTaken"])
    #expect(world.meeting.questions.count == 1)
  }

  /// Found at random, by seed 1741.
  @Test("Whoever takes over the name of a withdrawn question is its only asker")
  func nameTakenOver() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    asksSecretly(&world, ada, .lunch)
    world.says(ada, .questions(.withdrawQuestion(question: .lunch)))
    asksSecretly(&world, ben, .lunch)
    world.says(ada, .questions(.editQuestion(question: .lunch, text: "Not mine")))
    world.turn(.seconds(1))
    #expect(world.hears(ada).contains("rejected questionUnknown"))
    #expect(world[ada].me?.own == [] && world[ben].me?.own.count == 1)
    #expect(world.meeting.questions[.lunch]?.text == "About lunch")
  }

  @Test("What the disk refused was never asked, and leaves no trace")
  func refused() {
    var world = World()
    let ada = world.connects("ada")
    world.disk = .refuses(.storageFull)
    asksSecretly(&world, ada, .lunch)
    world.disk = .confirms
    #expect(world.meeting.questions.count == 0)
    asksSecretly(&world, ada, .lunch)
    #expect(world.meeting.questions.count == 1)
    #expect(world[ada].me?.own.count == 1)
  }
}

@Suite("Being sent away, and coming with a second device")
struct ComingAndGoingTests {
  @Test("Whoever is sent away is told so, cannot come back as the same, but as somebody new (F4)")
  func removal() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    let tab = world.connects("ada", token: world[ada].token)
    world.forgetsWhatWasHeard()
    world.says(chair, .participants(.removeParticipant(participant: ParticipantID(rawValue: 2))))
    for socket in [ada, tab] {
      #expect(world.hears(socket).last == "error removed")
      #expect(world[socket].closed == .removed)
    }
    let back = world.connects("ada", after: ada)
    #expect(world.hears(back) == ["error removed"])
    #expect(world[back].closed == .removed)
    let stranger = world.connects("stranger")
    #expect(world[stranger].me?.participant == 3)
  }

  @Test("A phone shows a ticket and is the same person; a used ticket opens nothing (A11)")
  func secondDevice() {
    var world = World()
    let ada = world.connects("ada")
    world.asks(ada, .lunch)
    let ticket = Reference("ticket")
    world.says(ada, .participants(.inviteDevice), as: ticket)
    let phone = world.opensSocket("ada's phone")
    world.says(phone, json: ["hello": ["v": 1, "code": "7K4M2P", "ticket": ticket.rawValue]])
    #expect(world[phone].me?.participant == 1)
    #expect(world[phone].token != nil && world[phone].token != world[ada].token)
    #expect(world.meeting.participants.count == 1)
    let thief = world.opensSocket("thief")
    world.says(thief, json: ["hello": ["v": 1, "code": "7K4M2P", "ticket": ticket.rawValue]])
    #expect(world.hears(thief) == ["error ticketUnknown"])
    #expect(world[thief].closed == .linkRevoked)
  }

  @Test("A speaker sees what everybody sees, and not what waits or was declined (F9)")
  func speakers() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    let speaker = world.connects("speaker", key: "speaker opens this")
    world.asks(ada, .lunch)
    world.turn(.seconds(2))
    #expect(world[speaker].question(.lunch) != nil)
    world.moves(chair, .lunch, to: .declined(reason: "Nein."))
    world.turn(.seconds(2))
    #expect(world[speaker].question(.lunch) == nil)
    #expect(world[speaker].role == "speaker")
    #expect(world[chair].things["moderation:moderation"] != nil)
    #expect(world[speaker].things["moderation:moderation"] == nil)
    #expect(world[ada].things["moderation:moderation"] == nil)
  }
}
