import Foundation
import MeetingClient

/// A round that can be played: who comes when and asks what.
///
/// In commands, `"@name"` stands for what the step with `"as": "name"` created, and `"@seen"` for
/// the revision that the person holds of the thing the command speaks of.
struct Script {
  let title: String
  let people: [Person]
  /// Ordered by time.
  let steps: [Step]

  struct Person {
    let id: String
    let isModerator: Bool
  }

  struct Step {
    let number: Int
    /// Seconds since the beginning.
    let at: Double
    let who: Int
    let act: Act
    /// The names of what this step speaks of: also what a question was merged into.
    let subjects: Set<String>
  }

  enum Act {
    case join
    case leave
    /// With the name under which later steps speak of what it creates.
    case ask(JSON, as: String?)
  }
}

/// What is wrong with a script, and where.
struct ScriptError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

// MARK: - Reading

extension Script {
  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ScriptError("\(path) cannot be read.")
    }
    guard let script = JSON([UInt8](data)), let people = script["people"]?.list,
      let steps = script["steps"]?.list
    else { throw ScriptError("\(path) is not a script: it needs people and steps, as JSON.") }
    title = script["title"]?.text ?? path
    self.people = try people.map(Self.person)
    let numbers = Dictionary(
      self.people.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var wholes: [String: String] = [:]
    self.steps = try steps.enumerated().map { number, value in
      try Self.step(value, number: number, numbers, mergedInto: &wholes)
    }
    guard self.steps.indices.dropFirst().allSatisfy({ self.steps[$0 - 1].at <= self.steps[$0].at })
    else { throw ScriptError("The steps of \(path) are not in the order of their times.") }
  }

  private static func person(_ value: JSON) throws -> Person {
    guard let id = value["id"]?.text else { throw ScriptError("A person has no id.") }
    return Person(id: id, isModerator: value["role"]?.text == "moderator")
  }

  /// - Parameter wholes: What each question was merged into by the steps before; this one's
  ///   merger is added.
  private static func step(
    _ value: JSON,
    number: Int,
    _ people: [String: Int],
    mergedInto wholes: inout [String: String]
  ) throws -> Step {
    let place = "Step \(number + 1)"
    guard let at = value["at"]?.number, at >= 0 else {
      throw ScriptError("\(place) does not say when: \"at\" is missing.")
    }
    guard let who = value["who"]?.text.flatMap({ people[$0] }) else {
      throw ScriptError("\(place) names nobody of the people in \"who\".")
    }
    let act = try act(value, place)
    if case .ask(let command, _) = act, let merger = command["mergeQuestion"],
      let part = merger["question"]?.names.first, let whole = merger["into"]?.names.first
    {
      wholes[part] = whole
    }
    let subjects = subjects(of: act, mergedInto: wholes)
    return Step(number: number, at: at, who: who, act: act, subjects: subjects)
  }

  private static func subjects(of act: Act, mergedInto wholes: [String: String]) -> Set<String> {
    guard case .ask(let command, _) = act else { return [] }
    var subjects = command.names.subtracting(["seen"])
    var pending = subjects
    while let name = pending.popFirst() {
      if let whole = wholes[name], subjects.insert(whole).inserted { pending.insert(whole) }
    }
    return subjects
  }

  private static func act(_ value: JSON, _ place: String) throws -> Act {
    if value["join"]?.isTrue == true { return .join }
    if value["leave"]?.isTrue == true { return .leave }
    guard let command = value["command"], command.object?.count == 1 else {
      throw ScriptError("\(place) has neither \"join\" nor \"leave\" nor one \"command\".")
    }
    return .ask(command, as: value["as"]?.text)
  }
}

// MARK: - Filling in

extension JSON {
  /// The names that stand for something in here.
  var names: Set<String> {
    switch self {
    case .text(let text) where text.hasPrefix("@"): [String(text.dropFirst())]
    case .list(let values): Set(values.flatMap(\.names))
    case .object(let values): Set(values.values.flatMap(\.names))
    default: []
    }
  }

  /// Whether one of these texts stands anywhere in here.
  func holds(_ texts: [String]) -> Bool {
    switch self {
    case .text(let text): texts.contains(text)
    case .list(let values): values.contains { $0.holds(texts) }
    case .object(let values): values.values.contains { $0.holds(texts) }
    default: false
    }
  }

  /// The same with each name replaced by what it stands for.
  func filled(_ meaning: (String) -> JSON?) -> JSON {
    switch self {
    case .text(let text) where text.hasPrefix("@"): meaning(String(text.dropFirst())) ?? self
    case .list(let values): .list(values.map { $0.filled(meaning) })
    case .object(let values): .object(values.mapValues { $0.filled(meaning) })
    default: self
    }
  }
}
