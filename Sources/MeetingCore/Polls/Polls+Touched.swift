// What looks different after an event.

extension Meeting {
  func touched(by event: Polls.Event) -> [Thing] {
    switch event {
    case .ballotCast(let id, let round, let voter, _):
      [.tally(id), owner(of: voter, in: RoundID(id, round))]
    case .ballotForgotten: []
    case .pollCreated(let id, _, _), .pollEdited(let id, _, _), .pollTimed(let id, _),
      .answerHidden(let id, _, _), .answerMerged(let id, _, _):
      [.poll(id), .tally(id)]
    case .pollRemoved(let id), .pollOpened(let id, _, _), .pollOpeningTakenBack(let id, _),
      .pollPublished(let id, _), .pollUnpublished(let id, _), .pollReopened(let id, _, _),
      .roundBegun(let id, _), .roundTakenBack(let id, _):
      [.poll(id), .tally(id), .stage]
    case .pollClosed(let id, let round, let tally):
      // The own ballots of a secret poll can be told no more.
      [.poll(id), .tally(id), .stage] + (tally == nil ? [] : voters(in: RoundID(id, round)))
    }
  }

  private func owner(of voter: Voter, in round: RoundID) -> Thing {
    switch voter {
    case .person(let person): .me(person)
    case .hidden(let pseudonym): .voter(round, pseudonym)
    }
  }

  private func voters(in id: RoundID) -> [Thing] {
    guard let round = polls[id.poll]?.present, round.number == id.round else { return [] }
    return round.ballots.keys.map { owner(of: $0, in: id) }
  }

  /// The tallies that show a person's name (row C41).
  func tallies(naming person: ParticipantID) -> [Thing] {
    polls.all.filter { poll in
      poll.rounds.contains { $0.ballots[.person(participant: person)] != nil && $0.state.isOver }
    }.map { .tally($0.id) }
  }
}
