import Foundation
import MeetingClient
import WebSocketServer

/// Plays a script with real sockets against a real server.
///
/// A step is taken when its time has come, and when the steps before it of the same person and
/// about the same thing are answered; the last one when all are. So the round ends the same at
/// every speed. Whoever is told to wait waits and asks again.
final class Rehearsal {
  private let script: Script
  private let speed: Double
  private let loop: EventLoop
  private let crowd: Crowd
  private let report: (Rehearsal) -> Void
  private(set) var measurements: Measurements
  private let began = ContinuousClock.now
  /// Each person's steps that are still to be taken, the next one last.
  private var agendas: [[Script.Step]]
  private var underWay: [String: UnderWay] = [:]
  private var busyUntil: [Int: ContinuousClock.Instant] = [:]
  /// The steps about each named thing that are still to be answered, in order.
  private var queues: [String: [Int]] = [:]
  private var unanswered = 0
  /// What each name of the script stands for, once it exists.
  private var created: [String: String] = [:]
  private var hasJoined: Set<Int> = []
  private var lastNews = ContinuousClock.now
  private var lastAnswer = ContinuousClock.now
  private var ending: Ending?

  /// A command that waits for its answer.
  private struct UnderWay {
    let step: Script.Step
    let wish: Member.Wish
    let sent: ContinuousClock.Instant
  }

  /// The last act: everybody compares what they hold with what the server sends anew.
  private struct Ending {
    var held: [Int: [String: Member.Thing]]
    var missing = 0
    let deadline: ContinuousClock.Instant
  }

  /// Why a rehearsal could not be played to its end.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var failure: Failure?
  /// Trouble on purpose, where it was asked for.
  private(set) var chaos: Chaos?
  /// Things that somebody lacked, or held in another state than the server.
  private(set) var missing = 0

  init(
    _ script: Script,
    speed: Double,
    chaos: UInt64?,
    target: Target,
    report: @escaping (Rehearsal) -> Void
  ) throws {
    self.script = script
    self.chaos = chaos.map(Chaos.init)
    self.speed = speed
    self.report = report
    loop = try EventLoop(Configuration(port: nil)) { _, _ in }
    let members = script.people.map { person in
      Member(code: target.code, key: person.isModerator ? target.key : nil)
    }
    crowd = Crowd(members, on: loop, at: target.socket, origin: target.origin)
    measurements = Measurements(members: members.count)
    agendas = Array(repeating: [], count: members.count)
    for step in script.steps.reversed() { agendas[step.who].append(step) }
    for step in script.steps {
      if case .ask = step.act { unanswered += 1 }
      for name in step.subjects { queues[name, default: []].append(step.number) }
    }
  }

  /// Where the round is.
  struct Target {
    let socket: ClientURL
    let origin: String
    let code: String
    let key: String
  }

  func run() throws {
    crowd.delegate = self
    crowd.wakeUp(after: .zero)
    loop.run()
    if let failure { throw failure }
  }

  /// How far the script is, in its own seconds.
  var position: Double { (began.duration(to: .now) / .seconds(1)) * speed }
  var length: Double { script.steps.last?.at ?? 0 }
  var present: Int { (0..<crowd.count).count(where: crowd.isHere) }
  var mismatches: Int { (0..<crowd.count).map { crowd[$0].mismatches }.reduce(0, +) }
}

// MARK: - Steps

extension Rehearsal {
  private func takeSteps() {
    for person in agendas.indices {
      while let step = agendas[person].last, isReady(step) {
        agendas[person].removeLast()
        take(step)
      }
    }
  }

  private func isReady(_ step: Script.Step) -> Bool {
    guard step.at <= position else { return false }
    if let until = busyUntil[step.who], until > .now { return false }
    guard !underWay.values.contains(where: { $0.step.who == step.who }) else { return false }
    guard case .ask(let command, _) = step.act else { return true }
    guard hasJoined.contains(step.who) else { return false }
    if step.number == script.steps.count - 1, unanswered > 1 { return false }
    let isItsTurn = step.subjects.allSatisfy { name in
      created[name] != nil && queues[name]?.first == step.number
    }
    guard isItsTurn else { return false }
    return !command.names.contains("seen") || seen(in: command, by: step.who) != nil
  }

  private func noteAnswered(_ step: Script.Step) {
    unanswered -= 1
    lastAnswer = .now
    for name in step.subjects { queues[name]?.removeAll { $0 == step.number } }
  }

  private func take(_ step: Script.Step) {
    switch step.act {
    case .join: crowd.join(step.who)
    case .leave: crowd.leave(step.who)
    case .ask(let command, let name):
      let reference = Secrets.token()
      if let name { created[name] = nil }
      let wish = Member.Wish(filled(command, by: step.who), as: reference)
      underWay[reference] = UnderWay(step: step, wish: wish, sent: .now)
      measurements.noteCommand()
      crowd.ask(wish, by: step.who)
    }
  }

  private func filled(_ command: JSON, by person: Int) -> JSON {
    command.filled { name in
      name == "seen"
        ? seen(in: command, by: person).map { .number(Double($0)) }
        : created[name].map { .text($0) }
    }
  }

  /// The revision that a person holds of the thing that a command names.
  private func seen(in command: JSON, by person: Int) -> Int? {
    let ids = command.names.compactMap { created[$0] }
    let things = crowd[person].things.values.filter { !["me", "moderation"].contains($0.kind) }
    // A poll and its tally have one name: the later one tells how much was seen.
    let named = things.filter { ids.contains($0.id) }.map(\.revision).max()
    // Some have no thing of their own, but are told within another.
    return named ?? things.first { $0.content.holds(ids) }?.revision
  }
}

// MARK: - News

extension Rehearsal: CrowdDelegate {
  func heard(_ news: Member.News, by number: Int) {
    let now = ContinuousClock.now
    lastNews = now
    switch news {
    case .welcomed:
      measurements.noteWelcomed(member: number, revision: crowd[number].revision)
      if ending != nil { compare(number) } else { noteWelcome(number) }
    case .changed(let things):
      measurements.noteChanged(
        things,
        member: number,
        revision: crowd[number].revision,
        now: now
      )
    case .acknowledged(let reference, let revision):
      chaos?.compare(reference, .acknowledged(revision: revision))
      guard let act = underWay.removeValue(forKey: reference) else { break }
      chaos?.note(act.wish, of: number, .acknowledged(revision: revision))
      if case .ask(_, let name?) = act.step.act { created[name] = reference }
      noteAnswered(act.step)
      measurements.noteAcknowledged(revision: revision, sent: act.sent, now: now)
    case .rejected(let refusal): refused(refusal, by: number)
    case .failed(let reason): fail("\(script.people[number].id) was sent away: \(reason).")
    case .nothing: break
    }
    continueOrEnd()
  }

  private func noteWelcome(_ number: Int) {
    if hasJoined.insert(number).inserted {
      measurements.noteJoined()
    } else {
      measurements.noteResumed()
    }
  }

  private func refused(_ refusal: Member.Refusal, by number: Int) {
    chaos?.compare(refusal.reference, .rejected(reason: refusal.reason))
    guard let act = underWay.removeValue(forKey: refusal.reference) else { return }
    guard refusal.wait != nil || refusal.reason == "stale" else {
      measurements.noteRejected(refusal.reason)
      noteAnswered(act.step)
      return
    }
    measurements.notePostponed()
    busyUntil[act.step.who] = .now + (refusal.wait ?? .zero)
    agendas[act.step.who].append(act.step)
  }

  func lost(_ number: Int, code: UInt16?) {}

  func timePassed() { continueOrEnd() }

  private func fail(_ reason: String) {
    failure = failure ?? Failure(description: reason)
    loop.stop()
  }
}

// MARK: - The end

extension Rehearsal {
  /// How long nothing may happen at all before something is called lost.
  private static let patience = Duration.seconds(60)

  private func continueOrEnd() {
    report(self)
    if let ending {
      if ContinuousClock.now > ending.deadline { finish(lacking: ending.held.count) }
    } else {
      takeSteps()
      makeTrouble()
      let isDone = underWay.isEmpty && agendas.allSatisfy(\.isEmpty)
      // The last news has a moment to arrive.
      if isDone, lastNews + .seconds(1) < .now { beginEnding() }
      if !isDone, position > length, lastAnswer + Self.patience < .now {
        fail("Nobody was answered for a minute, and \(unanswered) steps are left: \(stuck).")
      }
    }
    crowd.wakeUp(after: .milliseconds(20))
  }

  /// The first steps that wait for what will never come, and all that was refused.
  private var stuck: String {
    let steps = agendas.compactMap(\.last).sorted { $0.number < $1.number }.prefix(3)
    let refused = measurements.rejected.keys.sorted().joined(separator: ", ")
    let waiting = steps.map { "step \($0.number + 1) of \(script.people[$0.who].id)" }
    return waiting.joined(separator: ", ") + (refused.isEmpty ? "" : "; refused: \(refused)")
  }

  private func makeTrouble() {
    guard position <= length else { return }
    switch chaos?.next(members: crowd.count) {
    case .cut(let number): crowd.cut(number)
    case .sayAgain(let number, let wish): crowd.askAgain(wish, by: number)
    case nil: break
    }
  }

  private func beginEnding() {
    let here = (0..<crowd.count).filter(crowd.isHere)
    let held = here.map { ($0, crowd[$0].things) }
    ending = Ending(
      held: Dictionary(uniqueKeysWithValues: held),
      deadline: .now + .seconds(10)
    )
    if here.isEmpty { return finish(lacking: 0) }
    for number in here { crowd.syncAgain(number) }
  }

  private func compare(_ number: Int) {
    guard let before = ending?.held.removeValue(forKey: number) else { return }
    let after = crowd[number].things
    let names = Set(before.keys).union(after.keys)
    // Presence may change between the two; it is told once a second.
    ending?.missing += names.count { before[$0] != after[$0] && $0 != "people:people" }
    if ending?.held.isEmpty == true { finish(lacking: 0) }
  }

  private func finish(lacking: Int) {
    missing = (ending?.missing ?? 0) + lacking
    loop.stop()
  }
}
