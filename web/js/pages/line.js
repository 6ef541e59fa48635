/** @import { Socket, Way } from '../core/types.d.ts' */
import * as protocol from '../core/protocol.js';
import { createStream } from '../core/stream.js';

const POST_WITHIN = 10_000;

/** @param {Way} way @returns {Socket} */
export function openSocket(way) {
  if (way === 'stream') {
    return createStream({
      source: new EventSource(protocol.STREAM_PATH),
      post,
      pong: protocol.ping,
    });
  }
  const address = new URL(protocol.PATH, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  return /** @type {Socket} */ (new WebSocket(address, protocol.SUBPROTOCOL));
}

/** @param {string} id @param {string} body */
async function post(id, body) {
  const answer = await fetch(protocol.COMMAND_PATH, {
    method: 'POST',
    headers: { authorization: `Bearer ${id}`, 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(POST_WITHIN),
  });
  return answer.ok;
}
