import Foundation
import SocketTestSupport
import Testing

@Suite("What is deleted")
struct ForgettingTests {
  @Test("is in no file of the data folder soon after, while the server runs on")
  func isNowhere() throws {
    let server = try Server()
    try server.plays([
      #"{"at":0,"who":"ada","join":true}"#,
      #"{"at":1,"who":"ada","as":"q","command":{"askQuestion":{"text":"Ein Versehen, leider"}}}"#,
    ])
    #expect(try server.holds("Ein Versehen"))
    // Somebody else's words stay; Ada is somebody new each time a script is played.
    try server.plays([
      #"{"at":0,"who":"ada","join":true}"#,
      #"{"at":1,"who":"ada","as":"q","command":{"askQuestion":{"text":"Ein zweites Versehen"}}}"#,
      #"{"at":2,"who":"ada","command":{"withdrawQuestion":{"question":"@q"}}}"#,
    ])
    try wait("oblivion") { try !server.holds("Ein zweites Versehen") }
    #expect(try server.holds("Ein Versehen"))
    #expect(try !server.output().contains("Versehen"))
  }
}

extension Server {
  /// Whether words occur anywhere in the data folder, whatever the file.
  func holds(_ words: String) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: data).contains { name in
      // A file may vanish between the two.
      let bytes = FileManager.default.contents(atPath: "\(data)/\(name)") ?? Data()
      return bytes.range(of: Data(words.utf8)) != nil
    }
  }
}
