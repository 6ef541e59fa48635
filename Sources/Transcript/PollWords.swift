import MeetingCore

/// The transcript's words about polls, in both languages.
struct PollWords {
  private let isGerman: Bool

  init(_ language: Record.Language) {
    isGerman = language == .de
  }

  private func say(_ german: String, _ english: String) -> String {
    isGerman ? german : english
  }

  var polls: String { say("Umfragen", "Polls") }
  var poll: String { say("Umfrage", "Poll") }
  var round: String { say("Runde", "Round") }
  var notBinding: String {
    say(
      "Meinungsbilder, keine rechtsverbindlichen Abstimmungen.",
      "Opinion polls, not legally binding votes."
    )
  }
  var edited: String { say("Nach dem Öffnen bearbeitet.", "Edited after it was opened.") }
  var closedAt: String { say("geschlossen um", "closed at") }
  var notPublished: String { say("nicht veröffentlicht", "not published") }
  var forModerators: String {
    say(
      "Das Ergebnis war nur für die Moderation bestimmt.",
      "The result was for the moderators only."
    )
  }
  var answer: String { say("Antwort", "Answer") }
  var votes: String { say("Stimmen", "Votes") }
  var share: String { say("Anteil", "Share") }
  var correct: String { say("richtig", "correct") }
  var mentions: String { say("Nennungen", "Mentions") }
  var statement: String { say("Aussage", "Statement") }
  var noAnswer: String { say("keine Angabe", "no answer") }
  var mean: String { say("Mittelwert", "Mean") }
  var median: String { say("Median", "Median") }
  var quartiles: String { say("Quartile", "Quartiles") }
  var points: String { say("Punkte", "Points") }
  var firsts: String { say("auf Platz 1", "in first place") }
  var givers: String { say("von so vielen", "given by") }
  var guesses: String { say("Schätzung", "Guess") }
  var people: String { say("Personen", "People") }
  var solution: String { say("Lösung", "Solution") }
  var name: String { say("Name", "Name") }
  var nobody: String { say("Niemand hat geantwortet.", "Nobody has answered.") }

  func turnout(_ cast: Int, of present: Int) -> String {
    let share = self.share(cast, of: present)
    return say(
      "\(cast) von \(present) Anwesenden (\(share))",
      "\(cast) of \(present) people present (\(share))"
    )
  }

  func secrecy(_ secrecy: Poll.Secrecy) -> String {
    switch secrecy {
    case .secret: say("geheim", "secret")
    case .moderators: say("Namen nur für die Moderation", "names for moderators only")
    case .named: say("namentlich", "by name")
    }
  }

  func solved(_ people: Int) -> String {
    say("Richtig: \(people)", "Right: \(people)")
  }

  func hidden(_ answers: Int) -> String {
    say("Von der Moderation ausgeblendet: \(answers)", "Hidden by the moderators: \(answers)")
  }

  func borda(_ options: Int) -> String {
    say(
      "Platz 1 gibt \(options) Punkte, jeder weitere Platz einen weniger.",
      "First place gives \(options) points, each further place one less."
    )
  }

  /// What a hundred per cent are (product rows C2 and C42).
  func base(_ form: Poll.Form, _ base: Int) -> String {
    let people =
      switch form.base {
      case .cast: say("aller, die abgestimmt haben", "all who voted")
      case .present: say("aller Anwesenden", "all people present")
      case .withoutAbstentions: say("der Ja- und Nein-Stimmen", "the votes for yes or no")
      }
    let several = form.kind.takesSeveral
    let more = several ? say("; mehrere Antworten waren möglich", "; several answers possible") : ""
    return say("Anteil \(people) (\(base))\(more).", "Share of \(people) (\(base))\(more).")
  }

  func by(_ name: String?, _ organisation: String?) -> String {
    let who = [name, organisation].compactMap(\.self).map(Markdown.escape)
    return who.isEmpty ? say("ohne Namen", "without a name") : who.joined(separator: ", ")
  }

  /// An option's words, which it has not got itself where it is yes or no.
  func label(of option: Poll.Option) -> String {
    switch option.id {
    case .yes: say("Ja", "Yes")
    case .no: say("Nein", "No")
    case .abstain: say("Enthaltung", "Abstention")
    default: Markdown.escape(option.text)
    }
  }

  /// Such as `„Beides“ 19 Stimmen mehr (12 → 31)`.
  func change(of option: Poll.Option, from: Int, to: Int, inPoints: Bool) -> String {
    let n = abs(to - from)
    let vote = n == 1 ? say("eine Stimme", "one vote") : say("\(n) Stimmen", "\(n) votes")
    let point = n == 1 ? say("einen Punkt", "one point") : say("\(n) Punkte", "\(n) points")
    let more = to > from ? say("mehr", "more") : say("weniger", "fewer")
    let name = say("„\(label(of: option))“", "“\(label(of: option))”")
    return "\(name) \(inPoints ? point : vote) \(more) (\(from) → \(to))"
  }

  func compared(with round: Int, _ changes: [String]) -> String {
    guard !changes.isEmpty else {
      return say(
        "Gegenüber Runde \(round) hat sich nichts geändert.",
        "Compared with round \(round) nothing has changed."
      )
    }
    let all = changes.joined(separator: "; ")
    return say("Gegenüber Runde \(round): \(all).", "Compared with round \(round): \(all).")
  }

  /// A ballot in one line.
  func spelled(_ ballot: Ballot, in form: Poll.Form) -> String {
    let label = { (id: OptionID) in
      form.options.first { $0.id == id }.map { self.label(of: $0) } ?? ""
    }
    return switch ballot {
    case .choices(let options): options.map(label).joined(separator: "; ")
    case .ranking(let options): options.map(label).joined(separator: " > ")
    case .texts(let texts): texts.map(Markdown.escape).joined(separator: "; ")
    case .scale(let steps): steps.map { $0.map { "\($0)" } ?? "–" }.joined(separator: "; ")
    case .number(let guess): guessed(guess, in: form)
    case .points(let points):
      form.options.compactMap { option in
        points[option.id].map { "\(self.label(of: option)): \($0)" }
      }.joined(separator: "; ")
    }
  }

  private func guessed(_ guess: Int, in form: Poll.Form) -> String {
    guard case .number(_, _, _, let decimals, let unit, _) = form.kind else { return "\(guess)" }
    return self.guess(Double(guess), decimals: decimals ?? 0, unit: unit)
  }
}

// MARK: - Numbers

extension PollWords {
  /// Such as `63 %`; nothing is no share of nothing.
  func share(_ count: Int, of base: Int) -> String {
    if base == 0 { return "–" }
    let share = (200 * count + base) / (2 * base)
    return say("\(share) %", "\(share)%")
  }

  /// At most two decimal places.
  func number(_ value: Double?) -> String { value.map { spelled($0, places: 0...2) } ?? "–" }

  /// A number in units of its last decimal place, with its unit.
  func guess(_ value: Double, decimals: Int, unit: String?) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    // A mean or a quartile may fall between two guesses.
    let number = spelled(value / scale, places: decimals...(decimals + 2))
    return [number, unit.map(Markdown.escape)].compactMap(\.self).joined(separator: " ")
  }

  /// Rounded half away from zero, with the language's separators, without needless zeros.
  private func spelled(_ value: Double, places: ClosedRange<Int>) -> String {
    let most = places.upperBound
    let scale = (0..<most).reduce(1) { scale, _ in scale * 10 }
    let rounded = Int((abs(value) * Double(scale)).rounded())
    let (whole, rest) = rounded.quotientAndRemainder(dividingBy: scale)
    var digits = String(rest)
    digits = String(repeating: "0", count: most - digits.count) + digits
    while digits.count > places.lowerBound, digits.hasSuffix("0") { digits.removeLast() }
    let sign = value < 0 && rounded != 0 ? "-" : ""
    let fraction = digits.isEmpty ? "" : say(",", ".") + digits
    return sign + grouped(whole) + fraction
  }

  private func grouped(_ whole: Int) -> String {
    var digits = Array(String(whole))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(Character(say(".", ",")), at: place)
      place -= 3
    }
    return String(digits)
  }
}

extension Poll.Kind {
  /// Whether one person can choose several options, so that shares add up to more than the whole.
  fileprivate var takesSeveral: Bool {
    switch self {
    case .multiple(_, let max), .topics(let max), .quiz(let max): max > 1
    default: false
    }
  }
}
