import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("My data")
struct MineTests {
  /// Ada asks openly and without a name, and writes; Ben asks, too.
  private func played() -> (World, ada: SocketID, ben: SocketID) {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.says(ada, .participants(.setName(name: "Ada", organisation: "Stadt Ulm")))
    world.says(ada, .questions(.askQuestion(text: "When is lunch?")), as: .lunch)
    world.turn(.seconds(11))
    world.says(ada, .questions(.askQuestion(text: "Who pays?", anonymous: true)), as: .costs)
    world.says(ada, .chat(.postMessage(text: "Good morning", to: nil)))
    world.says(ada, .chat(.postMessage(text: "For you alone", to: .toModerators)))
    world.says(ben, .questions(.askQuestion(text: "May I?")))
    world.turn(.seconds(2))
    return (world, ada, ben)
  }

  private func mine(_ world: World, _ token: String?) throws -> [String: Any]? {
    var hub = world.hub
    guard let bytes = hub.mine(token ?? "", in: world.meeting.founding.meeting) else {
      return nil
    }
    return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
  }

  private func texts(_ list: Any?) -> [String] {
    (list as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
  }

  @Test("Somebody takes along what is theirs, also what they asked without a name")
  func takesAlong() throws {
    let (world, ada, _) = played()
    let data = try #require(try mine(world, world[ada].token))
    let me = try #require(data["me"] as? [String: Any])
    #expect(me["name"] as? String == "Ada")
    #expect(texts(me["questions"]) == ["When is lunch?", "Who pays?"])
    #expect(texts(data["messages"]) == ["Good morning", "For you alone"])
  }

  @Test("Nobody takes along what is somebody else's, and strangers get nothing")
  func strangers() throws {
    let (world, ada, ben) = played()
    let data = try #require(try mine(world, world[ben].token))
    #expect(texts((data["me"] as? [String: Any])?["questions"]) == ["May I?"])
    #expect(texts(data["messages"]) == [])
    #expect(try mine(world, "no such secret") == nil)
    #expect(world[ada].token != world[ben].token)
  }

  @Test("Somebody takes everything back, and others keep what is theirs")
  func takesBack() throws {
    var (world, ada, ben) = played()
    let isDone = world.takesEverythingBack(world[ada].token)
    #expect(isDone)
    world.turn(.seconds(2))
    #expect(world.meeting.questions.all.map(\.text) == ["May I?"])
    let messages = world.meeting.chat.messages(in: .room)
    #expect(messages.map(\.text) == [""])
    #expect(world[ben].question(.lunch) == nil)
    let data = try #require(try mine(world, world[ada].token))
    let me = try #require(data["me"] as? [String: Any])
    #expect(me["name"] == nil)
    #expect(texts(me["questions"]) + texts(data["messages"]) == [])
    let isStranger = world.takesEverythingBack("no such secret")
    #expect(!isStranger)
  }

  @Test("After a restart it is the same, also before their page is back")
  func afterRestart() throws {
    var (world, ada, _) = played()
    world.restarts()
    let data = try #require(try mine(world, world[ada].token))
    #expect(texts((data["me"] as? [String: Any])?["questions"]).count == 2)
    let isDone = world.takesEverythingBack(world[ada].token)
    #expect(isDone)
    #expect(world.meeting.questions.all.map(\.text) == ["May I?"])
  }
}
