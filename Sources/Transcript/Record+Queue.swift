import MeetingCore

extension Record {
  /// One stretch of speech.
  struct Turn: Equatable, Codable, Sendable {
    /// Nothing where the person gave none, or nobody had one.
    var name: String?
    var organisation: String?
    /// How somebody without a browser made themselves heard.
    let via: String?
    let kind: Kind
    /// The number of the question that was asked aloud.
    var question: Int?
    let from: Timestamp
    let to: Timestamp
    /// Pauses apart.
    let seconds: Int64
  }

  enum Kind: String, Codable, Sendable, CaseIterable {
    case pointOfOrder, clarifying, reply, topic, question
  }

  /// How the floor was shared: never by name (product row D15). Turns of less than ten seconds do
  /// not count.
  struct Speaking: Equatable, Codable, Sendable {
    let contributions: Int
    let seconds: Int64
    /// How many contributions were somebody's first.
    let firstTime: Int
    var organisations: [Share]

    struct Share: Equatable, Codable, Sendable {
      /// Nothing for all who gave none.
      let organisation: String?
      let contributions: Int
      let seconds: Int64
    }
  }
}

// MARK: - From the meeting

extension Record {
  /// All turns; one that went on at the end was over then.
  static func pastTurns(in meeting: Meeting) -> [SpeakingQueue.PastTurn] {
    let end = meeting.agenda.ended ?? meeting.lastEvent
    let namesOff = meeting.participants.policy == .anonymous
    let last = meeting.queue.turn?.ended(at: end, namesOff: namesOff)
    return meeting.queue.turns + [last].compactMap(\.self)
  }

  static func speaking(_ turns: [SpeakingQueue.PastTurn], in meeting: Meeting) -> Speaking? {
    let counted = turns.filter(\.isContribution)
    if counted.isEmpty { return nil }
    var speakers: Set<SpeakingQueue.Who> = []
    let first = counted.count { speakers.insert($0.entry.who).inserted }
    let shares = Dictionary(grouping: counted) { called($0.entry, in: meeting).organisation }
      .map { organisation, turns in
        Speaking.Share(
          organisation: organisation,
          contributions: turns.count,
          seconds: seconds(of: turns)
        )
      }
    return Speaking(
      contributions: counted.count,
      seconds: seconds(of: counted),
      firstTime: first,
      organisations: shares.sorted { ($1.seconds, $0.order) < ($0.seconds, $1.order) }
    )
  }

  private static func seconds(of turns: [SpeakingQueue.PastTurn]) -> Int64 {
    turns.map(\.spoken).reduce(.zero, +).components.seconds
  }

  fileprivate static func called(
    _ entry: SpeakingQueue.Entry,
    in meeting: Meeting
  ) -> (name: String?, organisation: String?) {
    switch entry.who {
    case .person where entry.isNameless: (nil, nil)
    case .person(let participant):
      (meeting.participants[participant].name, meeting.participants[participant].organisation)
    case .guest(let name, let organisation, _): (name, organisation)
    }
  }
}

extension Record.Speaking.Share {
  /// By name, and whoever gave none last.
  fileprivate var order: String { organisation ?? "\u{10FFFF}" }
}

extension Record.Turn {
  init(_ past: SpeakingQueue.PastTurn, in meeting: Meeting) {
    let entry = past.entry
    (name, organisation) = Record.called(entry, in: meeting)
    if case .guest(_, _, let channel) = entry.who { via = channel.rawValue } else { via = nil }
    kind = Record.Kind(entry.kind)
    question = entry.question.flatMap { meeting.questions[$0]?.number }
    from = past.clock.began
    to = past.until
    seconds = past.spoken.components.seconds
  }
}

extension Record.Kind {
  fileprivate init(_ kind: SpeakingQueue.Kind) {
    self =
      switch kind {
      case .pointOfOrder: .pointOfOrder
      case .clarifying: .clarifying
      case .reply: .reply
      case .topic: .topic
      case .question: .question
      }
  }
}

// MARK: - Markdown

extension Record {
  /// Who spoke, and how the floor was shared; nothing where nobody spoke.
  func speakingLines(_ words: Words, _ time: LocalTime) -> [String] {
    guard let turns, !turns.isEmpty else { return [] }
    let summary = speaking.map { ["", words.summary(of: $0)] } ?? []
    let spoken = turns.map { turn in
      let facts =
        by(turn.name, turn.organisation, words) + [
          "\(time.time(turn.from)) \(time.offset(turn.from))",
          words.kind(turn.kind, turn.question), words.length(turn.seconds),
        ]
      return "- " + facts.joined(separator: " · ")
    }
    return ["", "## \(words.contributions)"] + summary + [""] + spoken + shares(words)
  }

  /// By organisation, where anybody gave one; all others in one line at the end.
  private func shares(_ words: Words) -> [String] {
    let all = speaking?.organisations ?? []
    let named = all.filter { $0.organisation != nil }
    if named.isEmpty { return [] }
    let lines = (named + all.filter { $0.organisation == nil }).map { share in
      let name = share.organisation.map(Markdown.escape) ?? words.withoutOrganisation
      return "- \(name): \(words.share(share.contributions, share.seconds))"
    }
    return ["", "### \(words.byOrganisation)", ""] + lines
  }
}

extension Words {
  var contributions: String { say("Wortbeiträge", "Contributions") }
  var byOrganisation: String { say("Nach Organisation", "By organisation") }
  var withoutOrganisation: String { say("ohne Organisation", "without an organisation") }

  func kind(_ kind: Record.Kind, _ question: Int?) -> String {
    switch kind {
    case .pointOfOrder: say("zur Geschäftsordnung", "point of order")
    case .clarifying: say("Verständnisfrage", "clarifying question")
    case .reply: say("direkt dazu", "reply")
    case .topic: say("neuer Punkt", "new topic")
    case .question:
      question.map { say("zu Frage \($0)", "on question \($0)") } ?? say("Frage", "question")
    }
  }

  /// Such as `2:05 min`.
  func length(_ seconds: Int64) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest) min"
  }

  func share(_ contributions: Int, _ seconds: Int64) -> String {
    let count =
      contributions == 1
      ? say("1 Beitrag", "1 contribution")
      : say("\(contributions) Beiträge", "\(contributions) contributions")
    return "\(count), \(length(seconds))"
  }

  func summary(of speaking: Record.Speaking) -> String {
    let first = speaking.firstTime
    let firstTime = say(
      "\(first) davon von Menschen, die zum ersten Mal sprachen",
      "\(first) of them by people who spoke for the first time"
    )
    return share(speaking.contributions, speaking.seconds) + "; " + firstTime + "."
  }
}
