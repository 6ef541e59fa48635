package import MeetingCore

/// What the ballots of a poll's present round add up to, as an audience sees it.
///
/// Everybody but speakers: how many have voted, and how many were there. The numbers: moderators;
/// everybody once they are published, or while they come in where the poll says so; whoever has
/// voted where it says that. Of a secret poll that is open nobody sees them before five have
/// voted. Names: moderators once it is closed, everybody once it is published, as the poll has
/// announced.
struct TallyView: Encodable {
  var kind = "tally"
  let id: PollID
  let revision: Revision
  let round: Int
  let cast: Int
  /// How many were there, at the end as far as it has come; never fewer than have voted.
  let present: Int
  let presentAtOpening: Int
  let presentAtClosing: Int?
  /// Whether there is no result because too few have voted yet.
  let tooFew: Bool?
  let result: ResultView?
  let voters: [VoterView]?
  /// How many more names there are.
  let moreVoters: Int?

  struct VoterView: Encodable {
    let participant: ParticipantID
    let name: String?
    let organisation: String?
    let ballot: Ballot

    fileprivate func without(hidden poll: Poll) -> Self {
      Self(
        participant: participant,
        name: name,
        organisation: organisation,
        ballot: poll.shown(ballot)
      )
    }
  }

  init(
    _ poll: Poll,
    in meeting: Meeting,
    for audience: Audience,
    toVoters: Bool = false,
    _ revision: Revision
  ) {
    let isModerator = audience == .moderators
    let round = (isModerator ? poll.rounds : poll.openedRounds).last ?? poll.present
    let isShown =
      round.showsNumbers || (isModerator && !round.isTooSmall)
      || (toVoters && round.showsNumbersToVoters)
    id = poll.id
    self.revision = revision
    self.round = round.number
    cast = round.tally.cast
    present = round.present
    presentAtOpening = round.presentAtOpening
    presentAtClosing = round.presentAtClosing
    tooFew = round.isTooSmall ? true : nil
    result = isShown ? ResultView(round, of: poll, for: audience) : nil
    let all = round.showsNames(to: audience) ? Self.voters(of: round, in: meeting) : []
    // Names never bring back what moderators have hidden.
    let shown = all.prefix(HubLimits.votersShown).map {
      isModerator ? $0 : $0.without(hidden: poll)
    }
    voters = shown.isEmpty ? nil : shown
    moreVoters = all.count > HubLimits.votersShown ? all.count - HubLimits.votersShown : nil
  }

  private static func voters(of round: Poll.Round, in meeting: Meeting) -> [VoterView] {
    let named = round.ballots.compactMap { voter, ballot -> VoterView? in
      guard case .person(let person) = voter else { return nil }
      let known = meeting.participants[person]
      return VoterView(
        participant: person,
        name: known.name,
        organisation: known.organisation,
        ballot: ballot
      )
    }
    return named.sorted { $0.participant < $1.participant }
  }
}

extension Poll.Round {
  fileprivate func showsNames(to audience: Audience) -> Bool {
    switch form.secrecy {
    case .secret: false
    case .moderators: audience == .moderators && state.isOver
    case .named: audience == .moderators ? state.isOver : showsNumbers && state.isPublished
    }
  }
}

extension Meeting {
  /// A tally as those participants see it who have voted, where that makes a difference.
  package func tallyForVoters(of poll: PollID, at revision: Revision) -> [UInt8]? {
    polls[poll].map {
      JSON.encode(TallyView($0, in: self, for: .participants, toVoters: true, revision))
    }
  }
}
