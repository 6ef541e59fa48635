/// Why a data folder cannot be used, in words for the operator: which file, what, and what to do.
package struct ArchiveError: Error, CustomStringConvertible, Sendable {
  package let kind: Kind
  package let file: String
  package let reason: String
  package let advice: String

  package enum Kind: Sendable {
    /// What is on disk is not what was written.
    case damaged
    /// The disk does not do as it is asked.
    case disk
    /// There is no space on the disk.
    case full
    /// The folder, or the question, is not as it should be.
    case unusable
  }

  init(_ kind: Kind, _ file: String, _ reason: String, advice: String) {
    self.kind = kind
    self.file = file
    self.reason = reason
    self.advice = advice
  }

  /// What the program ends with: 3 for damage, 4 for the disk, 1 for all else.
  package var exitCode: Int32 {
    switch kind {
    case .damaged: 3
    case .disk, .full: 4
    case .unusable: 1
    }
  }

  package var description: String { "\(file): \(reason) \(advice)" }
}

/// Why the journal did not take a batch.
package enum StorageTrouble: Error, Hashable, Sendable {
  /// Nothing of the batch is kept; there is no space for it.
  case full
  /// Nobody knows what of the batch is kept: only a fresh start, which reads what the disk has,
  /// can tell. With the database's words, for the log.
  case broken(String)

  package var isFull: Bool { self == .full }
}
