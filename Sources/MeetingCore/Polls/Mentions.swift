/// What people said in their own words, alike words together (rows C6 and C7).
package struct Mentions: Equatable, Codable, Sendable {
  /// How often each answer came in each spelling; see ``key(of:)``.
  package private(set) var spellings: [String: [String: Int]] = [:]

  mutating func count(_ texts: [String], _ once: Int) {
    for text in texts {
      let key = Self.key(of: text)
      let count = (spellings[key]?[text] ?? 0) + once
      spellings[key, default: [:]][text] = count == 0 ? nil : count
      if spellings[key]?.isEmpty == true { spellings[key] = nil }
    }
  }

  /// What makes answers alike: neither case nor the way in which a letter is composed matters.
  ///
  /// Up and down again, because that makes ß and SS, σ and ς alike; and strings are compared by
  /// canonical equivalence anyway.
  package static func key(of text: String) -> String {
    Text.line(text).uppercased().lowercased()
  }
}

extension Mentions {
  /// An answer as it is shown.
  package struct Answer: Equatable, Sendable {
    package let text: String
    /// How often it was given.
    package let count: Int
    /// Whether only moderators see it.
    package let isHidden: Bool
    /// The other answers that moderators have put together with it.
    package let merged: [String]
  }

  /// All answers as moderators have sorted them, the most frequent first.
  package func answers(_ curation: Poll.Curation, of kind: Poll.Kind) -> [Answer] {
    var groups: [String: [String]] = [:]
    for key in spellings.keys { groups[curation.root(of: key), default: []].append(key) }
    return groups.map { root, keys in
      let counts = keys.map { spellings[$0, default: [:]].values.reduce(0, +) }
      return Answer(
        text: curation.labels[root] ?? spelling(of: root) ?? root,
        count: counts.reduce(0, +),
        isHidden: curation.hides(root, of: kind),
        merged: keys.filter { $0 != root }.compactMap { spelling(of: $0) }.sorted()
      )
    }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  /// The most frequent spelling.
  private func spelling(of key: String) -> String? {
    spellings[key]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}

extension Poll {
  /// How moderators have sorted the answers: it holds for those that are still to come, too, so
  /// that a word can be blocked.
  package struct Curation: Equatable, Sendable {
    /// What moderators have said of an answer, by its key; else the kind's rule holds.
    package private(set) var hidden: [String: Bool] = [:]
    /// The keys of answers, and of what they count for; the latter counts for itself.
    package private(set) var merged: [String: String] = [:]
    /// How moderators have called what others were merged into.
    package private(set) var labels: [String: String] = [:]

    /// The key of the answer that this one counts for.
    func root(of key: String) -> String { merged[key] ?? key }

    func hides(_ root: String, of kind: Kind) -> Bool { hidden[root] ?? kind.isModerated }

    mutating func hide(_ key: String, _ hidden: Bool?) { self.hidden[key] = hidden }

    mutating func merge(_ key: String, into label: String?) {
      let before = merged[key]
      merged[key] = label.map(Mentions.key)
      if let root = merged[key], labels[root] == nil { labels[root] = label }
      if let before, !merged.values.contains(before) { labels[before] = nil }
    }
  }
}

extension Poll {
  /// A ballot without the answers that moderators have hidden.
  package func shown(_ ballot: Ballot) -> Ballot {
    guard case .texts(let texts) = ballot else { return ballot }
    return .texts(
      texts.filter { !curation.hides(curation.root(of: Mentions.key(of: $0)), of: form.kind) }
    )
  }
}

extension Poll.Form {
  func said(_ texts: [String], _ max: Int, _ characters: Int) throws(Rejection) -> Ballot {
    guard texts.count <= max else { throw Rejection(.ballotInvalid) }
    var said: [String] = []
    for text in texts {
      guard let line = try Self.line(text, characters) else { continue }
      let key = Mentions.key(of: line)
      if !said.contains(where: { Mentions.key(of: $0) == key }) { said.append(line) }
    }
    guard !said.isEmpty else { throw Rejection(.answerMissing) }
    return .texts(said)
  }
}
