import Crypto
import Foundation
import WebSocketServer

/// The page's files: a fixed table, made at the start. No path of a request is ever a file's name.
struct Site {
  private let files: [String: File]

  private struct File {
    let bytes: [UInt8]
    let type: String
    let tag: String
  }

  /// - Parameter folder: Where to read the files instead of taking those in the program.
  init(folder: String?) throws {
    let all: [(path: String, bytes: [UInt8])] =
      try folder.map(Self.read) ?? embeddedFiles.map { ($0.path, $0.bytes) }
    let version = Self.version(of: all)
    files = Dictionary(
      uniqueKeysWithValues: all.map { path, source in
        let bytes = Self.served(path, source, in: version)
        let digest = SHA256.hash(data: bytes).prefix(12).map { String($0, radix: 36) }.joined()
        return (path, File(bytes: bytes, type: Self.type(of: path), tag: "\"\(digest)\""))
      }
    )
  }

  private static func read(_ folder: String) throws -> [(String, [UInt8])] {
    let base = URL(fileURLWithPath: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder).compactMap { path in
      let url = base.appendingPathComponent(path)
      let values = try url.resourceValues(forKeys: [.isRegularFileKey])
      return values.isRegularFile == true ? (path, [UInt8](try Data(contentsOf: url))) : nil
    }
  }

  /// A digest of all files: whenever one of them changes, browsers get a new service worker.
  private static func version(of files: [(path: String, bytes: [UInt8])]) -> String {
    var digest = SHA256()
    for (path, bytes) in files.sorted(by: { $0.path < $1.path }) {
      digest.update(data: Array("\(path) \(bytes.count)\n".utf8))
      digest.update(data: bytes)
    }
    return digest.finalize().prefix(12).map { String($0, radix: 36) }.joined()
  }

  private static func served(_ path: String, _ source: [UInt8], in version: String) -> [UInt8] {
    guard path.hasSuffix(".js") || path.hasSuffix(".css") else { return source }
    let code = SlimCode.of(source)
    guard path == "sw.js" else { return code }
    let worker = String(decoding: code, as: UTF8.self)
    return Array(worker.replacingOccurrences(of: "VERSION", with: version).utf8)
  }

  private static func type(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "json": "application/json"
    case "png": "image/png"
    case "svg": "image/svg+xml"
    case "txt": "text/plain; charset=utf-8"
    case "webmanifest": "application/manifest+json"
    default: "application/octet-stream"
    }
  }
}

extension Site {
  /// What every answer carries, those to errors too; each line closes a door (security, protocol).
  static let headers: [(name: String, value: String)] = [
    (
      "content-security-policy",
      [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'self'", "require-trusted-types-for 'script'",
        // The one policy is for the service worker's constant address; no text ever becomes code.
        "trusted-types worker",
      ].joined(separator: "; ")
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
    ("cross-origin-opener-policy", "same-origin"),
  ]

  /// Answers a request for a page or one of its parts.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard request.method != .post else { return HTTPResponse(status: 405, text: "Only GET.") }
    if request.path == "/healthz" { return HTTPResponse(status: 200, text: "ok") }
    guard let file = files[Self.name(of: request.path)] else {
      return HTTPResponse(status: 404, text: "Hier ist nichts. / Nothing is here.")
    }
    let headers = [("etag", file.tag), ("cache-control", "no-cache")]
    if Self.names(request.ifNoneMatch, file.tag) {
      return HTTPResponse(status: 304, headers: headers)
    }
    return HTTPResponse(
      status: 200,
      headers: headers + [("content-type", file.type)],
      body: file.bytes
    )
  }

  /// Whether a browser that names these tags has this very file.
  ///
  /// A proxy that compresses makes tags weak; they are compared as RFC 9110, 13.1.2 wants.
  private static func names(_ tags: String?, _ tag: String) -> Bool {
    let named = (tags ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return named.contains { $0 == tag || $0 == "W/\(tag)" || $0 == "*" }
  }

  /// Which file stands behind a path.
  private static func name(of path: String) -> String {
    let parts = path.split(separator: "/")
    switch (parts.first, parts.count) {
    case (nil, _): return "index.html"
    case ("r", 2): return "room.html"
    case ("r", 3) where parts[2] == "stage": return "stage.html"
    case ("admin", 1): return "admin.html"
    case ("about", 2): return "about.html"
    case ("record", 2): return "record.html"
    default: return String(path.dropFirst())
    }
  }
}
