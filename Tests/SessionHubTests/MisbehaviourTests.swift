import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Misbehaviour")
struct MisbehaviourTests {
  @Test(
    "What is no frame is answered with an error, and the socket stays",
    arguments: [
      "", "{", "hello", "[]", "null", "7", "\"ping\"", #"{"hello":7}"#, #"{"ping":{},"sync":{}}"#,
      #"{"command":{}}"#, #"{"command":{"ref":"short","command":{"endMeeting":{}}}}"#,
      #"{"command":{"command":{"endMeeting":{}}}}"#, #"{"sync":{"since":{"epoch":"q3J8yw"}}}"#,
      String(repeating: "[", count: 5_000), #"{"ping":"# + String(repeating: "[", count: 9),
    ]
  )
  func noFrames(text: String) {
    var world = World()
    let ada = world.connects("ada")
    _ = world.hears(ada)
    world.says(ada, text: text)
    #expect(world.hears(ada) == ["error malformed"])
    world.asks(ada, .lunch)
    #expect(world.hears(ada).first == "ack")
  }

  @Test("Bytes that are no text are no frame")
  func noText() {
    var world = World()
    let ada = world.connects("ada")
    _ = world.hears(ada)
    let utf16 = Array("{\"ping\":{}}".utf8).reduce(into: [UInt8]()) { $0 += [$1, 0] }
    for bytes in [[0xFF, 0xFE, 0x00], [0xC0, 0x80], utf16, [0xFF, 0xFE] + utf16] as [[UInt8]] {
      world.play(.received(bytes, from: ada))
      #expect(world.hears(ada) == ["error malformed"], "\(bytes)")
    }
  }

  @Test("A frame of another kind is answered with an error")
  func unknownFrames() {
    var world = World()
    let ada = world.connects("ada")
    _ = world.hears(ada)
    world.says(ada, text: "{\"dance\":{}}")
    world.says(ada, text: "{}")
    #expect(world.hears(ada) == ["error unknownFrame", "error unknownFrame"])
  }

  @Test("A wish that cannot be read is refused under its name")
  func unreadableWishes() {
    var world = World()
    let ada = world.connects("ada")
    world.turn(.seconds(2))
    let refused = [
      ("{\"dance\":{}}", "unknownCommand"), ("{\"askQuestion\":{}}", "malformed"),
      ("{\"askQuestion\":{\"text\":7}}", "malformed"), ("{}", "malformed"), ("7", "malformed"),
      ("{\"askQuestion\":{\"text\":\"a\"},\"endMeeting\":{}}", "malformed"),
      ("{\"setPhase\":{\"phase\":\"party\"}}", "malformed"),
      ("{\"support\":{\"question\":\"short\",\"support\":true}}", "malformed"),
    ]
    for (number, (wish, reason)) in refused.enumerated() {
      _ = world.hears(ada)
      let ref = Reference("refused-\(number)").rawValue
      world.says(ada, text: "{\"command\":{\"ref\":\"\(ref)\",\"command\":\(wish)}}")
      #expect(world.hears(ada) == ["rejected \(reason)"], "\(wish)")
    }
  }

  @Test("Twenty mistakes are enough")
  func tooManyErrors() {
    var world = World()
    let ada = world.connects("ada")
    _ = world.hears(ada)
    for _ in 1...25 {
      world.says(ada, text: "{")
      world.turn(.milliseconds(100))
    }
    #expect(
      world.hears(ada)
        == Array(repeating: "error malformed", count: 20) + ["error tooManyErrors"]
    )
    #expect(world[ada].closed == .protocolError)
    #expect(world.outputs.filter { $0 == .close(ada, .protocolError) }.count == 1)
  }

  @Test("Nobody speaks before the hello, and the hello is said once")
  func hello() {
    var world = World()
    let ada = world.opensSocket("ada")
    world.pings(ada)
    world.asks(ada, .lunch)
    world.says(ada, json: ["sync": [:]])
    #expect(world.hears(ada) == Array(repeating: "error helloExpected", count: 3))
    world.says(ada, json: ["hello": ["v": 1, "code": "7k4 m2p"]])
    #expect(world.hears(ada) == ["welcome"])
    world.says(ada, json: ["hello": ["v": 1, "code": "7K4M2P"]])
    #expect(world.hears(ada).last == "error unknownFrame")
  }

  @Test("Whoever says no hello within 10 s is sent away")
  func silence() {
    var world = World()
    let ada = world.opensSocket("ada")
    world.turn(.milliseconds(9_900))
    #expect(world[ada].closed == nil)
    world.turn(.seconds(2))
    #expect(world[ada].closed == .protocolError)
  }

  @Test("An unknown key, an unknown code and an old page are sent away for good")
  func finalRefusals() {
    var world = World()
    let mallory = world.connects("mallory", key: "let me in")
    #expect(world.hears(mallory) == ["error keyUnknown"])
    #expect(world[mallory].closed == .linkRevoked)

    for code in ["7K4M2Q", "", "7K4M2P7"] {
      let lost = world.connects("lost", code: code)
      #expect(world.hears(lost) == ["error meetingUnknown"])
      #expect(world[lost].closed == .meetingUnknown)
    }
    let old = world.opensSocket("old")
    world.says(old, json: ["hello": ["v": 0, "code": "7K4M2P"]])
    #expect(world.hears(old) == ["error versionTooOld"])
    #expect(world[old].closed == .versionTooOld)
    #expect(world.meeting.participants.count == 0)
  }

  @Test("Whoever was sent away is not heard any more")
  func afterFarewell() {
    var world = World()
    let mallory = world.connects("mallory", key: "let me in")
    _ = world.hears(mallory)
    world.says(mallory, json: ["hello": ["v": 1, "code": "7K4M2P", "key": "chair opens this"]])
    #expect(world.hears(mallory) == [])
  }

  @Test("Twenty wishes at once are fine, then five a second, and the wait is told")
  func wishes() {
    var world = World()
    let ada = world.connects("ada")
    let phone = world.connects("ada", token: world[ada].token)
    world.turn(.seconds(10))
    world.forgetsWhatWasHeard()
    for number in 1...20 {
      world.says(number % 2 == 0 ? ada : phone, .agenda(.setPhase(phase: .live)))
    }
    world.says(phone, .agenda(.setPhase(phase: .live)), as: .lunch)
    #expect(world.hears(ada) == Array(repeating: "rejected notAllowed", count: 10))
    let last = world.hearsFrames(phone).last?.rejected
    #expect(last?.reason == "tooFast" && last?.wait == 200)

    world.turn(.milliseconds(200))
    world.says(phone, .agenda(.setPhase(phase: .live)), as: .lunch)
    #expect(world.hears(phone) == ["rejected notAllowed"], "tooFast is no answer to remember.")
  }

  @Test("Sixty frames at once are fine, then twenty a second; more and the socket closes")
  func frames() {
    var world = World()
    let (ada, ben) = (world.connects("ada"), world.connects("ben"))
    world.turn(.seconds(10))
    for _ in 1...60 { world.pings(ada) }
    #expect(world[ada].closed == nil)
    world.pings(ada)
    #expect(world[ada].closed == .overloaded)
    world.pings(ben)
    #expect(world[ben].closed == nil)
  }

  @Test("A person has eight tabs, and one more when one is closed")
  func tabs() {
    var world = World()
    let ada = world.connects("ada")
    let tabs = (2...8).map { _ in world.connects("ada", token: world[ada].token) }
    let ninth = world.connects("ada", token: world[ada].token)
    #expect(world.hears(ninth) == ["error tooManyTabs"])
    #expect(world[ninth].closed == .overloaded)
    world.leaves(ninth)
    world.leaves(tabs[0])
    let again = world.connects("ada", token: world[ada].token)
    #expect(world.hears(again) == ["welcome"])
  }

  @Test("Tabs that a full disk sent away do not count")
  func tabsOfAFullDisk() {
    var world = World()
    world.disk = .refuses(.storageFull)
    for _ in 1...20 {
      let socket = world.connects("ada")
      #expect(world[socket].closed == .overloaded)
    }
    world.disk = .confirms
    let ada = world.connects("ada")
    world.turn(.seconds(30))
    #expect(world[ada].people?.present == 1)
  }

  @Test("The stage asks for nothing")
  func stage() {
    var world = World()
    let stage = world.connectsStage()
    _ = world.hears(stage)
    world.says(stage, .questions(.askQuestion(text: "Hallo?")))
    world.says(stage, .agenda(.endMeeting))
    #expect(world.hears(stage) == ["rejected notAllowed", "rejected notAllowed"])
  }
}
