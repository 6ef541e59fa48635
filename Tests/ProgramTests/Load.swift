import Foundation
import MeetingClient
import SocketTestSupport
import WebSocketServer

/// A few people who ask, support, think twice and moderate on real sockets, and keep account of
/// what they were promised.
///
/// Each has a list of wishes and asks for the next one when the last one is answered; whoever is
/// told that the disk is full asks anew, as a person would. A crash must change nothing of how it
/// ends.
final class Load {
  private let loop: EventLoop
  private let crowd: Crowd
  private let look: (Load) throws -> Void
  private let count: Int
  private var people: [Person]
  private var underWay: [String: (person: Int, wish: Wish)] = [:]
  /// The reference under which each question was asked in the end.
  private var questions: [String: String] = [:]
  private var trouble: (any Error)?
  private let deadline = Date(timeIntervalSinceNow: 120)
  /// What was acknowledged, and at which revision.
  private(set) var promised: [String: Int] = [:]
  /// Refusals that mean something else than a full disk.
  private(set) var refusals: [String] = []
  /// How often somebody was told that the disk is full.
  private(set) var fullDisks = 0
  private(set) var isOver = false
  /// Whether the chair may end the round, once everybody is done.
  var mayEnd = true
  /// How many seconds each one rests after an answer.
  var rest = 0.0

  private struct Person {
    /// The next one last.
    var wishes: [Wish]
    var isWaiting = false
    var pause = Date.distantPast
  }

  private enum Wish: Hashable {
    case name
    case ask(String)
    case support(String, Bool)
    case withdraw(String)
    case move(String, String)
    case end
  }

  /// - Parameters:
  ///   - count: How many people ask; at most 16, so that nobody has to wait. Two are soon done.
  ///   - look: Is called fifty times a second.
  init(_ server: Server, of count: Int, look: @escaping (Load) throws -> Void) throws {
    self.count = count
    self.look = look
    loop = try EventLoop(Configuration(port: nil)) { _, _ in }
    let isShort = count == 2
    let names = (1...count).map { "Frage \($0)?" }
    people = names.enumerated().map { number, own in
      let others = names.filter { $0 != own }
      var wishes = [Wish.name, .ask(own)] + others.map { .support($0, true) }
      if number % 3 == 1, !isShort { wishes.append(.support(others[0], false)) }
      return Person(wishes: wishes.reversed())
    }
    // The last one takes the own question back, when all others have supported it.
    if !isShort { people[names.count - 1].wishes.insert(.withdraw(names[names.count - 1]), at: 0) }
    let moves = names.prefix(2).flatMap { [Wish.move($0, "live"), .move($0, "answered")] }
    people.append(Person(wishes: [.end] + moves.reversed()))
    let code = server.meeting.code
    let members = people.indices.map { number in
      Member(code: code, key: number == names.count ? server.meeting.moderatorKey : nil)
    }
    let address = ClientURL(
      host: "127.0.0.1",
      port: UInt16(server.port),
      path: "/ws",
      tls: false
    )
    crowd = Crowd(members, on: loop, at: address, origin: address.origin)
    crowd.delegate = self
  }

  /// How often somebody's things were not those that the server's digest spoke of.
  var mismatches: Int { (0..<crowd.count).map { crowd[$0].mismatches }.reduce(0, +) }

  /// Plays to the end.
  ///
  /// - Throws: What `look` has thrown, or that it took too long.
  func play() throws {
    for number in people.indices { crowd.join(number) }
    crowd.wakeUp(after: .zero)
    loop.run()
    if let trouble { throw trouble }
  }
}

// MARK: - Asking

extension Load {
  private func go(on number: Int) {
    guard !people[number].isWaiting, people[number].pause <= Date(),
      let wish = people[number].wishes.last, let command = command(wish, of: number)
    else { return }
    people[number].isWaiting = true
    let reference = Self.reference()
    underWay[reference] = (number, wish)
    if case .ask(let text) = wish { questions[text] = reference }
    crowd.ask(Member.Wish(command, as: reference), by: number)
  }

  /// - Returns: Nothing as long as what it speaks of is not there.
  private func command(_ wish: Wish, of number: Int) -> JSON? {
    switch wish {
    case .name: return .object(["setName": .object(["name": .text("Person \(number)")])])
    case .ask(let text): return .object(["askQuestion": .object(["text": .text(text)])])
    case .support(let text, let wanted):
      return about(text, "support", ["support": .bool(wanted)])
    case .withdraw(let text):
      // All others have done everything that they wanted with it.
      guard people.dropLast(2).allSatisfy({ $0.wishes.isEmpty }) else { return nil }
      return about(text, "withdrawQuestion", [:])
    case .move(let text, let state):
      guard people.dropLast().allSatisfy({ $0.wishes.isEmpty }),
        let question = questions[text],
        let seen = crowd[number].things["question:\(question)"]?.revision
      else { return nil }
      let to = JSON.object([state: .object([:])])
      return about(text, "moveQuestion", ["to": to, "seen": .number(Double(seen))])
    case .end:
      return isDone && mayEnd ? .object(["endMeeting": .object([:])]) : nil
    }
  }

  /// Whether nobody but the chair wants anything any more.
  var isDone: Bool {
    people.dropLast().allSatisfy(\.wishes.isEmpty) && people.last?.wishes == [.end]
  }

  private func about(_ text: String, _ name: String, _ body: [String: JSON]) -> JSON? {
    guard let question = questions[text], promised[question] != nil else { return nil }
    return .object([name: .object(body.merging(["question": .text(question)]) { $1 })])
  }

  /// 128 random bits, as pages make them.
  private static func reference() -> String {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    return Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  private func end(_ error: (any Error)? = nil) {
    trouble = trouble ?? error
    isOver = true
    loop.stop()
  }
}

// MARK: - Hearing

extension Load: CrowdDelegate {
  func heard(_ news: Member.News, by number: Int) {
    switch news {
    case .acknowledged(let reference, let revision): note(reference, revision)
    case .rejected(let refusal): note(refusal)
    // The crash came after the record was there, and before anybody was told.
    case .failed("meetingEnded") where people.dropLast().allSatisfy({ $0.wishes.isEmpty }): end()
    default: break
    }
  }

  private func note(_ reference: String, _ revision: Int) {
    promised[reference] = revision
    guard let (number, wish) = underWay.removeValue(forKey: reference) else { return }
    people[number].isWaiting = false
    people[number].wishes.removeLast()
    people[number].pause = Date(timeIntervalSinceNow: rest)
    if wish == .end { end() } else { go(on: number) }
  }

  private func note(_ refusal: Member.Refusal) {
    guard let (number, _) = underWay.removeValue(forKey: refusal.reference) else { return }
    people[number].isWaiting = false
    let wait = refusal.wait.map { Double($0.components.seconds) + 0.1 } ?? 0.5
    people[number].pause = Date(timeIntervalSinceNow: wait)
    let isPassing = ["storageFull", "storageBroken", "tooFast", "stale"].contains(refusal.reason)
    if !isPassing { refusals.append(refusal.reason) }
    if refusal.reason == "storageFull" { fullDisks += 1 }
  }

  func lost(_ number: Int, code: UInt16?) {}

  func timePassed() {
    guard !isOver else { return }
    do {
      try look(self)
      if Date() > deadline {
        let left = people.map { "\($0.wishes)" }.joined(separator: ", ")
        throw Impatience(what: "the end of the round; left are \(left)")
      }
    } catch {
      return end(error)
    }
    for number in people.indices where crowd.isHere(number) { go(on: number) }
    crowd.wakeUp(after: .milliseconds(20))
  }
}

// MARK: - What must be there

extension Load {
  /// What is wrong with a record, after everything that was promised; nothing where all is well.
  func complaints(about record: Transcript) -> [String] {
    let isShort = count == 2
    var complaints = refusals.map { "Refused: \($0)." }
    let texts = record.questions.map(\.text)
    if Set(texts).count != texts.count { complaints.append("Doubled: \(texts.sorted()).") }
    let expected = Set((1...(isShort ? count : count - 1)).map { "Frage \($0)?" })
    if Set(texts) != expected { complaints.append("There is \(texts.sorted()).") }
    for question in record.questions {
      let isWithdrawn = { (number: Int) in number % 3 == 1 && !isShort }
      let own = Int(question.text.filter(\.isNumber)) ?? 0
      // Who thinks twice does so about the first question that is another's.
      let fewer = (0..<count).count { isWithdrawn($0) && own == ($0 == 0 ? 2 : 1) }
      if question.support != count - fewer {
        complaints.append("\(question.text) has \(question.support) of \(count - fewer).")
      }
      let state = own <= 2 ? "answered" : "open"
      if question.state != state { complaints.append("\(question.text) is \(question.state).") }
    }
    return complaints
  }
}
