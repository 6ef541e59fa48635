/** @import { Shown } from '../core/types.d.ts' */

/** How long an asker can change a question. */
const CHANGEABLE = 2 * 60_000;

const EVERY_SECOND = 1_000;

/**
 * Draws again each second, while something changes by the mere passing of time.
 *
 * @param {() => { shown: Shown, now: number }} look what is shown, and the server's clock
 * @param {() => void} redraw
 */
export function keepTicking(look, redraw) {
  setInterval(() => {
    const { shown, now } = look();
    if (ticks(shown, now)) redraw();
  }, EVERY_SECOND);
}

/**
 * Whether something on the page changes by the mere passing of time: a clock that runs, a hand or
 * an act that can be taken back for a few seconds more, an announcement that goes.
 *
 * @param {Shown} shown
 * @param {number} now server's clock
 */
export function ticks({ queue, me, chat, moderation, questions, agenda, polls }, now) {
  const asked = questions.filter(({ own, state }) => own && state === 'open');
  const until = Math.max(
    ...asked.map((question) => question.asked + CHANGEABLE),
    me?.lowered?.restoreUntil ?? 0,
    chat?.announcement?.until ?? 0,
    ...(moderation?.acts ?? []).map(({ undoUntil }) => undoUntil ?? 0),
  );
  const isTimed = polls.some(({ state, until }) => state === 'open' && until !== undefined) ||
    // Only whoever moderates sees the clock of the agenda.
    (moderation !== null && agenda?.current !== undefined);
  const waits = !agenda?.current && now < (agenda?.start ?? 0) + 1_500;
  return queue?.turn?.running !== undefined || isTimed || waits || now < until + 1_500;
}
