/// <reference lib="deno.ns" />
/** @import { Way } from '../../../web/js/core/types.d.ts' */
/** Shared by the unit tests: fixtures, comparison, a clock that is turned by hand. */

export const ROOT = new URL('../../../', import.meta.url);

/** @param {string} name */
export function fixture(name) {
  return JSON.parse(Deno.readTextFileSync(new URL(`Tests/Fixtures/wire/${name}.json`, ROOT)));
}

/** @param {unknown} actual @param {unknown} expected @param {string} [about] */
export function same(actual, expected, about = '') {
  const [is, should] = [canonical(actual), canonical(expected)];
  if (is !== should) throw new Error(`${about}\n  is:     ${is}\n  should: ${should}`);
}

/** @param {unknown} condition @param {string} about */
export function holds(condition, about) {
  if (!condition) throw new Error(about);
}

/** @param {unknown} value @returns {string} JSON with its keys in order */
function canonical(value) {
  return JSON.stringify(value, (_, part) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1));
  }) ?? 'undefined';
}

/** Numbers that look random, the same in every run. */
export function seeded(seed = 1) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A clock that is turned by hand. */
export function handTurnedClock() {
  let now = 1_000_000;
  let serial = 0;
  /** @type {Map<number, { due: number, act: () => void }>} */
  const waiting = new Map();
  return {
    /** @param {number} milliseconds @param {() => void} act @returns {unknown} */
    after(milliseconds, act) {
      waiting.set(++serial, { due: now + milliseconds, act });
      return serial;
    },
    /** @param {unknown} timer */
    cancel(timer) {
      waiting.delete(Number(timer));
    },
    now: () => now,
    /** @param {number} milliseconds */
    turn(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = [...waiting].filter(([, { due }]) => due <= end)
          .sort(([a, x], [b, y]) => x.due - y.due || a - b)[0];
        if (!next) break;
        waiting.delete(next[0]);
        now = Math.max(now, next[1].due);
        next[1].act();
      }
      now = end;
    },
    /** Somebody sets it; what waits does not wait longer. @param {number} by milliseconds */
    set(by) {
      now += by;
      for (const timer of waiting.values()) timer.due += by;
    },
    /** Time passes while nothing runs: the machine sleeps. @param {number} milliseconds */
    sleep(milliseconds) {
      now += milliseconds;
    },
  };
}

/** Storage as a browser has it, in memory. */
export function memoryStore() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    get: (/** @type {string} */ key) => kept.get(key) ?? null,
    set(/** @type {string} */ key, /** @type {string} */ value) {
      kept.set(key, value);
      return true;
    },
    remove(/** @type {string} */ key) {
      kept.delete(key);
    },
  };
}

/** A line to a server that the test plays. */
export function fakeLine() {
  /** @type {FakeSocket[]} */
  const sockets = [];
  return {
    sockets,
    /** @param {Way} way */
    open(way) {
      const socket = new FakeSocket(way);
      sockets.push(socket);
      return socket;
    },
    /** The newest socket. */
    get last() {
      const socket = sockets.at(-1);
      if (!socket) throw new Error('No socket was opened.');
      return socket;
    },
  };
}

class FakeSocket {
  /** @param {Way} way */
  constructor(way) {
    this.way = way;
  }
  /** @type {((event: unknown) => void) | null} */
  onopen = null;
  /** @type {((event: { data: unknown }) => void) | null} */
  onmessage = null;
  /** @type {((event: { code: number }) => void) | null} */
  onclose = null;
  /** @type {((event: unknown) => void) | null} */
  onerror = null;
  /** @type {any[]} */
  sent = [];
  closed = false;

  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  /** The server takes the socket. */
  opens() {
    this.onopen?.({});
  }
  /** @param {unknown} frame */
  says(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  /** @param {number} code */
  closes(code) {
    this.onclose?.({ code });
  }
}
