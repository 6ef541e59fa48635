extension Poll {
  /// How people answer.
  package enum Kind: Hashable, Codable, Sendable {
    case single
    /// At least `min` options, at most `max`.
    case multiple(min: Int, max: Int)
    case yesNoAbstain
    /// From 1 to `steps`, for each of the statements, or for the title where there is none.
    case scale(steps: Int, low: String?, high: String?, noAnswer: Bool?)
    /// Up to `max` answers in one's own words; `moderated`: shown once a moderator says so.
    case openText(max: Int, moderated: Bool?)
    /// Up to `max` words, shown as a cloud.
    case words(max: Int, moderated: Bool?)
    /// The best first; the rest may be left out.
    case ranking
    /// What the next round is to be about: up to `max` of the options.
    case topics(max: Int)
    /// A guess. All numbers are whole, in units of the last of `decimals` places: with two of
    /// them, 1250 is 12.50. A guess is `min` plus a multiple of `step`.
    case number(min: Int, max: Int, step: Int, decimals: Int?, unit: String?, solution: Int?)
    /// So many points to be given to options.
    case points(budget: Int)
    /// Up to `max` options, some of which are correct.
    case quiz(max: Int)
  }
}

extension Poll.Kind {
  var isQuiz: Bool { if case .quiz = self { true } else { false } }

  /// Whether people answer in their own words.
  package var isText: Bool {
    switch self {
    case .openText, .words: true
    default: false
    }
  }

  /// Whether an answer is shown only once a moderator says so.
  var isModerated: Bool {
    switch self {
    case .openText(_, let moderated), .words(_, let moderated): moderated == true
    default: false
    }
  }

  /// The kind for those who may not know the solution yet.
  var unsolved: Self {
    guard case .number(let min, let max, let step, let decimals, let unit, _) = self else {
      return self
    }
    return .number(min: min, max: max, step: step, decimals: decimals, unit: unit, solution: nil)
  }
}

// MARK: - Cleaning

extension Poll.Kind {
  /// - Throws: `pollInvalid` where it asks for what nobody can do, `pollTextTooLong`.
  func cleaned() throws(Rejection) -> Self {
    switch self {
    case .single, .yesNoAbstain, .ranking: return self
    case .multiple(let min, let max):
      try require(min >= 0 && min <= max && 1...Limits.options ~= max)
      return self
    case .topics(let max), .quiz(let max):
      try require(1...Limits.options ~= max)
      return self
    case .scale(let steps, let low, let high, let noAnswer):
      try require(Limits.scaleSteps ~= steps)
      return .scale(
        steps: steps,
        low: try Poll.Form.line(low, Limits.labelCharacters),
        high: try Poll.Form.line(high, Limits.labelCharacters),
        noAnswer: noAnswer == true ? true : nil
      )
    case .openText(let max, let moderated):
      try require(1...Limits.pollAnswers ~= max)
      return .openText(max: max, moderated: moderated == true ? true : nil)
    case .words(let max, let moderated):
      try require(1...Limits.pollAnswers ~= max)
      return .words(max: max, moderated: moderated == true ? true : nil)
    case .points(let budget):
      try require(1...Limits.pointsBudget ~= budget)
      return self
    case .number: return try cleanedNumber()
    }
  }

  private func cleanedNumber() throws(Rejection) -> Self {
    guard case .number(let min, let max, let step, let decimals, let unit, let solution) = self
    else { return self }
    try require(Limits.estimate ~= min && Limits.estimate ~= max && min < max)
    try require(1...(max - min) ~= step && Limits.decimals ~= decimals ?? 0)
    if let solution { try require(min...max ~= solution) }
    return .number(
      min: min,
      max: max,
      step: step,
      decimals: decimals == 0 ? nil : decimals,
      unit: try Poll.Form.line(unit, Limits.unitCharacters),
      solution: solution
    )
  }

  private func require(_ holds: Bool) throws(Rejection) {
    if !holds { throw Rejection(.pollInvalid) }
  }
}

extension Poll.Form {
  /// Whether people can answer it: a draft need not be finished.
  package var isComplete: Bool {
    let hasChoice = options.count >= Limits.fewestOptions
    return switch kind {
    case .yesNoAbstain, .scale, .openText, .words, .number: true
    case .single, .ranking, .points, .topics: hasChoice
    case .multiple(let min, _): hasChoice && min <= options.count
    case .quiz(let max): hasChoice && 1...max ~= solution.count
    }
  }
}
