import Foundation

/// The program that stands beside this one, in a process of its own, with a new round.
struct RealServer {
  let port: UInt16
  let code: String
  /// Makes a moderator of the one who brings it.
  let key: String
  private let process = Process()

  init(in folder: String) throws {
    process.executableURL = Bundle.main.bundleURL.appendingPathComponent("kaffeerunde")
    let ready = folder + "/ready.json"
    process.arguments = [
      "serve", "--data", folder + "/round", "--port", "0", "--ready-file", ready,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while !FileManager.default.fileExists(atPath: ready) {
      guard process.isRunning else { throw CocoaError(.executableLoad) }
      Thread.sleep(forTimeInterval: 0.02)
    }
    let told = try JSONDecoder().decode(Ready.self, from: Data(contentsOf: URL(filePath: ready)))
    guard let port = URL(string: told.url)?.port, let meeting = told.meetings.first else {
      throw CocoaError(.fileReadCorruptFile)
    }
    self.port = UInt16(port)
    code = meeting.code
    key = meeting.moderator.components(separatedBy: "#key=").last ?? ""
  }

  private struct Ready: Decodable {
    let url: String
    let meetings: [Meeting]

    struct Meeting: Decodable {
      let code: String
      let moderator: String
    }
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
