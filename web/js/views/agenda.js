/** @import { Agenda } from '../core/chairing.d.ts' */
/** @import { Meeting } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, say, set } from '../ui/dom.js';
import { beginning, isBefore } from './countdown.js';

/**
 * What comes when, for everybody: before the round begins, how long that still takes and all of
 * it; then folded, so that it takes one line.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createAgenda({ words }) {
  const { t } = words;
  let drawn = '';
  /** Whether this page has been open before the round began, and whether that is over. */
  let hasWaited = false;
  let hasBegun = false;

  const begins = h('p', { class: 'begins', hidden: true });
  const asking = h('p', { class: 'asking', hidden: true });
  const now = h('span', { class: 'now', dir: 'auto' });
  const list = h('ol');
  const details = h(
    'details',
    { class: 'tool' },
    h('summary', {}, h('span', {}, t('agenda.title')), ' ', now),
    list,
  );
  const element = h('agenda-plan', { hidden: true }, begins, asking, details);

  /** @param {Agenda} agenda */
  function draw(agenda) {
    list.replaceChildren(...agenda.items.map((item) => {
      const isNow = item.id === agenda.current?.item;
      const about = [item.speaker, item.minutes && t('agenda.minutes', { n: item.minutes })];
      return h(
        'li',
        { 'data-now': isNow },
        h('span', { class: 'title', dir: 'auto' }, item.title),
        h('span', { class: 'meta', dir: 'auto' }, about.filter(Boolean).join(' · ')),
        isNow && h('span', { class: 'badge' }, t('agenda.now')),
      );
    }));
  }

  /** @param {Meeting | null} meeting */
  function askingWords(meeting) {
    if (meeting?.phase === 'planned') return t('agenda.ask.later');
    return meeting?.questions === 'open' && !meeting.stopped ? t('agenda.ask.now') : null;
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown, now: at }) {
      const { agenda, meeting, role } = shown;
      const waits = isBefore(shown);
      const items = agenda?.items ?? [];
      // Who moderates has the agenda to work with.
      const isOver = meeting?.phase === 'ended';
      element.hidden = role === 'moderator' || isOver || !(waits || hasWaited || items.length);
      if (element.hidden || !agenda) return;
      details.hidden = !items.length;
      if (waits && !hasWaited) details.open = hasWaited = true;
      if (waits) hasBegun = false;
      set(element, 'data-waits', waits || hasWaited);
      if (waits) {
        say(begins, beginning(words, agenda.start, at) ?? t('agenda.waits'));
        say(asking, askingWords(meeting));
      } else if (hasWaited && !hasBegun) {
        // Everything stays where it is: somebody may be about to tap on what is below.
        element.style.minBlockSize = `${element.getBoundingClientRect().height}px`;
        hasBegun = true;
        say(begins, t('agenda.began'));
        say(asking, null);
      }
      const current = items.find(({ id }) => id === agenda.current?.item);
      say(now, current ? current.title : null);
      const key = `${agenda.revision}`;
      if (key !== drawn) draw(agenda);
      drawn = key;
    },
  };
}
