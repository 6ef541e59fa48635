import Logging
import MeetingArchive
import WebSocketServer

extension Runner {
  /// Answers `GET /texts/NAME.LANGUAGE.txt` with what the operator has put into the data folder;
  /// nothing where something else is asked, or they have put nothing there.
  ///
  /// It is read anew each time, so that a change needs no restart. What is sent is text: the page
  /// never makes markup of it.
  func operatorsText(_ request: HTTPRequest) -> HTTPResponse? {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
    guard request.method != .post, parts.count == 3, parts[1] == "texts" else { return nil }
    let name = parts[2].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard name.count == 3, name[2] == "txt", let text = OperatorsText(rawValue: name[0]),
      let language = OperatorsText.Language(rawValue: name[1])
    else { return nil }
    do throws(ArchiveError) {
      guard let bytes = try folder.text(text, in: language) else { return nil }
      return HTTPResponse(
        status: 200,
        headers: [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")],
        body: bytes
      )
    } catch {
      log.error("\(error)")
      return nil
    }
  }
}
