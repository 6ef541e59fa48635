import MeetingCore

/// How it stands with the disk: the server's state, not the meeting's, so it is in no journal and
/// no thing, but in every welcome and every beat.
package enum Storage: String, Codable, Sendable, CaseIterable {
  case ok
  /// There is little space left: moderators are warned.
  case low
  /// Nothing more fits, but for what closes and deletes.
  case full
  /// The disk does not keep what it is given: nothing is taken any more.
  case broken

  /// Whether wishes are taken as ever.
  var takesEverything: Bool { self == .ok || self == .low }

  /// What an audience is told; nothing while there is nothing to worry about.
  func told(to audience: Audience) -> Self? {
    switch self {
    case .ok: nil
    case .low: audience == .moderators ? self : nil
    case .full, .broken: self
    }
  }

  /// Why a wish cannot be taken now; nothing where it can.
  func refusal(of wish: Result<Meeting.Command, Rejection>) -> Rejection.Reason? {
    guard !takesEverything, case .success(let command) = wish else { return nil }
    if self == .broken { return .storageBroken }
    return command.isClosing ? nil : .storageFull
  }

  /// Why nobody new can be let in.
  var problem: ServerFrame.Problem { self == .broken ? .storageBroken : .storageFull }
}

extension Room {
  /// Takes note of how it stands with the disk, and tells everybody at once whom it concerns.
  mutating func storage(
    is new: Storage,
    at now: Timestamp,
    into outputs: inout [Hub.Output]
  ) {
    guard new != storage else { return }
    let old = storage
    storage = new
    // A beat speaks of a revision that everybody has been told.
    if hasNews { flush(at: now, into: &outputs) }
    for audience in Audience.allCases where old.told(to: audience) != new.told(to: audience) {
      let concerned = members.filter { $0.value.audience == audience && $0.value.isListening }
      guard !concerned.isEmpty else { continue }
      beat(Array(concerned.keys), of: audience, at: now, into: &outputs)
    }
  }

  /// Lets nobody in of whom the disk would have to take note.
  func requireKnown(_ digest: SessionDigest) throws(ServerFrame.Problem) {
    guard !storage.takesEverything, !isEnded else { return }
    guard let person = durable.participants.person(of: digest),
      durable.participants.contains(person)
    else { throw storage.problem }
  }
}
