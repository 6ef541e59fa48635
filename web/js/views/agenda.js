/** @import { Agenda } from '../core/chairing.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, say, set } from '../ui/dom.js';

const BEFORE = ['planned', 'lobby'];

/**
 * What comes when, for everybody: folded, so that it takes one line.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createAgenda({ words }) {
  const { t, time } = words;
  let drawn = '';

  const begins = h('p', { class: 'begins', hidden: true });
  const now = h('span', { class: 'now', dir: 'auto' });
  const list = h('ol');
  const details = h(
    'details',
    { class: 'tool' },
    h('summary', {}, h('span', {}, t('agenda.title')), ' ', now),
    list,
  );
  const element = h('agenda-plan', { hidden: true }, begins, details);

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

  return {
    element,
    /** @param {Model} model */
    update({ shown: { agenda, meeting, role }, now: at }) {
      const start = BEFORE.includes(meeting?.phase ?? '') ? agenda?.start : undefined;
      say(begins, start ? t('agenda.begins', { time: time(start, at) }) : null);
      const items = agenda?.items ?? [];
      details.hidden = !items.length;
      // Who moderates has the agenda to work with.
      element.hidden = role === 'moderator' || (details.hidden && !start);
      if (!agenda || element.hidden) return;
      const current = items.find(({ id }) => id === agenda.current?.item);
      say(now, current ? current.title : null);
      const key = `${agenda.revision}`;
      if (key !== drawn) draw(agenda);
      drawn = key;
      set(element, 'data-phase', meeting?.phase);
    },
  };
}
