import Foundation
import MeetingArchive
import MeetingCore
import Testing

@Suite("The space of a data folder")
struct SpaceTests {
  let scratch = try! Scratch()
  var data: String { scratch.path + "/data" }
  var reserve: String { data + "/reserve" }

  @Test("has a reserve of 4 MiB that is given up once, and set aside again")
  func keepsReserve() throws {
    let folder = try DataFolder(path: data)
    #expect(!folder.giveUpReserve())
    try folder.keepReserve()
    #expect(FileManager.default.contents(atPath: reserve)?.count == 4 << 20)
    #expect(folder.giveUpReserve())
    #expect(!FileManager.default.fileExists(atPath: reserve))
    #expect(folder.hasSpaceAgain())
    #expect(FileManager.default.contents(atPath: reserve)?.count == 4 << 20)
    #expect(!FileManager.default.fileExists(atPath: data + "/probe"))
  }

  @Test("is what the file system says")
  func knowsFreeBytes() throws {
    let folder = try DataFolder(path: data)
    #expect(folder.freeBytes > 0)
    try FileManager.default.removeItem(atPath: data)
    #expect(folder.freeBytes == 0)
  }
}
