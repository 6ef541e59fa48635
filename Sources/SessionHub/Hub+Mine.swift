import Foundation
package import MeetingCore

extension Hub {
  /// Everything of a meeting that is attributable to the person with this secret, as JSON; nothing
  /// where nobody with it is here.
  package mutating func mine(_ token: String, in meeting: MeetingID) -> [UInt8]? {
    let digest = SessionDigest(rawValue: Secret.digest(token))
    guard let mine = rooms[meeting]?.mine(digest) else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(mine)).map { [UInt8]($0) }
  }

  /// Takes back what the person with this secret has said, and their name.
  ///
  /// - Returns: What follows; nothing where nobody with it is here, or nothing is taken any more.
  package mutating func forgetMine(
    _ token: String,
    in meeting: MeetingID,
    references: () -> Reference,
    at now: Timestamp
  ) -> [Output]? {
    let digest = SessionDigest(rawValue: Secret.digest(token))
    var outputs: [Output] = []
    let isDone = rooms[meeting]?.forgetMine(
      digest,
      references: references,
      at: now,
      into: &outputs
    )
    return isDone == true ? outputs : nil
  }
}
