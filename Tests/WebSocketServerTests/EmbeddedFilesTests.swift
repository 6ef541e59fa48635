import Foundation
import Testing
import WebSocketServer

@Suite("The page in the program")
struct EmbeddedFilesTests {
  @Test("is the page in the folder `web`, whole and nothing else")
  func isTheFolder() throws {
    let web = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("web")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: web.path).filter { path in
      // Types of the page's parts are for those who write it; browsers never load them.
      path.contains(".") && !path.hasSuffix(".d.ts")
    }
    #expect(embeddedFiles.map(\.path).sorted() == paths.sorted())
    for file in embeddedFiles {
      let bytes = [UInt8](try Data(contentsOf: web.appendingPathComponent(file.path)))
      #expect(file.bytes == bytes, "\(file.path)")
    }
  }
}
