/** @import { Shown } from '../core/types.d.ts' */

/**
 * Whether something on the page changes by the mere passing of time: a clock that runs, a hand or
 * an act that can be taken back for a few seconds more, an announcement that goes.
 *
 * @param {Shown} shown
 * @param {number} now server's clock
 */
export function ticks({ queue, me, chat, moderation, polls }, now) {
  const until = Math.max(
    me?.lowered?.restoreUntil ?? 0,
    chat?.announcement?.until ?? 0,
    ...(moderation?.acts ?? []).map(({ undoUntil }) => undoUntil ?? 0),
  );
  const isTimed = polls.some(({ state, until }) => state === 'open' && until !== undefined);
  return queue?.turn?.running !== undefined || isTimed || now < until + 1_500;
}
