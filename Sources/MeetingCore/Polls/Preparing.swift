// What moderators do with polls before anybody votes.

extension Meeting {
  func createPoll(
    _ form: Poll.Form,
    open: Bool,
    for seconds: Int?,
    _ wish: Wish
  ) throws(Rejection) -> [Event] {
    let id = wish.reference
    if polls[id] != nil { return [] }
    guard polls.count < Limits.polls else { throw Rejection(.tooManyPolls) }
    let form = try form.cleaned()
    let created = Polls.Event.pollCreated(poll: id, form: form, number: polls.lastNumber + 1)
    guard open else { return [.polls(created)] }
    let until = try deadline(seconds ?? form.seconds, from: wish.now)
    try requireReady(form)
    return [.polls(created), .polls(.pollOpened(poll: id, round: 1, until: until))]
  }

  /// Product row C37: once somebody has voted, only what changes nobody's meaning.
  func editPoll(
    _ id: PollID,
    to form: Poll.Form,
    seen: Revision
  ) throws(Rejection) -> [Event] {
    let poll = try poll(id)
    let form = try form.cleaned()
    if poll.form == form { return [] }
    try require(seen, of: poll)
    if !form.asksTheSame(as: poll.form) {
      guard poll.present.tally.cast == 0, !poll.present.state.isOver else {
        throw Rejection(.pollLocked)
      }
      if poll.present.state.isOpen, !form.isComplete { throw Rejection(.pollIncomplete) }
    }
    let wasSeen = poll.isEdited || poll.present.state != .draft
    let edited = Polls.Event.pollEdited(poll: id, form: form, edited: wasSeen ? true : nil)
    return [.polls(edited)]
  }

  func removePoll(_ id: PollID) throws(Rejection) -> [Event] {
    guard try !poll(id).wasOpened else { throw Rejection(.pollNotDraft) }
    return [.polls(.pollRemoved(poll: id))]
  }

  /// Whether a poll of this form can be opened now.
  func requireReady(_ form: Poll.Form) throws(Rejection) {
    guard form.isComplete else { throw Rejection(.pollIncomplete) }
    guard polls.open.count < Limits.openPolls else { throw Rejection(.tooManyOpenPolls) }
  }

  /// When a timer of so many seconds ends; nothing where there are none.
  func deadline(_ seconds: Int?, from now: Timestamp) throws(Rejection) -> Timestamp? {
    guard let seconds, seconds != 0 else { return nil }
    guard Limits.pollSeconds ~= seconds else { throw Rejection(.pollInvalid) }
    return now + .seconds(seconds)
  }
}
