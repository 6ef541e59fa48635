/** @import { Socket } from './types.d.ts' */

/** What a socket says that ended without a word. */
const CUT = 1006;

/**
 * The way round for networks that let no WebSocket through, with the looks of one: what the other
 * side says comes as events, what is said to it goes in requests, one after the other.
 *
 * @param {object} means
 * @param {EventTarget & { close(): void }} means.source
 * @param {(id: string, text: string) => Promise<boolean>} means.post whether it has arrived
 * @param {string} means.pong what to say when the other side asks for a sign of life
 * @returns {Socket}
 */
export function createStream({ source, post, pong }) {
  let id = '';
  let isOver = false;
  let isPosting = false;
  /** @type {string[]} */
  const waiting = [];

  /** @type {Socket} */
  const socket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send(text) {
      if (isOver) throw new Error('The stream has ended.');
      waiting.push(text);
      postAll();
    },
    close() {
      isOver = true;
      source.close();
    },
  };

  /** @param {number} code */
  function end(code) {
    if (isOver) return;
    socket.close();
    socket.onclose?.({ code });
  }

  async function postAll() {
    if (isPosting) return;
    isPosting = true;
    for (let text; !isOver && (text = waiting.shift());) {
      if (!await post(id, text).catch(() => false)) end(CUT);
    }
    isPosting = false;
  }

  /** @param {string} name @param {(data: string) => void} act */
  function on(name, act) {
    source.addEventListener(name, (event) => {
      if (!isOver) act(String(/** @type {MessageEvent} */ (event).data));
    });
  }

  on('opened', (given) => {
    id = given;
    socket.onopen?.({});
  });
  on('message', (data) => socket.onmessage?.({ data }));
  on('ping', () => socket.send(pong));
  on('closed', (code) => end(Number(code)));
  // The browser would try again by itself, as somebody whom nobody knows.
  on('error', () => end(CUT));
  return socket;
}
