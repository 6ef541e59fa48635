/** @import { Queue } from '../core/queue.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { clockOf, minutes } from '../core/queue.js';
import { h, say, set, write } from '../ui/dom.js';
import { callOf } from './calls.js';

const NEXT = 3;

/**
 * Who has the floor, the clock, and who comes next.
 *
 * @param {Words} words
 */
export function createSpeakerScene({ t }) {
  const who = h('p', { class: 'speaker', dir: 'auto' });
  const note = h('p', { class: 'meta', dir: 'auto', hidden: true });
  const clock = h('p', { class: 'clock' });
  const heading = h('h3', {}, t('stage.next'));
  const list = h('ol', { class: 'next' });
  const next = h('div', { class: 'after' }, heading, list);
  const element = h(
    'div',
    { class: 'floor' },
    h('div', { class: 'now' }, h('div', {}, who, note), clock),
    next,
  );
  return {
    element,
    /** @param {Queue | null} queue @param {number} now @param {boolean} names */
    update(queue, now, names) {
      const turn = queue?.turn;
      const call = (/** @type {import('../core/queue.d.ts').Entry} */ entry) =>
        names ? callOf(entry, t) : t('queue.nameless');
      write(who, turn ? call(turn.who) : t('stage.nobody'));
      say(note, names ? turn?.who.note : null);
      clock.hidden = !turn;
      if (turn) {
        const { spoken, left, state } = clockOf(turn, now);
        const paused = turn.running === undefined;
        write(clock, paused ? t('floor.paused') : minutes(left ?? spoken));
        set(clock, 'data-state', paused ? 'paused' : state);
      }
      const waiting = (queue?.waiting ?? []).slice(0, NEXT).map(call);
      next.hidden = !waiting.length;
      if (list.dataset.names === waiting.join('\n')) return;
      list.dataset.names = waiting.join('\n');
      list.replaceChildren(...waiting.map((name) => h('li', { dir: 'auto' }, name)));
    },
  };
}
