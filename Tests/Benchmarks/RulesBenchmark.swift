import ArgumentParser
import Foundation
import MeetingCore
import MeetingTestSupport

/// What a decision costs, with few people and with many: no rule may look at all of them.
struct RulesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Time one decision with 100, 1,000 and 10,000 people and 2,000 questions.",
    discussion: """
      Each command is timed in a situation in which it is accepted and changes something; those \
      for which there is none are listed below the table.
      """
  )

  @Option(help: "How many decisions to time for each figure.")
  var repetitions = 2_000

  @Option(help: "How many questions there are.")
  var questions = 2_000

  private static let now = Meeting.before + .seconds(7)

  func run() throws {
    let sizes = [100, 1_000, 10_000]
    let crowds = sizes.map { CrowdedMeeting(people: $0, questions: questions).meeting }
    let beginnings = sizes.map { CrowdedMeeting.beginning(people: $0) }
    var table = Table(
      "command, µs a decision",
      "100",
      "1,000",
      "10,000",
      "10,000 : 100",
      "events",
      "where"
    )
    var refused: [String] = []
    let commands = GoldenCommands.all.sorted { $0.key < $1.key }
    for (name, command) in commands {
      guard let trial = try trial(of: command, in: crowds[0], or: beginnings[0]) else {
        refused.append("\(name): \(refusal(of: command, in: crowds[0]))")
        continue
      }
      let meetings = (trial.isBeginning ? beginnings : crowds).map(trial.prepared)
      let micros = meetings.map { time(trial, in: $0) }
      let events = meetings.map { (try? trial.events(in: $0))?.count ?? 0 }
      if events.contains(0) { refused.append("\(name): only with few people") }
      let ratio = micros[2] / max(micros[0], 0.01)
      table.add(
        [name] + micros.map(\.short) + [ratio.short, "\(events[0])", trial.situation]
      )
    }
    print(table.text)
    print("\(commands.count - refused.count) of \(commands.count) commands were accepted.")
    for line in refused { print(line) }
  }

  /// The first situation and person for whom a command is accepted and changes something.
  private func trial(
    of golden: Meeting.Command,
    in crowd: Meeting,
    or beginning: Meeting
  ) throws -> Trial? {
    let command = try golden.withPresentView
    for isBeginning in [false, true] {
      for situation in Situations.all {
        var meeting = isBeginning ? beginning : crowd
        situation.change(&meeting)
        for actor in Trial.actors {
          let trial = Trial(
            command: command,
            actor: actor,
            situation: situation.name + (isBeginning ? ", nothing asked yet" : ""),
            change: situation.change,
            isBeginning: isBeginning
          )
          if let events = try? trial.events(in: meeting), !events.isEmpty { return trial }
        }
      }
    }
    return nil
  }

  private func refusal(of command: Meeting.Command, in meeting: Meeting) -> String {
    let trial = Trial(
      command: command,
      actor: Trial.actors[0],
      situation: "",
      change: { _ in },
      isBeginning: false
    )
    do throws(Rejection) {
      return try trial.events(in: meeting).isEmpty ? "changes nothing" : "accepted"
    } catch {
      return "\(error.reason)"
    }
  }

  /// - Returns: Microseconds; the best of five rounds, because others use the machine, too.
  private func time(_ trial: Trial, in meeting: Meeting) -> Double {
    let rounds = (0..<5).map { _ in
      ContinuousClock().measure {
        for _ in 0..<repetitions { _ = try? trial.events(in: meeting) }
      }
    }
    return (rounds.min() ?? .zero) / .microseconds(1) / Double(repetitions)
  }

  /// A command, by somebody, in a situation.
  private struct Trial {
    let command: Meeting.Command
    let actor: Actor
    let situation: String
    let change: Situations.Change
    let isBeginning: Bool

    /// The chair, who asked the question, who wrote the message and has a hand up, who speaks.
    static let actors: [Actor] = [
      person(.chair, as: .moderator), person(CrowdedMeeting.lunchAsker),
      person(CrowdedMeeting.ada), person(Golden.speaker),
    ]

    private static func person(_ id: ParticipantID, as role: Role = .participant) -> Actor {
      Actor(id, as: role, pseudonym: Pseudonym(rawValue: "somebody"))
    }

    func prepared(_ meeting: Meeting) -> Meeting {
      var meeting = meeting
      change(&meeting)
      return meeting
    }

    func events(in meeting: Meeting) throws(Rejection) -> [Meeting.Event] {
      try meeting.decide(command, by: actor, as: Reference("bench"), at: RulesBenchmark.now)
    }
  }
}

extension Meeting.Command {
  /// The same by somebody who sees the present state and the server's time, so that it is not
  /// refused for its age before anything is decided.
  fileprivate var withPresentView: Self {
    get throws {
      if case .polls(.extendPoll(let poll, .some)) = self {
        return .polls(.extendPoll(poll: poll, until: Meeting.before + .seconds(900)))
      }
      let spelled = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
      let latest = "\"seen\":\(Revision.latest.rawValue)"
      let present = spelled.replacing(/"seen":\d+/, with: latest)
      return try JSONDecoder().decode(Self.self, from: Data(present.utf8))
    }
  }
}
