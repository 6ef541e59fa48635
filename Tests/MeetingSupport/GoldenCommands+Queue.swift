package import MeetingCore

extension GoldenCommands {
  package static let queue: [String: Meeting.Command] = {
    let (entry, turn) = (Golden.files, Golden.wish)
    let seen = Revision(rawValue: 8)
    var rules = SpeakingQueue.Rules()
    rules.closes = .start
    rules.kinds = [.clarifying, .reply, .topic]
    rules.limits = [.topic: 180]
    let all: [String: SpeakingQueue.Command] = [
      "raiseHand": .raiseHand(),
      "raiseHandToReply": .raiseHand(kind: .reply, note: "Wir haben das schon."),
      "askAloud": .askAloud(question: Golden.lunch),
      "changeHand": .changeHand(entry: entry, kind: .pointOfOrder, note: "Bitte eine Pause."),
      "lowerHand": .lowerHand(),
      "lowerOneHand": .lowerHand(entry: entry),
      "restoreHand": .restoreHand(entry: entry),
      "notReady": .notReady(entry: entry, place: 1),
      "yieldFloor": .yieldFloor,
      "setQueue": .setQueue(rules: rules, seen: seen),
      "addToQueue": .addToQueue(participant: Golden.ada),
      "addToQueueByName": .addToQueue(
        name: "Frau Kaya",
        organisation: "Stadt Ulm",
        via: .phone,
        kind: .topic,
        note: "Zur Förderung",
        again: true
      ),
      "removeFromQueue": .removeFromQueue(entry: entry),
      "moveInQueue": .moveInQueue(entry: entry, before: turn, seen: seen),
      "moveInQueueToTheEnd": .moveInQueue(entry: entry, seen: seen),
      "noShow": .noShow(entry: entry, seen: seen),
      "callNext": .callNext(current: turn),
      "callNextAfterNobody": .callNext(current: nil),
      "giveFloor": .giveFloor(entry: entry, current: turn),
      "pauseTurn": .pauseTurn(turn: turn),
      "resumeTurn": .resumeTurn(turn: turn),
      "endTurn": .endTurn(turn: turn),
      "takeBackTurn": .takeBackTurn(turn: turn),
      "extendTurn": .extendTurn(turn: turn, to: 240),
    ]
    return all.mapValues(Meeting.Command.queue)
  }()
}
