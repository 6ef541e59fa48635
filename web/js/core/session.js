/** @import { Ack, Connection, Frame, Pending, Refusal, Rejected, Shown, Socket, State, Storage, Store, Timers, Way, Wish } from './types.d.ts' */
import { digestsByKind } from './digest.js';
import { createNet } from './net.js';
import { createOutbox } from './outbox.js';
import { overlay } from './overlay.js';
import * as protocol from './protocol.js';
import { NOTHING, reduce, since } from './reduce.js';
import { createRefusals } from './refusals.js';

/**
 * @typedef {object} Hears What a page is told.
 * @property {(urgent: boolean) => void} [changed] something to draw; urgent after own acts
 * @property {(before: Shown, after: Shown) => void} [news] things arrived while being in step
 * @property {(entry: Pending, ack: Ack) => void} [acknowledged]
 * @property {(entry: Pending, why: Refusal) => void} [rejected] or never sent
 * @property {(token: string) => void} [token] to be kept for the next time
 */

/**
 * One person's place in one meeting: the state, the wishes under way, the way to the server.
 *
 * @param {object} means
 * @param {string} means.code
 * @param {string | null} means.token
 * @param {string | null} means.key
 * @param {Store} means.store keeps the outbox over a reload
 * @param {(way: Way) => Socket} means.open
 * @param {Timers} means.timers
 * @param {() => number} means.random
 * @param {() => string} [means.newRef]
 * @param {Hears} hears
 */
export function createSession(means, hears) {
  const { code, key, timers } = means;
  const newRef = means.newRef ?? protocol.newRef;
  let token = means.token;
  /** @type {State} */
  let state = NOTHING;
  /** @type {Shown | null} */
  let shown = null;
  /** @type {string | null} */
  let final = null;
  /** @type {string | null} */
  let trouble = null;
  /** @type {Storage | null} */
  let storage = null;
  let clockOffset = 0;
  let mismatches = 0;
  const refusals = createRefusals();
  const outbox = createOutbox(means.store, `kaffeerunde.outbox.${code}`, timers.now);

  const net = createNet({
    open: means.open,
    timers,
    random: means.random,
    greeting: () => protocol.hello({ code, token, key, since: since(state) }),
    ping: protocol.ping,
    received: (text) => heard(protocol.read(text)),
    finalReason: protocol.finalReason,
    restarting: protocol.RESTARTING,
    changed: (_, reason) => {
      final = reason ?? final;
      if (reason && !protocol.COMES_BACK.has(reason)) turnBack(outbox.clear());
      changed(true);
    },
  });

  /** @param {boolean} urgent */
  function changed(urgent) {
    shown = null;
    hears.changed?.(urgent);
  }

  function show() {
    return shown ??= overlay(state, outbox.entries);
  }

  /** @param {Frame} frame */
  function heard(frame) {
    const before = show();
    const previous = state;
    state = reduce(state, frame);
    if (state.sync && !previous.sync) {
      const differs = state.sync === 'everything';
      if (differs) mismatches++;
      const digests = differs ? digestsByKind(state.things.values()) : undefined;
      net.send(protocol.sync(since(state), digests));
    }
    if (frame.type === 'welcome' || frame.type === 'beat') clockOffset = frame.now - timers.now();
    const ownArrived = outbox.arrived(state.revision);
    const told = storage;
    if (frame.type === 'welcome' || frame.type === 'beat') storage = frame.storage ?? null;
    switch (frame.type) {
      case 'welcome':
        trouble = null;
        if (frame.token) {
          token = frame.token;
          hears.token?.(token);
        }
        net.welcomed(frame.heartbeat);
        turnBack(outbox.expire());
        for (const { ref, wish } of outbox.due()) net.send(protocol.command(ref, wish));
        return changed(true);
      case 'ack':
        return acknowledged(frame);
      case 'rejected':
        return rejected(frame);
      case 'error':
        if (protocol.FINAL_ERRORS.has(frame.reason)) return net.stop(frame.reason);
        if (net.connection === 'live') return;
        trouble = frame.reason;
        return changed(false);
      default:
        if (state === previous && storage === told) return;
        changed(ownArrived);
        if (frame.type === 'things') hears.news?.(before, show());
    }
  }

  /** @param {Ack} ack */
  function acknowledged(ack) {
    const entry = outbox.acknowledge(ack.ref, ack.revision);
    outbox.arrived(state.revision);
    changed(true);
    if (entry && entry.acked === undefined) hears.acknowledged?.(entry, ack);
  }

  /** @param {Rejected} rejection */
  function rejected(rejection) {
    const entry = outbox.drop(rejection.ref);
    if (entry) turnBack([entry], { reason: rejection.reason, wait: rejection.wait });
    else changed(true);
  }

  /** @param {Pending[]} entries @param {Refusal} [why] they were never sent where nothing is said */
  function turnBack(entries, why = { reason: 'notSent' }) {
    for (const entry of entries) refusals.add(entry, why);
    changed(true);
    for (const entry of entries) hears.rejected?.(entry, why);
  }

  return {
    start: net.start,
    stop: () => net.stop(null),
    woke: net.woke,
    retryNow: net.retryNow,
    show,

    /** @returns {Connection} */
    get connection() {
      return net.connection;
    },
    /** Whether no WebSocket gets through, and the way round is taken. */
    get isDetour() {
      return net.isDetour;
    },
    /** Why the browser will not come back by itself. */
    get final() {
      return final;
    },
    /** Why the server has not let this browser in yet, if it has said so. */
    get trouble() {
      return trouble;
    },
    /** What is wrong with the server's disk, if anything. */
    get storage() {
      return storage;
    },
    /** What to add to this machine's clock to get the server's. */
    get clockOffset() {
      return clockOffset;
    },
    /** How often the digests differed: each one is a bug of somebody. */
    get mismatches() {
      return mismatches;
    },
    /** Wishes of an earlier hour, to be asked about. */
    get held() {
      return outbox.entries.filter((entry) => entry.held);
    },

    /**
     * Whether a control's wish has not been answered yet.
     *
     * @param {string} control
     */
    busy(control) {
      return outbox.entries.some((entry) => entry.control === control && entry.acked === undefined);
    },

    refusal: refusals.of,
    takeBack: refusals.takeBack,

    /** @param {string} control */
    forget(control) {
      if (refusals.forget(control)) changed(true);
    },

    /**
     * @param {Wish} wish
     * @param {string} control the name of the control that asks; an answer is shown next to it
     */
    dispatch(wish, control) {
      const ref = newRef();
      refusals.forget(control);
      outbox.add(ref, wish, control);
      net.send(protocol.command(ref, wish));
      changed(true);
      return ref;
    },

    /**
     * Asks for messages that are older than what is held.
     *
     * @param {number} before
     * @param {'room' | 'toModerators'} [channel]
     */
    history(before, channel) {
      net.send(protocol.history(before, channel));
    },

    sendHeld() {
      outbox.release();
      for (const { ref, wish } of outbox.due()) net.send(protocol.command(ref, wish));
      changed(true);
    },

    discardHeld() {
      outbox.discard();
      changed(true);
    },
  };
}

/** @typedef {ReturnType<typeof createSession>} Session */
