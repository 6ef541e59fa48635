import MeetingCore

extension Record {
  /// The record for everybody who was not there (product row I10, level *öffentlich*).
  ///
  /// No name is in it, not even of who was announced on the agenda; nothing that participants were
  /// never shown, such as questions that were declined and results that were not published; and
  /// nothing that moderators did or prepared.
  ///
  /// - Parameter hidesContacts: Whether addresses and telephone numbers that somebody wrote are
  ///   left out as well.
  package func forEverybody(hidingContacts hidesContacts: Bool) -> Self {
    var record = nameless
    record.audience = .everybody
    record.preparation = nil
    record.acts = nil
    for place in (record.agenda ?? []).indices { record.agenda?[place].speaker = nil }
    record.questions.removeAll { $0.state == .declined }
    let numbers = Set(record.questions.map(\.number))
    record.turns = turns?.map { $0.forEverybody(showing: numbers) }
    let published = (record.polls ?? []).compactMap(\.forEverybody)
    record.polls = published.isEmpty ? nil : published
    guard hidesContacts else { return record }
    let contacts = Contacts()
    record.changeTexts { _, text in contacts.hidden(in: text) }
    return record
  }

  /// What stands in the words of the record for everybody by which somebody could be reached or
  /// recognised, in order; at most ``mostTraces``.
  ///
  /// Whoever publishes is shown this first. Names are those that are known from elsewhere in this
  /// record.
  package var traces: [Trace] {
    let contacts = Contacts(names: names)
    var traces: [Trace] = []
    var record = forEverybody(hidingContacts: false)
    record.changeTexts { place, text in
      traces += contacts.found(in: text).map { Trace(kind: $0, text: $1, place: place) }
      return text
    }
    return Array(traces.prefix(Self.mostTraces))
  }

  /// More would not be read before publishing.
  package static let mostTraces = 200

  /// Something in people's words by which somebody could be reached or recognised.
  package struct Trace: Equatable, Encodable, Sendable {
    package enum Kind: String, Encodable, Sendable { case email, phone, name }

    package let kind: Kind
    package let text: String
    package let place: Place
  }

  private var names: [String] {
    let asked = questions.flatMap { [$0.name, $0.owner] }
    let spoke = (turns ?? []).map(\.name) + (agenda ?? []).map(\.speaker)
    let wrote = (chat?.messages ?? []).map(\.name) + (acts ?? []).map(\.by)
    let voted = (polls ?? []).flatMap(\.rounds).flatMap { $0.voters ?? [] }.map(\.name)
    return (asked + spoke + wrote + voted).compactMap(\.self)
  }
}

extension Record.Turn {
  fileprivate func forEverybody(showing questions: Set<Int>) -> Self {
    var turn = self
    (turn.name, turn.organisation) = (nil, nil)
    if let question, !questions.contains(question) { turn.question = nil }
    return turn
  }
}

extension Record.Poll {
  /// Nothing where no round of it was published.
  fileprivate var forEverybody: Self? {
    var poll = self
    poll.rounds = rounds.filter { $0.published && $0.form.results != .moderators }
    for place in poll.rounds.indices { poll.rounds[place].form.item = nil }
    return poll.rounds.isEmpty ? nil : poll
  }
}
