import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("The wire's spelling: frames")
struct WireFramesTests {
  private let commands = GoldenCommands.all

  @Test("Every command is spelled as the golden file spells it, and read so")
  func commandsAreSpelled() throws {
    let written = try commands.mapValues { try JSONValue([UInt8](JSONEncoder().encode($0))) }
    let golden = try Fixture.wire("commands", spelled: written)
    #expect(Set(golden.keys) == Set(commands.keys))
    for (name, command) in commands {
      let spelled = try #require(golden[name])
      #expect(written[name] == spelled, "\(name)")
      let read = try JSONDecoder().decode(Meeting.Command.self, from: Data(spelled.bytes))
      #expect(read == command, "\(name)")
      #expect(spelled[command.name] != nil, "\(name)")
    }
    #expect(Set(commands.values.map(\.name)) == Meeting.Command.names)
  }

  @Test("Every frame of a browser is read as it is meant")
  func clientFrames() throws {
    let since = ClientFrame.Position(epoch: "q3J8yw", revision: Revision(rawValue: 12))
    let (code, token, key) = ("7K4M2P", "dGhpcy1pcy1hZGEtdG9rZQ", "Y2hhaXItb3BlbnMtdGhpcw")
    let hello = { (token: String?, key: String?, since: ClientFrame.Position?) in
      ClientFrame.hello(.init(v: 1, code: code, token: token, key: key, since: since))
    }
    var frames: [String: ClientFrame] = [
      "helloNew": hello(nil, nil, nil),
      "helloReturning": hello(token, nil, since),
      "helloWithTokenOnly": hello(token, nil, nil),
      "helloWithKey": hello(nil, key, nil),
      "helloWithKeyAndToken": hello(token, key, since),
      "ping": .ping,
      "syncChanges": .sync(since),
      "syncEverything": .sync(nil),
      "syncDiffering": .sync(nil, differing: ["meeting": 7, "question": 4_294_967_295]),
      "history": .history(before: 801, in: .room),
      "historyOfMessagesToModerators": .history(before: 3, in: .toModerators),
      "command": .command(
        GoldenRound.lunch,
        .success(.questions(.askQuestion(text: "Wann gibt es Mittagessen?")))
      ),
    ]
    for (name, command) in commands {
      let title = "command\(name.prefix(1).uppercased())\(name.dropFirst())"
      frames[title] = .command(GoldenRound.wish, .success(command))
    }
    let golden = try Fixture.wire("client-frames", spelled: frames.mapValues(\.spelled))
    #expect(Set(golden.keys) == Set(frames.keys))
    for (name, frame) in frames {
      let bytes = try #require(golden[name]).bytes
      #expect(try ClientFrame.decode(bytes) == frame, "\(name)")
    }
  }

  @Test("Every frame of the server is spelled as the golden file spells it")
  func serverFrames() throws {
    let (lunch, costs, wish) = (GoldenRound.lunch, GoldenRound.costs, GoldenRound.wish)
    let asked = GoldenRound.withQuestions
    let answered = asked.moved(lunch, to: .answered).golden(.question(lunch), 14)
    let live = asked.moved(lunch, to: .live).golden(.question(lunch), 13)
    let arrived = asked.after(
      .participants(
        .participantJoined(participant: ParticipantID(rawValue: 119), session: .init(rawValue: ""))
      ),
      .participants(
        .participantArrived(participant: ParticipantID(rawValue: 119), role: .participant)
      )
    )
    let gone = GoneView(.question(costs), Revision(rawValue: 17)).bytes
    let rejected = { (rejection: Rejection) in
      ServerFrame.rejected(wish, rejection, thing: rejection.reason == .stale ? answered : nil)
    }
    var frames: [String: ServerFrame] = [
      "ack": .ack(lunch, Revision(rawValue: 15), saved: nil),
      "ackSaved": .ack(wish, Revision(rawValue: 18), saved: true),
      "ackCounted": .ack(wish, Revision(rawValue: 19), saved: nil, counted: .start),
      "beat": .beat(
        Revision(rawValue: 15),
        digest: 1_234_567_890,
        now: .start + .seconds(15)
      ),
      "beatFull": .beat(
        Revision(rawValue: 15),
        digest: 1_234_567_890,
        now: .start + .seconds(15),
        storage: .full
      ),
      "rejectedStale": rejected(Rejection(.stale)),
      "rejectedTextMissing": rejected(Rejection(.textMissing)),
      "rejectedTooFast": rejected(Rejection(.tooFast, wait: .milliseconds(200))),
      "rejectedTooSoon": rejected(Rejection(.tooSoon, wait: .milliseconds(4_200))),
      "things": .things(
        from: Revision(rawValue: 12),
        to: Revision(rawValue: 15),
        [live, arrived.golden(.people, 15)]
      ),
      "thingsWithGone": .things(
        from: Revision(rawValue: 15),
        to: Revision(rawValue: 17),
        [gone]
      ),
    ]
    frames.merge(welcomes) { frame, _ in frame }
    let chat = GoldenRound.withMessages.meeting
    frames["history"] = .history(.room, [chat.golden(.message(Golden.hello), 20)], more: true)
    frames["historyOfNothing"] = .history(.toModerators, [], more: false)
    frames["rejectedWritingTooFast"] = rejected(
      Rejection(.writingTooFast, wait: .milliseconds(1_500))
    )
    for problem in ServerFrame.Problem.allCases {
      let name = problem.rawValue
      frames["error\(name.prefix(1).uppercased())\(name.dropFirst())"] = .error(problem)
    }
    let written = try frames.mapValues { try JSONValue($0.bytes) }
    let golden = try Fixture.wire("server-frames", spelled: written)
    #expect(Set(golden.keys) == Set(frames.keys))
    for name in frames.keys { #expect(written[name] == golden[name], "\(name)") }
  }

  private var welcomes: [String: ServerFrame] {
    let (lunch, costs) = (GoldenRound.lunch, GoldenRound.costs)
    let asked = GoldenRound.withQuestions
    let live = asked.moved(lunch, to: .live).golden(.question(lunch), 13)
    return [
      "welcomeBack": welcome(13, full: false, [live]),
      "welcomeUnchanged": welcome(12, full: false, []),
      "welcomeNew": welcome(
        12,
        token: true,
        everything + [GoldenRound().meeting.golden(.me(GoldenRound.ada), 4)]
      ),
      "welcomeStage": welcome(12, .stage, everything),
      "welcomeModerator": welcome(
        15,
        .moderator,
        token: true,
        everything.dropLast() + [
          asked.moved(costs, to: .declined(reason: GoldenRound.later))
            .golden(.question(costs), 15),
          asked.meeting.golden(.me(GoldenRound.ada), 10),
        ]
      ),
    ]
  }

  /// What everybody sees in the round of the golden frames.
  private var everything: [[UInt8]] {
    let meeting = GoldenRound.withQuestions.after(.agenda(.phaseChanged(phase: .live)))
    return [
      meeting.golden(.meeting, 3), meeting.golden(.people, 11),
      meeting.golden(.question(GoldenRound.lunch), 7),
      meeting.golden(.question(GoldenRound.costs), 9),
    ]
  }

  private func welcome(
    _ revision: Int,
    _ role: Role = .participant,
    token: Bool = false,
    full: Bool = true,
    _ things: [[UInt8]]
  ) -> ServerFrame {
    .welcome(
      ServerFrame.Welcome(
        epoch: "q3J8yw",
        revision: Revision(rawValue: revision),
        now: .start,
        role: role,
        token: token ? "dGhpcy1pcy1hZGEtdG9rZQ" : nil,
        isFull: full,
        things: things
      )
    )
  }
}

extension ClientFrame {
  /// The frame as a browser writes it; the server itself never does.
  fileprivate var spelled: JSONValue {
    switch self {
    case .hello(let hello): .object(["hello": .spelled(hello)])
    case .ping: .object(["ping": .object([:])])
    case .sync(let since?, _): .object(["sync": .object(["since": .spelled(since)])])
    case .sync(nil, let digests?): .object(["sync": .object(["digests": .spelled(digests)])])
    case .sync(nil, nil): .object(["sync": .object([:])])
    case .history(let number, .room): .object(["history": .object(["before": .int(Int64(number))])])
    case .history(let number, let channel):
      .object([
        "history": .object(["before": .int(Int64(number)), "channel": .text(channel.rawValue)])
      ])
    case .command(let reference, let wish):
      .object([
        "command": .object(["ref": .text(reference.rawValue), "command": .spelled(try? wish.get())])
      ])
    }
  }
}

extension JSONValue {
  fileprivate static func spelled(_ value: some Encodable) -> JSONValue {
    (try? JSONValue([UInt8](JSONEncoder().encode(value)))) ?? .null
  }
}
