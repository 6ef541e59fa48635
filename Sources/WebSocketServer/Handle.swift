import CLibwebsockets
import CServerShim
import Glibc

/// The library's own object for one connection, and all that is ever asked of it.
struct Handle {
  let pointer: OpaquePointer

  /// What tells connections apart while they live; the library reuses it later.
  var address: UInt { UInt(bitPattern: pointer) }

  private var descriptor: Int32 { lws_get_socket_fd(pointer) }

  // MARK: - Writing

  /// Whether the library still keeps a part of what was written.
  var isStalled: Bool { lws_partial_buffered(pointer) != 0 }

  /// Whether a close frame has been sent or received: nothing may follow it.
  var isClosing: Bool { kr_is_closing(pointer) }

  /// Hands over a whole frame as it is: the library may answer a ping between two calls.
  ///
  /// - Returns: False when the connection is broken.
  func write(_ frame: [UInt8]) -> Bool {
    kr_write(pointer, frame, frame.count) >= 0
  }

  /// Asks for a call once nothing waits and the kernel takes more.
  func askWritable() {
    lws_callback_on_writable(pointer)
  }

  // MARK: - Reading

  /// Takes nothing more in, and does not even notice when the other end hangs up.
  ///
  /// What is there, and the library does not read, would make the loop turn without a rest.
  func stopReading() {
    lws_rx_flow_control(pointer, 0)
  }

  func goOnReading() {
    lws_rx_flow_control(pointer, 1)
  }

  // MARK: - Ending

  /// Sets what the close frame will say that the library sends when a callback returns -1.
  func setCloseReason(_ code: UInt16, _ reason: String) {
    var text = Array(reason.utf8.prefix(123))
    // A letter that does not fit whole would make the frame one that must be refused.
    while String(validating: text, as: UTF8.self) == nil { text.removeLast() }
    lws_close_reason(pointer, lws_close_status(UInt32(code)), &text, text.count)
  }

  /// Cuts the connection, without a close frame and whatever waits.
  func cut() {
    kr_cut(descriptor)
    closeSoon()
  }

  /// Lets the library end the connection in its next turn.
  func closeSoon() {
    kr_close_soon(pointer)
  }

  // MARK: - Past the library

  /// Keeps the library from doing anything more with the connection than to hold it.
  func takeOver() {
    stopReading()
    lws_set_timeout(pointer, NO_PENDING_TIMEOUT, 0)
  }

  /// Hands bytes to the kernel.
  ///
  /// - Returns: How many it took; nil when the connection is broken.
  func send(_ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.withUnsafeBufferPointer { kr_send(descriptor, $0.baseAddress, $0.count) }
    return count < 0 ? nil : Int(count)
  }

  /// Ends our direction.
  func finishSending() {
    kr_finish_sending(descriptor)
  }

  /// Throws away what has come in.
  ///
  /// - Returns: Whether more can come.
  func forgetUnread() -> Bool {
    kr_forget_unread(descriptor)
  }

  /// Waits for the kernel to take more, or for the other end to say more or to hang up.
  func watch(_ what: kr_wait, on loop: OpaquePointer, as socket: Socket) -> OpaquePointer? {
    kr_watch_start(loop, descriptor, what, socket.number)
  }

  // MARK: - The request

  /// The text of a header; nil without one, and for one that holds a zero byte.
  func header(_ token: lws_token_indexes) -> String? {
    let length = lws_hdr_total_length(pointer, token)
    guard length > 0 else { return nil }
    var text = [CChar](repeating: 0, count: Int(length) + 1)
    guard lws_hdr_copy(pointer, &text, Int32(text.count), token) > 0 else { return nil }
    let bytes = text.dropLast().map { UInt8(bitPattern: $0) }
    return bytes.contains(0) ? nil : String(decoding: bytes, as: UTF8.self)
  }

  func hasHeader(_ token: lws_token_indexes) -> Bool {
    lws_hdr_total_length(pointer, token) > 0
  }
}
