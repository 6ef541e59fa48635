package import MeetingCore

// Who plays in all tests: chair moderates; ada, ben and cleo take part.

extension ParticipantID {
  package static let chair = Self(rawValue: 1)
  package static let ada = Self(rawValue: 2)
  package static let ben = Self(rawValue: 3)
  package static let cleo = Self(rawValue: 4)

  package static let cast: [Self] = [.chair, .ada, .ben, .cleo]

  /// How a story calls this person.
  package var called: String {
    switch self {
    case .chair: "chair"
    case .ada: "ada"
    case .ben: "ben"
    case .cleo: "cleo"
    default: "person \(rawValue)"
    }
  }

  /// The role in which this person is usually here.
  package var usualRole: Role { self == .chair ? .moderator : .participant }
}

extension Reference {
  /// A reference that a story can call by a short name.
  package init(_ name: String) {
    let padding = String(repeating: "-", count: max(0, 22 - name.utf8.count))
    guard let reference = Self(rawValue: name + padding) else {
      preconditionFailure("\(name) cannot name a wish.")
    }
    self = reference
  }

  package static let lunch = Self("lunch")
  package static let costs = Self("costs")
  package static let files = Self("files")
}

extension Question.Author {
  package static let chair = Self.person(participant: .chair)
  package static let ada = Self.person(participant: .ada)
  package static let ben = Self.person(participant: .ben)
  package static let cleo = Self.person(participant: .cleo)
}

extension Pseudonym {
  /// What stands for somebody in a secret item, in stories without a hub.
  package init(of person: ParticipantID, in item: SecretItem) {
    self.init(rawValue: "\(person.called) in \(item.rawValue)")
  }
}

extension SessionDigest {
  package init(of person: ParticipantID) { self.init(rawValue: "digest of \(person.called)") }
}

extension Timestamp {
  /// When all stories begin.
  package static let start = Self(rawValue: 1_769_000_000_000)
}

extension Founding {
  package static let kaffeerunde = founding("2026-01-digitale-kaffeerunde")

  package static func founding(_ meeting: String, at time: Timestamp = .start) -> Self {
    guard let code = JoinCode(rawValue: "7K4M2P") else { preconditionFailure("A code it is.") }
    return Self(
      meeting: MeetingID(rawValue: meeting),
      title: "Digitale Kaffeerunde im Januar",
      series: Series(title: "Digitale Kaffeerunde", code: code),
      founded: time
    )
  }
}

// MARK: - How failures spell what happened

extension ParticipantID: CustomStringConvertible {
  package var description: String { called }
}

extension Reference: CustomStringConvertible {
  package var description: String { rawValue.replacing(/-+$/, with: "") }
}

extension Revision: CustomStringConvertible {
  package var description: String { "r\(rawValue)" }
}
