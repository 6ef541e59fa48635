/** @import { Via } from '../core/queue.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, say } from '../ui/dom.js';
import { choice, field } from '../ui/field.js';

const BEHALF = 'behalf';
const TEXT_MOST = 500;
const NAME_MOST = 60;
const WAYS = /** @type {Via[]} */ (['chat', 'phone', 'room']);

/**
 * Asks for somebody who has no browser at hand (product row B26).
 *
 * @param {Context} context
 * @returns {View & { giveBack(text: string): void }}
 */
export function createBehalf({ words: { t, refusal }, dispatch, forget, announcer }) {
  const text = h('textarea', { rows: 2, maxlength: TEXT_MOST, dir: 'auto' });
  const name = h('input', { maxlength: NAME_MOST, dir: 'auto', autocomplete: 'off' });
  const via = choice(WAYS.map((value) => ({ value, label: t(`way.${value}`) })), () => {});
  const sentence = h('p', { class: 'refusal', hidden: true });
  const form = h(
    'form',
    { novalidate: true },
    field(t('behalf.text'), text),
    field(t('behalf.name'), name),
    field(t('add.via'), via.element),
    h('p', { class: 'actions' }, h('button', { class: 'tonal' }, t('behalf.go'))),
    sentence,
  );
  const element = h(
    'details',
    { class: 'tool behalf', hidden: true },
    h('summary', {}, t('behalf.title')),
    form,
  );

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!text.value.trim()) return text.focus();
    dispatch({
      does: 'askOnBehalf',
      text: text.value.trim(),
      name: name.value.trim() || undefined,
      via: /** @type {Via} */ (via.element.value),
    }, BEHALF);
    text.value = name.value = '';
    text.focus();
    announcer.polite('behalf', t('act.askOnBehalf'));
  });
  text.addEventListener('input', () => forget(BEHALF));

  return {
    element,
    /** What was refused stays to be changed. */
    giveBack(typed) {
      text.value = text.value || typed;
    },
    /** @param {Model} model */
    update({ shown: { role, meeting }, refusal: refusalOf }) {
      element.hidden = role !== 'moderator' || meeting?.phase === 'ended';
      const refused = refusalOf(BEHALF);
      say(sentence, refused && refusal(refused));
    },
  };
}
