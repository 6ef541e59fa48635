import Foundation
import SocketTestSupport
import Testing

@Suite("The program's end")
struct EndTests {
  /// What a test starts inherits blocked signals; a shell's child does not.
  @Test("is in order for whoever starts it without blocked signals, and leaves no log behind")
  func isAsked() throws {
    let server = try Server()
    server.end(SIGKILL)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let unblocked = """
      import os, signal, sys
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      os.execv(sys.argv[1], sys.argv[1:])
      """
    let ready = server.folder + "/again.json"
    process.arguments = [
      "python3", "-c", unblocked, Program.path, "serve", "--data", server.data, "--port", "0",
      "--ready-file", ready,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try wait("the ready file") { FileManager.default.fileExists(atPath: ready) }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    // What was forgotten is nowhere, not even in a log for the next start.
    #expect(try server.files("live") == ["\(server.meeting.id).sqlite"])
  }
}
