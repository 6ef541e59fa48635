import Foundation
import SocketTestSupport
import Testing

/// `strace` on a running process: watches its calls, or makes one of them fail.
///
/// Counters are for each thread and each kind of call; the disk has one thread.
final class Strace {
  static let path = "/usr/bin/strace"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)
  /// Everything that changes or keeps what is on the disk.
  static let calls = [
    "write", "pwrite64", "fsync", "fdatasync", "rename", "ftruncate", "unlink",
  ]

  private let process = Process()
  private let output: String

  /// - Parameters:
  ///   - injection: What to do to which call, in the words of `strace`.
  ///   - calls: What is watched; only that can be made to fail.
  init(
    _ pid: Int32,
    _ injection: String? = nil,
    of calls: [String] = Strace.calls,
    in folder: String
  ) throws {
    output = folder + "/strace"
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments =
      ["-f", "-q", "-y", "-p", "\(pid)", "-o", output]
      + ["-e", "trace=" + calls.joined(separator: ",")]
      + (injection.map { ["-e", "inject=" + $0] } ?? [])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try wait("strace") { try Self.isTraced(pid) }
  }

  deinit { end() }

  /// Lets the process go.
  func end() {
    guard process.isRunning else { return }
    // Gentler signals are blocked in what a test starts.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Whether the accident has happened.
  var hasStruck: Bool {
    get throws {
      let said = try String(contentsOfFile: output, encoding: .utf8)
      return said.contains("INJECTED") || said.contains("killed by SIGKILL")
    }
  }

  /// Whether every thread of a process is traced.
  private static func isTraced(_ pid: Int32) throws -> Bool {
    let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")
    return try threads.allSatisfy { thread in
      let status = try String(contentsOfFile: "/proc/\(pid)/task/\(thread)/status", encoding: .utf8)
      return !status.contains("TracerPid:\t0\n")
    }
  }

  /// A call that was made: its name, on which file, and the how-many-eth of its name it was in its
  /// thread.
  struct Call: Hashable, CustomStringConvertible {
    let name: String
    let file: String
    let number: Int

    var description: String { "\(name) \(number)" }
  }

  /// The calls of the thread that writes to a folder, in order; the process has ended.
  func calls(writingTo folder: String) throws -> [Call] {
    process.waitUntilExit()
    let lines = try String(contentsOfFile: output, encoding: .utf8).components(separatedBy: "\n")
    var numbers: [String: Int] = [:]
    var calls: [String: [Call]] = [:]
    for line in lines {
      let thread = String(line.prefix { $0 != " " })
      let call = line.dropFirst(thread.count).drop { $0 == " " }
      let name = String(call.prefix { $0 != "(" })
      guard Self.calls.contains(name) else { continue }
      numbers["\(thread) \(name)", default: 0] += 1
      let number = numbers["\(thread) \(name)"] ?? 0
      calls[thread, default: []].append(Call(name: name, file: String(call), number: number))
    }
    return calls.values.first { $0.contains { $0.file.contains(folder) } } ?? []
  }
}
