import Crypto
import Foundation
import MeetingCore

/// Everything that must be impossible to guess.
enum Secrets {
  /// 128 random bits in base64url: 22 characters.
  static func token() -> String {
    base64URL((0..<16).map { _ in UInt8.random(in: 0...255) })
  }

  /// A name for something that the server itself makes.
  static func reference() -> Reference {
    guard let reference = Reference(rawValue: token()) else {
      preconditionFailure("128 bits in base64url are a reference.")
    }
    return reference
  }

  /// A meeting's name for paths: short, lower case, never used twice.
  static func meetingID() -> MeetingID {
    let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
    return MeetingID(rawValue: String((0..<10).map { _ in alphabet.randomElement() ?? "x" }))
  }

  static func joinCode() -> JoinCode {
    let letters = (0..<JoinCode.length).map { _ in JoinCode.alphabet.randomElement() ?? "A" }
    guard let code = JoinCode(rawValue: String(letters)) else {
      preconditionFailure("A code of the alphabet's letters is a code.")
    }
    return code
  }

  /// A role's key for a meeting, derived from the admin's key, so that only that one is kept.
  ///
  /// - Parameter renewals: How often the role's link was made anew.
  static func key(
    _ role: Role,
    of meeting: MeetingID,
    renewals: Int,
    from adminKey: String
  ) -> String {
    let first = "\(role.rawValue)/\(meeting.rawValue)"
    let name = renewals == 0 ? first : "\(first)/\(renewals)"
    let code = HMAC<SHA256>.authenticationCode(
      for: Array(name.utf8),
      using: SymmetricKey(data: Array(adminKey.utf8))
    )
    return base64URL(Array(code.prefix(16)))
  }

  /// Whether a presented secret is the right one, in time that tells nothing.
  static func isEqual(_ presented: String?, _ right: String) -> Bool {
    guard let presented else { return false }
    return SHA256.hash(data: Array(presented.utf8)) == SHA256.hash(data: Array(right.utf8))
  }

  private static func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
      .replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }
}
