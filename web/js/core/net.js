/** @import { Connection, Socket, Timers, Way } from './types.d.ts' */
import { createWay } from './way.js';

const FIRST_DELAY = 500;
const LONGEST_DELAY = 20_000;
const CONNECT_WITHIN = 10_000;
const OPEN_WITHIN = 2_500;
const CUT = 1006;
const ANSWER_WITHIN = 2_000;
const PATIENCE = 10_000;
const TICK = 5_000;
const RESTART_SPREAD = 3_000;

/**
 * How long to wait before the next try: doubling, fully jittered, bounded.
 *
 * @param {number} tries how many have failed since the last success
 * @param {() => number} random
 */
export function backOff(tries, random) {
  return random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(tries, 16));
}

/**
 * Keeps one socket alive, or its stand-in. Knows no meeting: it is told what to say first, and
 * what a frame meant.
 *
 * @param {object} means
 * @param {(way: Way) => Socket} means.open
 * @param {Timers} means.timers
 * @param {() => number} means.random
 * @param {() => string} means.greeting the first frame of a socket
 * @param {string} means.ping a frame that makes the other side answer
 * @param {(text: unknown) => void} means.received
 * @param {(code: number) => string | null} means.finalReason why a close code is final
 * @param {number} means.restarting the close code after which all come back at once
 * @param {(connection: Connection, reason: string | null) => void} means.changed
 */
export function createNet(means) {
  const { timers, random } = means;
  /** @type {Connection} */
  let connection = 'offline';
  /** @type {Socket | null} */
  let socket = null;
  const way = createWay(timers.now);
  /** @type {Way} */
  let taken = 'socket';
  let tries = 0;
  let heartbeat = 15_000;
  let heardAt = 0;
  let tickedAt = 0;
  /** @type {unknown} */
  let retry = null;
  /** @type {unknown} */
  let deadline = null;
  /** @type {unknown} */
  let ticking = null;
  let nextTry = 0;

  /** @param {Connection} next @param {string | null} [reason] */
  function become(next, reason = null) {
    connection = next;
    means.changed(next, reason);
  }

  function letGo() {
    timers.cancel(deadline);
    timers.cancel(retry);
    deadline = retry = null;
    if (!socket) return;
    const old = socket;
    socket = null;
    old.onopen =
      old.onmessage =
      old.onclose =
      old.onerror =
        null;
    try {
      old.close();
    } catch {
      // It was never open.
    }
  }

  function connect() {
    letGo();
    become('connecting');
    taken = way.choose();
    const hurries = way.hasDoubts;
    let hasHeard = false;
    let fresh;
    try {
      fresh = means.open(taken);
    } catch {
      return comeBack(backOff(tries++, random));
    }
    socket = fresh;
    // A socket of a sleeping phone may stay "connecting" for ever.
    deadline = timers.after(hurries ? OPEN_WITHIN : CONNECT_WITHIN, () => failed(true));
    fresh.onopen = () => {
      if (hurries) {
        timers.cancel(deadline);
        deadline = timers.after(CONNECT_WITHIN, () => failed(true));
      }
      fresh.send(means.greeting());
    };
    fresh.onmessage = (event) => {
      heardAt = timers.now();
      hasHeard = true;
      way.led();
      if (connection === 'live') {
        timers.cancel(deadline);
        deadline = null;
      }
      means.received(event.data);
    };
    fresh.onclose = ({ code }) => hasHeard || code !== CUT ? lost(code) : failed(false);
  }

  /** Nothing was heard. @param {boolean} late */
  function failed(late) {
    if (way.failed(late)) connect();
    else comeBack(backOff(tries++, random));
  }

  /** @param {number} code */
  function lost(code) {
    const reason = means.finalReason(code);
    if (reason) return stop(reason);
    const delay = code === means.restarting ? random() * RESTART_SPREAD : backOff(tries, random);
    tries++;
    comeBack(delay);
  }

  /** @param {number} delay */
  function comeBack(delay) {
    letGo();
    nextTry = timers.now() + delay;
    become('offline');
    retry = timers.after(delay, connect);
  }

  /** @param {string | null} reason */
  function stop(reason) {
    letGo();
    timers.cancel(ticking);
    become('closed', reason);
  }

  function tick() {
    const now = timers.now();
    // A clock that was set back would make all that was heard look new for as long.
    const late = now - tickedAt > TICK + 5_000 || now < tickedAt;
    tickedAt = now;
    ticking = timers.after(TICK, tick);
    if (late) woke();
    else if (connection === 'live' && now - heardAt > heartbeat + PATIENCE) connect();
  }

  /** Back from sleep: what looks open may be long dead. */
  function woke() {
    if (connection === 'live' && socket) {
      if (deadline) return;
      try {
        socket.send(means.ping);
      } catch {
        return connect();
      }
      deadline = timers.after(ANSWER_WITHIN, connect);
    } else if (connection === 'offline') {
      tries = 0;
      connect();
    }
  }

  return {
    get connection() {
      return connection;
    },
    /** Whether the way round is taken, since no WebSocket gets through. */
    get isDetour() {
      return taken === 'stream';
    },
    /** When the next try is due, on the clock of the timers. */
    get nextTry() {
      return nextTry;
    },
    start() {
      tickedAt = timers.now();
      ticking = timers.after(TICK, tick);
      connect();
    },
    stop,
    woke,
    /** Somebody asked, or the network says that it is there. */
    retryNow() {
      if (connection === 'live') return woke();
      if (connection === 'closed') return;
      tries = 0;
      connect();
    },
    /**
     * The greeting was answered.
     *
     * @param {number} beat how often the other side is heard at least, ms
     */
    welcomed(beat) {
      timers.cancel(deadline);
      deadline = null;
      tries = 0;
      heartbeat = beat;
      if (connection !== 'live') become('live');
    },
    /** @param {string} text */
    send(text) {
      if (connection !== 'live' || !socket) return false;
      try {
        socket.send(text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
