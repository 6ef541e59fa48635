/** @import { HandKind } from '../core/queue.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { standing } from '../core/queue.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { placeIn } from './calls.js';

const CHANGE = 'changeHand';
const NOTE_MOST = 100;

/**
 * One's own place, and what one wants to speak for: said after raising the hand, never before.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createOwnHand({ words, dispatch, announcer, forget }) {
  const { t, refusal } = words;
  let entry = '';
  /** @type {HandKind[]} */
  let offered = [];

  const place = h('p', { class: 'place' });
  const kinds = h('div', { class: 'kinds', role: 'group', 'aria-label': t('hand.kind') });
  const note = h('input', {
    id: newId('note'),
    maxlength: NOTE_MOST,
    dir: 'auto',
    autocomplete: 'off',
  });
  const save = h('button', {}, t('hand.note.save'));
  const sentence = h('p', { class: 'refusal', hidden: true });
  const form = h(
    'form',
    { novalidate: true, 'aria-label': t('hand.about') },
    h('label', { for: note.id }, t('hand.note')),
    h('div', { class: 'line' }, note, save),
  );
  const element = h('own-hand', { hidden: true }, place, kinds, form, sentence);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!entry) return;
    dispatch({ does: 'changeHand', entry, note: note.value.trim() }, CHANGE);
    announcer.polite('note', t('hand.note.saved'));
  });
  note.addEventListener('input', () => forget(CHANGE));

  /** @param {HandKind[]} wanted */
  function offer(wanted) {
    if (String(offered) === String(wanted)) return;
    offered = wanted;
    kinds.replaceChildren(...wanted.map((kind) =>
      h('button', {
        type: 'button',
        'data-kind': kind,
        onclick: () => dispatch({ does: 'changeHand', entry, kind }, CHANGE),
      }, t(`kind.${kind}`))
    ));
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown: { queue, me }, now, refusal: refusalOf }) {
      const stands = standing(queue, me);
      const mine = stands.is === 'waiting' ? queue?.waiting[stands.place - 1] : undefined;
      element.hidden = !queue || !mine || stands.is !== 'waiting';
      if (!queue || !mine || stands.is !== 'waiting') return void (entry = '');
      if (entry !== mine.entry) note.value = mine.note ?? '';
      entry = mine.entry;
      write(place, `${placeIn(queue, stands.place, now, words)}.`);
      // Points of order are rare, and always possible: they come last.
      offer([...queue.rules.kinds, 'pointOfOrder']);
      kinds.hidden = mine.kind === 'question';
      for (const button of kinds.querySelectorAll('button')) {
        set(button, 'aria-pressed', String(button.dataset.kind === mine.kind));
      }
      const refused = refusalOf(CHANGE);
      say(sentence, refused && refusal(refused));
    },
  };
}
