/// What browsers hold: one noun of the meeting, sent whole whenever it changes.
package enum Thing: Hashable, Sendable {
  case meeting
  case people
  case question(QuestionID)
  /// What only this person may know.
  case me(ParticipantID)
}

extension Meeting {
  /// The things that look different after this event, for somebody.
  ///
  /// - Parameter event: What is about to be applied.
  package func touched(by event: Event) -> [Thing] {
    switch event {
    case .participantJoined(let person, _): [.people, .me(person)]
    case .participantArrived, .participantLeft: [.people]
    case .participantNamed(let person, _, _):
      [.me(person)] + participants[person].asked.map { .question($0) }
    case .questionAsked(let question, let person, _): [.question(question), .me(person)]
    case .questionSupported(let question, let person): [.question(question), .me(person)]
    case .supportWithdrawn(let question, let person): [.question(question), .me(person)]
    case .questionWithdrawn(let question):
      [.question(question)] + (questions[question]?.supporters ?? []).map { .me($0) }
    case .questionMoved(let question, _):
      [.question(question)] + (questions[question].map { [.me($0.author)] } ?? [])
    case .phaseChanged: [.meeting]
    }
  }
}
