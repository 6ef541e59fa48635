import MeetingCore

// A second round of a poll beside the one before it (product row C39).

extension Record {
  /// What has changed since the round before, the greatest changes first; nothing where the two did
  /// not ask the same, or where the numbers are for moderators alone.
  func comparison(
    of round: PollRound,
    with before: PollRound?,
    _ words: PollWords
  ) -> [String] {
    guard let before, before.form.asksTheSame(as: round.form),
      let now = round.result.counts ?? round.result.points,
      let then = before.result.counts ?? before.result.points,
      round.form.results != .moderators, before.form.results != .moderators
    else { return [] }
    let changes = round.form.options.indices
      .map { (option: $0, by: now[$0] - then[$0]) }
      .filter { $0.by != 0 }
      .sorted { (abs($1.by), $0.option) < (abs($0.by), $1.option) }
    let told = changes.map { change in
      words.change(
        of: round.form.options[change.option],
        from: then[change.option],
        to: now[change.option],
        inPoints: round.result.points != nil
      )
    }
    return ["", words.compared(with: before.round, told)]
  }
}

extension Poll.Form {
  fileprivate func asksTheSame(as other: Self) -> Bool {
    kind == other.kind && options == other.options
  }
}
