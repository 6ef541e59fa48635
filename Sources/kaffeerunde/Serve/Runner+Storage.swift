import Foundation
import Logging
import MeetingArchive
import MeetingCore
import SessionHub
import WebSocketServer

// How it stands with the disk (durability, point 7).

/// What is known of the disk, on the loop's thread.
struct StorageWatch {
  fileprivate(set) var state = Storage.ok
  fileprivate var nextLook = Timestamp(rawValue: 0)
  /// When to end, so that a fresh start can tell what the disk has kept.
  fileprivate(set) var end: Timestamp?

  /// How often to look how much space there is, and whether there is space again.
  fileprivate static let rhythm = Duration.seconds(10)
  fileprivate static let rhythmWhenFull = Duration.seconds(2)
  /// How long people can read what is known, and that nothing is kept any more, before the end.
  fileprivate static let lastWords = Duration.seconds(5)
}

extension Runner {
  /// Whether the disk has failed, so that the program ends with a code of its own.
  var isBroken: Bool { storage.state == .broken }

  /// Whether a new meeting would have space enough.
  var hasSpaceForMeeting: Bool {
    storage.state.hasSpace && folder.freeBytes >= SpaceLimits.newMeeting
  }

  /// Sets space aside at the start, and looks how much there is.
  func lookAtSpaceFirst() {
    do throws(ArchiveError) {
      try folder.keepReserve()
      note(folder.freeBytes < SpaceLimits.warning ? .low : .ok)
    } catch {
      log.error("\(error)")
      note(.full)
    }
  }

  /// Looks from time to time how much space there is; the answer comes through the mailbox.
  func lookAtSpace() {
    guard clock.now >= storage.nextLook, !isBroken else { return }
    let isFull = storage.state == .full
    storage.nextLook =
      clock.now + (isFull ? StorageWatch.rhythmWhenFull : StorageWatch.rhythm)
    let (mailbox, waker, folder) = (mailbox, waker, folder)
    disk.perform {
      let hasSpace = !isFull || folder.hasSpaceAgain()
      mailbox.put(.space(hasSpace ? folder.freeBytes : nil))
      waker.wake()
    }
  }

  /// - Parameter free: Nothing while the disk is full still.
  func heard(ofSpace free: Int?) {
    guard let free, !isBroken else { return }
    note(free < SpaceLimits.warning ? .low : .ok)
  }

  func heard(of trouble: StorageTrouble, with meeting: MeetingID) {
    switch trouble {
    case .full:
      note(.full)
      feed(.refused(meeting, .storageFull))
    case .broken(let words):
      // What was handed over stays unanswered: it may be on the disk all the same. Browsers ask
      // again after the restart, and get the answer that is true then.
      log.critical("The disk does not keep what it is given.", metadata: ["why": "\(words)"])
      note(.broken)
    }
  }

  /// Tells the log and everybody whom it concerns.
  func note(_ state: Storage) {
    guard state != storage.state, !isBroken else { return }
    storage.state = state
    log.warning("The disk's state has changed.", metadata: ["storage": "\(state.rawValue)"])
    if state == .broken { storage.end = clock.now + StorageWatch.lastWords }
    feed(.storage(state))
  }

  /// Ends the program after the last words of a broken disk.
  func endIfBroken() {
    if let end = storage.end, end <= clock.now { leave() }
  }
}

extension Storage {
  fileprivate var hasSpace: Bool { self == .ok || self == .low }
}
