/// Who is here: names, organisations, presence.
package struct Participants: Equatable, Sendable {
  /// By serial number, from 1: nobody is ever removed, so that numbers stay what they are.
  private var everyone: [Participant] = []
  private var bySession: [SessionDigest: ParticipantID] = [:]
  /// Who may come with a second device, by the reference of the invitation.
  private(set) var invitations: [Reference: Invitation] = [:]
  /// Who is called how, so that nobody is mistaken for somebody else.
  private var names: [Skeleton: ParticipantID] = [:]
  /// The last number that was put behind a name; see ``NumberedName``.
  private var numbers: [Skeleton: Int] = [:]
  package private(set) var presentCount = 0
  /// Who is here as a moderator.
  package private(set) var moderators: Set<ParticipantID> = []
  package private(set) var muted: Set<ParticipantID> = []
  package private(set) var withMoreTime: Set<ParticipantID> = []
  /// How many of those present have been given more time for polls.
  package private(set) var presentWithMoreTime = 0
  package internal(set) var policy = NamePolicy.optional

  /// Whether people say who they are; shown to them before they type anything.
  package enum NamePolicy: String, Hashable, Codable, Sendable, CaseIterable {
    /// Nobody has a name, and no question has an asker.
    case anonymous
    /// Any name will do, and none as well.
    case pseudonym
    case optional
    /// Whoever asks, writes or raises a hand has to have a name.
    case required
  }

  struct Invitation: Equatable, Sendable {
    let participant: ParticipantID
    let until: Timestamp
  }

  package init() {}

  package subscript(_ person: ParticipantID) -> Participant { everyone[person.rawValue - 1] }

  package var count: Int { everyone.count }
  package var all: [Participant] { everyone }
  /// The number that the next person gets.
  package var next: ParticipantID { ParticipantID(rawValue: everyone.count + 1) }

  package var presentModerators: Int { moderators.count }

  package func contains(_ person: ParticipantID) -> Bool {
    // A number from the wire can be any: one less than the smallest is a crash.
    person.rawValue >= 1 && person.rawValue <= everyone.count
  }

  /// Who is called so, or so that it can be mistaken for it.
  package func owner(of name: Skeleton) -> ParticipantID? { names[name] }

  /// The highest number behind a name; the first to be called so has none.
  func lastNumber(of name: String) -> Int { numbers[Skeleton(name)] ?? 1 }

  /// The person behind a session's secret.
  package func person(of session: SessionDigest) -> ParticipantID? { bySession[session] }
}

/// A person in one meeting.
package struct Participant: Equatable, Sendable {
  package let id: ParticipantID
  /// The session with which the person came first; pseudonyms are made from it.
  package let session: SessionDigest
  package fileprivate(set) var name: String?
  package fileprivate(set) var organisation: String?
  /// In which role the person is present; nothing while away.
  package fileprivate(set) var present: Role?
  /// Whether the person may only read and vote.
  package fileprivate(set) var isMuted = false
  /// Whether the person was sent away, and may not come back in this session.
  package fileprivate(set) var isRemoved = false
  /// Whether a poll's timer does not hold for this person (WCAG 2.2.1).
  package fileprivate(set) var hasMoreTime = false
  /// Own questions that were asked openly, in the order in which they were asked.
  package fileprivate(set) var asked: [QuestionID] = []
  package fileprivate(set) var lastAsked: Timestamp?
  package fileprivate(set) var supported: Set<QuestionID> = []
  /// The questions that the person has answered in writing, some of which may be gone.
  fileprivate(set) var answered: Set<QuestionID> = []
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
    change(person) { $0.present = role }
    presentCount += 1
    if role == .moderator { moderators.insert(person) }
    if self[person].hasMoreTime { presentWithMoreTime += 1 }
  }

  mutating func leave(_ person: ParticipantID) {
    guard self[person].present != nil else { return }
    change(person) { $0.present = nil }
    presentCount -= 1
    moderators.remove(person)
    if self[person].hasMoreTime { presentWithMoreTime -= 1 }
  }

  mutating func rename(_ person: ParticipantID, to name: String?, of organisation: String?) {
    if let old = self[person].name.map(Skeleton.init), names[old] == person { names[old] = nil }
    if let name { note(name, of: person) }
    change(person) {
      $0.name = name
      $0.organisation = organisation
    }
  }

  private mutating func note(_ name: String, of person: ParticipantID) {
    names[Skeleton(name)] = person
    guard let numbered = NumberedName(name) else { return }
    // Nobody can use the numbers up by typing a high one.
    let number = min(numbered.number, count + 1)
    numbers[Skeleton(numbered.name)] = max(lastNumber(of: numbered.name), number)
  }

  mutating func invite(_ person: ParticipantID, with ticket: Reference, until end: Timestamp) {
    invitations = invitations.filter { $0.value.participant != person }
    invitations[ticket] = Invitation(participant: person, until: end)
  }

  /// A second device has come; its invitation is used up.
  mutating func join(_ person: ParticipantID, also session: SessionDigest) {
    invitations = invitations.filter { $0.value.participant != person }
    bySession[session] = person
  }

  mutating func mute(_ person: ParticipantID, _ muted: Bool) {
    change(person) { $0.isMuted = muted }
    if muted { self.muted.insert(person) } else { self.muted.remove(person) }
  }

  mutating func remove(_ person: ParticipantID) {
    leave(person)
    change(person) { $0.isRemoved = true }
    mute(person, false)
  }

  mutating func grantTime(to person: ParticipantID, _ granted: Bool) {
    guard self[person].hasMoreTime != granted else { return }
    change(person) { $0.hasMoreTime = granted }
    if granted { withMoreTime.insert(person) } else { withMoreTime.remove(person) }
    if self[person].present != nil { presentWithMoreTime += granted ? 1 : -1 }
  }

  mutating func noteAsked(_ question: QuestionID, by person: ParticipantID, at time: Timestamp) {
    change(person) {
      $0.asked.append(question)
      $0.lastAsked = time
    }
  }

  mutating func forgetAsked(_ question: QuestionID, by person: ParticipantID) {
    change(person) { $0.asked.removeAll { $0 == question } }
  }

  mutating func noteAnswer(to question: QuestionID, by person: ParticipantID) {
    change(person) { $0.answered.insert(question) }
  }

  mutating func noteSupport(of question: QuestionID, by person: ParticipantID) {
    change(person) { $0.supported.insert(question) }
  }

  mutating func forgetSupport(of question: QuestionID, by person: ParticipantID) {
    change(person) { $0.supported.remove(question) }
  }

  /// Forgets what people did in a rehearsal, and what was done to them; they and their names stay.
  mutating func wipe() {
    muted = []
    for place in everyone.indices {
      everyone[place].isMuted = false
      everyone[place].isRemoved = false
      everyone[place].asked = []
      everyone[place].lastAsked = nil
      everyone[place].supported = []
    }
  }

  private mutating func change(_ person: ParticipantID, _ change: (inout Participant) -> Void) {
    change(&everyone[person.rawValue - 1])
  }
}
