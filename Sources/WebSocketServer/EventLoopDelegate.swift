/// Who decides what the sockets of an ``EventLoop`` say.
///
/// All calls come on the loop's thread, one at a time. Every function of the loop may be called
/// from within; none of them calls back before it returns.
package protocol EventLoopDelegate: AnyObject {
  /// A WebSocket is open, ours or one that we asked for.
  func opened(_ socket: Socket)

  /// One whole text message has come; the library has checked that it is UTF-8.
  func received(_ message: [UInt8], from socket: Socket)

  /// All that was handed over has left for the kernel, after the socket had stalled.
  func drained(_ socket: Socket)

  /// A socket is closed for good: exactly once for each that was opened.
  ///
  /// - Parameter code: What the other end gave as its reason, if it closed first and gave one.
  ///   The library knows the codes up to 1011 and from 3000 on, and makes 1002 of 1012 to 1015.
  func closed(_ socket: Socket, code: UInt16?)

  /// A connection that we asked for did not come to be: instead of `opened` and `closed`.
  func connectFailed(_ socket: Socket, reason: String)

  /// Answers a request that is no WebSocket's; called once for each, and answered whole.
  ///
  /// - Parameter socket: What stands for the request's connection.
  /// - Returns: Nothing where ``EventLoop/answer(_:with:)`` follows; whoever asks does not wait for
  ///   ever, but for as long as ``Configuration/patience``.
  func respond(to request: HTTPRequest, on socket: Socket) -> HTTPResponse?

  /// The time set by ``EventLoop/wakeUp(after:)`` has passed.
  func timerFired()

  /// ``Waker/wake()`` has been called, once or several times.
  func woken()
}
