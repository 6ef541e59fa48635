import Foundation
import SocketTestSupport
import Testing

@Suite("The operator's texts")
struct TextsTests {
  @Test("are the program's own ones in both languages, until there are others")
  func defaults() throws {
    let server = try Server()
    for name in ["accessibility", "help", "imprint", "privacy"] {
      for language in ["de", "en"] {
        let answer = try server.get("/texts/\(name).\(language).txt")
        #expect(answer.status == 200, "\(name)")
        #expect(answer["content-type"] == "text/plain; charset=utf-8")
        #expect(String(decoding: answer.body, as: UTF8.self).hasPrefix("# "))
      }
      #expect(try server.get("/about/\(name)").status == 200)
    }
    #expect(try server.get("/texts/other.de.txt").status == 404)
  }

  @Test("are read anew each time, and sent as text")
  func replaced() throws {
    let server = try Server()
    let path = "/texts/imprint.de.txt"
    let own = try server.get(path).body
    try write("# Stadt Idstein\n<script>alert(1)</script>\n", to: "imprint.de.md", of: server)
    let answer = try server.get(path)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("<script>"))
    #expect(answer["content-type"] == "text/plain; charset=utf-8")
    #expect(answer["x-content-type-options"] == "nosniff")
    try write("Zweite Fassung", to: "imprint.de.txt", of: server)
    #expect(String(decoding: try server.get(path).body, as: UTF8.self) == "Zweite Fassung")
    #expect(try server.get("/texts/imprint.en.txt").body != own)
    try FileManager.default.removeItem(atPath: "\(server.data)/pages")
    #expect(try server.get(path).body == own)
  }

  @Test("that cannot be shown are told to the operator, and the program's own are shown")
  func unusable() throws {
    let server = try Server()
    let path = "/texts/privacy.de.txt"
    let own = try server.get(path).body
    try write(String(repeating: "x", count: 65_537), to: "privacy.de.txt", of: server)
    #expect(try server.get(path).body == own)
    #expect(try server.output().contains("at most 64 KiB"))
    try write(String(repeating: "x", count: 65_536), to: "privacy.de.txt", of: server)
    #expect(try server.get(path).body.count == 65_536)

    let file = "\(server.data)/pages/privacy.de.txt"
    try Data([0xff, 0xfe, 0x41]).write(to: URL(fileURLWithPath: file))
    #expect(try server.get(path).body == own)
    try FileManager.default.removeItem(atPath: file)
    let key = "\(server.data)/admin.key"
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: key)
    #expect(try server.get(path).body == own)
    // Whoever opens it would wait for somebody who writes.
    try FileManager.default.removeItem(atPath: file)
    try #require(mkfifo(file, 0o600) == 0)
    #expect(try server.get(path).body == own)
  }

  private func write(_ text: String, to name: String, of server: Server) throws {
    let folder = "\(server.data)/pages"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }
}
