import Foundation

/// The few things that Foundation does not do with files: sync, lock, refuse symbolic links, and
/// say why not.
enum Disk {
  /// The end of a file's name as long as it is not whole.
  static let aside = ".new"

  /// Makes what was written to a file, or the names in a folder, survive a power cut.
  static func sync(_ path: String) throws(ArchiveError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path, "synced") }
  }

  /// Moves a file over its place and makes that durable.
  static func rename(_ aside: String, to path: String) throws(ArchiveError) {
    guard unsafe Foundation.rename(aside, path) == 0 else { throw failure(path, "renamed") }
    try sync(folder(of: path))
  }

  /// Writes a file so that it is there whole or not at all, and survives a power cut.
  static func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    let aside = path + Self.aside
    try create(bytes, at: aside)
    try rename(aside, to: path)
  }

  private static func create(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw failure(path, "created") }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Foundation.write(descriptor, all.baseAddress?.advanced(by: done), all.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path, "written") }
      done += count
    }
    guard fsync(descriptor) == 0 else { throw failure(path, "synced") }
  }

  /// Removes a file for good; one that is not there is no failure.
  static func remove(_ path: String) throws(ArchiveError) {
    guard unsafe unlink(path) == 0 else {
      if errno == ENOENT { return }
      throw failure(path, "removed")
    }
    try sync(folder(of: path))
  }

  /// Makes a folder that only this user may enter.
  static func makeFolder(_ path: String) throws(ArchiveError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw failure(path, "made")
    }
    guard isFolder(path) else {
      throw ArchiveError(
        .unusable,
        path,
        "This is no folder.",
        advice: "Name a real folder, not a link to one."
      )
    }
    guard unsafe chmod(path, 0o700) == 0 else { throw failure(path, "closed to others") }
  }

  /// A lock that is held as long as somebody holds this, and the process lives.
  final class Lock: Sendable {
    private let descriptor: Int32

    fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
  }

  /// Whether nobody holds a lock; it is taken for a moment to find out.
  static func isFree(_ path: String) -> Bool {
    size(of: path) == nil || (try? lock(path)) != nil
  }

  /// Takes a lock.
  static func lock(_ path: String) throws(ArchiveError) -> Lock {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path, "opened") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw ArchiveError(
        .unusable,
        path,
        "Another server uses this folder.",
        advice: "End it first, or name another folder."
      )
    }
    return Lock(descriptor)
  }

  static func read(_ path: String, atMost count: Int = .max) throws(ArchiveError) -> [UInt8] {
    // Whoever opens a pipe would wait for its other end, and everybody for them.
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "opened") }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ArchiveError(.unusable, path, "This is no file.", advice: "Put a real file there.")
    }
    do {
      return [UInt8](try FileHandle(fileDescriptor: descriptor).read(upToCount: count) ?? Data())
    } catch {
      throw failure(path, "read")
    }
  }

  /// Whether this is a folder, and no link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// How many bytes a file has; nothing where there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(ArchiveError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw failure(folder, "listed")
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Removes an empty folder.
  static func removeFolder(_ path: String) throws(ArchiveError) {
    guard unsafe rmdir(path) == 0 else { throw failure(path, "removed") }
  }

  /// - Throws: Where there is something already that could be overwritten.
  static func requireUnused(_ path: String) throws(ArchiveError) {
    guard size(of: path) != nil else { return }
    guard isFolder(path), try names(in: path).isEmpty else {
      throw ArchiveError(
        .unusable,
        path,
        "Something is here already.",
        advice: "Name a folder that does not exist, or an empty one."
      )
    }
  }

  private static func failure(_ path: String, _ act: String) -> ArchiveError {
    let isFull = errno == ENOSPC || errno == EDQUOT
    let reason = unsafe String(cString: strerror(errno))
    return ArchiveError(
      isFull ? .full : .disk,
      path,
      "This could not be \(act): \(reason).",
      advice: "Look at the disk's space and the folder's owner."
    )
  }
}
