/// SQLite's log of changed pages, as far as one has to look into it oneself.
///
/// SQLite takes the log until the first page that is not what was written, and silently leaves out
/// the rest: right after a power cut, which can only have torn the last commit, but not where a
/// disk has damaged the log further up.
///
/// - SeeAlso: The SQLite documentation, "WAL-mode File Format".
struct WriteAheadLog {
  private let bytes: [UInt8]
  private let pageSize: Int
  /// Words of the checksums are in this order.
  private let isBigEndian: Bool

  private static let headLength = 32
  private static let frameHeadLength = 24

  /// How many pages at the end of a database's log belong to a commit that was never finished.
  ///
  /// - Throws: Where pages are damaged that later commits have been built on.
  static func tornFrames(of database: String) throws(ArchiveError) -> Int {
    let path = database + Journal.logSuffix
    guard let size = Disk.size(of: path), size > headLength else { return 0 }
    guard let log = Self(try Disk.read(path)) else {
      throw Journal.damaged(path, "its head is not what was written")
    }
    let (torn, commits) = log.tail
    // A commit begins when the one before is on the disk: no more than one can be torn.
    guard commits <= 1 else {
      throw Journal.damaged(path, "a change in its middle is not what was written")
    }
    return torn
  }

  private init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let magic = Self.word(bytes, at: 0, isBigEndian: true)
    isBigEndian = magic & 1 == 1
    pageSize = Int(Self.word(bytes, at: 8, isBigEndian: true))
    guard magic & ~1 == 0x377F_0682, pageSize >= 512, pageSize <= 65_536 else { return nil }
    guard isSum(sum(of: 0..<24, from: (0, 0)), at: 24) else { return nil }
  }

  /// What follows the last page that is in order: the pages of this log, and how many of them end a
  /// commit.
  private var tail: (torn: Int, commits: Int) {
    var running = sum(of: 0..<24, from: (0, 0))
    var isSound = true
    var (torn, commits) = (0, 0)
    let length = Self.frameHeadLength + pageSize
    for start in stride(from: Self.headLength, through: bytes.count - length, by: length) {
      // Pages of an older log lie behind, with other salts.
      let isOfThisLog = bytes[(start + 8)..<(start + 16)].elementsEqual(bytes[16..<24])
      if isSound {
        running = sum(of: start..<(start + 8), from: running)
        running = sum(of: (start + Self.frameHeadLength)..<(start + length), from: running)
        isSound = isSum(running, at: start + 16)
        // What fits in all but the salts is of this log, and its salts were damaged.
        if isSound, !isOfThisLog { return (1, 2) }
        if isSound { continue }
      }
      guard isOfThisLog else { continue }
      torn += 1
      if Self.word(bytes, at: start + 4, isBigEndian: true) != 0 { commits += 1 }
    }
    return (torn, commits)
  }
}

// MARK: - Checksums

extension WriteAheadLog {
  private func sum(of range: Range<Int>, from sum: (UInt32, UInt32)) -> (UInt32, UInt32) {
    var (first, second) = sum
    for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      first &+= Self.word(bytes, at: place, isBigEndian: isBigEndian) &+ second
      second &+= Self.word(bytes, at: place + 4, isBigEndian: isBigEndian) &+ first
    }
    return (first, second)
  }

  private func isSum(_ sum: (UInt32, UInt32), at place: Int) -> Bool {
    sum.0 == Self.word(bytes, at: place, isBigEndian: true)
      && sum.1 == Self.word(bytes, at: place + 4, isBigEndian: true)
  }

  private static func word(_ bytes: [UInt8], at place: Int, isBigEndian: Bool) -> UInt32 {
    let high = UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
    let word = high | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    return isBigEndian ? word : word.byteSwapped
  }
}
