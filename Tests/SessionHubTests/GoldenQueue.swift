import MeetingCore
import MeetingTestSupport
import SessionHub

/// The speaking queue of which the golden frames speak: Ada has the floor, Ben and Dora wait, a
/// guest has been put in front of them, and somebody is away.
struct GoldenQueue {
  private(set) var meeting = GoldenRound.withQuestions.meeting
  private var seconds = 60

  private static let hands = (1...6).map { Reference("hand-\($0)") }
  private static let (ben, dora) = (ParticipantID(rawValue: 8), ParticipantID(rawValue: 9))
  private static let emil = ParticipantID(rawValue: 10)

  init() {
    var rules = SpeakingQueue.Rules()
    rules.closes = .start + .seconds(600)
    rules.limits = [.topic: 180, .reply: 60]
    happens(.queueSet(rules: rules))
    raises(0, GoldenRound.ada, .question, question: GoldenRound.lunch)
    raises(1, Self.ben, .reply, note: "Wir haben das schon.")
    raises(2, Self.dora, .topic)
    raises(3, Self.emil, .topic)
    let hands = Self.hands
    happens(.turnBegan(entry: hands[1]), after: 5)
    happens(.turnEnded(turn: hands[1]), after: 75)
    raises(5, Self.ben, .topic)
    happens(.handRaised(entry: hands[4], by: .kaya, kind: .topic, added: true))
    happens(.entryMoved(entry: hands[4], place: 1))
    meeting.apply(
      .participants(.participantLeft(participant: Self.emil)),
      at: .start + .seconds(seconds)
    )
    happens(.entrySkipped(entry: hands[3], aside: true))
    happens(.turnBegan(entry: hands[0]))
    happens(.turnPaused(turn: hands[0]), after: 40)
    happens(.turnResumed(turn: hands[0]), after: 20)
  }

  private mutating func happens(_ event: SpeakingQueue.Event, after length: Int = 1) {
    seconds += length
    meeting.apply(.queue(event), at: .start + .seconds(seconds))
  }

  private mutating func raises(
    _ hand: Int,
    _ person: ParticipantID,
    _ kind: SpeakingQueue.Kind,
    note: String? = nil,
    question: QuestionID? = nil
  ) {
    let raised = SpeakingQueue.Event.handRaised
    let who = SpeakingQueue.Who.person(participant: person)
    happens(raised(Self.hands[hand], who, kind, note, question, nil))
  }

  private func queue(for audience: Audience) -> [UInt8] {
    meeting.view(of: .queue, for: audience, at: Revision(rawValue: 40)) ?? []
  }

  private func me(_ person: ParticipantID) -> [UInt8] {
    meeting.me(Owner(person: person), at: Revision(rawValue: 40))
  }

  /// The things, by the name that they have in the golden file.
  static var things: [String: [UInt8]] {
    let round = Self()
    var paused = round
    paused.happens(.turnPaused(turn: hands[0]), after: 30)
    var lowered = round
    lowered.happens(.handLowered(entry: hands[2], because: .own))
    var removed = round
    removed.happens(.handLowered(entry: hands[2], because: .moderators))
    return [
      "queueEmpty": GoldenRound().meeting.golden(.queue, 1),
      "queue": round.queue(for: .participants),
      "queueForModerators": round.queue(for: .moderators),
      "queuePaused": paused.queue(for: .participants),
      "meSpeaking": round.me(GoldenRound.ada),
      "meWaiting": round.me(ben),
      "mePutAside": round.me(emil),
      "meWithLoweredHand": lowered.me(dora),
      "meTakenOffTheList": removed.me(dora),
    ]
  }
}

extension SpeakingQueue.Who {
  fileprivate static let kaya = Self.guest(
    name: "Frau Kaya",
    organisation: "Landkreis Rostock",
    via: .phone
  )
}
