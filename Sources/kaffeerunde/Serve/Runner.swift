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
  let links: Links
  let site: Site
  let folder: DataFolder
  let clock = Clock()
  private(set) var hub = Hub(seed: Secrets.token() + Secrets.token())

  private let log: Logger
  private let loop: EventLoop
  /// Does what waits for the disk, in order, on a thread of its own.
  private let disk = DispatchQueue(label: "kaffeerunde.disk")
  private let mailbox = Mailbox()
  private let signals: Signals
  private let readyFile: String?
  private var journals: [MeetingID: Journal] = [:]
  private var waiting: [Hub.Input] = []
  private var isFeeding = false
  private var sockets: Set<SocketID> = []
  /// Ended meetings whose record the disk would not take, and when to try again.
  private var unkept: [(meeting: MeetingID, again: Timestamp)] = []

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
    try openMeetings()
  }

  /// Serves until a signal asks for the end.
  func run() {
    loop.delegate = self
    print(links.words(hub.allMeetings))
    fflush(nil)
    writeReadyFile()
    log.info("Listening.", metadata: ["port": "\(loop.port)"])
    schedule()
    loop.run()
    disk.sync {}
    log.info("Ended.")
  }

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
    for meeting in past { hub.know(meeting.founding.series.code) }
    var ended: [Hub.Output] = []
    for id in try folder.liveMeetings() {
      let (journal, recovered) = try folder.open(id)
      journals[id] = journal
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
      let json = try JSONEncoder().encode(links.overview(hub.allMeetings))
      try json.write(to: URL(fileURLWithPath: readyFile), options: .atomic)
    } catch {
      log.error("The ready file could not be written.", metadata: ["error": "\(error)"])
    }
  }
}

// MARK: - Inputs and outputs

extension Runner {
  /// Gives the hub an input and carries out what follows, in order.
  private func feed(_ input: Hub.Input) {
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

  private func record(_ batch: JournalBatch, of meeting: MeetingID) {
    guard let journal = journals[meeting] else { return feed(.refused(meeting, .storageBroken)) }
    let (mailbox, waker) = (mailbox, loop.waker)
    disk.async {
      do throws(StorageTrouble) {
        try journal.append(batch)
        mailbox.put(.recorded(meeting))
      } catch {
        mailbox.put(.refused(meeting, error))
      }
      waker.wake()
    }
  }

  private func archive(_ id: MeetingID) {
    guard let meeting = hub.meeting(id), let journal = journals[id] else { return }
    let record = Record(meeting).json
    let ended = meeting.agenda.ended ?? meeting.lastEvent
    let (mailbox, waker, folder) = (mailbox, loop.waker, folder)
    disk.async {
      do {
        try folder.storeSnapshot(record: record, of: meeting.founding, ended: ended)
        try journal.delete()
        mailbox.put(.archived(id))
      } catch {
        mailbox.put(.notArchived(id, "\(error)"))
      }
      waker.wake()
    }
  }

  /// What the disk thread has to say, and signals.
  private func readMail() {
    for letter in mailbox.take() {
      switch letter {
      case .recorded(let meeting): feed(.recorded(meeting))
      case .refused(let meeting, let trouble):
        log.error("The journal refuses.", metadata: ["trouble": "\(trouble)"])
        feed(.refused(meeting, trouble.isFull ? .storageFull : .storageBroken))
      case .archived(let meeting):
        journals[meeting] = nil
        feed(.archived(meeting))
      case .notArchived(let meeting, let reason):
        log.error("The record could not be kept; trying again.", metadata: ["why": "\(reason)"])
        unkept.append((meeting, clock.now + .seconds(10)))
      }
    }
  }

  private func keepWhatIsUnkept() {
    let due = unkept.filter { $0.again <= clock.now }
    unkept.removeAll { $0.again <= clock.now }
    for (meeting, _) in due { archive(meeting) }
  }

  /// Sends everybody away with the advice to come back, and ends.
  private func leave() {
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

  func closed(_ socket: Socket) {
    sockets.remove(SocketID(socket))
    feed(.closed(SocketID(socket)))
  }

  func connectFailed(_ socket: Socket, reason: String) {}

  func respond(to request: HTTPRequest) -> HTTPResponse {
    if request.path.hasPrefix("/api/") { return answerAPI(request) }
    return joinPicture(request, links.base) ?? site.answer(request)
  }

  func timerFired() {
    keepWhatIsUnkept()
    feed(.clockAdvanced)
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
