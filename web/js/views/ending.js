/** @import { Shown, ShownQuestion } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { ranked } from '../core/ranking.js';
import { ask } from '../ui/dialog.js';
import { h, newId, write } from '../ui/dom.js';

/** What can go on, in the order of the dialog. */
const GROUPS = [
  { name: 'open', states: ['open', 'live'] },
  { name: 'followUp', states: ['followUp'] },
];

/**
 * Asks whether to end, and what the next round begins with (product row B21). Everything does that
 * nobody has answered, as long as nobody says otherwise: nothing is lost by haste.
 *
 * @param {Words} words
 * @param {Shown} shown
 * @returns {Promise<{ except: string[], goOn: number } | null>} null where the round goes on
 */
export async function askToEnd(words, { questions }) {
  const { t } = words;
  /** @type {Map<string, HTMLInputElement>} */
  const boxes = new Map();
  const count = h('p', { class: 'count', 'aria-live': 'polite' });
  const all = h('button', { type: 'button', class: 'plain', onclick: turn });

  const left = questions.filter(({ shared, mergedInto, sending }) =>
    shared && !mergedInto && !sending
  );
  const waiting = left.filter(({ state }) => state === 'pending').length;
  const groups = GROUPS.flatMap(({ name, states }) => {
    const mine = ranked(left.filter(({ state }) => states.includes(state)), 'support');
    return mine.length ? [group(name, mine)] : [];
  });

  /** @param {string} name @param {ShownQuestion[]} mine */
  function group(name, mine) {
    const legend = h('legend', {}, t(`ending.${name}`, { n: mine.length }));
    return h('fieldset', {}, legend, ...mine.map(row));
  }

  /** @param {ShownQuestion} question */
  function row({ id, text, support, from, owner }) {
    const box = h('input', { type: 'checkbox', id: newId('goes'), checked: true, onchange: tell });
    boxes.set(id, box);
    const about = [
      t('card.supporters', { n: support }),
      from && t('ending.again', { from }),
      owner && t('card.followUp', { who: owner }),
    ].filter(Boolean).join(' · ');
    const label = h('label', { for: box.id }, h('bdi', {}, text.replace(/\s+/g, ' ')));
    return h('p', { class: 'check' }, box, h('span', {}, label, h('small', {}, about)));
  }

  const chosen = () => [...boxes.values()].filter(({ checked }) => checked).length;

  function turn() {
    const on = chosen() < boxes.size;
    for (const box of boxes.values()) box.checked = on;
    tell();
  }

  function tell() {
    write(count, t('ending.count', { n: chosen(), of: boxes.size }));
    write(all, t(chosen() < boxes.size ? 'ending.all' : 'ending.none'));
  }

  tell();
  const more = groups.length || waiting
    ? h(
      'div',
      { class: 'ending' },
      groups.length > 0 && h('p', { class: 'lead' }, t('ending.lead')),
      ...groups,
      groups.length > 0 && h('p', { class: 'sum' }, count, boxes.size > 1 && all),
      waiting > 0 && h('p', { class: 'hint' }, t('ending.waiting', { n: waiting })),
    )
    : null;
  const answer = await ask(words, {
    title: t('round.end.title'),
    text: t('round.end.text'),
    confirm: t('round.end'),
    grave: true,
    more,
  });
  if (!answer) return null;
  const except = [...boxes].filter(([, { checked }]) => !checked).map(([id]) => id);
  return { except, goOn: chosen() };
}
