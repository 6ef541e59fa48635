/// A request that is no WebSocket's, already found harmless by the transport.
package struct HTTPRequest: Sendable {
  package enum Method: Sendable {
    case get, head, post
  }

  package var method: Method
  /// The path, percent-decoded and without `..`, beginning with a slash.
  package var path: String
  /// What follows the question mark, percent-decoded by the library; empty without one.
  package var query = ""
  /// The value of an `Authorization: Bearer` header.
  package var bearer: String?
  package var ifNoneMatch: String?
  package var acceptLanguage: String?
  package var host: String?
  /// The body of a POST, announced as JSON and not looked into.
  package var body: [UInt8] = []
  /// The address of the other end, without its port.
  package var peer = ""
}

/// A whole answer; the transport adds what every answer carries, and closes behind it.
package struct HTTPResponse: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(
    status: Int,
    headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A short answer in words, for a person who came to a wrong address.
  package init(status: Int, text: String) {
    self.init(
      status: status,
      headers: [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")],
      body: Array((text + "\n").utf8)
    )
  }

  /// The status line and all headers, with the empty line behind them.
  ///
  /// A response's own header wins over one of the same name that every answer carries.
  ///
  /// - Parameter isEndless: Whether the body follows piece by piece until the connection ends.
  func head(
    adding common: [(name: String, value: String)],
    isEndless: Bool = false
  ) -> [UInt8] {
    var lines = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Status")\r\n"
    let own = Set(headers.map { $0.name.lowercased() })
    for (name, value) in headers + common.filter({ !own.contains($0.name.lowercased()) }) {
      lines += "\(Self.oneLine(name)): \(Self.oneLine(value))\r\n"
    }
    if status != 204 && status != 304 && !isEndless { lines += "content-length: \(body.count)\r\n" }
    return Array((lines + "connection: close\r\n\r\n").utf8)
  }

  /// Keeps a value from becoming two headers.
  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 }))
  }

  private static let reasons = [
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently",
    302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect",
    308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict",
    410: "Gone", 411: "Length Required", 413: "Content Too Large",
    415: "Unsupported Media Type", 421: "Misdirected Request", 422: "Unprocessable Content",
    426: "Upgrade Required", 429: "Too Many Requests", 500: "Internal Server Error",
    501: "Not Implemented", 503: "Service Unavailable", 507: "Insufficient Storage",
  ]
}
