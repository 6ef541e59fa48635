/** @import { ShownMessage } from './types.d.ts' */

/** How many messages a page holds at once; more are shown when they are asked for. */
export const WINDOW = 200;
export const OLDER = 50;

/**
 * The part of the chat that is shown, in two parts: what was there, and what came while it was
 * being looked at. Only the second one is read out.
 *
 * @param {readonly ShownMessage[]} all by number, those under way last
 * @param {{ from: number | null, since: number }} where the first number that was asked for; the
 *   last one that was there from the start
 * @returns {{ history: ShownMessage[], live: ShownMessage[], older: boolean }} whether there are
 *   older ones than those
 */
export function windowOf(all, { from, since }) {
  const least = from ?? lastOf(all) - WINDOW + 1;
  const shown = all.filter(({ number }) => number >= least);
  const first = shown.find(({ number }) => Number.isFinite(number))?.number ?? 1;
  return {
    history: shown.filter(({ number }) => number <= since),
    live: shown.filter(({ number }) => number > since),
    older: first > 1,
  };
}

/** @param {readonly ShownMessage[]} all */
export function lastOf(all) {
  return all.findLast(({ number }) => Number.isFinite(number))?.number ?? 0;
}

/**
 * Whether two messages stand together under one name: same person, within five minutes.
 *
 * @param {ShownMessage | undefined} before
 * @param {ShownMessage} message
 */
export function goesOn(before, message) {
  if (!before || before.state !== 'shown' || message.state !== 'shown') return false;
  const same = before.own && message.own ||
    (before.participant !== undefined && before.participant === message.participant);
  return same && message.posted - before.posted < 5 * 60_000;
}
