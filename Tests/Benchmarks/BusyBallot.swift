import Foundation
import MeetingCore
import MeetingTestSupport
import SessionHub

/// A hub with a room full of people, on a clock that is turned by hand and a disk that is quick.
struct BusyBallot {
  private var hub = Hub(seed: "a seed")
  private var now = Timestamp.start
  private var crowd: [SocketID] = []
  private let poll = Reference("topics")
  private(set) var framesMade = 0
  private(set) var framesSent = 0
  private(set) var bytesSent = 0
  /// How many frames with a tally each socket got in each second.
  private var tallies: [Int64: [SocketID: Int]] = [:]

  /// What the busiest socket was told within one second.
  var mostTallies: Int { tallies.values.flatMap(\.values).max() ?? 0 }

  init(people: Int) throws {
    let keys = [Role.moderator: Secret.digest("chair opens this")]
    take(hub.open(Hub.Opening(.kaffeerunde, epoch: "q3J8yw", keys: keys), at: now))
    let chair = SocketID(rawValue: 0)
    greet(chair, #","key":"chair opens this""#)
    crowd = (1...people).map { SocketID(rawValue: UInt64($0)) }
    for socket in crowd { greet(socket) }
    let form = Poll.Form(
      title: "Worüber?",
      kind: .single,
      options: ["Akten", "Portale", "Kaffee"].map { Poll.Option($0) },
      secrecy: .named,
      results: .live
    )
    let create = Polls.Command.createPoll(form: form, open: true, seconds: nil)
    try say(chair, .polls(create), as: poll.rawValue)
    turn(until: now + .seconds(3))
  }

  /// Everybody votes within two seconds; what is sent in these and the next one counts.
  mutating func play() throws {
    (framesMade, framesSent, bytesSent, tallies) = (0, 0, 0, [:])
    let (began, seen) = (now, hub.meeting(Founding.kaffeerunde.meeting)?.revision ?? .zero)
    for (place, socket) in crowd.enumerated() {
      turn(until: began + .milliseconds(place * 2_000 / crowd.count))
      let option = OptionID(rawValue: ["a", "b", "c"][place % 3])
      let vote = Polls.Command.castBallot(
        poll: poll,
        round: 1,
        ballot: .choices([option]),
        seen: seen
      )
      try say(socket, .polls(vote), as: "vote-\(place)")
    }
    turn(until: began + .seconds(3))
  }

  private mutating func greet(_ socket: SocketID, _ more: String = "") {
    take(hub.handle(.opened(socket, token: "secret \(socket.rawValue)"), at: now))
    receive(#"{"hello":{"v":1,"code":"7K4M2P"\#(more)}}"#, from: socket)
  }

  private mutating func say(
    _ socket: SocketID,
    _ command: Meeting.Command,
    as name: String
  ) throws {
    let wish = String(decoding: try JSONEncoder().encode(command), as: UTF8.self)
    let reference = Reference(name).rawValue
    receive(#"{"command":{"ref":"\#(reference)","command":\#(wish)}}"#, from: socket)
  }

  private mutating func receive(_ text: String, from socket: SocketID) {
    take(hub.handle(.received(Array(text.utf8), from: socket), at: now))
  }

  private mutating func turn(until end: Timestamp) {
    while hub.nextWake <= end {
      now = max(now, hub.nextWake)
      take(hub.handle(.clockAdvanced, at: now))
    }
    now = max(now, end)
  }

  private mutating func take(_ outputs: [Hub.Output]) {
    for output in outputs {
      switch output {
      case .record(let meeting, _): take(hub.handle(.recorded(meeting), at: now))
      case .send(let bytes, let sockets): count(bytes, to: sockets)
      case .close, .archive, .complain: break
      }
    }
  }

  private mutating func count(_ bytes: [UInt8], to sockets: [SocketID]) {
    framesMade += 1
    framesSent += sockets.count
    bytesSent += bytes.count * sockets.count
    guard String(decoding: bytes, as: UTF8.self).contains(#""kind":"tally""#) else { return }
    let second = now.rawValue / 1_000
    for socket in sockets { tallies[second, default: [:]][socket, default: 0] += 1 }
  }
}
