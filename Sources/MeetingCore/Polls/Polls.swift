/// All polls of a meeting.
package struct Polls: Equatable, Sendable {
  private var byID: [PollID: Poll] = [:]
  /// In the order in which they were made.
  package private(set) var order: [PollID] = []
  /// Those that are open, in the order in which they were opened.
  package private(set) var open: [PollID] = []
  /// The number that was given last.
  private(set) var lastNumber = 0
  /// Since when each poll, or its result, is worth the stage.
  private(set) var stageSince: [PollID: Revision] = [:]
  /// The poll whose result was published last.
  private(set) var lastPublished: PollID?

  package init() {}

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

  /// Opening a poll, or publishing its result, puts it on the stage.
  mutating func claimStage(_ id: PollID, _ revision: Revision) {
    guard let poll = byID[id] else { return }
    stageSince[id] = revision
    if poll.present.state.isPublished { lastPublished = id }
  }

  /// Drafts of all polls, in their first round.
  var drafts: Self {
    var drafts = Self()
    drafts.lastNumber = lastNumber
    drafts.order = order
    drafts.byID = byID.mapValues { poll in
      Poll(
        id: poll.id,
        number: poll.number,
        present: Poll.Round(1, of: poll.form),
        changed: poll.changed,
        formed: poll.formed
      )
    }
    return drafts
  }

  mutating func remove(_ id: PollID) {
    byID[id] = nil
    stageSince[id] = nil
    if lastPublished == id { lastPublished = nil }
    order.removeAll { $0 == id }
    open.removeAll { $0 == id }
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
  mutating func curate(_ id: PollID, _ change: (inout Poll.Curation) -> Void) {
    guard byID[id] != nil else { return }
    change(&byID[id]!.curation)
  }
}

extension Poll.Round {
  fileprivate mutating func cast(_ ballot: Ballot, by voter: Voter, _ revision: Revision) {
    if let before = ballots.updateValue(ballot, forKey: voter) { tally.remove(before, in: form) }
    tally.add(ballot, in: form)
    if case .hidden = voter { cast.append(revision) }
  }
}
