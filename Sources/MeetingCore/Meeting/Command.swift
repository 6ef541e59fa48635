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

  /// How each of these cases becomes one of the list of all nouns.
  fileprivate static func readers<Whole>(
    _ whole: @escaping @Sendable (Self) -> Whole
  ) -> Readers<Whole> {
    Dictionary(
      uniqueKeysWithValues: names.map { ($0, { @Sendable in whole(try Self(from: $0)) }) }
    )
  }
}

/// How what stands behind a name is read; made once, because a journal has many names.
private typealias Readers<Whole> = [String: @Sendable (any Decoder) throws -> Whole]

// MARK: - Spelling

extension Meeting.Command: Codable {
  /// The names of all commands, as the wire spells them.
  package static let names = Set(readers.keys)

  private static let readers: Readers<Self> = CaseName.all(
    Participants.Command.readers { .participants($0) },
    Questions.Command.readers { .questions($0) },
    Polls.Command.readers { .polls($0) },
    SpeakingQueue.Command.readers { .queue($0) },
    Chat.Command.readers { .chat($0) },
    Agenda.Command.readers { .agenda($0) },
    Moderation.Command.readers { .moderation($0) }
  )

  package init(from decoder: any Decoder) throws {
    self = try CaseName.read(decoder, with: Self.readers)
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
  private static let readers: Readers<Self> = CaseName.all(
    Participants.Event.readers { .participants($0) },
    Questions.Event.readers { .questions($0) },
    Polls.Event.readers { .polls($0) },
    SpeakingQueue.Event.readers { .queue($0) },
    Chat.Event.readers { .chat($0) },
    Agenda.Event.readers { .agenda($0) },
    Moderation.Event.readers { .moderation($0) }
  )

  package init(from decoder: any Decoder) throws {
    self = try CaseName.read(decoder, with: Self.readers)
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

  /// No two nouns have a case of the same name.
  static func all<Whole>(_ nouns: Readers<Whole>...) -> Readers<Whole> {
    Dictionary(uniqueKeysWithValues: nouns.flatMap(\.self))
  }

  static func read<Whole>(
    _ decoder: any Decoder,
    with readers: Readers<Whole>
  ) throws -> Whole {
    let keys = try decoder.container(keyedBy: Self.self).allKeys
    guard keys.count == 1, let key = keys.first, let read = readers[key.stringValue] else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "There must be exactly one name, and a known one."
        )
      )
    }
    return try read(decoder)
  }

  /// A case without values is its own description; else its name is the label of its values.
  static func of(_ noun: any NamedCases) -> String {
    Mirror(reflecting: noun).children.first?.label ?? "\(noun)"
  }
}
