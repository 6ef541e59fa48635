import MeetingCore

/// A poll as an audience sees it; its numbers are a thing of their own, ``TallyView``.
///
/// Drafts: moderators. Everybody but speakers: what is asked and by which rules, where it stands,
/// and the published results of earlier rounds. Moderators also: the solution before it is
/// published, the results of all earlier rounds, and a new round that is not open yet.
struct PollView: Encodable {
  var kind = "poll"
  let id: PollID
  let revision: Revision
  let number: Int
  let form: Poll.Form
  let state: String
  let round: Int
  /// When it opened, when it closes by itself, and when it was closed.
  let since: Timestamp?
  let until: Timestamp?
  let closed: Timestamp?
  /// Whether it was changed after people had seen it.
  let edited: Bool?
  /// Only people with a lower number may vote.
  let before: ParticipantID?
  let rounds: [RoundView]

  /// An earlier round.
  struct RoundView: Encodable {
    let round: Int
    let published: Bool
    let since: Timestamp?
    let closed: Timestamp?
    /// Where something else was asked then.
    let form: Poll.Form?
    let cast: Int
    let present: Int
    let result: ResultView

    init(_ round: Poll.Round, of poll: Poll, asking form: Poll.Form, for audience: Audience) {
      let solves = audience == .moderators || round.state.isPublished
      self.round = round.number
      published = round.state.isPublished
      since = round.state.since
      closed = round.state.closed
      let then = solves ? round.form : round.form.unsolved
      self.form = then == form ? nil : then
      cast = round.tally.cast
      present = round.present
      result = ResultView(round, of: poll, for: audience)
    }
  }

  init(_ poll: Poll, for audience: Audience, _ revision: Revision) {
    let isModerator = audience == .moderators
    let rounds = isModerator ? poll.rounds : poll.openedRounds
    let round = rounds.last ?? poll.present
    let solves = isModerator || round.state.isPublished
    let form = solves ? round.form : round.form.unsolved
    id = poll.id
    self.revision = revision
    number = poll.number
    self.form = form
    state = round.state.spelling
    self.round = round.number
    since = round.state.since
    until = round.state.until
    closed = round.state.closed
    edited = poll.isEdited ? true : nil
    before = round.form.eligibility == .presentAtOpening ? round.newcomer : nil
    self.rounds = rounds.dropLast().filter { isModerator || $0.showsNumbers }
      .map { RoundView($0, of: poll, asking: form, for: audience) }
  }
}

extension Poll.State {
  /// The state's name on the wire.
  fileprivate var spelling: String {
    switch self {
    case .draft: "draft"
    case .open: "open"
    case .closed: "closed"
    case .published: "published"
    }
  }
}
