extension Meeting {
  /// What somebody wants to happen: each noun's wishes, in one list.
  ///
  /// A command states the wanted state, never a toggle, so that a repeat changes nothing. On the
  /// wire it is `{NAME: {…}}`, whichever noun it belongs to; `Fixtures/wire/commands.json` pins the
  /// spelling.
  package enum Command: Equatable, Sendable {
    case participants(Participants.Command)
    case questions(Questions.Command)
    case polls(Polls.Command)
    case queue(SpeakingQueue.Command)
    case chat(Chat.Command)
    case agenda(Agenda.Command)
    case moderation(Moderation.Command)
  }

  /// What happened, as the journal keeps it: each noun's facts, in one list.
  ///
  /// Add cases freely; never rename one, nor a label: old journals hold them.
  package enum Event: Equatable, Sendable {
    case participants(Participants.Event)
    case questions(Questions.Event)
    case polls(Polls.Event)
    case queue(SpeakingQueue.Event)
    case chat(Chat.Event)
    case agenda(Agenda.Event)
    case moderation(Moderation.Event)
  }
}

/// A list of cases of which each has a name of its own, over all nouns.
package protocol NamedCases: Equatable, Codable, Sendable {
  associatedtype CodingKeys: CodingKey, CaseIterable
}

extension NamedCases {
  /// The names of all cases, as the wire and the journal spell them.
  package static var names: Set<String> { Set(CodingKeys.allCases.map(\.stringValue)) }
}

// MARK: - Spelling

extension Meeting.Command: Codable {
  /// The names of all commands, as the wire spells them.
  package static let names: Set<String> =
    Participants.Command.names.union(Questions.Command.names).union(Polls.Command.names)
    .union(SpeakingQueue.Command.names).union(Chat.Command.names).union(Agenda.Command.names)
    .union(Moderation.Command.names)

  package init(from decoder: any Decoder) throws {
    switch try CaseName.one(in: decoder) {
    case let name where Participants.Command.names.contains(name):
      self = .participants(try Participants.Command(from: decoder))
    case let name where Questions.Command.names.contains(name):
      self = .questions(try Questions.Command(from: decoder))
    case let name where Polls.Command.names.contains(name):
      self = .polls(try Polls.Command(from: decoder))
    case let name where SpeakingQueue.Command.names.contains(name):
      self = .queue(try SpeakingQueue.Command(from: decoder))
    case let name where Chat.Command.names.contains(name):
      self = .chat(try Chat.Command(from: decoder))
    case let name where Agenda.Command.names.contains(name):
      self = .agenda(try Agenda.Command(from: decoder))
    default: self = .moderation(try Moderation.Command(from: decoder))
    }
  }

  package func encode(to encoder: any Encoder) throws { try noun.encode(to: encoder) }

  private var noun: any NamedCases {
    switch self {
    case .participants(let command): command
    case .questions(let command): command
    case .polls(let command): command
    case .queue(let command): command
    case .chat(let command): command
    case .agenda(let command): command
    case .moderation(let command): command
    }
  }

  /// The command's name on the wire.
  package var name: String { CaseName.of(noun) }
}

extension Meeting.Event: Codable {
  package init(from decoder: any Decoder) throws {
    switch try CaseName.one(in: decoder) {
    case let name where Participants.Event.names.contains(name):
      self = .participants(try Participants.Event(from: decoder))
    case let name where Questions.Event.names.contains(name):
      self = .questions(try Questions.Event(from: decoder))
    case let name where Polls.Event.names.contains(name):
      self = .polls(try Polls.Event(from: decoder))
    case let name where SpeakingQueue.Event.names.contains(name):
      self = .queue(try SpeakingQueue.Event(from: decoder))
    case let name where Chat.Event.names.contains(name):
      self = .chat(try Chat.Event(from: decoder))
    case let name where Agenda.Event.names.contains(name):
      self = .agenda(try Agenda.Event(from: decoder))
    default: self = .moderation(try Moderation.Event(from: decoder))
    }
  }

  package func encode(to encoder: any Encoder) throws { try noun.encode(to: encoder) }

  private var noun: any NamedCases {
    switch self {
    case .participants(let event): event
    case .questions(let event): event
    case .polls(let event): event
    case .queue(let event): event
    case .chat(let event): event
    case .agenda(let event): event
    case .moderation(let event): event
    }
  }
}

/// The name of a case: the one key of the object that spells it.
private struct CaseName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }

  static func one(in decoder: any Decoder) throws -> String {
    let keys = try decoder.container(keyedBy: Self.self).allKeys
    guard keys.count == 1, let key = keys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "There must be exactly one name.")
      )
    }
    return key.stringValue
  }

  /// A case without values is its own description; else its name is the label of its values.
  static func of(_ noun: any NamedCases) -> String {
    Mirror(reflecting: noun).children.first?.label ?? "\(noun)"
  }
}
