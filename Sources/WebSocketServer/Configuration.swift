/// What an ``EventLoop`` listens on, and where its patience ends.
package struct Configuration: Sendable {
  /// The address or host name to listen on.
  package var host = "127.0.0.1"
  /// The port to listen on; 0 asks the system for a free one, nil listens nowhere (clients only).
  package var port: UInt16?
  /// The one path that takes WebSockets; all others refuse them with 404.
  package var webSocketPath = "/ws"
  /// Where those are streamed to whose network lets no WebSocket through; see ``EventStream``.
  package var streamPath = "/api/live"
  /// Where they post what they have to say.
  package var commandPath = "/api/command"
  /// Origins allowed besides the server's own host, each spelled exactly as browsers send it.
  package var allowedOrigins: [String] = []
  /// The longest message, in bytes; a longer one closes its socket with 1009.
  package var maximumMessageBytes = 16 * 1024
  /// The longest body of a POST, in bytes; a longer one is answered with 413.
  package var maximumBodyBytes = 16 * 1024
  /// How many connections may be there at once; nil leaves 64 descriptors for everything else.
  package var maximumConnections: Int?
  /// How many connections one address may hold: generous, since a town hall is one address.
  package var maximumSocketsPerAddress = 300
  /// How addresses begin that are not bounded: those of this machine, where a proxy may stand.
  package var unboundedAddresses = ["127.", "::1", "::ffff:127."]
  /// How many bytes may wait for one socket before it is given up with 1013.
  ///
  /// One message alone may be longer: what greets a newcomer must get through.
  package var maximumBufferedBytes = 1024 * 1024
  /// How often it is looked for whoever exhausts our patience, by us and by the library.
  package var sweepInterval = Duration.seconds(1)
  /// How long a socket may be silent before it is pinged.
  package var pingInterval = Duration.seconds(25)
  /// How long a socket may be silent, pings included, before it is cut.
  package var deadAfter = Duration.seconds(60)
  /// How long a request, the body of a POST, or a message may take from its first byte to its
  /// last, and the other end to take the next part of an answer.
  package var patience = Duration.seconds(10)
  /// How long a socket that is to be closed may take for what waits and the close frame, and then
  /// for its answer; after that it is cut.
  package var closePatience = Duration.seconds(5)
  /// Put on every HTTP answer, also on those the transport makes itself.
  package var responseHeaders: [(name: String, value: String)] = []

  package init(port: UInt16?) {
    self.port = port
  }
}
