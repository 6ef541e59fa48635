/** @import { Meeting } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { fieldOf, momentOf } from '../core/zone.js';
import { h, newId, say, set } from '../ui/dom.js';
import { field, offer } from '../ui/field.js';

const TIMES = 'times';

/**
 * When questions open and close by themselves (product row B17).
 *
 * @param {Context} context
 * @returns {View}
 */
export function createQuestionTimes({ words, dispatch, forget, redraw }) {
  const { t, refusal } = words;
  /** @type {Meeting | null} */
  let meeting = null;
  let now = 0;
  let isWrong = false;

  const hint = h('p', { class: 'hint', id: newId('times') }, t('times.hint'));
  const opens = time();
  const closes = time();
  const clear = h('button', { type: 'button', class: 'plain', onclick: drop }, t('times.clear'));
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'form',
    { class: 'times', novalidate: true, onsubmit: save },
    field(t('times.opens'), opens),
    field(t('times.closes'), closes),
    hint,
    h('p', { class: 'actions' }, h('button', {}, t('times.save')), clear),
    sentence,
  );

  function time() {
    const input = h('input', { type: 'datetime-local', 'aria-describedby': hint.id });
    input.addEventListener('input', () => {
      isWrong = false;
      forget(TIMES);
      redraw();
    });
    return input;
  }

  /** @param {Event} event */
  function save(event) {
    event.preventDefault();
    const [from, until] = [opens, closes].map(({ value }) => momentOf(value));
    isWrong = [from, until].some((at) => at !== undefined && at <= now) ||
      (from !== undefined && until !== undefined && until <= from);
    if (isWrong) return redraw();
    plan(from, until);
  }

  function drop() {
    opens.value = closes.value = '';
    isWrong = false;
    plan();
  }

  /** @param {number} [from] @param {number} [until] */
  function plan(from, until) {
    if (!meeting) return;
    const { questions, moderated: isModerated } = meeting;
    // Until they open, they are closed.
    const mode = from === undefined ? questions : 'closed';
    const rules = { mode, isModerated, opens: from, closes: until };
    dispatch({ does: 'setQuestions', rules }, TIMES);
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown, now: at, refusal: refusalOf }) {
      ({ meeting } = shown);
      now = at;
      if (!meeting) return;
      offer(opens, fieldOf(meeting.opens));
      offer(closes, fieldOf(meeting.closes));
      clear.hidden = meeting.opens === undefined && meeting.closes === undefined;
      const refused = isWrong ? { reason: 'timesNotPossible' } : refusalOf(TIMES);
      say(sentence, refused && refusal(refused));
      for (const input of [opens, closes]) set(input, 'aria-invalid', refused ? 'true' : null);
    },
  };
}
