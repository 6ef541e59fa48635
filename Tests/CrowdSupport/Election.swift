import Foundation
package import MeetingClient
package import WebSocketServer

/// People on real sockets who all vote within two seconds, and what each of them is sent.
///
/// One chair asks, the others vote, each for the first, second or third option in turn. Runs on the
/// thread that calls ``play(within:)``, and shares it among all of them.
package final class Election {
  /// What one socket was sent while people voted, and in the second after that.
  package struct Share: Sendable {
    package fileprivate(set) var bytes = 0
    package fileprivate(set) var frames = 0
    /// When a frame with the poll or its numbers came.
    package fileprivate(set) var tellings: [ContinuousClock.Instant] = []

    /// How many of these came within one second, where most came.
    package var busiestSecond: Int {
      var (first, most) = (0, 0)
      for place in tellings.indices {
        while first < place, first.advanced(to: place, in: tellings) >= .seconds(1) { first += 1 }
        most = max(most, place - first + 1)
      }
      return most
    }
  }

  private enum Step {
    case joining
    case asking
    case resting(until: ContinuousClock.Instant)
    case voting(since: ContinuousClock.Instant)
  }

  private let loop: EventLoop
  private let crowd: Crowd
  private let people: Int
  private let poll = Election.name()
  private var step = Step.joining
  private var joined = 0
  private var voted = 0
  private var deadline = ContinuousClock.now
  package private(set) var shares: [Share]
  /// Votes that the server has counted, and has said so.
  package private(set) var counted = 0
  package private(set) var refusals: [String] = []
  /// Sockets that broke before everybody was told everything.
  package private(set) var lost = 0
  /// From the first vote until everybody had the final numbers; nothing where that never was.
  package private(set) var took: Duration?

  /// - Parameters:
  ///   - people: How many vote.
  ///   - key: What makes a moderator in the round.
  package init(people: Int, code: String, key: String, port: UInt16) throws(ServerError) {
    self.people = people
    let address = ClientURL(host: "127.0.0.1", port: port, path: "/ws", tls: false)
    loop = try EventLoop(Configuration(port: nil)) { _, _ in }
    let members = [Member(code: code, key: key)] + (0..<people).map { _ in Member(code: code) }
    crowd = Crowd(members, on: loop, at: address, origin: address.origin)
    shares = Array(repeating: Share(), count: people + 1)
  }

  /// Lets them all vote, and returns when all is told, or the time is over.
  package func play(within limit: Duration) {
    deadline = .now + limit
    crowd.delegate = self
    crowd.wakeUp(after: .zero)
    loop.run()
  }

  /// How many hold the numbers that everybody has to hold in the end.
  package var inStep: Int { (0...people).count(where: hasFinalNumbers) }

  private static func name() -> String {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    return Data(bytes).base64EncodedString().replacing("+", with: "-")
      .replacing("/", with: "_").replacing("=", with: "")
  }
}

extension Int {
  fileprivate func advanced(
    to place: Int,
    in times: [ContinuousClock.Instant]
  ) -> Duration { times[self].duration(to: times[place]) }
}

// MARK: - What they do

extension Election: CrowdDelegate {
  package func timePassed() {
    crowd.wakeUp(after: .milliseconds(5))
    if .now > deadline { return loop.stop() }
    switch step {
    case .joining: join()
    case .asking:
      guard (0...people).allSatisfy({ crowd[$0].things["tally:\(poll)"] != nil }) else { return }
      // All that was told on the way here is told.
      step = .resting(until: .now + .seconds(1))
    case .resting(let end) where .now < end: break
    case .resting:
      shares = Array(repeating: Share(), count: people + 1)
      step = .voting(since: .now)
    case .voting(let since): vote(since)
    }
  }

  /// A few come at once, then the next ones, as they are let in.
  private func join() {
    let here = (0..<joined).count(where: crowd.isHere)
    if here == people + 1 { return ask() }
    for number in joined..<min(people + 1, here + 50) {
      crowd.join(number)
      joined += 1
    }
  }

  private func ask() {
    step = .asking
    let options = ["Akten", "Portale", "Kaffee"].map { text in
      JSON.object(["id": .text(""), "text": .text(text)])
    }
    let form: [String: JSON] = [
      "title": .text("Worüber?"), "kind": .object(["single": .object([:])]),
      "options": .list(options), "secrecy": .text("secret"), "results": .text("live"),
      "base": .text("cast"), "changeable": .bool(true), "eligibility": .text("everyone"),
    ]
    let poll: [String: JSON] = ["form": .object(form), "open": .bool(true)]
    crowd.ask(Member.Wish(.object(["createPoll": .object(poll)]), as: self.poll), by: 0)
  }

  /// Each at a time of their own, spread over two seconds.
  private func vote(_ since: ContinuousClock.Instant) {
    let passed = since.duration(to: .now)
    let due = min(people, Int(passed / .seconds(2) * Double(people)) + 1)
    while voted < due {
      voted += 1
      let choice = JSON.list([.text(["a", "b", "c"][voted % 3])])
      let vote: [String: JSON] = [
        "poll": .text(poll), "round": .number(1), "ballot": .object(["choices": choice]),
        "seen": .number(Double(crowd[voted].revision)),
      ]
      let wish = JSON.object(["castBallot": .object(vote)])
      crowd.ask(Member.Wish(wish, as: Self.name()), by: voted)
    }
    guard passed > .seconds(3), inStep == people + 1 else { return }
    took = passed
    loop.stop()
  }

  private func hasFinalNumbers(_ number: Int) -> Bool {
    crowd[number].things["tally:\(poll)"]?.content["cast"]?.whole == people
  }
}

// MARK: - What they hear

extension Election {
  package func received(_ frame: [UInt8], by number: Int) {
    shares[number].bytes += frame.count
    shares[number].frames += 1
    guard frame.starts(with: #"{"things":"#.utf8) else { return }
    let text = String(decoding: frame, as: UTF8.self)
    if text.contains(#""kind":"tally""#) || text.contains(#""kind":"poll""#) {
      shares[number].tellings.append(.now)
    }
  }

  package func heard(_ news: Member.News, by number: Int) {
    switch news {
    case .acknowledged: counted += number == 0 ? 0 : 1
    case .rejected(let refusal): refusals.append(refusal.reason)
    default: break
    }
  }

  package func lost(_ number: Int, code: UInt16?) {
    // At the end all are hung up.
    if took == nil { lost += 1 }
  }
}
