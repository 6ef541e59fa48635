// What a rehearsal leaves behind, what the next round begins with, and what is worth the stage.

extension Polls {
  /// All polls as drafts that nobody has ever voted in: what a rehearsal leaves (product row H4).
  package var wiped: Self {
    var wiped = self
    wiped.open = []
    wiped.lastPublished = nil
    for id in order { wiped.byID[id]?.wipe() }
    return wiped
  }

  /// All that browsers hold of polls.
  package var things: [Thing] { order.flatMap { [.poll($0), .tally($0)] } }

  /// What the journal has to forget together with all votes: every choice, every word that is not
  /// a moderator's form, and the keys of secret rounds.
  package var forgotten: Forgetting {
    Forgetting(
      revisions: all.flatMap { $0.said + $0.rounds.flatMap(\.cast) }.sorted(),
      items: all.filter { $0.present.hasItem && !$0.present.state.isOver }
        .map { RoundID($0.id, $0.present.number).item }
    )
  }

  /// The polls without votes, as facts of the next round (product row H5).
  ///
  /// Instant polls without a title belong to their moment; items of the agenda are others then.
  package var prepared: [Event] {
    all.filter { !$0.form.title.isEmpty }.enumerated().map { place, poll in
      var form = poll.form
      form.item = nil
      return .pollCreated(poll: poll.id, form: form, number: place + 1)
    }
  }
}
