import MeetingCore
import MeetingTestSupport

// What must hold after every event, whatever was wished. Each noun has its list.

extension Meeting {
  /// Everything that must hold and does not.
  var brokenPromises: [String] {
    brokenPeople + brokenQuestions + brokenPolls + brokenQueue + brokenChat + brokenAgenda
  }

  private var brokenPeople: [String] {
    var broken = Promises()
    let people = participants.all
    let present = people.filter { $0.present != nil }
    broken.expect(participants.presentCount == present.count, "presence is counted")
    let moderators = present.filter { $0.present == .moderator }.map(\.id)
    broken.expect(participants.moderators == Set(moderators), "moderators are known")
    let muted = people.filter(\.isMuted).map(\.id)
    broken.expect(participants.muted == Set(muted), "the muted are known")
    broken.expect(
      participants.presentWithMoreTime == present.count(where: \.hasMoreTime),
      "who needs more time is counted"
    )
    for person in people {
      let asked = questions.all.filter { $0.author.participant == person.id }.map(\.id)
      broken.expect(person.asked == asked, "own questions are known to both sides")
      let supported = questions.all.filter { $0.supporters.contains(person.id) }.map(\.id)
      // Asking is supporting, but is no support that could be taken back.
      broken.expect(
        person.supported == Set(supported).subtracting(asked),
        "support is known to both sides"
      )
      broken.expect(!person.isRemoved || person.present == nil, "who was sent away is not here")
    }
    return broken.list
  }

  private var brokenQuestions: [String] {
    var broken = Promises()
    let live = questions.all.filter { $0.state == .live && $0.mergedInto == nil }.map(\.id)
    broken.expect(
      live.count <= 1 && questions.live == live.first,
      "at most one question is live"
    )
    broken.expect(questions.order.count == questions.count, "the order knows every question")
    let pending = questions.all.filter { $0.state == .pending }
    broken.expect(questions.waiting == pending, "what waits is known")
    let numbers = questions.all.map(\.number)
    broken.expect(numbers == numbers.sorted(), "numbers rise")
    for question in questions.all {
      broken.expect(
        question.author.participant.map { question.supporters.contains($0) } ?? true,
        "an asker supports"
      )
      broken.expect(
        (question.state == .answered) == (question.answered != nil),
        "answers have a time"
      )
      broken.expect(question.changed <= revision, "nothing changes in the future")
      broken.expect(Text.lines(question.text) == question.text, "texts are clean")
      let parts = questions.all.filter { $0.mergedInto == question.id }.map(\.id)
      broken.expect(Set(parts) == Set(question.merged), "both sides know of a merger")
      let root = questions.root(of: question.id)
      broken.expect(root != nil && root?.mergedInto == nil, "mergers lead somewhere")
    }
    return broken.list
  }
}

/// Collects what does not hold.
struct Promises {
  private(set) var list: [String] = []

  mutating func expect(_ holds: Bool, _ promise: String) {
    if !holds { list.append(promise) }
  }
}

// MARK: - What undo restores

extension Meeting {
  /// What is left of a meeting when the times of changes do not matter.
  var essence: Essence {
    Essence(
      questions: questions.all.map(\.essence),
      rules: questions.rules,
      tags: questions.tags,
      live: questions.live,
      agenda: agenda.essence,
      policy: participants.policy,
      muted: participants.muted,
      withMoreTime: participants.withMoreTime,
      chat: chat.essence,
      queue: queue.essence,
      polls: polls.all.map(\.essence)
    )
  }
}

struct Essence: Equatable {
  let questions: [[String]]
  let rules: Questions.Rules
  let tags: [String]
  let live: QuestionID?
  let agenda: [String]
  let policy: Participants.NamePolicy
  let muted: Set<ParticipantID>
  let withMoreTime: Set<ParticipantID>
  let chat: [String]
  let queue: SpeakingQueue.Essence
  let polls: [[String]]
}

extension Question {
  fileprivate var essence: [String] {
    [
      "\(number)", text, original ?? "", "\(state)", mergedInto?.rawValue ?? "",
      "\(supporters.sorted())", "\(answers)", tag ?? "",
    ]
  }
}
