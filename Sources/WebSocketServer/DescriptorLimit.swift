import Glibc

/// How many files and sockets this process may hold.
enum DescriptorLimit {
  private static let wanted: rlim_t = 65_536
  private static let least = 64

  /// Raises the soft limit as far as the system and reason allow.
  ///
  /// - Parameter reserve: How many are kept for everything that is no connection.
  /// - Returns: How many connections there may be.
  /// - Throws: Where hardly any would be left.
  static func raise(leaving reserve: Int) throws(ServerError) -> Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let aim = min(limit.rlim_max, wanted)
    if limit.rlim_cur < aim {
      var raised = rlimit(rlim_cur: aim, rlim_max: limit.rlim_max)
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    let count = Int(min(limit.rlim_cur, wanted))
    guard count >= reserve + least else { throw .tooFewDescriptors(limit: count) }
    return count - reserve
  }
}

extension Duration {
  /// The length in seconds, with its fraction.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
