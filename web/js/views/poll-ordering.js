/** @import { Form, Option } from '../core/poll.d.ts' */
/** @import { Announcer } from '../ui/announce.js' */
/** @import { Inputs } from './poll-choices.js' */
/** @import { PollWords } from './poll-words.js' */
import { sum } from '../core/ballots.js';
import { askedBy } from '../core/polls.js';
import { h, newId, set, write } from '../ui/dom.js';
import { arrange } from '../ui/keyed.js';

/**
 * Options that are brought into an order by buttons; the rest may be left out.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @param {Announcer} announcer
 * @returns {Inputs}
 */
export function createRanking({ t, label }, form, announcer) {
  /** @type {string[]} */
  let order = [];
  const ranked = h('ol', { class: 'ranked', 'aria-label': t('poll.ranking.yours') });
  const left = h('ul', { class: 'left', 'aria-label': t('poll.ranking.rest') });
  const rows = new Map(form.options.map((option) => [option.id, createRow(option)]));

  /** @param {Option} option */
  function createRow(option) {
    const text = h('span', { class: 'text', id: newId('rank'), dir: 'auto' }, label(option));
    const place = h('span', { class: 'place', 'aria-hidden': 'true' });
    /** @param {string} sign @param {string} name @param {() => void} act */
    const button = (sign, name, act) =>
      h(
        'button',
        { type: 'button', 'aria-label': `${name}: ${label(option)}`, title: name, onclick: act },
        sign,
      );
    const up = button('↑', t('poll.ranking.up'), () => move(option, -1));
    const down = button('↓', t('poll.ranking.down'), () => move(option, 1));
    const out = button('✕', t('poll.ranking.out'), () => take(option, false));
    const add = button('+', t('poll.ranking.add'), () => take(option, true));
    const buttons = h('span', { class: 'buttons' }, up, down, out, add);
    return { element: h('li', {}, place, text, buttons), place, up, down, out, add };
  }

  /** @param {Option} option @param {number} by */
  function move({ id }, by) {
    const from = order.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    order = order.filter((other) => other !== id);
    order.splice(to, 0, id);
    draw();
    tell(id);
  }

  /** @param {Option} option @param {boolean} isRanked */
  function take({ id }, isRanked) {
    order = order.filter((other) => other !== id);
    if (isRanked) order.push(id);
    draw();
    const row = rows.get(id);
    (isRanked ? row?.up : row?.add)?.focus({ preventScroll: true });
    if (isRanked) tell(id);
  }

  /** @param {string} id */
  function tell(id) {
    const option = form.options.find((each) => each.id === id);
    const at = { place: order.indexOf(id) + 1, n: order.length, name: option?.text ?? '' };
    announcer.polite('ranking', t('poll.ranking.place', at));
  }

  function draw() {
    for (const [id, row] of rows) {
      const at = order.indexOf(id);
      write(row.place, at < 0 ? '' : `${at + 1}.`);
      row.up.hidden = row.down.hidden = row.out.hidden = at < 0;
      row.add.hidden = at >= 0;
      // Kept in place, so that the finger and the keyboard find them again.
      set(row.up, 'aria-disabled', at === 0 ? 'true' : null);
      set(row.down, 'aria-disabled', at === order.length - 1 ? 'true' : null);
    }
    const rest = form.options.map(({ id }) => id).filter((id) => !order.includes(id));
    arrange(ranked, order.flatMap((id) => rows.get(id)?.element ?? []));
    arrange(left, rest.flatMap((id) => rows.get(id)?.element ?? []));
    ranked.hidden = !order.length;
    left.hidden = !rest.length;
  }

  draw();
  return {
    elements: [ranked, left],
    read: () => ({ ranking: [...order] }),
    fill({ ranking = [] }) {
      order = [...ranking];
      draw();
    },
  };
}

/**
 * A budget of points that is given to options by buttons.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @returns {Inputs}
 */
export function createPoints({ t, label }, form) {
  const { budget = 10 } = askedBy(form).rules;
  const step = budget > 20 ? 5 : 1;
  /** @type {Record<string, number>} */
  const given = {};
  const rest = h('p', { class: 'rest', 'aria-live': 'polite' });
  const rows = form.options.map((option) => {
    const points = h('output', { class: 'points' });
    /** @param {string} sign @param {string} name @param {number} by */
    const button = (sign, name, by) =>
      h('button', {
        type: 'button',
        'aria-label': `${name}: ${label(option)}`,
        onclick: () => give(option.id, by),
      }, sign);
    const less = button('−', t('poll.points.less', { n: step }), -step);
    const more = button('+', t('poll.points.more', { n: step }), step);
    const buttons = h('span', { class: 'buttons' }, less, points, more);
    const text = h('span', { class: 'text', dir: 'auto' }, label(option));
    return { id: option.id, points, less, more, element: h('li', {}, text, buttons) };
  });

  /** @param {string} id @param {number} by */
  function give(id, by) {
    const free = budget - sum(given);
    given[id] = Math.max(0, (given[id] ?? 0) + Math.min(by, free));
    draw();
  }

  function draw() {
    const free = budget - sum(given);
    for (const { id, points, less, more } of rows) {
      write(points, String(given[id] ?? 0));
      set(less, 'aria-disabled', given[id] ? null : 'true');
      set(more, 'aria-disabled', free ? null : 'true');
    }
    write(rest, t('poll.points.rest', { n: free }));
  }

  draw();
  return {
    elements: [h('ul', { class: 'left points' }, ...rows.map(({ element }) => element)), rest],
    read() {
      const points = Object.fromEntries(Object.entries(given).filter(([, each]) => each));
      return { points };
    },
    fill({ points = {} }) {
      for (const { id } of rows) given[id] = points[id] ?? 0;
      draw();
    },
  };
}
