// How people are called, so that nobody is taken for somebody else.

extension Meeting {
  func rename(
    _ wish: Wish,
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
    let known = participants[wish.person]
    let free = name.isEmpty ? nil : try participants.free(name, for: known)
    let wanted = (free, organisation.isEmpty ? nil : organisation)
    if wanted == (known.name, known.organisation) { return [] }
    guard participants.policy != .anonymous || wanted == (nil, nil) else {
      throw Rejection(.namesOff)
    }
    let isReserved = ReservedName.isReserved(name) || ReservedName.isOffice(organisation)
    guard wish.actor.role == .moderator || !isReserved else { throw Rejection(.nameReserved) }
    let named = Participants.Event.participantNamed
    return [.participants(named(wish.person, wanted.0, wanted.1))]
  }
}

extension Participants {
  /// A name as it is, or with the next number behind it where somebody else is called like it.
  ///
  /// The number may go beyond the bound of a name's length.
  fileprivate func free(_ name: String, for person: Participant) throws(Rejection) -> String {
    guard isTaken(name, for: person) else { return name }
    // Who was given a number keeps it.
    if let own = person.name, NumberedName(own)?.name == name { return own }
    let next = lastNumber(of: name) + 1
    for number in next..<(next + Limits.namesAlike) {
      let numbered = "\(name) (\(number))"
      if !isTaken(numbered, for: person) { return numbered }
    }
    throw Rejection(.nameTaken)
  }

  private func isTaken(_ name: String, for person: Participant) -> Bool {
    owner(of: Skeleton(name)).map { $0 != person.id } ?? false
  }
}

/// A name that was told apart from another one by a number, such as "Ada (2)".
struct NumberedName {
  let name: String
  let number: Int

  init?(_ name: String) {
    guard name.last == ")", let bracket = name.lastIndex(of: "("),
      let number = Int(name[name.index(after: bracket)...].dropLast()), number > 1,
      name[..<bracket].last == " "
    else { return nil }
    self.name = String(name[..<bracket].dropLast())
    self.number = number
  }
}

/// Words that make people believe that somebody speaks for the meeting: for moderators only.
enum ReservedName {
  static func isReserved(_ name: String) -> Bool {
    if isOffice(name) { return true }
    let whole = Skeleton(name.filter { !$0.isNumber }).rawValue
    return alone.contains(whole) || words(of: name).contains { single.contains($0) }
  }

  /// Whether it holds what only moderators are called, however it is spelled.
  static func isOffice(_ name: String) -> Bool {
    let whole = Skeleton(name).rawValue
    return offices.contains { whole.contains($0) }
  }

  private static func words(of name: String) -> [String] {
    name.split { !$0.isLetter && !$0.isNumber && $0 != "|" }.map { Skeleton(String($0)).rawValue }
  }

  /// Anywhere in a name.
  private static let offices = skeletons(["moderation", "moderator", "administrator"])
  /// As a word of its own.
  private static let single = Set(skeletons(["admin", "admins", "mod", "mods"]))
  /// As the whole name: "Verwaltung Eltville" is somebody's honest answer.
  private static let alone = Set(
    skeletons([
      "verwaltung", "die verwaltung", "administration", "the administration", "system", "server",
      "host", "gastgeber", "gastgeberin", "leitung", "die leitung", "kaffeerunde",
      "digitale kaffeerunde",
    ])
  )

  private static func skeletons(_ words: [String]) -> [String] {
    words.map { Skeleton($0).rawValue }
  }
}
