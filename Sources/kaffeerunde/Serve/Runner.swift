import Foundation
import Logging
import MeetingArchive
import MeetingCore
import SessionHub
import Transcript
import WebSocketServer

/// Carries the hub's outputs out, and brings it its inputs: the one place where everything meets.
///
/// It decides nothing. Everything happens on the loop's thread, but for the work of the disk
/// thread, which answers through the mailbox.
final class Runner {
  var links: Links
  let site: Site
  let folder: DataFolder
  let clock = Clock()
  let log: Logger
  let disk: DiskThread
  let mailbox = Mailbox()
  private(set) var hub = Hub(seed: Secrets.token() + Secrets.token())
  var storage = StorageWatch()
  var shelf: Shelf
  var published = PublishedAnswers()

  private let loop: EventLoop
  private let signals: Signals
  private let readyFile: String?
  var journals: [MeetingID: Journal] = [:]
  private var waiting: [Hub.Input] = []
  private var isFeeding = false
  private var sockets: Set<SocketID> = []
  /// Journals of which the log holds what was forgotten, and until when.
  var unscrubbed: [MeetingID: Timestamp] = [:]
  /// Ended meetings whose record the disk would not take, and when to try again.
  var unkept: [(meeting: MeetingID, again: Timestamp)] = []

  init(_ options: Serve, log: Logger) throws {
    self.log = log
    folder = try DataFolder(path: options.data)
    site = try Site(folder: options.web)
    readyFile = options.readyFile
    var configuration = WebSocketServer.Configuration(port: options.port)
    configuration.host = options.host
    configuration.responseHeaders = Site.headers
    if let url = options.publicURL { configuration.allowedOrigins = [Self.origin(of: url)] }
    loop = try EventLoop(configuration) { level, line in
      log.log(level: level == .error ? .error : .warning, "\(line)")
    }
    let base = options.publicURL ?? "http://\(options.host):\(loop.port)"
    links = Links(
      base: Self.withoutSlash(base),
      adminKey: try folder.adminKey(orKeep: Secrets.token())
    )
    signals = Signals(waker: loop.waker)
    // Later than the signals: a thread that did not wait with them would be ended by them.
    disk = DiskThread()
    shelf = Shelf(Retention().changed(names: options.keepNames, records: options.keepRecords))
    lookAtSpaceFirst()
    try folder.keep(shelf.retention)
    try openMeetings()
  }

  /// Serves until a signal asks for the end.
  func run() {
    loop.delegate = self
    print(links.words(hub.allMeetings, shelf))
    fflush(nil)
    writeReadyFile()
    log.info("Listening.", metadata: ["port": "\(loop.port)"])
    schedule()
    loop.run()
    let journals = journals
    if !isBroken { disk.perform { for journal in journals.values { journal.close() } } }
    disk.finish()
    log.info("Ended.")
  }

  /// Wakes the loop from another thread.
  var waker: Waker { loop.waker }

  private static func origin(of url: String) -> String {
    withoutSlash(url).lowercased()
  }

  private static func withoutSlash(_ url: String) -> String {
    url.hasSuffix("/") ? String(url.dropLast()) : url
  }
}

// MARK: - Meetings

extension Runner {
  private func openMeetings() throws {
    let past = try folder.archivedMeetings { log.error("\($0)") }
    for meeting in past {
      hub.know(meeting.founding.series.code)
      links.note(meeting.renewals, of: meeting.founding.meeting)
      shelf.put(meeting)
    }
    var ended: [Hub.Output] = []
    for id in try folder.liveMeetings() {
      let (journal, recovered) = try folder.open(id)
      journals[id] = journal
      links.note(recovered.file.renewals, of: id)
      if recovered.torn > 0 {
        log.warning(
          "The last change was torn by a crash, before anybody was told of it.",
          metadata: ["meeting": "\(id.rawValue)", "pages": "\(recovered.torn)"]
        )
      }
      ended += hub.open(Self.opening(recovered), at: clock.now)
    }
    if hub.allMeetings.isEmpty, past.isEmpty {
      try foundFirst()
    }
    for output in ended { carryOut(output) }
  }

  /// Opens a new meeting that is on the disk.
  func open(_ meeting: Recovered, with journal: Journal) {
    journals[meeting.file.founding.meeting] = journal
    _ = hub.open(Self.opening(meeting), at: clock.now)
  }

  private static func opening(_ recovered: Recovered) -> Hub.Opening {
    let file = recovered.file
    let keys = file.keys.compactMap { name, digest in Role(rawValue: name).map { ($0, digest) } }
    return Hub.Opening(
      file.founding,
      epoch: file.epoch,
      keys: Dictionary(uniqueKeysWithValues: keys),
      journal: recovered.entries,
      itemKeys: recovered.keys
    )
  }

  private func writeReadyFile() {
    guard let readyFile else { return }
    do {
      let json = try JSONEncoder().encode(links.overview(hub.allMeetings, shelf))
      try json.write(to: URL(fileURLWithPath: readyFile), options: .atomic)
    } catch {
      log.error("The ready file could not be written.", metadata: ["error": "\(error)"])
    }
  }
}

// MARK: - Inputs and outputs

extension Runner {
  /// Gives the hub an input and carries out what follows, in order.
  func feed(_ input: Hub.Input) {
    waiting.append(input)
    // Carrying out an output can lead to a further input: it waits for its turn.
    guard !isFeeding else { return }
    isFeeding = true
    while !waiting.isEmpty {
      for output in hub.handle(waiting.removeFirst(), at: clock.now) { carryOut(output) }
    }
    isFeeding = false
    schedule()
  }

  /// Everything that is attributable to the person with this secret, as JSON.
  func own(_ token: String, in meeting: MeetingID) -> [UInt8]? { hub.mine(token, in: meeting) }

  /// Takes back what somebody has said; false where nobody with this secret is here.
  func takeBack(_ token: String, in meeting: MeetingID) -> Bool {
    let outputs = hub.forgetMine(
      token,
      in: meeting,
      references: Secrets.reference,
      at: clock.now
    )
    for output in outputs ?? [] { carryOut(output) }
    schedule()
    return outputs != nil
  }

  /// Answers a request that had to wait for the disk.
  func answer(_ socket: Socket, with response: HTTPResponse) {
    loop.answer(socket, with: response)
  }

  private func carryOut(_ output: Hub.Output) {
    switch output {
    case .record(let meeting, let batch): record(batch, of: meeting)
    case .send(let bytes, let sockets):
      for socket in sockets where loop.send(bytes, to: Socket(socket)) == .stalled {
        feed(.stalled(socket))
      }
    case .close(let socket, let reason):
      loop.close(Socket(socket), code: reason.rawValue, reason: "")
    case .archive(let meeting): archive(meeting)
    case .complain(let defect): log.error("\(defect)")
    }
  }

  /// What the disk thread has to say, and signals.
  private func readMail() {
    for letter in mailbox.take() {
      switch letter {
      // After a failure nothing is confirmed any more, wherever it was kept.
      case .recorded(let meeting): if !isBroken { feed(.recorded(meeting)) }
      case .refused(let meeting, let trouble): heard(of: trouble, with: meeting)
      case .unscrubbed(let meeting, let rest):
        unscrubbed[meeting] = min(unscrubbed[meeting] ?? clock.now + rest, clock.now + rest)
      case .purged(let meeting, let part, let rest): heard(ofPurged: meeting, part, rest)
      case .notPurged(let meeting, let reason): heard(ofNotPurged: meeting, reason)
      case .space(let free): heard(ofSpace: free)
      case .published(let meeting, let record): heard(ofPublished: meeting, record)
      case .renewed(let role, let file, let socket): heard(ofRenewed: role, file, for: socket)
      case .answer(let socket, let response, let name):
        if let name { published.keep(response, for: name) }
        answer(socket, with: response)
      case .held(let meeting, let record, let socket): heard(ofHeld: meeting, record, by: socket)
      case .notHeld(let meeting, let reason, let socket):
        heard(ofNotHeld: meeting, reason, by: socket)
      case .text(let bytes, let request, let socket): heard(of: bytes, for: request, by: socket)
      case .noText(let reason, let request, let socket):
        log.error("\(reason)")
        heard(of: nil, for: request, by: socket)
      case .archived(let meeting, let record):
        journals[meeting] = nil
        shelf.put(record)
        feed(.archived(meeting))
      case .notArchived(let meeting, let reason):
        log.error("The record could not be kept; trying again.", metadata: ["why": "\(reason)"])
        unkept.append((meeting, clock.now + .seconds(10)))
      }
    }
  }

  /// Sends everybody away with the advice to come back, and ends.
  func leave() {
    loop.stopListening()
    for socket in sockets {
      loop.close(Socket(socket), code: CloseReason.restarting.rawValue, reason: "")
    }
    loop.stop()
  }

  private func schedule() {
    let wait = hub.nextWake - clock.now
    loop.wakeUp(after: max(wait, .zero))
  }
}

// MARK: - What the loop tells

extension Runner: EventLoopDelegate {
  func opened(_ socket: Socket) {
    sockets.insert(SocketID(socket))
    feed(.opened(SocketID(socket), token: Secrets.token()))
  }

  func received(_ message: [UInt8], from socket: Socket) {
    feed(.received(message, from: SocketID(socket)))
  }

  func drained(_ socket: Socket) { feed(.drained(SocketID(socket))) }

  func closed(_ socket: Socket, code: UInt16?) {
    sockets.remove(SocketID(socket))
    feed(.closed(SocketID(socket)))
  }

  func connectFailed(_ socket: Socket, reason: String) {}

  func respond(to request: HTTPRequest, on socket: Socket) -> HTTPResponse? {
    if request.path.hasPrefix("/api/") { return answerAPI(request, on: socket) }
    if readOperatorsText(request, for: socket) { return nil }
    return joinPicture(request, links.base) ?? site.answer(request)
  }

  func timerFired() {
    // A wake-up may have got lost.
    readMail()
    keepWhatIsUnkept()
    scrub()
    purge()
    lookAtSpace()
    feed(.clockAdvanced)
    endIfBroken()
  }

  func woken() {
    readMail()
    if signals.wasAskedToEnd { leave() }
  }
}

extension Socket {
  fileprivate init(_ id: SocketID) { self.init(number: id.rawValue) }
}

extension SocketID {
  fileprivate init(_ socket: Socket) { self.init(rawValue: socket.number) }
}
