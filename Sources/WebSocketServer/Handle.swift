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

  /// Hands over bytes as they are, outside any frame of the library's making.
  ///
  /// Only whole frames: the library may answer a ping between two calls.
  ///
  /// - Returns: False when the connection is broken.
  func write(_ bytes: some Collection<UInt8>) -> Bool {
    let result = bytes.withContiguousStorageIfAvailable {
      $0.isEmpty ? 0 : kr_write(pointer, $0.baseAddress, $0.count)
    }
    return (result ?? -1) >= 0
  }

  /// Asks for a call once nothing waits and the kernel takes more.
  func askWritable() {
    lws_callback_on_writable(pointer)
  }

  // MARK: - Ending

  /// Sets what the close frame will say that the library sends when a callback returns -1.
  func setCloseReason(_ code: UInt16, _ reason: String) {
    var text = Array(reason.utf8.prefix(123))
    lws_close_reason(pointer, lws_close_status(UInt32(code)), &text, text.count)
  }

  /// Cuts the connection, without a close frame and whatever waits.
  func cut() {
    kr_cut(descriptor)
    kr_close_soon(pointer)
  }

  /// Ends our direction; the callback that called this returns -1 next.
  func finishSending() {
    kr_finish_sending(descriptor)
  }

  /// Bounds how long the next step of an HTTP exchange may take, in whole seconds.
  func expectProgress(within seconds: Int32) {
    lws_set_timeout(pointer, PENDING_TIMEOUT_HTTP_CONTENT, seconds)
  }

  /// Stops reading, so that nothing behind this request is ever looked at.
  func stopReading() {
    lws_rx_flow_control(pointer, 0)
  }

  // MARK: - The request

  /// The bytes of a header; nil without one, and for one longer than the library's 8 KiB.
  func header(_ token: lws_token_indexes) -> String? {
    let length = lws_hdr_total_length(pointer, token)
    guard length > 0 else { return nil }
    var text = [CChar](repeating: 0, count: Int(length) + 1)
    guard lws_hdr_copy(pointer, &text, Int32(text.count), token) > 0 else { return nil }
    return String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
  }

  func hasHeader(_ token: lws_token_indexes) -> Bool {
    lws_hdr_total_length(pointer, token) > 0
  }
}
