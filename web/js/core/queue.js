/** @import { Lowered, Queue, Turn } from './queue.d.ts' */
/** @import { Me } from './types.d.ts' */

/** From how much of the limit on the clock says that time runs out. */
const AMBER = 0.8;
/** How much shorter and longer than usual a contribution is thought to be. */
const SHORTER = 0.75;
const LONGER = 1.25;

/**
 * Where somebody stands: with the floor, at a place in the list (from 1), or put aside.
 *
 * @typedef {{ is: 'down' } | { is: 'speaking', entry: string } | { is: 'aside', entry: string }
 *   | { is: 'waiting', entry: string, place: number }} Standing
 */

/**
 * @param {Queue | null} queue
 * @param {Me | null} me
 * @returns {Standing} the one that matters most: the floor, then the best place
 */
export function standing(queue, me) {
  const hands = new Set(me?.hands ?? []);
  if (!queue || !hands.size) return { is: 'down' };
  if (queue.turn && hands.has(queue.turn.who.entry)) {
    return { is: 'speaking', entry: queue.turn.who.entry };
  }
  const at = queue.waiting.findIndex(({ entry }) => hands.has(entry));
  const entry = queue.waiting[at]?.entry;
  if (entry) return { is: 'waiting', entry, place: at + 1 };
  const aside = queue.aside.find(({ entry }) => hands.has(entry));
  return aside ? { is: 'aside', entry: aside.entry } : { is: 'down' };
}

/**
 * How long somebody at this place will wait, in whole minutes: a range, never a promise.
 *
 * @param {Queue} queue
 * @param {number} place
 * @param {number} now server's clock
 * @returns {{ least: number, most: number } | null} nothing while nobody has spoken
 */
export function waitAt(queue, place, now) {
  const { usual, turn } = queue;
  if (!usual) return null;
  const left = turn ? Math.max(0, usual - spokenFor(turn, now) / 1000) : 0;
  const seconds = left + (place - 1) * usual;
  const least = Math.floor(seconds * SHORTER / 60);
  return { least, most: Math.max(least + 1, Math.ceil(seconds * LONGER / 60)) };
}

/** @param {Turn} turn @param {number} now server's clock */
export function spokenFor({ spoken, running }, now) {
  return Math.max(0, running === undefined ? spoken : spoken + now - running);
}

/**
 * @param {Turn} turn
 * @param {number} now server's clock
 * @returns {{ spoken: number, left: number | null, state: 'calm' | 'amber' | 'over' }} in seconds
 */
export function clockOf(turn, now) {
  const spoken = Math.floor(spokenFor(turn, now) / 1000);
  if (!turn.limit) return { spoken, left: null, state: 'calm' };
  const state = spoken >= turn.limit ? 'over' : spoken >= turn.limit * AMBER ? 'amber' : 'calm';
  return { spoken, left: turn.limit - spoken, state };
}

/**
 * Minutes and seconds as a clock shows them.
 *
 * @param {number} seconds
 */
export function minutes(seconds) {
  const whole = Math.abs(seconds);
  const rest = String(whole % 60).padStart(2, '0');
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${rest}`;
}

/**
 * The hand that can still be taken back up.
 *
 * @param {Me | null} me
 * @param {number} now server's clock
 * @returns {Lowered | null}
 */
export function restorable(me, now) {
  const lowered = me?.lowered;
  return lowered?.restoreUntil && now < lowered.restoreUntil ? lowered : null;
}
