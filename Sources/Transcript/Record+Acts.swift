import MeetingCore

extension Record {
  /// Something that a moderator or a speaker did (product row F8): who, what and when.
  struct Act: Equatable, Codable, Sendable {
    let time: Timestamp
    /// The command's name, as the protocol spells it.
    let act: String
    /// Nothing where the person gave no name.
    var by: String?
    /// The person's number in this meeting, so that two without a name can be told apart.
    let participant: ParticipantID
    let undone: Bool?

    init(_ act: MeetingCore.Act, in meeting: Meeting) {
      time = act.time
      self.act = act.name
      by = meeting.participants[act.by].name
      participant = act.by
      undone = act.isUndone ? true : nil
    }
  }

  /// What was done as staff, in order; nothing where nothing was.
  static func acts(of meeting: Meeting) -> [Act]? {
    let acts = meeting.moderation.acts.map { Act($0, in: meeting) }
    return acts.isEmpty ? nil : acts
  }
}
