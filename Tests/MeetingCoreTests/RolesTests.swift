import MeetingCore
import MeetingTestSupport
import Testing

@Suite("Roles")
struct RolesTests {
  /// Who may ask what, kept a second time, so that no change of it goes unnoticed.
  static let everybody: Set<String> = [
    "setName", "inviteDevice", "askQuestion", "support", "withdrawQuestion", "editQuestion",
    "raiseHand", "askAloud", "changeHand", "lowerHand", "restoreHand", "notReady", "yieldFloor",
    "postMessage", "editMessage", "deleteMessage",
  ]
  static let voters: Set<String> = ["castBallot"]
  static let moderatorsAndSpeakers: Set<String> = ["answerQuestion", "undo", "attend"]
  static let moderators: Set<String> = [
    "setNamePolicy", "muteParticipant", "removeParticipant", "grantTime",
    "askOnBehalf", "reviseQuestion", "moveQuestion", "mergeQuestion", "unmergeQuestion",
    "tagQuestion", "setTags", "setQuestions", "handOn",
    "createPoll", "editPoll", "removePoll", "openPoll", "extendPoll", "closePoll", "publishPoll",
    "reopenPoll", "newRound", "hideAnswer", "mergeAnswers",
    "setQueue", "addToQueue", "removeFromQueue", "moveInQueue", "noShow", "callNext", "giveFloor",
    "pauseTurn", "resumeTurn", "endTurn", "takeBackTurn", "extendTurn",
    "setChat", "removeMessage", "clearChat", "acknowledgeMessage", "questionFromMessage",
    "pinLink", "unpinLink", "announce", "endAnnouncement",
    "setAgendaItem", "moveAgendaItem", "removeAgendaItem", "startAgendaItem", "schedule",
    "setPhase", "rehearse", "setStage", "endMeeting",
    "emergencyStop",
  ]

  private func roles(of command: String) -> Set<Role> {
    if Self.everybody.contains(command) { return [.participant, .moderator, .speaker] }
    if Self.voters.contains(command) { return [.participant, .moderator] }
    if Self.moderatorsAndSpeakers.contains(command) { return [.moderator, .speaker] }
    return [.moderator]
  }

  @Test("Every command stands in exactly one column of the table")
  func tableIsWhole() {
    let columns = [Self.everybody, Self.voters, Self.moderatorsAndSpeakers, Self.moderators]
    #expect(columns.reduce(Set()) { $0.union($1) } == Meeting.Command.names)
    #expect(columns.map(\.count).reduce(0, +) == Meeting.Command.names.count)
    #expect(Set(GoldenCommands.all.values.map(\.name)) == Meeting.Command.names)
  }

  @Test("Who may ask what: the whole table, role by command")
  func table() {
    let story = Scenario()
    for command in GoldenCommands.all.values {
      for role in Role.allCases {
        var reason: Rejection.Reason?
        do throws(Rejection) {
          let pseudonym = Pseudonym(rawValue: "somebody")
          let actor = Actor(.ada, as: role, pseudonym: pseudonym)
          _ = try story.meeting.decide(command, by: actor, as: Reference("try"), at: story.now)
        } catch {
          reason = error.reason
        }
        let isAllowed = roles(of: command.name).contains(role)
        #expect((reason != .notAllowed) == isAllowed, "\(command.name) by a \(role)")
      }
    }
  }

  @Test("Whoever was sent away may ask nothing any more")
  func removed() {
    var story = Scenario()
    story.given(.chair, .participants(.removeParticipant(participant: .ada)))
    for command in GoldenCommands.all.values {
      let actor = Actor(.ada, as: .participant, pseudonym: Pseudonym(rawValue: "ada"))
      #expect(throws: Rejection(.notAllowed), "\(command.name)") {
        try story.meeting.decide(command, by: actor, as: Reference("try"), at: story.now)
      }
    }
  }

  @Test("After the end nothing is left but to end it")
  func ended() {
    var story = Scenario()
    story.given(.chair, .agenda(.endMeeting))
    for command in GoldenCommands.all.values where command.name != "endMeeting" {
      let actor = Actor(.chair, as: .moderator, pseudonym: Pseudonym(rawValue: "chair"))
      #expect(throws: Rejection(.meetingEnded), "\(command.name)") {
        try story.meeting.decide(command, by: actor, as: Reference("try"), at: story.now)
      }
    }
  }
}
