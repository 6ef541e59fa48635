/** @import { QuestionState, ShownQuestion } from '../core/types.d.ts' */
/** @import { Context } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, set } from '../ui/dom.js';

/** @typedef {'open' | 'live' | 'answered' | 'declined'} Goal */

/** @type {Record<QuestionState, Goal[]>} where a moderator may move a question from here */
const GOALS = {
  pending: ['open', 'declined'],
  open: ['live', 'answered', 'declined'],
  live: ['answered', 'open', 'declined'],
  answered: ['live', 'open'],
  declined: ['open'],
  followUp: ['live', 'answered', 'open'],
};

const REASON_MOST = 200;

/**
 * A moderator's buttons for one question.
 *
 * @param {Context} context
 * @param {string} control
 * @param {string} describedBy the id of the question's text
 */
export function createModeration({ words, dispatch }, control, describedBy) {
  const { t } = words;
  /** @type {ShownQuestion | null} */
  let drawn = null;

  /** @param {Goal} to @param {string} label */
  const button = (to, label) =>
    h('button', {
      type: 'button',
      'data-act': to,
      'aria-describedby': describedBy,
      onclick: () => to === 'declined' && !drawn?.moving ? decline() : move(to),
    }, label);

  /** @type {Record<Goal, HTMLButtonElement>} */
  const buttons = {
    live: button('live', t('moderate.live')),
    answered: button('answered', t('moderate.answered')),
    open: button('open', t('moderate.open')),
    declined: button('declined', t('moderate.declined')),
  };
  const element = h(
    'div',
    { class: 'moderation', role: 'group', 'aria-label': t('moderate.group') },
    buttons.live,
    buttons.answered,
    buttons.open,
    buttons.declined,
  );

  /** @param {Goal} to @param {string} [reason] */
  function move(to, reason) {
    if (!drawn || drawn.moving) return;
    const { id, revision } = drawn;
    dispatch({ does: 'moveQuestion', question: id, to, reason, seen: revision }, control);
  }

  async function decline() {
    const answer = await ask(words, {
      title: t('decline.title'),
      text: t('decline.text'),
      confirm: t('moderate.declined'),
      field: { label: t('decline.reason'), most: REASON_MOST },
    });
    if (answer) move('declined', answer.value || undefined);
  }

  return {
    element,
    /** @param {ShownQuestion} question @param {boolean} moderates */
    update(question, moderates) {
      drawn = question;
      element.hidden = !moderates;
      if (!moderates) return;
      const goals = GOALS[question.state] ?? [];
      for (const [goal, made] of Object.entries(buttons)) {
        made.hidden = !goals.includes(/** @type {Goal} */ (goal));
        // The likeliest next step stands out, most of all for the question that all look at.
        const lead = question.state === 'live' ? 'primary' : 'tonal';
        set(made, 'class', goal === goals[0] ? lead : null);
        set(made, 'aria-disabled', question.moving ? 'true' : null);
      }
      const waits = question.state === 'pending';
      buttons.open.textContent = t(waits ? 'moderate.release' : 'moderate.open');
    },
  };
}
