import CLibwebsockets

/// What a request must be for this server to look at it at all.
///
/// libwebsockets 4.1.6 has known holes behind HTTP features that we do not need; each rule here
/// names the one it closes. Whoever loosens a rule must first see its test fail.
struct RequestGuard {
  let configuration: Configuration

  /// Why a request is refused.
  struct Refusal: Error {
    let status: Int
    let text: String
    /// What the status obliges the answer to say besides.
    let headers: [(name: String, value: String)]

    init(_ status: Int, _ text: String, _ headers: [(name: String, value: String)] = []) {
      self.status = status
      self.text = text
      self.headers = headers
    }
  }

  private static let methods: [(token: lws_token_indexes, method: HTTPRequest.Method?)] = [
    (WSI_TOKEN_GET_URI, .get), (WSI_TOKEN_HEAD_URI, .head), (WSI_TOKEN_POST_URI, .post),
    (WSI_TOKEN_OPTIONS_URI, nil), (WSI_TOKEN_PUT_URI, nil), (WSI_TOKEN_PATCH_URI, nil),
    (WSI_TOKEN_DELETE_URI, nil), (WSI_TOKEN_CONNECT, nil), (WSI_TOKEN_HTTP_COLON_METHOD, nil),
  ]
}

// MARK: - WebSockets

extension RequestGuard {
  /// Lets through a proper WebSocket handshake of an allowed page, and no other upgrade.
  ///
  /// `Upgrade: h2c` would reach HTTP/2 code with an unpatched hole (CVE-2026-19773), on plain
  /// ports too. Headers are copied, never taken from the callback's argument, which dangles for
  /// unknown upgrades (CVE-2025-11677). The library itself accepts any version and method.
  func checkUpgrade(_ handle: Handle) throws(Refusal) {
    guard handle.header(WSI_TOKEN_UPGRADE)?.lowercased() == "websocket" else {
      throw Refusal(400, "Only upgrades to WebSocket are known here.")
    }
    let (method, path) = try target(handle)
    guard method == .get else {
      throw Refusal(405, "A WebSocket begins with GET.", [("allow", "GET")])
    }
    guard path == configuration.webSocketPath else { throw Refusal(404, "Nothing is here.") }
    guard handle.header(WSI_TOKEN_VERSION) == "13" else {
      let wanted = [("upgrade", "websocket"), ("sec-websocket-version", "13")]
      throw Refusal(426, "Only version 13 of WebSocket is spoken here.", wanted)
    }
    guard (try bodyLength(handle) ?? 0) == 0 else { throw Refusal(400, "An upgrade has no body.") }
    try checkOrigin(handle)
    let offered = handle.header(WSI_TOKEN_PROTOCOL) ?? ""
    guard offered.split(separator: ",").contains(where: { $0.trimmed == "kaffeerunde.v1" }) else {
      throw Refusal(400, "The subprotocol kaffeerunde.v1 is needed.")
    }
  }

  /// Refuses pages of other sites: browsers send the Origin, and no script can change it.
  private func checkOrigin(_ handle: Handle) throws(Refusal) {
    guard let origin = handle.header(WSI_TOKEN_ORIGIN) else {
      throw Refusal(403, "An Origin header is needed.")
    }
    if configuration.allowedOrigins.contains(origin) { return }
    if let host = handle.header(WSI_TOKEN_HOST)?.lowercased(), !host.isEmpty,
      origin == "http://" + host || origin == "https://" + host
    {
      return
    }
    throw Refusal(403, "This page may not connect here.")
  }
}

// MARK: - Other requests

extension RequestGuard {
  /// Lets through GET and HEAD without a body, and POST below `/api/` with a short JSON body.
  ///
  /// - Returns: The request without its body, and the length of that.
  func check(_ handle: Handle, peer: String) throws(Refusal) -> (HTTPRequest, bodyLength: Int) {
    let (method, path) = try target(handle)
    let length = try bodyLength(handle)
    try checkStream(handle, method, path)
    if method == .post {
      try checkPost(handle, path: path, length: length)
    } else if (length ?? 0) != 0 {
      throw Refusal(400, "This method has no body.")
    }
    var request = HTTPRequest(method: method, path: path)
    request.query = handle.header(WSI_TOKEN_HTTP_URI_ARGS) ?? ""
    request.bearer = bearer(handle)
    request.ifNoneMatch = handle.header(WSI_TOKEN_HTTP_IF_NONE_MATCH)
    request.acceptLanguage = handle.header(WSI_TOKEN_HTTP_ACCEPT_LANGUAGE)
    request.host = handle.header(WSI_TOKEN_HOST)
    request.peer = peer
    return (request, length ?? 0)
  }

  /// Lets a stream and what is said beside it come from where a WebSocket may come from.
  ///
  /// Browsers name no Origin when a page gets something from its own site. Such a stream is told
  /// nothing before its id, which no other site can read, has come back in a POST that names one.
  private func checkStream(
    _ handle: Handle,
    _ method: HTTPRequest.Method,
    _ path: String
  ) throws(Refusal) {
    if path == configuration.streamPath {
      guard method == .get else {
        throw Refusal(405, "A stream begins with GET.", [("allow", "GET")])
      }
      if handle.hasHeader(WSI_TOKEN_ORIGIN) { try checkOrigin(handle) }
    } else if path == configuration.commandPath {
      guard method == .post else {
        throw Refusal(405, "What is said beside a stream is posted.", [("allow", "POST")])
      }
      try checkOrigin(handle)
    }
  }

  private func checkPost(_ handle: Handle, path: String, length: Int?) throws(Refusal) {
    guard path.hasPrefix("/api/") else {
      throw Refusal(405, "Nothing can be posted here.", [("allow", "GET, HEAD")])
    }
    guard let length else { throw Refusal(411, "The length of the body is needed.") }
    guard length <= configuration.maximumBodyBytes else {
      throw Refusal(413, "At most \(configuration.maximumBodyBytes) bytes.")
    }
    let type = handle.header(WSI_TOKEN_HTTP_CONTENT_TYPE)?.split(separator: ";").first
    guard type?.trimmed.lowercased() == "application/json" else {
      throw Refusal(415, "The body must be application/json.")
    }
  }

  /// The method and path of a request; the library refuses one that has several lines of these.
  private func target(_ handle: Handle) throws(Refusal) -> (HTTPRequest.Method, path: String) {
    guard let found = Self.methods.first(where: { handle.hasHeader($0.token) }) else {
      throw Refusal(400, "A request line is needed.")
    }
    guard let method = found.method else {
      throw Refusal(405, "This method is not known here.", [("allow", "GET, HEAD, POST")])
    }
    guard let path = handle.header(found.token), path.hasPrefix("/") else {
      throw Refusal(400, "The path must begin with a slash.")
    }
    return (method, path)
  }

  /// The announced length of the body; nil when none is announced.
  ///
  /// The library does not understand chunked bodies and would read them as the next request.
  private func bodyLength(_ handle: Handle) throws(Refusal) -> Int? {
    guard !handle.hasHeader(WSI_TOKEN_HTTP_TRANSFER_ENCODING) else {
      throw Refusal(400, "Transfer-Encoding is not understood.")
    }
    guard handle.hasHeader(WSI_TOKEN_HTTP_CONTENT_LENGTH) else { return nil }
    // Two such headers come as one text with a comma, and are no number.
    guard let text = handle.header(WSI_TOKEN_HTTP_CONTENT_LENGTH)?.trimmed,
      !text.isEmpty, text.count <= 15, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let length = Int(text)
    else { throw Refusal(400, "The length of the body must be one number.") }
    return length
  }

  private func bearer(_ handle: Handle) -> String? {
    guard let value = handle.header(WSI_TOKEN_HTTP_AUTHORIZATION) else { return nil }
    let words = value.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
    return String(words[1].trimmed)
  }
}

extension StringProtocol {
  /// The text without blanks and tabs at its ends.
  fileprivate var trimmed: SubSequence {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
