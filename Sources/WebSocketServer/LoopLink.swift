import CLibwebsockets
import CServerShim

/// What C holds of an ``EventLoop``: it calls back while the loop is still being made, and after.
final class LoopLink {
  weak var loop: EventLoop?
  /// The connection that is being asked for right now, on whose object nothing is known yet.
  var connecting: Socket?
  /// Whether the library gave that connection up before it even returned.
  var hasDied = false
  /// Connections that failed at once; they are told of in the next turn.
  var failed: [Socket] = []

  /// The table of calls for the shim's loop. C never outlives the loop, which owns this.
  var events: kr_loop_events {
    kr_loop_events(
      owner: Unmanaged.passUnretained(self).toOpaque(),
      accepted: { owner, descriptor in LoopLink.of(owner)?.loop?.accepted(descriptor) },
      woken: { owner in LoopLink.of(owner)?.woken() },
      alarm: { owner in LoopLink.of(owner)?.loop?.timerFired() },
      beat: { owner in LoopLink.of(owner)?.loop?.sweep() },
      ready: { owner, number in LoopLink.of(owner)?.loop?.becameReady(Socket(number: number)) }
    )
  }

  /// Translates a call of the library, and nothing else.
  static let callback:
    @convention(c) (
      UnsafeMutableRawPointer?, OpaquePointer?, Int32, UnsafeMutableRawPointer?, Int
    ) -> Int32 = { owner, wsi, reason, bytes, length in
      guard let wsi, let link = LoopLink.of(owner) else { return 0 }
      let reason = lws_callback_reasons(UInt32(bitPattern: reason))
      if link.connecting != nil, reason == LWS_CALLBACK_WSI_DESTROY { link.hasDied = true }
      guard let loop = link.loop else { return 0 }
      let input = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : length)
      return loop.handle(reason, of: Handle(pointer: wsi), input)
    }

  static let log: @convention(c) (UnsafeMutableRawPointer?, Bool, UnsafePointer<CChar>?) -> Void = {
    owner,
    isError,
    line in
    guard let line, let loop = LoopLink.of(owner)?.loop else { return }
    loop.log(isError ? .error : .warning, String(cString: line))
  }

  private static func of(_ owner: UnsafeMutableRawPointer?) -> LoopLink? {
    owner.map { Unmanaged<LoopLink>.fromOpaque($0).takeUnretainedValue() }
  }

  private func woken() {
    let failed = failed
    self.failed = []
    for socket in failed {
      loop?.delegate?.connectFailed(socket, reason: "The connection could not be made.")
    }
    loop?.delegate?.woken()
  }
}
