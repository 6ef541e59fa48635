/// One answer as it was on the wire.
package struct RawAnswer: Sendable {
  package let status: Int
  /// With names in lower case.
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]
  /// How many bytes came before the body.
  let headLength: Int

  package var text: String { String(decoding: body, as: UTF8.self) }

  package subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Takes the answers apart that came on one connection, one behind the other.
  ///
  /// - Parameter heads: Whether the answers have no body, as those to HEAD.
  package static func all(in bytes: [UInt8], heads: Bool = false) -> [RawAnswer] {
    var answers: [RawAnswer] = []
    var rest = bytes[...]
    while let answer = RawAnswer(&rest, isHead: heads) { answers.append(answer) }
    return answers
  }

  private init?(_ rest: inout ArraySlice<UInt8>, isHead: Bool) {
    let gap = Array("\r\n\r\n".utf8)
    guard let end = rest.indices.first(where: { rest[$0...].starts(with: gap) }) else { return nil }
    let lines = String(decoding: rest[..<end], as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      return nil
    }
    self.status = status
    headers = lines.dropFirst().map { line in
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      return (line[..<colon].lowercased(), String(line[colon...].dropFirst().drop { $0 == " " }))
    }
    let length = headers.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
    headLength = end + gap.count - rest.startIndex
    body = Array(rest.dropFirst(headLength).prefix(isHead ? 0 : length))
    rest = rest.dropFirst(headLength + body.count)
  }
}

/// Requests as they are on the wire, byte by byte if need be.
package enum RawHTTP {
  /// A request; `Host` is there unless it is among the headers.
  package static func request(
    _ method: String,
    _ path: String,
    _ headers: [(String, String)] = [],
    body: String = ""
  ) -> String {
    var lines = ["\(method) \(path) HTTP/1.1"]
    if !headers.contains(where: { $0.0.lowercased() == "host" }) { lines.append("Host: localhost") }
    lines += headers.map { "\($0): \($1)" }
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  /// A request with a body, and its length announced.
  package static func post(
    _ path: String,
    _ body: String,
    _ headers: [(String, String)] = []
  ) -> String {
    let length = ("Content-Length", "\(body.utf8.count)")
    let type = ("Content-Type", "application/json")
    let hasType = headers.contains { $0.0.lowercased() == "content-type" }
    return request("POST", path, (hasType ? [] : [type]) + [length] + headers, body: body)
  }

  /// Sends bytes on a connection of their own.
  ///
  /// - Returns: All answers until the other end closes; none when it closes without a word.
  package static func answers(
    to request: String,
    port: Int,
    within seconds: Double = 10
  ) throws -> [RawAnswer] {
    let socket = try RawSocket(port: port)
    try socket.send(request)
    let bytes = try socket.receiveAll(within: seconds)
    return RawAnswer.all(in: bytes, heads: request.hasPrefix("HEAD "))
  }

  /// The one answer to one request.
  ///
  /// - Throws: When there are none or several.
  package static func answer(to request: String, port: Int) throws -> RawAnswer {
    let answers = try answers(to: request, port: port)
    guard answers.count == 1 else { throw WrongCount(count: answers.count) }
    return answers[0]
  }

  /// The first answer, also where the connection then stays open; nothing where there is none.
  package static func firstAnswer(to request: String, port: Int) throws -> RawAnswer? {
    let socket = try RawSocket(port: port)
    try socket.send(request)
    var bytes: [UInt8] = []
    while let more = try socket.receive() {
      bytes += more
      if let answer = RawAnswer.all(in: bytes).first { return answer }
    }
    return nil
  }

  package struct WrongCount: Error, CustomStringConvertible {
    let count: Int
    package var description: String { "One answer was awaited, and \(count) came." }
  }
}
