import MeetingCore
import MeetingTestSupport

extension Meeting {
  /// What must hold of polls, and does not.
  var brokenPolls: [String] {
    var broken = Promises()
    let all = polls.all
    broken.expect(polls.order.count == polls.count, "the order knows every poll")
    broken.expect(all.map(\.number) == all.map(\.number).sorted(), "numbers of polls rise")
    let open = all.filter(\.present.state.isOpen).map(\.id)
    broken.expect(Set(open) == Set(polls.open), "open polls are known")
    broken.expect(polls.open.count <= Limits.openPolls, "at most three are open")
    for poll in all {
      broken.expect(poll.changed <= revision && poll.formed <= revision, "no future changes")
      let numbers = poll.rounds.map(\.number)
      broken.expect(numbers == Array(1...numbers.count), "rounds are counted")
      broken.expect(poll.past.allSatisfy(\.state.isOver), "past rounds are over")
      let targets = Set(poll.curation.merged.values)
      broken.expect(
        targets.isDisjoint(with: poll.curation.merged.keys)
          && targets == Set(poll.curation.labels.keys),
        "mergers lead to what stands for itself"
      )
      for promise in poll.rounds.flatMap(\.brokenPromises) { broken.expect(false, promise) }
    }
    return broken.list
  }
}

extension Poll.Round {
  fileprivate var brokenPromises: [String] {
    var broken = Promises()
    let isForgotten = form.secrecy == .secret && state.isOver
    broken.expect(!isForgotten || ballots.isEmpty, "secret ballots are gone")
    broken.expect(
      ballots.keys.allSatisfy { $0.isHidden == (form.secrecy == .secret) },
      "secrecy is as announced"
    )
    if !isForgotten { broken.expect(tally == recount, "a tally is what a recount finds") }
    broken.expect(state != .draft || tally.cast == 0, "nobody votes in a draft")
    broken.expect(!state.isPublished || form.results != .moderators, "for moderators only")
    broken.expect(state == .draft || form.isComplete, "what is asked can be answered")
    broken.expect((try? form.cleaned()) == form, "forms are clean")
    return broken.list
  }

  /// All ballots, counted anew.
  var recount: Tally { Tally(of: form, counting: ballots.values) }
}

extension Voter {
  var isHidden: Bool { if case .hidden = self { true } else { false } }
}

// MARK: - What undo restores

extension Poll {
  var essence: [String] {
    [
      "\(number)", "\(form)", "\(isEdited)", "\(curation.hidden.sorted { $0.key < $1.key })",
      "\(curation.merged.sorted { $0.key < $1.key })",
      "\(curation.labels.sorted { $0.key < $1.key })",
    ] + rounds.map { "\($0.number) \($0.state.essence) \($0.tally.cast) \($0.ballots.count)" }
  }
}

extension Poll.State {
  fileprivate var essence: String {
    switch self {
    case .draft: "draft"
    case .open(_, let until): "open \(until.map { "\($0)" } ?? "")"
    case .closed: "closed"
    case .published: "published"
    }
  }
}
