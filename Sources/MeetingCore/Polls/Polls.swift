/// All polls of a meeting.
package struct Polls: Equatable, Sendable {
  var byID: [PollID: Poll] = [:]
  /// In the order in which they were made.
  package private(set) var order: [PollID] = []
  /// Those that are open, in the order in which they were opened.
  package internal(set) var open: [PollID] = []
  /// The result that was published last, unless that was taken back.
  package internal(set) var lastPublished: Published?
  /// The number that was given last.
  private(set) var lastNumber = 0

  package init() {}

  /// A result that was published, and when.
  package struct Published: Equatable, Sendable {
    package let poll: PollID
    package let since: Revision
  }

  package subscript(_ poll: PollID) -> Poll? { byID[poll] }

  package var count: Int { byID.count }
  package var all: [Poll] { order.compactMap { byID[$0] } }

  /// The items of the secret polls that are open: one's own ballots are found by them.
  package var openSecretItems: [SecretItem] {
    open.compactMap { byID[$0] }.filter { $0.form.secrecy == .secret }
      .map { RoundID($0.id, $0.present.number).item }
  }

  /// Whoever filled in a ballot of an open poll, by name or by pseudonym.
  package func ballot(of voter: Voter, in round: RoundID) -> Ballot? {
    guard let poll = byID[round.poll] else { return nil }
    if poll.present.number == round.round { return poll.present.ballots[voter] }
    return poll.past.first { $0.number == round.round }?.ballots[voter]
  }
}

// MARK: - Applying

extension Polls {
  mutating func add(_ id: PollID, _ form: Poll.Form, number: Int, _ revision: Revision) {
    lastNumber = max(lastNumber, number)
    byID[id] = Poll(
      id: id,
      number: number,
      present: Poll.Round(1, of: form),
      changed: revision,
      formed: revision
    )
    // Where a removal is taken back, the poll comes to its old place.
    let place = order.firstIndex { (byID[$0]?.number ?? 0) > number } ?? order.endIndex
    order.insert(id, at: place)
  }

  mutating func remove(_ id: PollID) {
    byID[id] = nil
    order.removeAll { $0 == id }
    open.removeAll { $0 == id }
  }

  /// Publishes a round that is over, or takes that back.
  mutating func publish(_ round: RoundID, _ isPublished: Bool, _ revision: Revision) {
    change(round.poll, revision) { $0.publish(round.round, isPublished) }
    if isPublished {
      lastPublished = Published(poll: round.poll, since: revision)
    } else if lastPublished?.poll == round.poll {
      lastPublished = nil
    }
  }

  /// Changes a poll that is there, in place, and notes that it changed.
  mutating func change(_ id: PollID, _ revision: Revision, _ change: (inout Poll) -> Void) {
    guard byID[id] != nil else { return }
    change(&byID[id]!)
    byID[id]?.changed = revision
    let isOpen = byID[id]?.present.state.isOpen == true
    if isOpen, !open.contains(id) { open.append(id) }
    if !isOpen { open.removeAll { $0 == id } }
  }

  /// Counts a ballot in place of the one that the voter cast before.
  mutating func cast(_ ballot: Ballot, by voter: Voter, in round: RoundID, _ revision: Revision) {
    guard byID[round.poll]?.present.number == round.round else { return }
    byID[round.poll]?.present.cast(ballot, by: voter, revision)
  }

  /// Sorts answers, which is no change of the poll.
  mutating func curate(
    _ id: PollID,
    _ revision: Revision,
    _ change: (inout Poll.Curation) -> Void
  ) {
    guard byID[id] != nil else { return }
    change(&byID[id]!.curation)
    byID[id]?.said.append(revision)
  }
}

extension Poll.Round {
  fileprivate mutating func cast(_ ballot: Ballot, by voter: Voter, _ revision: Revision) {
    if let before = ballots.updateValue(ballot, forKey: voter) { tally.remove(before, in: form) }
    tally.add(ballot, in: form)
    cast.append(revision)
  }
}
