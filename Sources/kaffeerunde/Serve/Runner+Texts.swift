import Logging
import MeetingArchive
import WebSocketServer

extension Runner {
  /// Lets the disk thread read what `GET /texts/NAME.LANGUAGE.txt` asks for, where the operator may
  /// have put it into the data folder.
  ///
  /// It is read anew each time, so that a change needs no restart. What is sent is text: the page
  /// never makes markup of it.
  ///
  /// - Parameter socket: Who is answered then.
  /// - Returns: Whether such a text was asked for.
  func readOperatorsText(_ request: HTTPRequest, for socket: Socket) -> Bool {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
    guard request.method != .post, parts.count == 3, parts[1] == "texts" else { return false }
    let name = parts[2].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard name.count == 3, name[2] == "txt", let text = OperatorsText(rawValue: name[0]),
      let language = OperatorsText.Language(rawValue: name[1])
    else { return false }
    let (mailbox, waker, folder) = (mailbox, waker, folder)
    disk.perform {
      do throws(ArchiveError) {
        mailbox.put(.text(try folder.text(text, in: language), request, by: socket))
      } catch {
        mailbox.put(.noText("\(error)", request, by: socket))
      }
      waker.wake()
    }
    return true
  }

  /// - Parameter bytes: The operator's own words; the program's are sent without them.
  func heard(of bytes: [UInt8]?, for request: HTTPRequest, by socket: Socket) {
    let headers = [
      ("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store"),
    ]
    let own = bytes.map { HTTPResponse(status: 200, headers: headers, body: $0) }
    answer(socket, with: own ?? site.answer(request))
  }
}
