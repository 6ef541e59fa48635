import Foundation
import MeetingArchive
import MeetingCore
import Synchronization
import WebSocketServer

/// What the disk thread has to tell the loop's thread.
final class Mailbox: Sendable {
  enum Letter: Sendable {
    case recorded(MeetingID)
    case refused(MeetingID, StorageTrouble)
    case archived(MeetingID, ArchivedMeeting)
    /// With the reason, for the log.
    case notArchived(MeetingID, String)
    /// What was forgotten is in the journal's log still; it is gone by then at the latest.
    case unscrubbed(MeetingID, within: Duration)
    /// A part of a record has had its time; with what is left.
    case purged(MeetingID, Retention.Part, ArchivedMeeting?)
    case notPurged(MeetingID, String)
    /// A record is published, or is no longer, or that could not be kept.
    case published(MeetingID, ArchivedMeeting?)
    /// A role's link was made anew, for whoever has asked for it.
    case renewed(Role, MeetingFile, Socket)
    /// What somebody has asked for, and under which name others may have it, too.
    case answer(Socket, HTTPResponse, for: PublishedAnswers.Name? = nil)
    /// How many bytes are free; nothing while the disk is full still.
    case space(Int?)
    /// A record is held, or is held no longer; nothing where there is none. With who asked for it.
    case held(MeetingID, ArchivedMeeting?, by: Socket)
    case notHeld(MeetingID, String, by: Socket)
    /// The operator's own words; nothing where there are none.
    case text([UInt8]?, HTTPRequest, by: Socket)
    case noText(String, HTTPRequest, by: Socket)
  }

  private let letters = Mutex<[Letter]>([])

  func put(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
  }

  /// Everything since the last time, in order.
  func take() -> [Letter] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}

/// SIGTERM and SIGINT, as a wish to end that the loop is woken for.
///
/// A thread waits for them, because hardly anything may be done inside a signal's handler.
final class Signals: Sendable {
  private let isAsked = Atomic(false)

  init(waker: Waker) {
    signal(SIGPIPE, SIG_IGN)
    var wanted = sigset_t()
    unsafe sigemptyset(&wanted)
    unsafe sigaddset(&wanted, SIGTERM)
    unsafe sigaddset(&wanted, SIGINT)
    unsafe pthread_sigmask(SIG_BLOCK, &wanted, nil)
    let waiter = Thread { [self] in
      var signals = sigset_t()
      unsafe sigemptyset(&signals)
      unsafe sigaddset(&signals, SIGTERM)
      unsafe sigaddset(&signals, SIGINT)
      var caught: Int32 = 0
      while unsafe sigwait(&signals, &caught) == 0 {
        isAsked.store(true, ordering: .sequentiallyConsistent)
        waker.wake()
      }
    }
    waiter.start()
  }

  var wasAskedToEnd: Bool { isAsked.load(ordering: .sequentiallyConsistent) }
}
