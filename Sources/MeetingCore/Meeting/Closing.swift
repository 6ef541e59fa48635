extension Meeting.Command {
  /// What closes, deletes or stops something, by its name on the wire.
  ///
  /// These have to work when the disk is full, too (durability, point 7): they come with a reserve
  /// of their own, and most of them give space back.
  package static let closing: Set<String> = [
    "withdrawQuestion", "endMeeting", "emergencyStop", "muteParticipant", "removeParticipant",
    "removePoll", "lowerHand",
  ]

  package var isClosing: Bool { Self.closing.contains(name) }
}
