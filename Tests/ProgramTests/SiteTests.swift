import Foundation
import SocketTestSupport
import Testing

@testable import kaffeerunde

@Suite("The page")
struct SiteTests {
  /// What `protocol.md` wants on every answer.
  static let headers = [
    "content-security-policy": """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; \
    trusted-types worker
    """,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
  ]

  static let web = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("web")

  @Test("closes the same doors with every answer, whatever it answers")
  func everyAnswer() throws {
    let server = try Server()
    let tag = try #require(try server.get("/")["etag"])
    let bearer = ("Authorization", "Bearer \(server.adminKey)")
    let cases: [(request: String, status: Int)] = [
      (RawHTTP.request("GET", "/"), 200), (RawHTTP.request("HEAD", "/"), 200),
      (RawHTTP.request("GET", "/", [("If-None-Match", tag)]), 304),
      (RawHTTP.request("GET", "/healthz"), 200), (RawHTTP.request("GET", "/nothing"), 404),
      (RawHTTP.request("GET", "/api/nothing"), 404), (RawHTTP.post("/", "null"), 405),
      (RawHTTP.request("DELETE", "/"), 405), (RawHTTP.request("GET", "/api/meetings"), 401),
      (RawHTTP.request("GET", "/api/meetings", [bearer]), 200),
      (RawHTTP.post("/api/meetings", "null", [bearer]), 400),
      (RawHTTP.post("/api/meetings", #"{"title":""}"#, [bearer]), 422),
      (RawHTTP.post("/api/meetings", "x", [("Content-Type", "text/plain")]), 415),
      (RawHTTP.request("POST", "/api/x", [("Content-Length", "999999")]), 413),
      (RawHTTP.request("GET", "/", [("Content-Length", "4")]), 400),
      (RawHTTP.request("GET", "/ws"), 404),
      (RawWebSocket.handshake(port: server.port, changed: ["Origin": "https://evil.de"]), 403),
      (RawWebSocket.handshake(port: server.port, changed: ["Sec-WebSocket-Version": "8"]), 426),
      (RawHTTP.request("GET", "/", [("Upgrade", "h2c"), ("Connection", "Upgrade")]), 400),
      (RawHTTP.request("GET", "/", [("Upgrade", "x"), ("Connection", "Upgrade")]), 403),
      (RawHTTP.request("GET", "http://elsewhere/"), 403),
    ]
    for (request, status) in cases {
      let answer = try RawHTTP.answer(to: request, port: server.port)
      #expect(answer.status == status, "\(request)")
      for (name, value) in Self.headers {
        let values = answer.headers.filter { $0.name == name }.map(\.value)
        #expect(values == [value], "\(name) on \(status), \(request)")
      }
    }
  }

  @Test("is the folder `web`, file by file, in the right types")
  func files() throws {
    let server = try Server()
    let types = [
      "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
      "css": "text/css; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
      "webmanifest": "application/manifest+json", "png": "image/png",
    ]
    var count = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.web.path) {
      let kind = String(path.split(separator: ".").last ?? "")
      guard path.contains("."), path != "sw.js", let type = types[kind] else { continue }
      count += 1
      let answer = try server.get("/\(path)")
      #expect(answer.status == 200, "\(path)")
      #expect(answer["content-type"] == type, "\(path)")
      #expect(answer["cache-control"] == "no-cache")
      let source = [UInt8](try Data(contentsOf: Self.web.appendingPathComponent(path)))
      #expect(answer.body == (["js", "css"].contains(kind) ? SlimCode.of(source) : source))
    }
    #expect(count > 40)
  }

  @Test("comes without comments and indentation, line by line")
  func slimCode() {
    let source = """
      /** @import { A } from 'b' */
      const a = '/* no comment */'; // beside code
        /*
         * Several lines.
         */
      // one more
      /* a */ const b = 2;
      if (b) {
        const c = `http://x`;
      }
      """
    let served = String(decoding: SlimCode.of(Array(source.utf8)), as: UTF8.self)
    #expect(
      served.split(separator: "\n", omittingEmptySubsequences: false) == [
        "", "const a = '/* no comment */'; // beside code", "", "", "", "",
        "/* a */ const b = 2;", "if (b) {", "const c = `http://x`;", "}",
      ]
    )
  }

  @Test("has an address for each of its pages")
  func pages() throws {
    let server = try Server()
    let pages = [
      "/": "index.html", "/r/\(server.meeting.code)": "room.html", "/r/anything": "room.html",
      "/r/\(server.meeting.code)/stage": "stage.html", "/admin": "admin.html",
      "/?utm_source=x": "index.html",
    ]
    for (path, file) in pages {
      let answer = try server.get(path)
      #expect(answer.status == 200)
      let bytes = [UInt8](try Data(contentsOf: Self.web.appendingPathComponent(file)))
      #expect(answer.body == bytes, "\(path)")
    }
    for path in ["/r", "/r/", "/r/A/B", "/r/A/stage/x", "/admin/x", "/js", "/js/", "/index"] {
      #expect(try server.get(path).status == 404, "\(path)")
    }
  }

  @Test("is not sent again to whoever has it")
  func etag() throws {
    let server = try Server()
    for path in ["/", "/css/index.css"] {
      let tag = try #require(try server.get(path)["etag"])
      #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 10)
      for header in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
        let request = RawHTTP.request("GET", path, [("If-None-Match", header)])
        let answer = try RawHTTP.answer(to: request, port: server.port)
        #expect(answer.status == 304, "\(header)")
        #expect(answer["etag"] == tag)
        #expect(answer.body == [])
      }
      let other = RawHTTP.request("GET", path, [("If-None-Match", "\"other\"")])
      #expect(try RawHTTP.answer(to: other, port: server.port).status == 200)
    }
    #expect(try server.get("/")["etag"] != server.get("/css/index.css")["etag"])
  }

  @Test("has a head of its own")
  func head() throws {
    let server = try Server()
    for path in ["/", "/js/pages/room.js", "/nothing"] {
      let (full, head) = (try server.get(path), try server.head(path))
      #expect(head.status == full.status)
      #expect(head.headers.map(\.name) == full.headers.map(\.name))
      #expect(head["content-length"] == "\(full.body.count)")
      #expect(head["etag"] == full["etag"])
    }
  }

  @Test("is all that is to be found, wherever a path leads")
  func traversal() throws {
    let server = try Server()
    let paths = [
      "/../Package.swift", "/%2e%2e/Package.swift", "/..%2fPackage.swift", "/js/../../README.md",
      "/../../../../../../etc/passwd", "/etc/passwd", "//etc/passwd", "/%2fetc%2fpasswd",
      "/..\\..\\etc\\passwd", "/%5c..%5cetc", "/data/admin.key", "/../data/admin.key",
      "/\(server.data)/admin.key", "/.git/config", "/js/%252e%252e/README.md", "/web/index.html",
      "/r/../../admin.key", "/js/core/types.d.ts", "/index.html%20", "/INDEX.HTML", "/index.html/",
    ]
    for path in paths {
      let answer = try server.get(path)
      #expect(answer.status == 404, "\(path)")
      #expect(!answer.text.contains(server.adminKey))
    }
  }

  @Test("comes from a folder for whoever develops it, and from nowhere else")
  func folder() throws {
    let server = try Server(isStarted: false)
    let web = server.folder + "/web"
    let manager = FileManager.default
    try manager.createDirectory(atPath: web + "/js", withIntermediateDirectories: true)
    try Data("<p>Moin</p>".utf8).write(to: URL(fileURLWithPath: web + "/index.html"))
    try Data("a()".utf8).write(to: URL(fileURLWithPath: web + "/js/new.js"))
    try manager.createSymbolicLink(atPath: web + "/key.json", withDestinationPath: "/etc/passwd")
    try manager.createSymbolicLink(atPath: web + "/etc", withDestinationPath: "/etc")
    try server.start(["--web", web])
    #expect(try server.get("/").text == "<p>Moin</p>")
    #expect(try server.get("/js/new.js").text == "a()")
    #expect(try server.get("/js/new.js")["content-type"] == "text/javascript; charset=utf-8")
    for path in ["/admin", "/css/index.css", "/key.json", "/etc/passwd", "/js"] {
      #expect(try server.get(path).status == 404, "\(path)")
    }
  }
}
