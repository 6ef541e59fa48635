/** @import { ShownPoll } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { h, say } from '../ui/dom.js';

const TICK = 500;
/** Seconds before the end at which it is said aloud. */
const SAID = [60, 10];

/**
 * How long a poll is still open, by the server's clock.
 *
 * @param {Context} context
 */
export function createTimer({ words: { t }, announcer }) {
  const element = h('p', { class: 'timer', hidden: true });
  /** @type {number | null} */
  let until = null;
  let ahead = 0;
  let left = Infinity;
  let isFree = false;

  function draw() {
    if (until === null) return say(element, null);
    const before = left;
    left = Math.max(0, Math.ceil((until - Date.now() - ahead) / 1000));
    for (const at of SAID) {
      if (before > at && left <= at && left > at - 3) {
        announcer.polite('timer', t('poll.timer.left', { n: at }));
      }
    }
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    const words = left ? t('poll.timer', { time }) : t('poll.timer.over');
    say(element, isFree ? `${words} ${t('poll.timer.free')}` : words);
  }

  // A clock of its own: nothing else has to be drawn each second.
  const ticking = setInterval(() => {
    if (until !== null && element.isConnected) draw();
  }, TICK);

  return {
    element,
    stop: () => clearInterval(ticking),
    /** @param {ShownPoll} poll @param {Model} model */
    update(poll, { now, shown }) {
      const next = poll.state === 'open' ? poll.until ?? null : null;
      if (next !== until) left = Infinity;
      until = next;
      ahead = now - Date.now();
      isFree = shown.me?.moreTime === true;
      draw();
    },
  };
}
