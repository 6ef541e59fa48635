/** @import { Via } from '../core/queue.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, newId, say } from '../ui/dom.js';
import { createDraft } from '../ui/field.js';

const ADD = 'addToQueue';
const NAME_MOST = 60;
const WAYS = /** @type {Via[]} */ (['phone', 'chat', 'room']);

/**
 * Puts somebody on the list who has no browser at hand.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createAdding(context) {
  const { words: { t, refusal }, drafts, dispatch, forget, takeBack, redraw } = context;
  const name = h('input', { id: newId('add'), maxlength: NAME_MOST, dir: 'auto' });
  const via = h(
    'select',
    { id: newId('add') },
    ...WAYS.map((way) => h('option', { value: way }, t(`way.${way}`))),
  );
  const draft = createDraft(drafts, 'adding', [name]);
  const sentence = h('p', { class: 'refusal', hidden: true });
  const again = h(
    'button',
    { type: 'button', hidden: true, onclick: () => add(true) },
    t('add.again'),
  );
  const form = h(
    'form',
    { novalidate: true },
    h('p', { class: 'field' }, h('label', { for: name.id }, t('add.name')), name),
    h('p', { class: 'field' }, h('label', { for: via.id }, t('add.via')), via),
    h('p', { class: 'actions' }, h('button', {}, t('add.go')), again),
    sentence,
  );
  const element = h(
    'details',
    { class: 'tool', hidden: true },
    h('summary', {}, t('add.title')),
    form,
  );
  /** @param {boolean} isAgain */
  function add(isAgain) {
    const wish = { name: name.value.trim(), via: /** @type {Via} */ (via.value) };
    dispatch({ does: 'addToQueue', ...wish, ...(isAgain ? { again: true } : {}) }, ADD);
    draft.fill([]);
    name.focus();
  }

  function giveBack() {
    const wish = name.value ? null : takeBack(ADD, 'addToQueue');
    if (!wish) return;
    draft.fill([wish.name]);
    via.value = wish.via ?? 'phone';
    element.open = true;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    add(false);
  });
  name.addEventListener('input', () => {
    forget(ADD);
    redraw();
  });

  return {
    element,
    /** @param {Model} model */
    update({ shown: { role, meeting }, refusal: refusalOf }) {
      element.hidden = role !== 'moderator' || meeting?.phase === 'ended';
      giveBack();
      const refused = refusalOf(ADD);
      say(sentence, refused && refusal(refused));
      again.hidden = refused?.reason !== 'alreadyWaiting';
    },
  };
}
