/** @import { Frame, Since, Wish } from './types.d.ts' */

/** The wire's spelling; no other module knows it. */

export const SUBPROTOCOL = 'kaffeerunde.v1';
export const PATH = '/ws';
export const STREAM_PATH = '/api/live';
export const COMMAND_PATH = '/api/command';
const VERSION = 1;

/** The server restarts: all come back, but not all at once. */
export const RESTARTING = 1012;

/** Closes after which the browser does not come back by itself, and why. */
export const FINAL_CLOSES = new Map([
  [4500, 'removed'],
  [4501, 'linkRevoked'],
  [4502, 'meetingUnknown'],
  [4503, 'versionTooOld'],
]);

/** Errors after which trying again would change nothing. */
export const FINAL_ERRORS = new Set([
  'meetingUnknown',
  'meetingEnded',
  'keyUnknown',
  'versionTooOld',
  'removed',
  'ticketUnknown',
]);

/** After these the wishes under way can still be sent, once the page has been loaded again. */
export const COMES_BACK = new Set(['versionTooOld', 'keyUnknown']);

/** @param {number} code */
export function finalReason(code) {
  return FINAL_CLOSES.get(code) ?? (code >= 4500 && code < 5000 ? 'removed' : null);
}

/** @param {{ code: string, token?: string | null, key?: string | null, since?: Since | null }} who */
export function hello({ code, token, key, since }) {
  return JSON.stringify({
    hello: {
      v: VERSION,
      code,
      ...(token ? { token } : {}),
      ...(key ? { key } : {}),
      ...(since ? { since } : {}),
    },
  });
}

export const ping = JSON.stringify({ ping: {} });

/**
 * Asks for what changed, or for everything.
 *
 * @param {Since | null} since
 * @param {Record<string, number>} [digests] where a beat's digest was another one than ours
 */
export function sync(since, digests) {
  return JSON.stringify({ sync: { ...(since ? { since } : {}), ...(digests ? { digests } : {}) } });
}

/**
 * Asks for messages that are older than all that are held; the answer is a `history` frame.
 *
 * @param {number} before
 * @param {'room' | 'toModerators'} [channel]
 */
export function history(before, channel) {
  return JSON.stringify({ history: { before, ...(channel ? { channel } : {}) } });
}

/** @param {string} ref @param {Wish} wish */
export function command(ref, wish) {
  return JSON.stringify({ command: { ref, command: spell(wish) } });
}

/**
 * A wish as the wire spells it.
 *
 * @param {Wish} wish
 */
export function spell(wish) {
  if (wish.does !== 'moveQuestion') {
    const { does, ...rest } = wish;
    return { [does]: rest };
  }
  const { question, to, seen, answered, reason, owner, due } = wish;
  const details = to === 'declined' ? { reason } : to === 'followUp' ? { owner, due } : {};
  return { moveQuestion: { question, to: { [to]: details }, seen, answered } };
}

const TYPES = new Set(['welcome', 'things', 'ack', 'rejected', 'beat', 'history', 'error']);

/**
 * Reads one frame. What a later server may say that we do not know is `unknown`, never an error.
 *
 * @param {unknown} text
 * @returns {Frame}
 */
export function read(text) {
  try {
    const value = JSON.parse(String(text));
    const [type, ...others] = Object.keys(value);
    if (!type || others.length || !TYPES.has(type)) return { type: 'unknown' };
    return { type, ...value[type] };
  } catch {
    return { type: 'unknown' };
  }
}

/**
 * A fresh command's name: 128 random bits in 22 characters.
 *
 * @param {(bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>} fill
 */
export function newRef(fill = (bytes) => crypto.getRandomValues(bytes)) {
  const binary = String.fromCharCode(...fill(new Uint8Array(16)));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
