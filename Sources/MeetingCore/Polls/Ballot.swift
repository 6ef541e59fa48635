/// What somebody chose.
///
/// On the wire it is one of `{"choices":["a"]}`, `{"scale":[3,null]}`, `{"texts":["…"]}`,
/// `{"ranking":["b","a"]}`, `{"number":1250}` and `{"points":{"a":3}}`.
package enum Ballot: Hashable, Sendable {
  case choices([OptionID])
  /// A step for each statement, or nothing: no answer.
  case scale([Int?])
  case texts([String])
  case ranking([OptionID])
  case number(Int)
  case points([OptionID: Int])
}

/// Whose ballot it is, as far as anybody but the hub can tell.
package enum Voter: Hashable, Codable, Sendable {
  case person(participant: ParticipantID)
  /// In a secret poll.
  case hidden(pseudonym: Pseudonym)
}

/// One round of a poll.
package struct RoundID: Hashable, Sendable {
  package let poll: PollID
  package let round: Int

  package init(_ poll: PollID, _ round: Int) {
    self.poll = poll
    self.round = round
  }

  /// The secret item that a round is where its ballots are secret.
  package var item: SecretItem { SecretItem(rawValue: "\(poll.rawValue).\(round)") }
}

// MARK: - Spelling

extension Ballot: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case choices, scale, texts, ranking, number, points
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    guard box.allKeys.count == 1, let key = box.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: box.codingPath, debugDescription: "There must be exactly one answer.")
      )
    }
    self =
      switch key {
      case .choices: .choices(try box.decode([OptionID].self, forKey: key))
      case .scale: .scale(try box.decode([Int?].self, forKey: key))
      case .texts: .texts(try box.decode([String].self, forKey: key))
      case .ranking: .ranking(try box.decode([OptionID].self, forKey: key))
      case .number: .number(try box.decode(Int.self, forKey: key))
      case .points: .points(try box.decode([OptionID: Int].self, forKey: key))
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .choices(let options): try box.encode(options, forKey: .choices)
    case .scale(let steps): try box.encode(steps, forKey: .scale)
    case .texts(let texts): try box.encode(texts, forKey: .texts)
    case .ranking(let options): try box.encode(options, forKey: .ranking)
    case .number(let number): try box.encode(number, forKey: .number)
    case .points(let points): try box.encode(points, forKey: .points)
    }
  }
}

// MARK: - Validity

extension Poll.Form {
  /// The ballot as it is counted: the same choice always has the same spelling.
  ///
  /// - Throws: `ballotInvalid` where the form does not allow it; of texts, `answerMissing` and
  ///   `pollTextTooLong`.
  func checked(_ ballot: Ballot) throws(Rejection) -> Ballot {
    switch (ballot, kind) {
    case (.choices(let options), .single), (.choices(let options), .yesNoAbstain):
      return try chosen(options, 1...1)
    case (.choices(let options), .multiple(let min, let max)):
      return try chosen(options, min...max)
    case (.choices(let options), .topics(let max)), (.choices(let options), .quiz(let max)):
      return try chosen(options, 1...max)
    case (.scale(let steps), .scale(let highest, _, _, let noAnswer)):
      return try rated(steps, highest, noAnswer == true)
    case (.texts(let texts), .openText(let max, _)):
      return try said(texts, max, Limits.pollTextCharacters)
    case (.texts(let texts), .words(let max, _)):
      return try said(texts, max, Limits.wordCharacters)
    case (.ranking(let options), .ranking): return try ranked(options)
    case (.number(let number), .number(let min, let max, let step, _, _, _)):
      guard min...max ~= number, (number - min) % step == 0 else {
        throw Rejection(.ballotInvalid)
      }
      return .number(number)
    case (.points(let points), .points(let budget)): return try given(points, budget)
    default: throw Rejection(.ballotInvalid)
    }
  }

  /// Whether all of these are options of this poll, each at most once.
  func areOptions(_ ids: [OptionID]) -> Bool {
    ids.count <= options.count && Set(ids).count == ids.count
      && ids.allSatisfy { place(of: $0) != nil }
  }
}
