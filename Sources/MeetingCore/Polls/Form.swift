extension Poll {
  /// What a poll asks, and by which rules: all that is written before anybody votes.
  ///
  /// It is spelled alike in both directions of the wire, so that a poll is duplicated, or taken
  /// over from an earlier round, by making a new one of its form (product row C49).
  package struct Form: Hashable, Sendable {
    /// May be empty: an instant poll gets its title while it runs, or never.
    package var title: String
    package var description: String?
    package var kind: Kind
    /// What can be chosen; the statements of a scale.
    package var options: [Option]
    package var secrecy: Secrecy
    package var results: Results
    /// Whether a ballot can be changed while the poll is open.
    package var changeable: Bool
    package var base: Base
    package var eligibility: Eligibility
    /// How long the poll is open, unless whoever opens it says otherwise; nothing: no timer.
    package var seconds: Int?
    /// The item of the agenda that it is meant for.
    package var item: Reference?

    package init(
      title: String = "",
      description: String? = nil,
      kind: Kind,
      options: [Option] = [],
      secrecy: Secrecy = .secret,
      results: Results = .afterClose,
      changeable: Bool = true,
      base: Base? = nil,
      eligibility: Eligibility = .everyone,
      seconds: Int? = nil,
      item: Reference? = nil
    ) {
      self.title = title
      self.description = description
      self.kind = kind
      self.options = options
      self.secrecy = secrecy
      self.results = results
      self.changeable = changeable
      self.base = base ?? (kind == .yesNoAbstain ? .withoutAbstentions : .cast)
      self.eligibility = eligibility
      self.seconds = seconds
      self.item = item
    }
  }

  /// Who can ever learn who chose what; the badge that people see before they vote (row C41).
  package enum Secrecy: String, Hashable, Codable, Sendable, CaseIterable {
    /// Nobody: the journal forgets the ballots when the poll closes.
    case secret
    /// Moderators see names once it is closed.
    case moderators
    /// Everybody sees names once it is published.
    case named
  }

  /// Who sees the numbers, and when (row C32). Moderators always do.
  package enum Results: String, Hashable, Codable, Sendable, CaseIterable {
    case live, afterOwnVote, afterClose
    /// Never anybody but moderators: it cannot be published.
    case moderators
  }

  /// What a hundred per cent are (row C42).
  package enum Base: String, Hashable, Codable, Sendable, CaseIterable {
    /// Everybody who has voted.
    case cast
    /// Everybody who was there.
    case present
    /// Everybody who said yes or no.
    case withoutAbstentions
  }

  /// Who may vote.
  package enum Eligibility: String, Hashable, Codable, Sendable, CaseIterable {
    case everyone
    /// Whoever had joined before the poll opened.
    case presentAtOpening
  }

  /// Something that can be chosen.
  package struct Option: Hashable, Codable, Sendable {
    package let id: OptionID
    package let text: String
    /// Whether it belongs to the solution of a quiz.
    package let correct: Bool?

    package init(_ text: String, id: OptionID = OptionID(rawValue: ""), correct: Bool? = nil) {
      self.id = id
      self.text = text
      self.correct = correct
    }
  }
}

/// An option within its poll: a letter by its place, or one of ``yes``, ``no`` and ``abstain``.
package struct OptionID: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(place: Int) {
    let letter = UInt8(ascii: "a") + UInt8(place)
    rawValue = String(UnicodeScalar(letter))
  }

  package static let yes = Self(rawValue: "yes")
  package static let no = Self(rawValue: "no")
  package static let abstain = Self(rawValue: "abstain")
}

// MARK: - Spelling

extension Poll.Form: Codable {
  /// Whatever is left out is as usual.
  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try box.decodeIfPresent(String.self, forKey: .title) ?? "",
      description: try box.decodeIfPresent(String.self, forKey: .description),
      kind: try box.decode(Poll.Kind.self, forKey: .kind),
      options: try box.decodeIfPresent([Poll.Option].self, forKey: .options) ?? [],
      secrecy: try box.decodeIfPresent(Poll.Secrecy.self, forKey: .secrecy) ?? .secret,
      results: try box.decodeIfPresent(Poll.Results.self, forKey: .results) ?? .afterClose,
      changeable: try box.decodeIfPresent(Bool.self, forKey: .changeable) ?? true,
      base: try box.decodeIfPresent(Poll.Base.self, forKey: .base),
      eligibility: try box.decodeIfPresent(Poll.Eligibility.self, forKey: .eligibility)
        ?? .everyone,
      seconds: try box.decodeIfPresent(Int.self, forKey: .seconds),
      item: try box.decodeIfPresent(Reference.self, forKey: .item)
    )
  }
}

extension Poll.Option {
  /// The id is the server's to give: whoever writes a form names options by their texts alone.
  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try box.decode(String.self, forKey: .text),
      id: try box.decodeIfPresent(OptionID.self, forKey: .id) ?? OptionID(rawValue: ""),
      correct: try box.decodeIfPresent(Bool.self, forKey: .correct)
    )
  }
}

// MARK: - What holds of a form

extension Poll.Form {
  /// Where an option stands.
  func place(of option: OptionID) -> Int? { options.firstIndex { $0.id == option } }

  /// The ids of the options that solve a quiz.
  var solution: Set<OptionID> { Set(options.filter { $0.correct == true }.map(\.id)) }

  /// Whether somebody who filled in the one form would mean the same by it in the other.
  ///
  /// Titles, the default timer, the base of percentages and the place in the agenda may change
  /// while people vote; nothing else may (row C37).
  func asksTheSame(as other: Self) -> Bool {
    var same = other
    same.title = title
    same.description = description
    same.seconds = seconds
    same.base = base
    same.item = item
    return same == self
  }

  /// The form for those who may not know the solution yet.
  package var unsolved: Self {
    var form = self
    form.options = options.map { Poll.Option($0.text, id: $0.id) }
    form.kind = kind.unsolved
    return form
  }
}

// MARK: - Cleaning

extension Poll.Form {
  /// The form as it is kept: texts cleaned, options numbered.
  ///
  /// A draft may be incomplete, because it is saved while somebody writes it.
  ///
  /// - Throws: `pollTextTooLong`, or `pollInvalid` where its parts do not fit together.
  package func cleaned() throws(Rejection) -> Self {
    var form = self
    form.title = try Self.line(title, Limits.titleCharacters) ?? ""
    let words = Text.lines(description ?? "")
    guard Text.fits(words, characters: Limits.pollDescriptionCharacters) else {
      throw Rejection(.pollTextTooLong)
    }
    form.description = words.isEmpty ? nil : words
    form.kind = try kind.cleaned()
    form.options = try cleanedOptions()
    if base == .withoutAbstentions, kind != .yesNoAbstain { throw Rejection(.pollInvalid) }
    if let seconds, !Limits.pollSeconds.contains(seconds) { throw Rejection(.pollInvalid) }
    return form
  }

  private func cleanedOptions() throws(Rejection) -> [Poll.Option] {
    switch kind {
    case .yesNoAbstain: return [OptionID.yes, .no, .abstain].map { Poll.Option("", id: $0) }
    case .openText, .words, .number: return []
    default: break
    }
    // Hostile lists are not even looked at.
    guard options.count <= 2 * Limits.options else { throw Rejection(.pollInvalid) }
    var cleaned: [Poll.Option] = []
    for option in options {
      guard let text = try Self.line(option.text, Limits.optionCharacters) else { continue }
      let isCorrect = kind.isQuiz && option.correct == true
      let id = OptionID(place: cleaned.count)
      cleaned.append(Poll.Option(text, id: id, correct: isCorrect ? true : nil))
    }
    guard cleaned.count <= Limits.options else { throw Rejection(.pollInvalid) }
    return cleaned
  }

  /// One line; nothing where there is nothing in it.
  static func line(_ typed: String?, _ characters: Int) throws(Rejection) -> String? {
    let line = Text.line(typed ?? "")
    guard Text.fits(line, characters: characters) else { throw Rejection(.pollTextTooLong) }
    return line.isEmpty ? nil : line
  }
}
