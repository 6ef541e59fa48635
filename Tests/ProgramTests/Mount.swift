import Foundation
import Testing

/// A file system of its own for a data folder, where the machine allows it.
final class Mount {
  let path: String
  private let image: String?

  /// Whether this machine lets us do such things.
  static let isAllowed: Bool = {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("kaffeerunde-mount-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    return (try? Mount(memory: "1m", at: path)) != nil
  }()

  /// Whether it also lets us make a disk of a file, and cut its power.
  static let hasDisks: Bool = {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("kaffeerunde-disk-\(UUID().uuidString)").path
    defer {
      for end in ["", ".image"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    guard isAllowed, let mount = try? Mount(disk: "8M", at: path) else { return false }
    return (try? mount.cutPower()) != nil
  }()

  /// A file system in memory that is full soon.
  init(memory size: String, at path: String) throws {
    self.path = path
    image = nil
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.run("mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", path)
  }

  /// A disk in a file.
  init(disk size: String, at path: String) throws {
    self.path = path
    let image = path + ".image"
    self.image = image
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Self.run("truncate", "-s", size, image)
    try Self.run("mkfs.ext4", "-q", "-F", image)
    try Self.run("mount", "-o", "loop", image, path)
  }

  deinit {
    // Whoever uses it still keeps it until the end.
    try? Self.run("umount", "--lazy", path)
  }

  /// Takes the disk's power away: what was not synced is gone, and nothing works any more.
  func cutPower() throws {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try #require(folder >= 0)
    defer { close(folder) }
    var withoutFlushing: UInt32 = 2
    let shutdown: UInt = 0x8004_587D
    try #require(ioctl(folder, shutdown, &withoutFlushing) == 0)
  }

  /// Gives the disk its power back; nobody may use it just now.
  func restorePower() throws {
    try Self.run("umount", path)
    try Self.run("mount", "-o", "loop", image ?? "", path)
  }

  private static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused(command: arguments) }
  }

  struct Refused: Error {
    let command: [String]
  }
}
