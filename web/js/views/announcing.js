/** @import { Context, Model, View } from './types.d.ts' */
import { h, say } from '../ui/dom.js';
import { check, choice, createDraft, field } from '../ui/field.js';

const ANNOUNCE = 'announcing';
const MOST = 300;
/** How many minutes it stays. */
const STAYS = [2, 10, 60];
const USUAL = 10;

/**
 * Lets everybody know something now.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createAnnouncing(context) {
  const { words: { t, refusal }, drafts, dispatch, forget, takeBack } = context;
  const text = h('input', { maxlength: MOST, dir: 'auto', autocomplete: 'off' });
  const urgent = h('input', { type: 'checkbox' });
  const stays = choice(
    STAYS.map((n) => ({ value: n, label: t('order.limit', { n }) })),
    () => {},
  );
  const draft = createDraft(drafts, 'announce', [text]);
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'form',
    { class: 'panel announce', novalidate: true },
    field(t('rules.announce'), text),
    field(t('announce.stays'), stays.element),
    check(t('rules.urgent'), urgent),
    h('p', { class: 'actions' }, h('button', { class: 'tonal' }, t('rules.announce.send'))),
    sentence,
  );
  stays.show(String(USUAL));

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!text.value.trim()) return text.focus();
    const seconds = Number(stays.element.value) * 60;
    const wish = { text: text.value.trim(), urgent: urgent.checked, seconds };
    dispatch({ does: 'announce', ...wish }, ANNOUNCE);
    draft.fill([]);
    urgent.checked = false;
  });
  text.addEventListener('input', () => forget(ANNOUNCE));

  function giveBack() {
    const wish = text.value ? null : takeBack(ANNOUNCE, 'announce');
    if (!wish) return;
    draft.fill([wish.text]);
    urgent.checked = wish.urgent === true;
    stays.show(String(Math.round((wish.seconds ?? USUAL * 60) / 60)));
  }

  return {
    element,
    /** @param {Model} model */
    update({ refusal: refusalOf }) {
      giveBack();
      const refused = refusalOf(ANNOUNCE);
      say(sentence, refused && refusal(refused));
    },
  };
}
