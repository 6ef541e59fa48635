import MeetingCore

// Polls for people: each round as a table, with a sentence that says what a hundred per cent are.

extension Record {
  /// The section about polls; nothing where there was none.
  func pollSection(_ words: PollWords, _ time: LocalTime) -> [String] {
    guard let polls, !polls.isEmpty else { return [] }
    let head = ["", "## \(words.polls)", "", words.notBinding]
    return head + polls.flatMap { entry($0, words, time) }
  }

  private func entry(_ poll: Poll, _ words: PollWords, _ time: LocalTime) -> [String] {
    let title = poll.rounds.last?.form.title ?? ""
    let name = "\(words.poll) \(poll.number)"
    var lines = ["", "### \(title.isEmpty ? name : "\(name): \(Markdown.escape(title))")"]
    if let description = poll.rounds.last?.form.description {
      lines += ["", Markdown.quote(description)]
    }
    if poll.edited == true { lines += ["", words.edited] }
    var before: PollRound?
    for round in poll.rounds {
      if poll.rounds.count > 1 { lines += ["", "#### \(words.round) \(round.round)"] }
      lines += self.lines(of: round, words, time)
      lines += comparison(of: round, with: before, words)
      before = round
    }
    return lines
  }

  private func lines(
    of round: PollRound,
    _ words: PollWords,
    _ time: LocalTime
  ) -> [String] {
    var facts = [words.turnout(round.cast, of: round.present), words.secrecy(round.form.secrecy)]
    if let closed = round.closed {
      facts.append("\(words.closedAt) \(time.time(closed)) \(time.offset(closed))")
    }
    let isForModerators = round.form.results == .moderators
    if !round.published, !isForModerators { facts.append(words.notPublished) }
    let lines = ["", facts.joined(separator: " · ")]
    if isForModerators { return lines + ["", words.forModerators] }
    let named = round.voters.map { table(of: $0, round.form, words) } ?? []
    return lines + result(round, words) + named
  }

  private func result(_ round: PollRound, _ words: PollWords) -> [String] {
    let result = round.result
    if round.cast == 0 { return ["", words.nobody] }
    if result.counts != nil { return choices(round, words) }
    if let statements = result.statements { return ratings(statements, round.form, words) }
    if let answers = result.answers {
      let rows = answers.map { [Markdown.escape($0.text), "\($0.count)"] }
      let hidden = result.hidden.map { ["", words.hidden($0)] } ?? []
      return Markdown.table([words.answer, words.mentions], rows) + hidden
    }
    if let guesses = result.guesses { return estimates(guesses, result, round.form, words) }
    return shares(result, round.form, words)
  }
}

// MARK: - Tables

extension Record {
  private func choices(_ round: PollRound, _ words: PollWords) -> [String] {
    let (form, result) = (round.form, round.result)
    let rows = zip(form.options, result.counts ?? []).map { option, count in
      let mark = option.correct == true ? " (\(words.correct))" : ""
      let isOutside = option.id == .abstain && form.base == .withoutAbstentions
      let share = isOutside ? "–" : words.share(count, of: result.base)
      return [words.label(of: option) + mark, "\(count)", share]
    }
    let right = result.right.map { ["", words.solved($0)] } ?? []
    return Markdown.table([words.answer, words.votes, words.share], rows)
      + ["", words.base(form, result.base)] + right
  }

  private func ratings(
    _ statements: [PollResult.Statement],
    _ form: MeetingCore.Poll.Form,
    _ words: PollWords
  ) -> [String] {
    guard case .scale(let steps, let low, let high, _) = form.kind else { return [] }
    let texts = form.options.isEmpty ? [form.title] : form.options.map(\.text)
    let head =
      [words.statement] + (1...steps).map { "\($0)" }
      + [words.noAnswer, words.mean, words.median]
    let rows = zip(texts, statements).map { text, statement in
      [Markdown.escape(text)] + statement.counts.map { "\($0)" }
        + ["\(statement.noAnswer)", words.number(statement.mean), words.number(statement.median)]
    }
    let labels = [
      low.map { "1 = \(Markdown.escape($0))" },
      high.map { high in
        "\(steps) = \(Markdown.escape(high))"
      },
    ].compactMap(\.self)
    let legend = labels.isEmpty ? [] : ["", labels.joined(separator: ", ")]
    return Markdown.table(head, rows) + legend
  }

  private func shares(
    _ result: PollResult,
    _ form: MeetingCore.Poll.Form,
    _ words: PollWords
  ) -> [String] {
    let second = result.firsts ?? result.givers ?? []
    let head = [words.answer, words.points, result.firsts == nil ? words.givers : words.firsts]
    let rows = form.options.indices.map { place in
      let points = result.points?[place] ?? 0
      return [Markdown.escape(form.options[place].text), "\(points)", "\(second[place])"]
    }
    let rule = result.firsts == nil ? [] : ["", words.borda(form.options.count)]
    return Markdown.table(head, rows) + rule
  }

  private func estimates(
    _ guesses: [PollResult.Guess],
    _ result: PollResult,
    _ form: MeetingCore.Poll.Form,
    _ words: PollWords
  ) -> [String] {
    guard case .number(_, _, let step, let decimals, let unit, let solution) = form.kind,
      let summary = Estimates(guesses.map { ($0.guess, $0.count) }).summary(step: step)
    else { return ["", words.nobody] }
    let said = { words.guess($0, decimals: decimals ?? 0, unit: unit) }
    let quartiles = summary.quartiles.map(said)
    let rows = summary.histogram.map { bin in
      let range = bin.from == bin.to ? [bin.from] : [bin.from, bin.to]
      return [range.map { said(Double($0)) }.joined(separator: " – "), "\(bin.count)"]
    }
    var facts = [
      "\(words.median): \(quartiles[1])", "\(words.quartiles): \(quartiles[0]), \(quartiles[2])",
      "\(words.mean): \(said(summary.mean))",
    ]
    if let solution { facts.append("\(words.solution): \(said(Double(solution)))") }
    let right = result.right.map { ["", words.solved($0)] } ?? []
    return Markdown.table([words.guesses, words.people], rows)
      + ["", facts.joined(separator: " · ")] + right
  }

  private func table(
    of voters: [PollVoter],
    _ form: MeetingCore.Poll.Form,
    _ words: PollWords
  ) -> [String] {
    let rows = voters.map { voter in
      [words.by(voter.name, voter.organisation), words.spelled(voter.ballot, in: form)]
    }
    return rows.isEmpty ? [] : Markdown.table([words.name, words.answer], rows, numbers: false)
  }
}

extension Markdown {
  /// A table; its cells are escaped already, and all columns but the first hold numbers.
  static func table(_ head: [String], _ rows: [[String]], numbers: Bool = true) -> [String] {
    let rule = ["---"] + Array(repeating: numbers ? "---:" : "---", count: head.count - 1)
    return [""] + ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }
}
