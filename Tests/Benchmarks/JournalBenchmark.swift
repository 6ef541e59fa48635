import ArgumentParser
import Foundation
import MeetingArchive
import MeetingCore
import MeetingTestSupport
import SessionHub

/// What the disk costs: how long a long meeting takes to come back, and how long people wait.
struct JournalBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Time a recovery, and acknowledgements beside bare syncs on the same disk.",
    discussion: """
      The program `kaffeerunde` has to stand beside this one, built the same way. `--folder` \
      chooses the disk.
      """
  )

  @Option(help: "How many events are recovered.")
  var events = 200_000

  @Option(help: "How many people are connected.")
  var people = 1_000

  @Option(help: "How many commands a second they give, all together.")
  var rate = 200

  @Option(help: "For how many seconds.")
  var seconds = 30

  @Option(help: "Where to write; the folder for temporary files unless you say otherwise.")
  var folder: String?

  func run() throws {
    let base = folder ?? FileManager.default.temporaryDirectory.path
    let path = "\(base)/kaffeerunde-benchmark-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // What is left behind by a failure is for whoever wants to look into it.
    defer { try? FileManager.default.removeItem(atPath: path) }
    if events > 0 { try recover(in: path) }
    if rate > 0 { try acknowledge(in: path) }
  }

  // MARK: Recovery

  private func recover(in path: String) throws {
    let file = MeetingFile(founding: .kaffeerunde, epoch: "epoch", keys: [:])
    do {
      let journal = try DataFolder(path: path + "/recovery").create(file)
      var busy = BusyMeeting(people: people)
      var left = events
      while left > 0 {
        let batch = busy.entries(min(left, 1_000))
        try journal.append(JournalBatch(entries: batch))
        left -= batch.count
      }
    }
    let data = try DataFolder(path: path + "/recovery")
    let clock = ContinuousClock()
    let start = clock.now
    let (_, recovered) = try data.open(Founding.kaffeerunde.meeting)
    let isRead = clock.now
    var hub = Hub(seed: "seed")
    let opening = Hub.Opening(
      file.founding,
      epoch: file.epoch,
      keys: [:],
      journal: recovered.entries,
      itemKeys: recovered.keys
    )
    _ = hub.open(opening, at: .start)
    let isOpen = clock.now
    var table = Table("recovery of \(recovered.entries.count) events", "s")
    table.add(["read, checked and decoded", (isRead - start).seconds])
    table.add(["replayed, with what everybody has seen", (isOpen - isRead).seconds])
    table.add(["in all", (isOpen - start).seconds])
    print(table.text)
  }

  // MARK: Acknowledgements

  private func acknowledge(in path: String) throws {
    let syncs = try BareSyncs(in: path, rate: rate, seconds: min(seconds, 10))
    let round = try TimedRound(in: path, people: people)
    try round.play(rate: rate, for: seconds)
    var table = Table("\(rate) a second, ms", "p50", "p99", "a second")
    table.add(["write + fdatasync alone"] + syncs.times.row(over: syncs.seconds))
    let name = "acknowledged, with \(people) connected"
    table.add([name] + round.times.row(over: round.seconds))
    print("")
    print(table.text)
    if round.unanswered > 0 { print("unanswered: \(round.unanswered)") }
  }
}

/// A meeting in which much happens, as its journal would tell it.
private struct BusyMeeting {
  private var revision = Revision.zero
  private var waiting: [(Meeting.Event, ParticipantID?)] = []
  private let people: Int
  private var random = SplitMix64(seed: 1)
  private var supports: Set<Support> = []

  private struct Support: Hashable {
    let person: Int
    let question: Int
  }

  private static let questions = 500

  init(people: Int) {
    self.people = people
    for number in 1...people {
      let person = ParticipantID(rawValue: number)
      let session = SessionDigest(rawValue: Secret.digest("session \(number)"))
      waiting.append(
        (.participants(.participantJoined(participant: person, session: session)), nil)
      )
      waiting.append(
        (.participants(.participantArrived(participant: person, role: .participant)), nil)
      )
    }
    for number in 0..<Self.questions {
      let person = ParticipantID(rawValue: 1 + number % people)
      let text = "Wie kommt die Verwaltung im Ort \(number) an die Daten, und wer bezahlt das?"
      let author = Question.Author.person(participant: person)
      let id = Reference("question-\(number)")
      let asked = Questions.Event.questionAsked(question: id, by: author, text: text)
      waiting.append((.questions(asked), person))
    }
    waiting.reverse()
  }

  mutating func entries(_ count: Int) -> [JournalEntry] {
    (0..<count).map { _ in
      let (event, person) = waiting.popLast() ?? support()
      revision = revision.next
      let reference = Reference("wish-\(revision.rawValue)")
      return JournalEntry(
        revision: revision,
        time: .start + .milliseconds(revision.rawValue),
        event: event,
        cause: person.map { Cause(participant: $0, reference: reference) }
      )
    }
  }

  private mutating func support() -> (Meeting.Event, ParticipantID?) {
    let number = Int(random.next() % UInt64(people))
    let support = Support(
      person: number,
      question: Int(random.next() % UInt64(Self.questions))
    )
    let person = ParticipantID(rawValue: number + 1)
    let question = Reference("question-\(support.question)")
    guard supports.insert(support).inserted else {
      supports.remove(support)
      return (.questions(.supportWithdrawn(question: question, by: person)), person)
    }
    return (.questions(.questionSupported(question: question, by: person)), person)
  }
}
