import ArgumentParser
import Foundation
import Logging
import MeetingArchive
import WebSocketServer

/// `kaffeerunde serve`: the server itself.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve meetings to browsers.")

  @Option(help: "The folder that keeps everything; it is made if it is missing.")
  var data: String

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port: UInt16 = 8080

  @Option(help: "The address under which people reach this server, such as https://runde.stadt.de.")
  var publicURL: String?

  @Option(help: "A file to write, once the server listens, with all links as JSON.")
  var readyFile: String?

  @Option(help: "Serve the page from this folder instead of the one in the program.")
  var web: String?

  @Option(help: "After how many days names are taken out of a record.")
  var keepNames: Int?

  @Option(help: "After how many days a record is deleted; without this, never.")
  var keepRecords: Int?

  func validate() throws {
    try Retention.validate(names: keepNames, records: keepRecords)
    if let web, !FileManager.default.fileExists(atPath: "\(web)/index.html") {
      throw ValidationError("--web must name a folder with an index.html; \(web) is none.")
    }
    guard let publicURL else { return }
    guard let url = URL(string: publicURL), ["http", "https"].contains(url.scheme), url.host != nil
    else {
      throw ValidationError("--public-url must begin with http:// or https:// and name a host.")
    }
  }

  func run() throws {
    do {
      let runner = try Runner(self, log: Log.standard)
      runner.run()
      if runner.isBroken {
        // Nothing is closed: that would write to a disk that does not keep what it is given.
        withExtendedLifetime(runner) { Foundation.exit(4) }
      }
    } catch let error as ArchiveError {
      Log.complain("\(error)")
      throw ExitCode(error.exitCode)
    } catch let error as ServerError {
      Log.complain("\(error)")
      throw ExitCode(1)
    }
  }
}

/// Where lines for the operator go.
enum Log {
  /// To the standard error stream; texts of people, names, addresses and secrets never.
  static let standard = Logger(label: "kaffeerunde") { label in
    StreamLogHandler.standardError(label: label)
  }

  static func complain(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("kaffeerunde: \(text)\n".utf8))
  }
}
