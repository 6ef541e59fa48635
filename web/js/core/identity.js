/** @import { Store } from './types.d.ts' */

/**
 * Who this browser is in one meeting: a token that it was given, and a key that came in a link.
 *
 * @param {string} code
 * @param {Store} lasting over visits
 * @param {Store} passing of this tab
 */
export function createIdentity(code, lasting, passing) {
  const tokenAt = `kaffeerunde.token.${code}`;
  const keyAt = `kaffeerunde.key.${code}`;
  const meetingAt = `kaffeerunde.meeting.${code}`;
  let meeting = passing.get(meetingAt);
  return {
    get token() {
      return lasting.get(tokenAt);
    },
    get key() {
      return passing.get(keyAt);
    },
    /** The meeting's id as last seen: its transcript has it in its address. */
    get meeting() {
      return meeting;
    },
    /** @param {string} token @returns {boolean} whether it lasts over a reload */
    keepToken: (token) => lasting.set(tokenAt, token),
    /** @param {string} key */
    keepKey: (key) => passing.set(keyAt, key),
    dropKey: () => passing.remove(keyAt),
    /** @param {string} seen */
    keepMeeting(seen) {
      if (seen !== meeting) passing.set(meetingAt, seen);
      meeting = seen;
    },
  };
}

/**
 * The key in an address' fragment.
 *
 * @param {string} fragment
 */
export function keyIn(fragment) {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('key') || null;
}
