import MeetingCore

extension Record {
  package enum Language: String, Sendable, CaseIterable { case de, en }

  /// The transcript for people, as CommonMark.
  ///
  /// Every word of a participant is escaped: nothing that somebody typed can become a heading, a
  /// link or an image.
  package func markdown(_ language: Language) -> String {
    let words = Words(language)
    let time = LocalTime()
    var lines = ["# \(Markdown.escape(title))", "", Markdown.escape(series), ""]
    lines += facts(words, time).map { "- \($0)" }
    lines += agendaLines(words, time)
    for (state, heading) in words.sections {
      let part = questions.filter { $0.state == state }
        .sorted { ($1.support, $0.number) < ($0.support, $1.number) }
      if part.isEmpty { continue }
      lines += ["", "## \(heading)"]
      for question in part { lines += entry(question, words, time) }
    }
    if questions.isEmpty { lines += ["", words.noQuestions] }
    lines += pollSection(PollWords(language), time)
    lines += speakingLines(words, time)
    lines += chatLines(words, time)
    return lines.joined(separator: "\n") + "\n"
  }

  private func facts(_ words: Words, _ time: LocalTime) -> [String] {
    let start = began ?? founded
    var facts = audience == .everybody ? [words.forEverybody] : []
    facts.append("\(words.date): \(time.day(start))")
    if let ended {
      let from = "\(time.time(start)) (\(time.offset(start)))"
      facts.append("\(words.time): \(from) – \(time.time(ended)) (\(time.offset(ended)))")
    } else {
      facts.append(words.goesOn)
    }
    return facts + course(words, time) + [
      "\(words.participants): \(participants)", "\(words.questions): \(questions.count)",
    ]
  }

  /// Whose it is; nothing where nobody is ever named.
  func by(_ name: String?, _ organisation: String?, _ words: Words) -> [String] {
    audience == .everybody ? [] : [words.by(name, organisation)]
  }

  private func entry(_ question: Question, _ words: Words, _ time: LocalTime) -> [String] {
    var facts = by(question.name, question.organisation, words)
    facts.append("\(time.time(question.asked)) \(time.offset(question.asked))")
    facts.append(words.support(question.support))
    if let answered = question.answered {
      facts.append("\(words.answeredAt) \(time.time(answered))")
    }
    if let reason = question.reason {
      facts.append("\(words.reason): \(Markdown.escape(reason))")
    }
    if let owner = question.owner {
      facts.append(words.later(Markdown.escape(owner), question.due.map(Markdown.escape)))
    }
    if let from = question.from {
      facts.append(words.leftOver(from: Markdown.escape(from), question.supportThen ?? 0))
    }
    if question.revised == true { facts.append(words.revised) }
    let answer = question.answer.map { ["", "**\(words.answer):**", "", Markdown.quote($0)] } ?? []
    return [
      "", "### \(words.question) \(question.number)", "", Markdown.quote(question.text), "",
      facts.joined(separator: " · "),
    ] + answer
  }
}

/// CommonMark that means exactly the text that it was made from.
enum Markdown {
  private static let special = Set("\\`*_{}[]()#+-.!|<>~&:@/".unicodeScalars)

  /// One line of plain text.
  static func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if special.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// Several lines of plain text, as a block quotation that keeps its breaks.
  static func quote(_ text: String) -> String {
    // Four spaces in front of a line would make it code.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escape(String($0.drop(while: \.isWhitespace))) }
    let quoted = lines.indices.map { number in
      // An empty line is a new paragraph by itself; a hard break before it would be a backslash.
      let isFollowed = number + 1 < lines.count && !lines[number + 1].isEmpty
      return "> " + lines[number] + (isFollowed && !lines[number].isEmpty ? "\\" : "")
    }
    return quoted.map { $0 == "> " ? ">" : $0 }.joined(separator: "\n")
  }
}
