/** @import { Entry, Queue } from '../core/queue.d.ts' */
/** @import { Context } from './types.d.ts' */
import { h, newId, say, set, write } from '../ui/dom.js';
import { callOf } from './calls.js';

export const ARRANGE = 'arrange';

/**
 * @typedef {object} Row What one row shows.
 * @property {Entry} entry
 * @property {number} place from 1; 0 where it was put aside
 * @property {Queue | null} queue
 * @property {boolean} own
 * @property {boolean} moderates
 * @property {number} now
 */

/**
 * One wish to speak as a row of the list.
 *
 * @param {Context} context
 * @param {string} id
 */
export function createEntry(context, id) {
  const { words: { t }, dispatch, announcer } = context;
  /** @type {Row | null} */
  let drawn = null;

  const number = h('span', { class: 'number', 'aria-hidden': 'true' });
  const who = h('p', { class: 'who', id: newId('entry'), dir: 'auto' });
  const marks = h('p', { class: 'marks' });
  const note = h('p', { class: 'note', dir: 'auto', hidden: true });
  const buttons = [
    act('call', t('queue.call'), call),
    act('up', t('queue.up'), () => move(-1), '↑'),
    act('down', t('queue.down'), () => move(1), '↓'),
    act('noShow', t('queue.noShow'), noShow),
    act('remove', t('queue.remove'), () => {
      dispatch({ does: 'removeFromQueue', entry: id }, ARRANGE);
    }),
  ];
  const actions = h(
    'div',
    { class: 'actions', role: 'group', 'aria-label': t('queue.acts') },
    ...buttons,
  );
  const element = h(
    'li',
    { 'data-row': id, tabindex: -1 },
    number,
    h('div', { class: 'words' }, who, marks, note),
    actions,
  );

  /** @param {string} name @param {string} label @param {() => void} run @param {string} [sign] */
  function act(name, label, run, sign) {
    const button = h(
      'button',
      {
        type: 'button',
        'data-act': name,
        'aria-describedby': who.id,
        'aria-label': sign ? label : null,
        title: sign ? label : null,
        onclick: run,
      },
      sign ?? label,
    );
    return button;
  }

  function call() {
    const current = drawn?.queue?.turn?.who.entry;
    dispatch({ does: 'giveFloor', entry: id, current }, ARRANGE);
  }

  function noShow() {
    if (drawn?.queue) dispatch({ does: 'noShow', entry: id, seen: drawn.queue.revision }, ARRANGE);
  }

  /** @param {-1 | 1} by */
  function move(by) {
    const { queue, place } = drawn ?? {};
    if (!queue || !place) return;
    const others = queue.waiting.filter(({ entry }) => entry !== id);
    const to = place - 1 + by;
    if (to < 0 || to > others.length) return;
    const before = others[to]?.entry;
    dispatch({ does: 'moveInQueue', entry: id, before, seen: queue.revision }, ARRANGE);
    const facts = { who: who.textContent, n: to + 1, of: queue.waiting.length };
    announcer.polite('moved', t('queue.moved', facts));
  }

  /** @param {Row} row */
  function marksOf({ entry, own }) {
    return [
      own && t('queue.you'),
      entry.kind !== 'topic' && t(`kind.${entry.kind}`),
      entry.away && t('queue.away'),
      entry.moved && t('queue.moved.mark'),
      entry.added && t(`queue.added.${entry.via ?? 'list'}`),
      entry.first && t('queue.first'),
    ].filter(Boolean).join(' · ');
  }

  return {
    element,
    /** @param {Row} row */
    update(row) {
      drawn = row;
      const { entry, place, own, moderates, queue } = row;
      write(number, place ? String(place) : '–');
      write(who, callOf(entry, t));
      say(marks, marksOf(row));
      say(note, entry.note);
      set(element, 'data-own', own);
      set(element, 'data-away', entry.away);
      actions.hidden = !moderates;
      const last = queue?.waiting.length ?? 0;
      for (const button of buttons) {
        const name = button.dataset.act;
        button.hidden = !place && (name === 'up' || name === 'down' || name === 'noShow');
        const end = (name === 'up' && place === 1) || (name === 'down' && place === last);
        set(button, 'aria-disabled', end ? 'true' : null);
      }
    },
  };
}
