import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("A hub at random")
struct HubSimulationTests {
  /// Browsers come, drop, lag, repeat and return; what is under way on a slow line comes after
  /// what others have said since, or never; the disk is slow or full; the relay dies after any
  /// output.
  ///
  /// A failure names its seed and step: run that seed alone to replay it.
  @Test("Whoever is up to date holds what a newcomer is shown, and every ack is true once")
  func simulation() throws {
    var told: [String: Int] = [:]
    var tried: Set<String> = []
    for seed in Seeds.count(quick: 200) {
      var crowd = Crowd(seed: seed)
      for step in 1...200 {
        crowd.step()
        try crowd.answersAreTrue("seed \(seed), step \(step)")
        if step % 40 == 0 { try crowd.everybodyIsInStep("seed \(seed), step \(step)") }
      }
      told.merge(crowd.told) { $0 + $1 }
      tried.formUnion(crowd.tried)
    }
    #expect(tried == Meeting.Command.names)
    let kinds = [
      "welcome", "things", "ack", "saved", "counted", "rejected", "beat", "history", "error",
    ]
    for kind in kinds {
      #expect(told[kind, default: 0] > 0, "No \(kind) in all the seeds.")
    }
  }
}

/// A meeting's worth of browsers that do whatever they like.
private struct Crowd {
  private var world = World()
  private var random: SplitMix64
  private var guests: [Guest]
  private var stalled: Set<SocketID> = []
  private(set) var told: [String: Int] = [:]
  private(set) var tried: Set<String> = []

  /// Somebody with some tabs, the secret, and what was wished for so far.
  private struct Guest {
    let name: String
    let key: String?
    var tabs: [SocketID] = []
    var last: SocketID?
    var person: ParticipantID?
    var wishes: [(reference: Reference, command: Meeting.Command)] = []
  }

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    // In some rounds so much was said before that the newest messages push others out.
    if seed.isMultiple(of: 10) { world.hasHeard(room: 230, toModerators: 195) }
    let chair = "chair opens this"
    guests = [
      Guest(name: "chair", key: chair), Guest(name: "second chair", key: chair),
      Guest(name: "stage", key: "stage opens this"), Guest(name: "ada", key: nil),
      Guest(name: "ben", key: nil), Guest(name: "cleo", key: nil),
    ]
  }
}

// MARK: - What happens

extension Crowd {
  mutating func step() {
    let index = Int.random(in: 0..<guests.count, using: &random)
    switch Int.random(in: 0..<110, using: &random) {
    case 0..<12: connect(index)
    case 12..<17: drop(index)
    case 17..<52: wish(index)
    case 52..<58: repeatWish(index)
    case 58..<63: stallOrDrain(index)
    case 63..<67: disturb(index)
    case 67..<75:
      world.disk = random.pick([.confirms, .confirms, .withholds, .refuses(.storageFull)])
    case 75..<83: if random.happens(in: 80) { world.confirms() } else { world.refuses() }
    case 83..<84: restart()
    case 84..<92: lagOrArrive(index)
    case 92..<94: world.dies(after: Int.random(in: 1...8, using: &random))
    default: world.turn(.milliseconds(Int64.random(in: 0...4_000, using: &random)))
    }
    if world.isDead { restart() }
    forgetClosed()
  }

  private mutating func lagOrArrive(_ index: Int) {
    guard let tab = guests[index].tabs.randomElement(using: &random) else { return }
    if world.isLagging(tab) { world.arrives(tab) } else { world.lags(tab) }
  }

  private mutating func connect(_ index: Int) {
    let guest = guests[index]
    guard guest.tabs.count < 3 else { return }
    let knows = guest.last != nil && random.happens(in: 90)
    let token = guest.last.flatMap { world[$0].token }
    let resumes = knows && random.happens(in: 70)
    let socket = world.connects(
      guest.name,
      key: guest.key,
      token: token,
      after: resumes ? guest.last : nil
    )
    guests[index].tabs.append(socket)
  }

  private mutating func drop(_ index: Int) {
    guard let tab = guests[index].tabs.randomElement(using: &random) else { return }
    world.leaves(tab)
  }

  private mutating func wish(_ index: Int) {
    guard let tab = guests[index].tabs.randomElement(using: &random) else { return }
    // A poll that is open draws ballots, here as in life.
    let isVoting = !world.meeting.polls.open.isEmpty && random.happens(in: 50)
    let command: Meeting.Command =
      isVoting
      ? .polls(.random(in: world.meeting, using: &random))
      : .random(in: world.meeting, using: &random)
    let reference = Reference.random(using: &random)
    tried.insert(command.name)
    if guests[index].name != "stage" { guests[index].wishes.append((reference, command)) }
    world.says(tab, command, as: reference)
  }

  private mutating func repeatWish(_ index: Int) {
    guard let tab = guests[index].tabs.randomElement(using: &random),
      let wish = guests[index].wishes.suffix(8).randomElement(using: &random)
    else { return }
    world.says(tab, wish.command, as: wish.reference)
  }

  private mutating func stallOrDrain(_ index: Int) {
    guard let tab = guests[index].tabs.randomElement(using: &random) else { return }
    world.play(stalled.contains(tab) ? .drained(tab) : .stalled(tab))
    stalled.formSymmetricDifference([tab])
  }

  private mutating func disturb(_ index: Int) {
    guard let tab = guests[index].tabs.randomElement(using: &random) else { return }
    let channel = random.pick(Message.Channel.allCases)
    let number = random.pick(world[tab].numbers(in: channel) + [-1, 0, 7, .max])
    switch Int.random(in: 0..<6, using: &random) {
    case 4...5: world.looksBack(tab, before: number, in: channel)
    case 0: world.pings(tab)
    case 1: world.says(tab, text: "{")
    case 2: world.says(tab, json: ["sync": [:]])
    default:
      guard let since = world[tab].position else { return }
      let position: [String: Any] = ["epoch": since.epoch, "revision": since.revision.rawValue]
      world.says(tab, json: ["sync": ["since": position]])
    }
  }

  private mutating func restart() {
    world.restarts(keepsBatch: random.happens(in: 50))
    stalled = []
  }

  private mutating func forgetClosed() {
    for index in guests.indices {
      for tab in guests[index].tabs where world[tab].closed != nil {
        if world[tab].epoch != nil { guests[index].last = tab }
        if world[tab].closed != .restarting { world.play(.closed(tab)) }
        stalled.remove(tab)
      }
      guests[index].tabs.removeAll { world[$0].closed != nil }
    }
  }
}

// MARK: - What must hold

extension Crowd {
  private var journal: [JournalEntry] { world.journal[world.meeting.founding.meeting] ?? [] }

  /// Every new answer fits the journal: an ack tells where its wish stands in it, and nothing that
  /// stands there was ever refused.
  mutating func answersAreTrue(_ place: String) throws {
    for guest in guests {
      for tab in guest.tabs {
        let browser = world[tab]
        try #require(browser.gaps == 0, "\(place): \(guest.name) has a gap")
        try #require(browser.mismatches == 0, "\(place): \(guest.name) has another digest")
        let person = browser.me?.participant.map { ParticipantID(rawValue: $0) }
        for frame in world.hearsFrames(tab) {
          let kind = frame.told.split(separator: " ").first.map(String.init) ?? ""
          told[kind, default: 0] += 1
          try check(frame, for: person, "\(place): \(guest.name)")
        }
      }
    }
  }

  private func check(_ frame: Frame, for person: ParticipantID?, _ place: String) throws {
    guard let person, let name = frame.ack?.ref ?? frame.rejected?.ref,
      let reference = Reference(rawValue: name)
    else { return }
    let wished = journal.filter {
      $0.cause?.participant == person && $0.cause?.reference == reference
    }
    let entries = wished.map(\.revision.rawValue)
    if let ack = frame.ack, let first = entries.first {
      try #require(
        ack.revision == entries.last && entries == Array(first..<first + entries.count),
        "\(place): \(ack) is not true, or not once"
      )
    }
    if frame.rejected != nil { try #require(entries.isEmpty, "\(place): refused, but done") }
  }

  /// After a quiet moment: every browser holds what the meeting is, and what a newcomer is shown.
  mutating func everybodyIsInStep(_ place: String) throws {
    world.dies(after: nil)
    world.disk = .confirms
    world.confirms()
    for guest in guests { for tab in guest.tabs { world.arrives(tab) } }
    for tab in stalled { world.play(.drained(tab)) }
    stalled = []
    // Long enough for whoever is gone to be noted as gone, and for everybody to be told.
    world.turn(.seconds(23))
    forgetClosed()
    for guest in guests {
      for tab in guest.tabs {
        let before = world[tab]
        try isTrue(before, "\(place): \(guest.name)")
        world.says(tab, json: ["sync": [:]])
        if world[tab].closed != nil { continue }
        try #require(world[tab].frames.last?.welcome?.full == true)
        let (fresh, held) = (world[tab].things, before.newest)
        let names = Set(fresh.keys).union(held.keys).filter {
          fresh[$0]?.essence != held[$0]?.essence
        }
        let differing = names.map {
          "\($0): \(held[$0]?.revision ?? -1), \(fresh[$0]?.revision ?? -1)"
        }
        try #require(differing == [], "\(place): \(guest.name) was not in step")
      }
    }
    forgetClosed()
  }

  /// Whether a browser holds exactly what the durable meeting shows its audience.
  private func isTrue(_ browser: Browser, _ place: String) throws {
    let meeting = world.meeting
    let audience: Audience =
      switch browser.role {
      case "moderator": .moderators
      case "stage": .stage
      case "speaker": .speakers
      default: .participants
      }
    var expected = Set(browser.things.keys).subtracting(browser.newest.keys)
    var all = Thing.standing + meeting.questions.order.map { .question($0) }
    all += Message.Channel.allCases.flatMap { meeting.chat.messages(in: $0) }
      .map { .message($0.id) }
    all += meeting.polls.order.flatMap { [.poll($0), .tally($0)] }
    if let person = browser.me?.participant { all.append(.me(ParticipantID(rawValue: person))) }
    for thing in all {
      let name = thing.wireName
      if isOlder(thing, in: meeting), browser.things[name] == nil { continue }
      let revision = Revision(rawValue: browser.things[name]?.revision ?? -1)
      var bytes = meeting.view(of: thing, for: audience, at: revision)
      if case .me(let person) = thing, let owner = world.hub.owner(person, in: meeting) {
        bytes = meeting.me(owner, at: revision)
      }
      if case .tally(let poll) = thing, audience == .participants,
        seesNumbers(of: poll, browser.me?.participant, in: meeting)
      {
        bytes = meeting.tallyForVoters(of: poll, at: revision)
      }
      guard let bytes else { continue }
      expected.insert(name)
      try #require(
        try WireThing.read(bytes) == browser.things[name],
        "\(place): \(name) has changed"
      )
    }
    try #require(Set(browser.things.keys) == expected, "\(place)")
  }

  /// Whether only those hold it who were here then, or have asked for it.
  private func isOlder(_ thing: Thing, in meeting: Meeting) -> Bool {
    guard case .message(let id) = thing, let message = meeting.chat[id] else { return false }
    let last = meeting.chat.numbers(in: message.channel).upperBound - 1
    return message.number <= last - HubLimits.messagesShown
  }

  /// Whether somebody sees the numbers of a poll because they have voted.
  private func seesNumbers(of poll: PollID, _ person: Int?, in meeting: Meeting) -> Bool {
    guard let person, let round = meeting.polls[poll]?.present, round.showsNumbersToVoters,
      let owner = world.hub.owner(ParticipantID(rawValue: person), in: meeting)
    else { return false }
    return owner.counted[RoundID(poll, round.number)] != nil
  }
}
