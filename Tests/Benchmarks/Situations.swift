import MeetingCore
import MeetingTestSupport

/// What has to have happened so that one golden command or another is possible, and does anything.
enum Situations {
  typealias Change = @Sendable (inout Meeting) -> Void
  typealias Situation = (name: String, change: Change)

  /// By name, the simplest first.
  static let all: [Situation] =
    [nothing, questions, people, agenda, chat, queue, polls].flatMap(\.self)

  private static let nothing: [Situation] = [("as it is", { _ in })]

  private static let questions: [Situation] = [
    ("question live", wishes(.questions(move(to: .live)))),
    (
      "question merged",
      wishes(
        .questions(.mergeQuestion(question: Golden.lunch, into: Golden.costs, seen: .latest))
      )
    ),
    ("tags", wishes(tags)),
    (
      "question tagged",
      wishes(tags, .questions(.tagQuestion(question: Golden.lunch, tag: "Kosten")))
    ),
    ("question supported", wishes(.questions(.support(question: Golden.lunch, support: true)))),
  ]

  private static let tags = Meeting.Command.questions(.setTags(tags: ["Kosten", "Recht"]))

  private static func move(to state: Question.State) -> Questions.Command {
    .moveQuestion(question: Golden.lunch, to: state, seen: .latest)
  }

  private static let people: [Situation] = [
    ("chair named", wishes(.participants(.setName(name: "Vera", organisation: nil)))),
    ("attending", wishes(.moderation(.attend(question: Golden.lunch)))),
  ]

  private static let agenda: [Situation] = [
    ("live", wishes(.agenda(.setPhase(phase: .live)))),
    ("scheduled", wishes(.agenda(.schedule(start: .start + .seconds(600))))),
    ("item running", wishes(.agenda(.startAgendaItem(item: Golden.talk)))),
    (
      "talk first", wishes(.agenda(.moveAgendaItem(item: Golden.talk, before: Golden.coffee)))
    ),
    ("stage pinned", wishes(.agenda(.setStage(scene: .question, subject: Golden.lunch)))),
    ("rehearsing", wishes(.agenda(.rehearse(on: true, confirmed: true)))),
  ]

  private static let chat: [Situation] = [
    (
      "said to moderators",
      { meeting in
        meeting.apply(.chat(.messageDeleted(message: Golden.hello)))
        meeting.apply(message: Golden.hello, by: Golden.ada, to: .toModerators)
      }
    ),
    ("announced", wishes(.chat(.announce(text: "Gleich!", urgent: nil, seconds: nil)))),
    ("link pinned", wishes(.chat(.pinLink(url: "https://example.org", title: nil)))),
  ]

  private static let queue: [Situation] = [
    (
      "hand behind another",
      { meeting in
        meeting.apply(hand: Golden.wish, of: Golden.speaker)
        meeting.apply(.queue(.entryMoved(entry: Golden.files, place: 4)))
      }
    ),
    ("turn", { speaks(&$0) }),
    (
      "turn paused",
      { meeting in
        speaks(&meeting)
        meeting.apply(.queue(.turnPaused(turn: Golden.wish)))
      }
    ),
    (
      "hand lowered",
      { $0.apply(.queue(.handLowered(entry: Golden.files, because: .own)), at: Meeting.before) }
    ),
  ]

  private static func speaks(_ meeting: inout Meeting) {
    meeting.apply(hand: Golden.wish, of: Golden.speaker)
    meeting.apply(.queue(.turnBegan(entry: Golden.wish)))
  }

  private static let polls: [Situation] = {
    let three = Golden.form.options
    let kinds: [(String, Poll.Form)] = [
      ("yes or no", Poll.Form(kind: .yesNoAbstain)),
      (
        "scale",
        Poll.Form(
          title: "Wie?",
          kind: .scale(steps: 5, low: nil, high: nil, noAnswer: true),
          options: Array(three.prefix(2))
        )
      ),
      ("open text", Poll.Form(title: "Was?", kind: .openText(max: 3, moderated: nil))),
      ("words", Poll.Form(title: "Was?", kind: .words(max: 3, moderated: nil))),
      ("ranking", Poll.Form(title: "Was?", kind: .ranking, options: three)),
      (
        "number",
        Poll.Form(
          title: "Was?",
          kind: .number(min: 0, max: 10_000, step: 5, decimals: 2, unit: nil, solution: nil)
        )
      ),
      ("points", Poll.Form(title: "Was?", kind: .points(budget: 10), options: three)),
    ]
    let open = kinds.map { name, form -> Situation in
      (name, { $0.apply(poll: form, isOpen: true) })
    }
    let timed = Polls.Command.extendPoll(poll: Golden.poll, until: .start + .seconds(600))
    let closed = Polls.Command.closePoll(poll: Golden.poll, publish: false, seen: .latest)
    return [
      ("poll timed", wishes(.polls(timed))), ("poll closed", wishes(.polls(closed))),
      ("poll prepared", { $0.apply(poll: kinds[0].1, isOpen: false) }),
      (
        "words merged",
        { meeting in
          meeting.apply(poll: kinds[3].1, isOpen: true)
          let merge = Polls.Command.mergeAnswers(
            poll: Golden.poll,
            answers: ["PKW"],
            into: "Auto"
          )
          meeting.apply(wish: .polls(merge))
        }
      ),
    ] + open
  }()

  /// The chair asks for these; what the last one makes or does has the golden wish's name.
  private static func wishes(_ commands: Meeting.Command...) -> Change {
    { meeting in
      for command in commands { meeting.apply(wish: command, as: Golden.wish) }
    }
  }
}

extension Golden {
  /// Whose turn it is.
  static let speaker = ParticipantID(rawValue: 8)
}

extension Revision {
  /// Of somebody who sees the present state.
  static let latest = Self(rawValue: 1 << 52)
}
