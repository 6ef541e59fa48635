/** @import { Via } from '../core/queue.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, say } from '../ui/dom.js';
import { choice, createDraft, field } from '../ui/field.js';

const BEHALF = 'behalf';
const TEXT_MOST = 500;
const NAME_MOST = 60;
const WAYS = /** @type {Via[]} */ (['chat', 'phone', 'room']);

/**
 * Asks for somebody who has no browser at hand (product row B26).
 *
 * @param {Context} context
 * @returns {View}
 */
export function createBehalf(context) {
  const { words: { t, refusal }, drafts, dispatch, forget, takeBack, announcer } = context;
  const text = h('textarea', { rows: 2, maxlength: TEXT_MOST, dir: 'auto' });
  const name = h('input', { maxlength: NAME_MOST, dir: 'auto', autocomplete: 'off' });
  const via = choice(WAYS.map((value) => ({ value, label: t(`way.${value}`) })), () => {});
  const draft = createDraft(drafts, 'behalf', [text, name]);
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
    draft.fill([]);
    text.focus();
    announcer.polite('behalf', t('act.askOnBehalf'));
  });
  text.addEventListener('input', () => forget(BEHALF));

  /** Into the empty form; what was typed meanwhile is sent first. */
  function giveBack() {
    const wish = text.value || name.value ? null : takeBack(BEHALF, 'askOnBehalf');
    if (!wish) return;
    draft.fill([wish.text, wish.name]);
    via.element.value = wish.via;
    element.open = true;
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown: { role, meeting }, refusal: refusalOf }) {
      element.hidden = role !== 'moderator' || meeting?.phase === 'ended';
      giveBack();
      const refused = refusalOf(BEHALF);
      say(sentence, refused && refusal(refused));
    },
  };
}
