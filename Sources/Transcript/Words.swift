/// The transcript's own words, in both languages.
struct Words {
  private let isGerman: Bool

  init(_ language: Record.Language) {
    isGerman = language == .de
  }

  func say(_ german: String, _ english: String) -> String {
    isGerman ? german : english
  }

  var forEverybody: String {
    say("Öffentliche Fassung, ohne Namen", "Version for everybody, without names")
  }
  var date: String { say("Datum", "Date") }
  var time: String { say("Zeit", "Time") }
  var goesOn: String { say("Die Runde läuft noch", "The round is still going on") }
  var participants: String { say("Teilnehmende", "Participants") }
  var questions: String { say("Fragen", "Questions") }
  var question: String { say("Frage", "Question") }
  var answeredAt: String { say("beantwortet um", "answered at") }
  var reason: String { say("Grund", "Reason") }
  var answer: String { say("Antwort", "Answer") }
  var revised: String { say("redaktionell bearbeitet", "edited by the moderators") }

  var links: String { say("Links der Runde", "Links") }
  var announcements: String { say("Ankündigungen", "Announcements") }
  var chat: String { say("Chat", "Chat") }
  var moderation: String { say("Moderation", "moderator") }
  var edited: String { say("bearbeitet", "edited") }

  func later(_ owner: String, _ due: String?) -> String {
    let end = due.map { say(", bis \($0)", ", by \($0)") } ?? ""
    return say("Antwort von \(owner)", "answer by \(owner)") + end
  }

  func leftOver(from round: String, _ support: Int) -> String {
    say(
      "aus Runde \(round), bis dahin \(support) × gefragt",
      "from the round of \(round), asked by \(support) until then"
    )
  }
  var noQuestions: String { say("Es wurde nichts gefragt.", "Nothing was asked.") }

  /// In the order in which a reader looks for them.
  var sections: [(Record.State, String)] {
    [
      (.answered, say("Beantwortete Fragen", "Answered questions")),
      (.live, say("Zuletzt behandelt", "Dealt with at the end")),
      (.followUp, say("Wird nachgereicht", "To be answered later")),
      (.open, say("Offene Fragen", "Open questions")),
      (.declined, say("Abgelehnte Fragen", "Declined questions")),
    ]
  }

  func by(_ name: String?, _ organisation: String?) -> String {
    let who = [name, organisation].compactMap { $0 }.map(Markdown.escape)
    return who.isEmpty ? say("ohne Namen", "without a name") : who.joined(separator: ", ")
  }

  func support(_ count: Int) -> String {
    isGerman ? "\(count) × gefragt" : "asked by \(count)"
  }
}
