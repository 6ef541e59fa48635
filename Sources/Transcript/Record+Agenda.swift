import MeetingCore

// What was planned, and what came of it.

extension Record {
  struct AgendaItem: Equatable, Codable, Sendable {
    let kind: MeetingCore.AgendaItem.Kind
    var title: String
    var speaker: String?
    /// How long it was meant to take.
    let minutes: Int?
    /// When it was meant to begin, where everything before it had a length.
    let planned: Timestamp?
    /// When it was dealt with; nothing in it where it never was.
    let times: [Span]
  }

  struct Span: Equatable, Codable, Sendable {
    let from: Timestamp
    /// Nothing while it goes on.
    let to: Timestamp?
  }

  struct PhaseStep: Equatable, Codable, Sendable {
    let phase: Phase
    let from: Timestamp
  }
}

extension Record.AgendaItem {
  /// Nothing where there is no agenda.
  static func all(in agenda: Agenda) -> [Self]? {
    if agenda.items.isEmpty { return nil }
    let planned = agenda.plannedStarts
    let runs = Dictionary(grouping: agenda.runs, by: \.item)
    return agenda.items.map { item in
      Self(
        kind: item.plan.kind,
        title: item.plan.title,
        speaker: item.plan.speaker,
        minutes: item.plan.minutes,
        planned: planned[item.id],
        times: (runs[item.id] ?? []).map { Record.Span(from: $0.from, to: $0.to) }
      )
    }
  }

  /// How many whole minutes it took, all stretches together; nothing while it goes on.
  fileprivate var spent: Int? {
    guard !times.isEmpty, times.allSatisfy({ $0.to != nil }) else { return nil }
    let milliseconds = times.reduce(0) { spent, span in
      spent + (span.to.map { ($0 - span.from).milliseconds } ?? 0)
    }
    return Int((milliseconds + 30_000) / 60_000)
  }
}

// MARK: - For people

extension Record {
  /// What is to be said before all else, and how the round went from phase to phase once it had
  /// begun; that it began and ended only is said with the time.
  func course(_ words: Words, _ time: LocalTime) -> [String] {
    let practised = rehearsal == true ? [words.rehearsal] : []
    let steps = (phases ?? []).drop { $0.phase != .live }
    guard steps.contains(where: { [.paused, .afterTalk].contains($0.phase) }) else {
      return practised
    }
    let told = steps.map { "\(time.time($0.from)) \(words.phase($0.phase))" }
    return practised + ["\(words.course): \(told.joined(separator: ", "))"]
  }

  func agendaLines(_ words: Words, _ time: LocalTime) -> [String] {
    guard let agenda else { return [] }
    return ["", "## \(words.agenda)", ""] + agenda.map { line($0, words, time) }
  }

  private func line(_ item: AgendaItem, _ words: Words, _ time: LocalTime) -> String {
    let kind = words.kind(item.kind).map { "\($0): " } ?? ""
    let speaker = item.speaker.map { " (\(Markdown.escape($0)))" } ?? ""
    let spans = item.times.map { span in
      span.to.map { "\(time.time(span.from))–\(time.time($0))" }
        ?? "\(words.since) \(time.time(span.from))"
    }
    let planned = [
      item.planned.map { "\(time.time($0))" }, item.minutes.map(words.minutes),
    ].compactMap(\.self)
    let facts = [
      spans.isEmpty ? words.notReached : spans.joined(separator: ", "),
      item.spent.map(words.minutes),
      planned.isEmpty ? nil : "\(words.planned): \(planned.joined(separator: ", "))",
    ]
    let told = facts.compactMap(\.self).joined(separator: " · ")
    return "- **\(kind)\(Markdown.escape(item.title))**\(speaker) · \(told)"
  }
}

extension Words {
  var agenda: String { say("Tagesordnung", "Agenda") }
  var course: String { say("Verlauf", "Course") }
  var planned: String { say("geplant", "planned") }
  var since: String { say("seit", "since") }
  var notReached: String { say("nicht behandelt", "not reached") }
  var rehearsal: String {
    say("Probelauf: nichts hiervon bleibt", "Rehearsal: nothing of this will be kept")
  }

  func minutes(_ count: Int) -> String { say("\(count) min", "\(count) min") }

  func phase(_ phase: Phase) -> String {
    switch phase {
    case .planned: say("angekündigt", "announced")
    case .lobby: say("Warteraum", "lobby")
    case .live: say("Runde", "round")
    case .paused: say("Pause", "break")
    case .afterTalk: say("Ausklang", "after-talk")
    case .ended: say("Ende", "end")
    }
  }

  /// Nothing where the title says it all.
  func kind(_ kind: AgendaItem.Kind) -> String? {
    switch kind {
    case .welcome: say("Begrüßung", "Welcome")
    case .talk: say("Vortrag", "Talk")
    case .discussion: say("Diskussion", "Discussion")
    case .poll: say("Umfrage", "Poll")
    case .break: say("Pause", "Break")
    case .outlook: say("Ausblick", "Outlook")
    case .other: nil
    }
  }
}
