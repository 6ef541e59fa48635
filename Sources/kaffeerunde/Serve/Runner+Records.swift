import Foundation
import MeetingArchive
import MeetingCore
import SessionHub
import Transcript
import WebSocketServer

// Transcripts: whole for those with a key, without names for everybody where they are published.

extension Runner {
  /// Answers `GET /api/meetings/ID/transcript.md` and `.json`.
  ///
  /// Whoever has no key learns nothing of a record that is not published, not even that there is
  /// one.
  func transcript(
    of meeting: MeetingID,
    as name: String,
    for request: HTTPRequest,
    on socket: Socket
  ) -> HTTPResponse? {
    guard let spelling = Spelling(name, for: request) else { return Self.nothing }
    guard isStaff(request, of: meeting) else {
      guard shelf.records[meeting]?.published != nil else {
        return request.bearer == nil ? Self.nothing : Self.locked
      }
      return published(PublishedAnswers.Name(meeting: meeting, spelling: spelling), on: socket)
    }
    let isPreview = request.asks("level=everybody")
    let hidesContacts = !request.asks("contacts=shown")
    let cut: @Sendable (Record) -> Record = { record in
      isPreview ? record.forEverybody(hidingContacts: hidesContacts) : record
    }
    if let live = hub.meeting(meeting) { return Self.file(cut(Record(live)), spelling) }
    let folder = folder
    return later(on: socket) {
      guard let record = Self.record(of: meeting, in: folder) else { return Self.nothing }
      return Self.file(cut(record), spelling)
    }
  }

  private func published(_ name: PublishedAnswers.Name, on socket: Socket) -> HTTPResponse? {
    if let known = published[name] { return known }
    guard published.mayLookUp() else {
      return HTTPResponse(status: 503, text: "Too many are asking; please try again.")
    }
    let folder = folder
    return later(on: socket, for: name) {
      guard let (json, publication) = try? folder.publishedRecord(of: name.meeting),
        let record = try? Record(json: json)
      else { return Self.nothing }
      let cut = record.forEverybody(hidingContacts: publication.hidesContacts)
      return Self.file(cut, name.spelling)
    }
  }

  /// Whether a request comes with the key of this meeting's moderators or of the administration.
  func isStaff(_ request: HTTPRequest, of meeting: MeetingID) -> Bool {
    let isModerator = Secrets.isEqual(request.bearer, links.key(.moderator, of: meeting))
    return Secrets.isEqual(request.bearer, links.adminKey) || isModerator
  }

  /// The record of a meeting, ended or not, as it is known now.
  func record(of meeting: MeetingID) -> Record? {
    hub.meeting(meeting).map(Record.init) ?? Self.record(of: meeting, in: folder)
  }

  static func record(of meeting: MeetingID, in folder: DataFolder) -> Record? {
    guard let json = try? folder.record(of: meeting) else { return nil }
    return try? Record(json: json)
  }

  /// Lets the disk thread find an answer.
  ///
  /// - Parameter name: Under which name others may have it, too.
  /// - Returns: Nothing, since the answer comes later.
  func later(
    on socket: Socket,
    for name: PublishedAnswers.Name? = nil,
    _ find: @escaping @Sendable () -> HTTPResponse
  ) -> HTTPResponse? {
    let (mailbox, waker) = (mailbox, waker)
    disk.perform {
      mailbox.put(.answer(socket, find(), for: name))
      waker.wake()
    }
    return nil
  }

  static var nothing: HTTPResponse { HTTPResponse(status: 404, text: "Nothing is here.") }
  static var locked: HTTPResponse {
    HTTPResponse(status: 401, text: "A moderator's key is needed.")
  }

  /// Never kept by anybody on the way: what is published today may be taken back tomorrow.
  private static func file(_ record: Record, _ spelling: Spelling) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: [
        ("content-type", spelling.type), ("cache-control", "no-store"),
        ("x-robots-tag", "noindex"),
      ],
      body: spelling.bytes(of: record)
    )
  }
}

extension Spelling {
  fileprivate init?(_ name: String, for request: HTTPRequest) {
    switch name {
    case "transcript.json": self = .json
    case "transcript.md": self = .markdown(isGerman: !request.asks("language=en"))
    default: return nil
    }
  }

  fileprivate var type: String {
    switch self {
    case .json: "application/json"
    case .markdown: "text/markdown; charset=utf-8"
    }
  }

  fileprivate func bytes(of record: Record) -> [UInt8] {
    switch self {
    case .json: record.json
    case .markdown(let isGerman): Array(record.markdown(isGerman ? .de : .en).utf8)
    }
  }
}

extension HTTPRequest {
  /// Whether the query holds this very pair; the library puts commas between them.
  func asks(_ pair: String) -> Bool {
    query.split { $0 == "&" || $0 == "," }.contains(pair[...])
  }
}
