import MeetingArchive
import MeetingCore
import SessionHub
import Transcript
import WebSocketServer

// What the disk thread is asked to do; it answers through the mailbox.

extension Runner {
  func record(_ batch: JournalBatch, of meeting: MeetingID) {
    guard !isBroken else { return }
    guard let journal = journals[meeting] else { return feed(.refused(meeting, .storageBroken)) }
    let (mailbox, waker, folder) = (mailbox, waker, folder)
    disk.perform {
      do throws(StorageTrouble) {
        try journal.append(batch, givingUpReserveOf: folder)
        mailbox.put(.recorded(meeting))
        waker.wake()
        guard let rest = journal.scrub(after: batch) else { return }
        mailbox.put(.unscrubbed(meeting, within: rest))
      } catch {
        mailbox.put(.refused(meeting, error))
      }
      waker.wake()
    }
  }

  func archive(_ id: MeetingID) {
    guard let meeting = hub.meeting(id), let journal = journals[id] else { return }
    let record = Record(meeting).json
    let ended = meeting.agenda.ended ?? meeting.lastEvent
    let renewals = links.renewals(of: id)
    let (mailbox, waker, folder) = (mailbox, waker, folder)
    disk.perform {
      do throws(ArchiveError) {
        let kept = try folder.storeSnapshot(
          record: record,
          of: meeting.founding,
          ended: ended,
          renewals: renewals
        )
        try journal.delete()
        mailbox.put(.archived(id, kept))
      } catch {
        mailbox.put(.notArchived(id, "\(error)"))
      }
      waker.wake()
    }
  }

  func keepWhatIsUnkept() {
    let due = unkept.filter { $0.again <= clock.now }
    unkept.removeAll { $0.again <= clock.now }
    for (meeting, _) in due { archive(meeting) }
  }

  /// Lets what was forgotten vanish from the disk, where that is due.
  func scrub() {
    let due = unscrubbed.filter { $0.value <= clock.now }.keys
    for meeting in due {
      unscrubbed[meeting] = nil
      guard let journal = journals[meeting], !isBroken else { continue }
      let mailbox = mailbox
      disk.perform {
        if !journal.scrub() { mailbox.put(.unscrubbed(meeting, within: Journal.retry)) }
      }
    }
  }
}
