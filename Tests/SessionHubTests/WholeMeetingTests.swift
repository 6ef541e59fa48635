import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

/// A meeting with every feature, all of whose frames are kept: what a role may not know must be in
/// none of them. Whatever could leak carries a mark.
@Suite("A whole meeting, frame by frame")
struct WholeMeetingTests {
  @Test("No frame to participants, speakers or the stage holds what is not theirs")
  func nothingLeaks() throws {
    var stage = Play()
    stage.play()
    let world = stage.world
    for (name, socket) in stage.onlookers {
      let told = stage.told(socket)
      for mark in Play.forModeratorsOnly {
        #expect(!told.contains(mark), "\(name) is told \(mark)")
      }
      #expect(!told.contains("opens this"), "\(name) is told a key")
      for other in stage.secrets(besides: socket) {
        #expect(!told.contains(other), "\(name) is told a secret of somebody else")
      }
    }
    // The moderators have seen it all, so the marks are real.
    let seen = stage.told(stage.chair)
    for mark in Play.forModeratorsOnly where mark != Play.onlyForTheAsker {
      #expect(seen.contains(mark), "\(mark) was never told to anybody")
    }
    #expect(world[stage.chair].gaps == 0 && world[stage.chair].mismatches == 0)
  }

  @Test("Nobody is told the numbers of a poll before they may be seen, nor who chose what")
  func hiddenNumbers() {
    var stage = Play()
    stage.play()
    let poll = Reference("poll")
    for (name, socket) in stage.onlookers {
      let tallies = stage.world[socket].frames.flatMap(\.allThings)
        .filter { $0.kind == "tally" && $0.id == poll.rawValue }
      let early = tallies.filter { $0.revision < stage.published.rawValue }
      #expect(early.allSatisfy { $0.result == nil }, "\(name) is told numbers")
      #expect(tallies.allSatisfy { $0.voters == nil }, "\(name) is told who voted")
    }
  }

  @Test("After a secret poll has closed, neither memory nor journal knows who chose what")
  func secretBallots() {
    var stage = Play()
    stage.play()
    let ballots = stage.world.meeting.polls[Reference("poll")]?.present.ballots
    #expect(ballots == [:])
    let journal = "\(stage.world.journal)"
    #expect(!journal.contains("ballotCast(poll: \(Reference("poll"))"))
    let keys = stage.world.itemKeys[stage.world.meeting.founding.meeting] ?? [:]
    #expect(!keys.keys.contains { $0.rawValue.hasPrefix(Reference("poll").rawValue) })
  }
}

/// The meeting that is played, and who watches it.
private struct Play {
  static let onlyForTheAsker = "mark-declined-reason"
  static let forModeratorsOnly = [
    "mark-pending", "mark-original", "mark-backstage", "mark-draft", "forModerators",
    onlyForTheAsker,
  ]

  private(set) var world = World()
  let chair: SocketID
  let speaker: SocketID
  let stage: SocketID
  let (ada, ben, cleo): (SocketID, SocketID, SocketID)
  private(set) var published = Revision.zero
  private var acts = 0

  init() {
    chair = world.connectsChair()
    speaker = world.connects("speaker", key: "speaker opens this")
    stage = world.connectsStage()
    ada = world.connects("ada")
    ben = world.connects("ben")
    cleo = world.connects("cleo")
  }

  /// Those who must not be told; ada wrote some of it herself.
  var onlookers: [(String, SocketID)] {
    [("speaker", speaker), ("stage", stage), ("ben", ben), ("cleo", cleo)]
  }

  func told(_ socket: SocketID) -> String {
    world.outputs.reduce(into: "") { text, output in
      guard case .send(let bytes, let sockets) = output, sockets.contains(socket) else { return }
      text += String(decoding: bytes, as: UTF8.self)
    }
  }

  func secrets(besides socket: SocketID) -> [String] {
    [chair, speaker, ada, ben, cleo].filter { $0 != socket }.compactMap { world[$0].token }
  }

  private mutating func acts(_ command: Meeting.Command, as reference: Reference? = nil) {
    says(chair, command, as: reference)
  }

  private mutating func says(
    _ socket: SocketID,
    _ command: Meeting.Command,
    as reference: Reference? = nil
  ) {
    acts += 1
    let reference = reference ?? Reference("act-\(acts)")
    world.says(socket, command, as: reference)
    world.turn(.seconds(11))
  }

  mutating func play() {
    questions()
    chat()
    queue()
    poll()
    acts(.agenda(.endMeeting))
  }

  private mutating func questions() {
    var rules = Questions.Rules()
    rules.isModerated = true
    acts(.questions(.setQuestions(rules: rules)))
    says(ada, .questions(.askQuestion(text: "mark-pending")), as: .costs)
    says(ada, .questions(.askQuestion(text: "mark-original", anonymous: true)), as: .lunch)
    let revise = Questions.Command.reviseQuestion(
      question: .lunch,
      text: "Better words",
      seen: world.meeting.revision
    )
    acts(.questions(revise))
    world.moves(chair, .lunch, to: .open)
    says(ben, .questions(.support(question: .lunch, support: true)))
    world.moves(chair, .lunch, to: .live)
    world.moves(chair, .costs, to: .declined(reason: Self.onlyForTheAsker))
    world.turn(.seconds(2))
  }

  private mutating func chat() {
    says(ben, .chat(.postMessage(text: "Hello", to: nil)))
    says(ada, .chat(.postMessage(text: "mark-backstage", to: .toModerators)))
    acts(.chat(.announce(text: "Soon a break", urgent: false, seconds: 60)))
  }

  private mutating func queue() {
    says(ada, .queue(.raiseHand(note: "About lunch")), as: Reference("hand"))
    says(ben, .queue(.raiseHand()), as: Reference("hand-2"))
    acts(.queue(.callNext(current: nil)))
    acts(.queue(.callNext(current: Reference("hand"))))
  }

  private mutating func poll() {
    let draft = Poll.Form(
      title: "mark-draft",
      kind: .single,
      options: [.init("Yes"), .init("No")]
    )
    acts(.polls(.createPoll(form: draft)), as: Reference("draft"))
    let form = Poll.Form(title: "Lunch?", kind: .single, options: [.init("Yes"), .init("No")])
    acts(.polls(.createPoll(form: form, open: true)), as: Reference("poll"))
    for (number, socket) in [ada, ben, cleo, chair].enumerated() {
      let choice = OptionID(place: number % 2)
      let cast = Polls.Command.castBallot(
        poll: Reference("poll"),
        round: 1,
        ballot: .choices([choice]),
        seen: world.meeting.revision
      )
      says(socket, .polls(cast))
    }
    let close = Polls.Command.closePoll(
      poll: Reference("poll"),
      publish: true,
      seen: world.meeting.revision
    )
    published = world.meeting.revision
    acts(.polls(close))
  }
}

extension Frame {
  fileprivate var allThings: [WireThing] { (welcome?.things ?? []) + (things?.things ?? []) }
}
