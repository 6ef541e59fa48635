import MeetingCore

// Ballots: who voted, when it was counted, and what only voters see.

extension Room {
  /// How a person is called among the voters of a round, where there is a ballot of theirs.
  private func voter(_ person: ParticipantID, in id: RoundID, of meeting: Meeting) -> Voter? {
    guard let round = meeting.polls[id.poll]?.round(id.round) else { return nil }
    let isSecret = round.form.secrecy == .secret
    guard let voter = receipts.voter(person, in: id, isSecret: isSecret),
      round.ballots[voter] != nil
    else { return nil }
    return voter
  }

  /// When the ballots of a person were counted.
  func counted(_ person: ParticipantID) -> [RoundID: Timestamp] {
    var counted: [RoundID: Timestamp] = [:]
    for poll in durable.polls.all {
      for round in poll.rounds {
        let id = RoundID(poll.id, round.number)
        guard let voter = voter(person, in: id, of: durable) else { continue }
        counted[id] = receipts[id, voter]?.counted
      }
    }
    return counted
  }

  /// Finds the secret ballots of somebody who was here before a restart.
  mutating func recogniseBallots(of person: ParticipantID) {
    for poll in decided.polls.open.compactMap({ decided.polls[$0] })
    where poll.form.secrecy == .secret {
      let round = RoundID(poll.id, poll.present.number)
      let pseudonym = pseudonym(of: person, in: round.item)
      guard poll.present.ballots[.hidden(pseudonym: pseudonym)] != nil else { continue }
      receipts.recognise(person, as: pseudonym, in: round)
      guard let receipt = receipts[round, .hidden(pseudonym: pseudonym)] else { continue }
      meRevisions[person] = max(meRevisions[person] ?? .zero, receipt.revision)
    }
  }

  /// Whether a secret poll closes in which somebody has voted who cannot be told that the own
  /// ballot is gone.
  func hasLostVoters(_ entry: JournalEntry, _ touched: [Thing]) -> Bool {
    guard case .polls(.pollClosed(_, _, let tally?)) = entry.event else { return false }
    let known = touched.count { thing in
      if case .voter = thing { owner(of: thing) != nil } else { false }
    }
    return known < tally.cast
  }

  /// The round and the voter that a command to vote is about.
  func ballot(of command: Meeting.Command, by actor: Actor) -> (RoundID, Voter)? {
    guard case .polls(.castBallot(let poll, let round, _, _)) = command else { return nil }
    let voter =
      actor.pseudonym.map { Voter.hidden(pseudonym: $0) }
      ?? .person(participant: actor.participant)
    return (RoundID(poll, round), voter)
  }
}

// MARK: - What only voters see

extension Room {
  /// The polls whose numbers this person may see, because they have voted, while others may not.
  ///
  /// - Parameter polls: Those that are asked about; see ``guardedPolls``.
  func revealed(to member: Member, among polls: [RoundID]) -> [PollID] {
    guard !polls.isEmpty, member.audience == .participants, let person = member.person else {
      return []
    }
    return polls.filter { voter(person, in: $0, of: durable) != nil }.map(\.poll)
  }

  /// The polls whose numbers are for those who have voted (product row C32).
  var guardedPolls: [RoundID] {
    durable.polls.open.compactMap { durable.polls[$0] }
      .filter(\.present.showsNumbersToVoters)
      .map { RoundID($0.id, $0.present.number) }
  }

  /// Things as somebody sees them who may see the numbers of these polls.
  ///
  /// A tally with its numbers stands in for the one without: they have the same revision, so that
  /// all digests agree.
  mutating func bytes(of entries: [Feed.Entry], revealing polls: [PollID]) -> [[UInt8]] {
    if polls.isEmpty { return entries.map(\.bytes) }
    return entries.map { entry in
      guard case .tally(let poll) = entry.thing, polls.contains(poll) else { return entry.bytes }
      return numbers(of: poll, at: entry.revision) ?? entry.bytes
    }
  }

  /// A tally with its numbers, encoded once for all who see it.
  private mutating func numbers(of poll: PollID, at revision: Revision) -> [UInt8]? {
    if let known = numbersForVoters[poll], known.revision == revision { return known.bytes }
    guard let bytes = durable.tallyForVoters(of: poll, at: revision) else { return nil }
    numbersForVoters[poll] = Feed.Entry(thing: .tally(poll), revision: revision, bytes: bytes)
    return bytes
  }
}

// MARK: - The order of secret ballots

extension JournalBatch {
  /// Puts the secret ballots of each round in the order of their pseudonyms, so that their order
  /// tells nothing about who voted when (durability, point 8).
  ///
  /// Every place in the numbering keeps its time. One person's ballots stay in their order, and
  /// ballots of different people can change places: a tally does not care.
  mutating func shuffleSecretBallots() {
    var places: [RoundID: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      if let (round, _) = entry.secretBallot { places[round, default: []].append(place) }
    }
    for slots in places.values where slots.count > 1 {
      let ballots = slots.map { entries[$0] }.sorted { left, right in
        guard let (_, left) = left.secretBallot, let (_, right) = right.secretBallot else {
          return false
        }
        return left < right
      }
      for (slot, ballot) in zip(slots, ballots) {
        entries[slot] = JournalEntry(
          revision: entries[slot].revision,
          time: entries[slot].time,
          event: ballot.event,
          cause: nil
        )
      }
    }
  }
}

extension JournalEntry {
  fileprivate var secretBallot: (RoundID, Pseudonym)? {
    guard case .polls(.ballotCast(let poll, let round, .hidden(let pseudonym), _)) = event else {
      return nil
    }
    return (RoundID(poll, round), pseudonym)
  }
}
