import ArgumentParser
import MeetingArchive
import Transcript

extension Retention {
  /// A hundred years, beyond which days are a mistake in typing.
  private static let most = 36_500

  static func validate(names: Int?, records: Int?) throws {
    for days in [names, records].compactMap(\.self) where !(0...most).contains(days) {
      throw ValidationError("Days are between 0 and \(most); \(days) is not.")
    }
  }

  func changed(names: Int?, records: Int?) -> Self {
    Self(names: names ?? self.names, records: records ?? self.records)
  }
}

/// A record without its names, from its JSON to its JSON.
func nameless(_ json: [UInt8]) throws -> [UInt8] { try Record(json: json).nameless.json }
