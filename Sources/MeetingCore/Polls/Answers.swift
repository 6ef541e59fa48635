// What moderators do with answers in people's own words.

extension Meeting {
  func hideAnswer(
    _ answer: String,
    of id: PollID,
    _ hidden: Bool
  ) throws(Rejection) -> [Event] {
    let poll = try pollOfTexts(id)
    let key = poll.curation.root(of: try answerKey(answer))
    if poll.curation.hides(key, of: poll.form.kind) == hidden { return [] }
    let curated = poll.curation.hidden
    guard curated[key] != nil || curated.count < Limits.curated else {
      throw Rejection(.tooManyAnswers)
    }
    return [.polls(.answerHidden(poll: id, answer: key, hidden: hidden))]
  }

  func mergeAnswers(
    _ answers: [String],
    of id: PollID,
    into target: String?
  ) throws(Rejection) -> [Event] {
    let curation = try pollOfTexts(id).curation
    guard answers.count <= Limits.curatedAtOnce else { throw Rejection(.tooManyAnswers) }
    var keys: [String] = []
    for answer in answers {
      let key = try answerKey(answer)
      if !keys.contains(key) { keys.append(key) }
    }
    guard let target else {
      let merged = keys.filter { curation.merged[$0] != nil }
      return merged.map { .polls(.answerMerged(poll: id, answer: $0, into: nil)) }
    }
    let root = curation.root(of: try answerKey(target))
    let label = curation.labels[root] ?? Text.line(target)
    // What was merged into one of them goes with it, and before it: no merger leads to another.
    let followers = curation.merged.filter { keys.contains($0.value) }.keys.sorted()
    let all = (followers.filter { !keys.contains($0) } + keys)
      .filter { $0 != root && curation.merged[$0] != root }
    let moved =
      all.filter { curation.merged[$0] != nil } + all.filter { curation.merged[$0] == nil }
    guard curation.merged.count + moved.count <= Limits.curated else {
      throw Rejection(.tooManyAnswers)
    }
    return moved.map { .polls(.answerMerged(poll: id, answer: $0, into: label)) }
  }

  private func pollOfTexts(_ id: PollID) throws(Rejection) -> Poll {
    let poll = try poll(id)
    guard poll.form.kind.isText else { throw Rejection(.answerUnknown) }
    return poll
  }

  private func answerKey(_ answer: String) throws(Rejection) -> String {
    guard let line = try Poll.Form.line(answer, Limits.pollTextCharacters) else {
      throw Rejection(.answerMissing)
    }
    return Mentions.key(of: line)
  }
}
