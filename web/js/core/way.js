/** @import { Way } from './types.d.ts' */

const SOCKET_AGAIN_AFTER = 5 * 60_000;

/**
 * Which way to try next: the WebSocket, or the way round where a network lets none through.
 *
 * Two failures are enough on a page that never had a WebSocket. Where it had one, the server is
 * more likely to be away than the way to be closed, so that takes four in a row.
 *
 * @param {() => number} now
 */
export function createWay(now) {
  let gotThrough = false;
  let failures = 0;
  let socketAgain = 0;
  /** @type {Way} */
  let way = 'socket';

  return {
    /** @returns {Way} for the next try; some minutes later the WebSocket has another chance */
    choose() {
      if (way === 'stream' && now() >= socketAgain) way = 'socket';
      return way;
    },
    /** Whether a WebSocket that takes long to open is not worth waiting for. */
    get hasDoubts() {
      return way === 'socket' && !gotThrough;
    },
    /** The other side was heard. */
    led() {
      if (way !== 'socket') return;
      gotThrough = true;
      failures = 0;
    },
    /**
     * The other side was not heard.
     *
     * @param {boolean} late it did not fail, but nothing happened
     * @returns {boolean} whether another way is to be tried at once
     */
    failed(late) {
      const most = gotThrough ? 4 : 2;
      if (way === 'stream') {
        // Neither leads anywhere now: both take turns until one does.
        way = 'socket';
        failures = most - 1;
        return false;
      }
      failures++;
      if (failures < most && !(late && !gotThrough)) return false;
      way = 'stream';
      failures = most - 1;
      socketAgain = now() + SOCKET_AGAIN_AFTER;
      return true;
    },
  };
}
