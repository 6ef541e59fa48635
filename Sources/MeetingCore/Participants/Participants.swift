/// Who is here: names, organisations, presence.
package struct Participants: Equatable, Sendable {
  /// By serial number, from 1: nobody is ever removed, so that numbers stay what they are.
  private var everyone: [Participant] = []
  private var bySession: [SessionDigest: ParticipantID] = [:]
  package private(set) var presentCount = 0
  package private(set) var presentModerators = 0

  package init() {}

  package subscript(_ person: ParticipantID) -> Participant { everyone[person.rawValue - 1] }

  package var count: Int { everyone.count }
  package var all: [Participant] { everyone }
  /// The number that the next person gets.
  package var next: ParticipantID { ParticipantID(rawValue: everyone.count + 1) }

  /// The person behind a session's secret.
  package func person(of session: SessionDigest) -> ParticipantID? { bySession[session] }
}

/// A person in one meeting.
package struct Participant: Equatable, Sendable {
  package let id: ParticipantID
  package let session: SessionDigest
  package fileprivate(set) var name: String?
  package fileprivate(set) var organisation: String?
  /// In which role the person is present; nothing while away.
  package fileprivate(set) var present: Role?
  /// Own questions, in the order in which they were asked.
  package fileprivate(set) var asked: [QuestionID] = []
  package fileprivate(set) var lastAsked: Timestamp?
  package fileprivate(set) var supported: Set<QuestionID> = []
}

// MARK: - Deciding

extension Meeting {
  /// Lets a new session in.
  ///
  /// - Throws: `meetingFull`, or `meetingEnded`: the record takes no more people.
  package func admit(_ session: SessionDigest) throws(Rejection) -> [Event] {
    if participants.person(of: session) != nil { return [] }
    guard phase != .ended else { throw Rejection(.meetingEnded) }
    guard participants.count < Limits.participants else { throw Rejection(.meetingFull) }
    return [.participantJoined(participant: participants.next, session: session)]
  }

  /// A person's first socket has come.
  package func arrive(_ person: ParticipantID, as role: Role) -> [Event] {
    if phase == .ended || participants[person].present == role { return [] }
    return [.participantArrived(participant: person, role: role)]
  }

  /// A person's last socket has been gone for a while.
  package func leave(_ person: ParticipantID) -> [Event] {
    if phase == .ended || participants[person].present == nil { return [] }
    return [.participantLeft(participant: person)]
  }

  func rename(
    _ person: ParticipantID,
    to name: String?,
    of organisation: String?
  ) throws(Rejection) -> [Event] {
    let name = Text.line(name ?? "")
    let organisation = Text.line(organisation ?? "")
    guard Text.fits(name, characters: Limits.nameCharacters) else {
      throw Rejection(.nameTooLong)
    }
    guard Text.fits(organisation, characters: Limits.organisationCharacters) else {
      throw Rejection(.organisationTooLong)
    }
    let wanted = (name.isEmpty ? nil : name, organisation.isEmpty ? nil : organisation)
    let known = participants[person]
    if wanted == (known.name, known.organisation) { return [] }
    return [.participantNamed(participant: person, name: wanted.0, organisation: wanted.1)]
  }
}

// MARK: - Applying

extension Participants {
  mutating func join(_ person: ParticipantID, session: SessionDigest) {
    precondition(person == next, "Serial numbers are handed out in order.")
    everyone.append(Participant(id: person, session: session))
    bySession[session] = person
  }

  mutating func arrive(_ person: ParticipantID, as role: Role) {
    leave(person)
    everyone[person.rawValue - 1].present = role
    presentCount += 1
    if role == .moderator { presentModerators += 1 }
  }

  mutating func leave(_ person: ParticipantID) {
    guard let role = everyone[person.rawValue - 1].present else { return }
    everyone[person.rawValue - 1].present = nil
    presentCount -= 1
    if role == .moderator { presentModerators -= 1 }
  }

  mutating func rename(_ person: ParticipantID, to name: String?, of organisation: String?) {
    everyone[person.rawValue - 1].name = name
    everyone[person.rawValue - 1].organisation = organisation
  }

  mutating func noteAsked(_ question: QuestionID, by person: ParticipantID, at time: Timestamp) {
    everyone[person.rawValue - 1].asked.append(question)
    everyone[person.rawValue - 1].lastAsked = time
  }

  mutating func forgetAsked(_ question: QuestionID, by person: ParticipantID) {
    everyone[person.rawValue - 1].asked.removeAll { $0 == question }
  }

  mutating func noteSupport(of question: QuestionID, by person: ParticipantID) {
    everyone[person.rawValue - 1].supported.insert(question)
  }

  mutating func forgetSupport(of question: QuestionID, by person: ParticipantID) {
    everyone[person.rawValue - 1].supported.remove(question)
  }
}
