import Foundation

/// How much of the disk is kept free, and for what.
package enum SpaceLimits {
  /// Given up when the disk is full, so that meetings can still be closed and words deleted: some
  /// thousand events and a snapshot fit.
  static let reserve = 4 << 20
  /// What has to fit before a full disk counts as not full any more: a few of the largest batches.
  static let probe = 1 << 20
  /// Below this moderators are warned: a day's rounds still fit.
  package static let warning = 100 << 20
  /// Below this no new meeting begins that would perhaps not reach its end.
  package static let newMeeting = 50 << 20
}

extension DataFolder {
  /// How many bytes this server may still write to the folder's disk.
  package var freeBytes: Int {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return 0 }
    return Int(clamping: status.f_bavail) * Int(clamping: status.f_frsize)
  }

  /// Sets space aside for the day when there is none; does nothing where that is done already.
  ///
  /// - Throws: Why it could not be had.
  package func keepReserve() throws(ArchiveError) {
    guard Disk.size(of: reserve) != SpaceLimits.reserve else { return }
    // Bytes without a pattern, because a file system may keep zeros in no space at all.
    let word = UInt64.random(in: 0...UInt64.max)
    let bytes = (0..<UInt64(SpaceLimits.reserve)).map { place in
      UInt8(truncatingIfNeeded: (word ^ place) &* 0x9E37_79B9_7F4A_7C15 >> 56)
    }
    do throws(ArchiveError) {
      try Disk.write(bytes, to: reserve)
    } catch {
      try? Disk.remove(reserve + Disk.aside)
      throw error
    }
  }

  /// Gives up the reserve, for what must be possible even now.
  ///
  /// - Returns: Whether there was one.
  package func giveUpReserve() -> Bool {
    guard Disk.size(of: reserve) != nil else { return false }
    return (try? Disk.remove(reserve)) != nil
  }

  /// Whether there is space again: the reserve and something more has been written.
  package func hasSpaceAgain() -> Bool {
    let probe = path + "/probe"
    defer { try? Disk.remove(probe) }
    do throws(ArchiveError) {
      try keepReserve()
      try Disk.write([UInt8](repeating: 0x5A, count: SpaceLimits.probe), to: probe)
      return true
    } catch {
      return false
    }
  }

  private var reserve: String { path + "/reserve" }
}
