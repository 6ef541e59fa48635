import MeetingCore

/// Everything of a meeting that is attributable to one person still, to take along.
///
/// Ballots of secret polls that are closed are not among it: nobody knows any more whose they were.
struct MineView: Encodable {
  let meeting: String
  let series: String
  /// As the page of that person holds it: name, questions, support, ballots, raised hands.
  let me: MeView
  /// What the ballots were about.
  let polls: [PollID: String]
  /// All messages that the server still has, to the room and to the moderators.
  let messages: [Message]

  struct Message: Encodable {
    let channel: MeetingCore.Message.Channel
    let posted: Timestamp
    let text: String
    let edited: Timestamp?
    let name: String?
  }

  init(_ owner: Owner, in meeting: Meeting) {
    self.meeting = meeting.founding.title
    series = meeting.founding.series.title
    me = MeView(owner, in: meeting, meeting.revision)
    let voted = Set(me.ballots.map(\.poll))
    polls = Dictionary(
      uniqueKeysWithValues: meeting.polls.all.filter { voted.contains($0.id) }
        .map { ($0.id, $0.form.title) }
    )
    messages = meeting.messages(by: owner.person).map {
      Message(
        channel: $0.channel,
        posted: $0.posted,
        text: $0.text,
        edited: $0.edited,
        name: $0.name
      )
    }
  }
}

extension Meeting {
  /// What somebody has written that nobody has taken away, the oldest first in each channel.
  func messages(by person: ParticipantID) -> [Message] {
    Message.Channel.allCases.flatMap { chat.messages(in: $0) }
      .filter { $0.author == person && $0.state == .shown }
  }
}
