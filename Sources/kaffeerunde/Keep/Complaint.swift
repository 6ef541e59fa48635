import ArgumentParser
import MeetingArchive

extension ParsableCommand {
  /// Does something with a data folder; what is wrong with it becomes words and an exit code.
  func complaining(_ act: () throws -> Void) throws {
    do {
      try act()
    } catch let error as ArchiveError {
      Log.complain("\(error)")
      throw ExitCode(error.exitCode)
    }
  }

  /// Prints what became of each file.
  ///
  /// - Throws: The exit code of damage, where something is not sound.
  func report(_ findings: [Finding], none: String) throws {
    for finding in findings {
      let content = finding.content.isEmpty ? "" : " (\(finding.content))"
      let state = finding.trouble.map { "\($0.kind.words): \($0.reason)" } ?? "sound"
      print("\(finding.file): \(state)\(content)")
    }
    if findings.isEmpty { print(none) }
    if let worst = findings.compactMap(\.trouble?.exitCode).max() { throw ExitCode(worst) }
  }
}

extension ArchiveError.Kind {
  fileprivate var words: String {
    switch self {
    case .damaged: "damaged"
    case .disk, .full: "not readable"
    case .unusable: "not usable"
    }
  }
}
