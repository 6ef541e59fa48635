import MeetingCore
import MeetingTestSupport
import SessionHub
import Testing

@Suite("Secret ballots in the journal")
struct BallotSecrecyTests {
  /// A secret poll in which so many people vote while the disk is slow.
  private func crowdVotes(_ people: Int) -> (World, SocketID, [SocketID]) {
    var world = World()
    let chair = world.connectsChair()
    let crowd = world.connects(crowd: people)
    world.opens(chair, .topics, .three(.secret))
    world.disk = .withholds
    world.says(chair, .participants(.setName(name: "Chair", organisation: nil)))
    for (number, socket) in crowd.enumerated() {
      world.votes(socket, [.a, .b, .c][number % 3])
      world.turn(.milliseconds(7))
    }
    return (world, chair, crowd)
  }

  @Test("While a poll is open, no row joins a person and a choice, nor a wish and a choice")
  func whileOpen() {
    var (world, _, _) = crowdVotes(12)
    world.confirms()
    world.confirms()
    #expect(world.castBallots.count == 12)
    for entry in world.castBallots {
      #expect(entry.cause == nil && entry.pseudonym != nil)
    }
    #expect(Set(world.castBallots.compactMap(\.pseudonym)).count == 12)
    let key = world.itemKeys[world.meeting.founding.meeting]
    #expect(key?.keys.map(\.rawValue) == [RoundID(.topics, 1).item.rawValue])
  }

  @Test("After the close there is no ballot and no key, and the tally is what it was")
  func afterClose() {
    var (world, chair, crowd) = crowdVotes(12)
    world.disk = .confirms
    world.confirms()
    let hidden = world.castBallots.compactMap(\.pseudonym?.rawValue)
    world.closes(chair, publish: true)
    world.turn(.seconds(1))
    let journal = "\(world.journal)"
    for pseudonym in hidden { #expect(!journal.contains(pseudonym)) }
    #expect(world.castBallots.isEmpty && world.itemKeys[world.meeting.founding.meeting] == [:])
    #expect(world[crowd[0]].counts == ["a": 4, "b": 4, "c": 4])
    world.restarts()
    let back = world.connects(after: crowd[0])
    #expect(world[back].counts == ["a": 4, "b": 4, "c": 4])
    #expect(world[back].mismatches == 0)
  }

  @Test("In a batch, secret ballots stand in the order of their pseudonyms, in places that stay")
  func shuffled() {
    var (world, _, _) = crowdVotes(24)
    let waiting = world.waiting.values.flatMap(\.entries)
    #expect(waiting.count == 1, "The first batch is on its way, all others gather.")
    world.confirms()
    let batch = world.waiting.values.flatMap(\.entries)
    let pseudonyms = batch.compactMap(\.pseudonym)
    #expect(pseudonyms.count == 24 && pseudonyms == pseudonyms.sorted())
    let revisions = batch.map(\.revision.rawValue)
    #expect(revisions == Array(revisions[0]..<revisions[0] + batch.count))
    #expect(batch.map(\.time) == batch.map(\.time).sorted())
    world.confirms()
    #expect(world.meeting.polls[.topics]?.present.tally.choices?.counts == [8, 8, 8])
  }

  @Test("Whoever changes their mind within a batch has the last word, wherever it stands")
  func changedInBatch() {
    var (world, _, crowd) = crowdVotes(9)
    for socket in crowd { world.votes(socket, .c) }
    world.disk = .confirms
    world.confirms()
    #expect(world.meeting.polls[.topics]?.present.tally.choices?.counts == [0, 0, 9])
    world.turn(.seconds(1))
    for socket in crowd { #expect(world[socket].ownBallots == ["topics.1: c"]) }
  }

  @Test("Everybody's receipt names the time that the journal has, shuffled or not")
  func receiptsOfAShuffledBatch() {
    var (world, _, crowd) = crowdVotes(9)
    world.disk = .confirms
    world.confirms()
    world.turn(.seconds(1))
    let counted = crowd.map { world[$0].frames.last { $0.ack != nil }?.ack?.result?.counted }
    let times = world.castBallots.map(\.time.rawValue)
    #expect(Set(counted.compactMap(\.self)) == Set(times))
    #expect(counted == crowd.map { world[$0].counted })
    world.restarts()
    for (socket, time) in zip(crowd, counted) {
      let back = world.connects(after: socket)
      #expect(world[back].counted == time && world[back].ownBallots.count == 1)
    }
  }

  @Test("Ballots that can be traced stay as they came, signed")
  func named() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    let ben = world.connects("ben")
    world.opens(chair, .topics, .three(.named))
    world.disk = .withholds
    for socket in [chair, ben, ada] { world.votes(socket, .a) }
    world.disk = .confirms
    world.confirms()
    let people = world.castBallots.map(\.cause?.participant.rawValue)
    #expect(people == [1, 3, 2])
    world.closes(chair)
    #expect(world.castBallots.count == 3)
  }

  @Test(
    "A round that opens, votes and closes in one batch leaves no key behind, and the next has one"
  )
  func wholeLifeInABatch() {
    var world = World()
    let (chair, ada) = (world.connectsChair(), world.connects("ada"))
    world.disk = .withholds
    world.says(ada, .participants(.setName(name: "Ada", organisation: nil)))
    world.opens(chair, .topics, .three(.secret))
    let close = Polls.Command.closePoll(
      poll: .topics,
      publish: false,
      seen: Revision(rawValue: 1_000)
    )
    world.says(chair, .polls(close))
    world.disk = .confirms
    world.confirms()
    #expect(world.itemKeys[world.meeting.founding.meeting] == [:])
    world.begins(chair)
    world.votes(ada, .a)
    let item = RoundID(.topics, 2).item
    #expect(world.itemKeys[world.meeting.founding.meeting]?.keys.map(\.self) == [item])
    world.restarts()
    let back = world.connects("ada", after: ada)
    #expect(world[back].ownBallots == ["topics.2: a"])
  }
}
