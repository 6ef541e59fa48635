/** @import { QuestionState, ShownQuestion } from '../core/types.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, say, set, write } from '../ui/dom.js';
import { createPersonActs } from './person-acts.js';
import { createWriting } from './writing.js';

/** @typedef {'open' | 'live' | 'answered' | 'declined'} Goal */
/** @typedef {'edit' | 'merge' | 'answer' | 'followUp' | 'unmerge' | 'stage'} Extra */

/** @type {Record<QuestionState, Goal[]>} where a moderator may move a question from here */
const GOALS = {
  pending: ['open', 'declined'],
  open: ['live', 'answered', 'declined'],
  live: ['answered', 'open', 'declined'],
  answered: ['live', 'open'],
  declined: ['open'],
  followUp: ['live', 'answered', 'open'],
};
/** What into which others can be merged. */
const MERGES = new Set(['pending', 'open', 'live', 'answered', 'followUp']);

/** What the shared screen may show. */
const SHOWABLE = new Set(['open', 'live', 'answered', 'followUp']);

/**
 * A moderator's buttons for one question.
 *
 * @param {Context} context
 * @param {string} control
 * @param {string} describedBy the id of the question's text
 */
export function createModeration(context, control, describedBy) {
  const { words, dispatch, keys } = context;
  const { t } = words;
  /** @type {ShownQuestion | null} */
  let drawn = null;
  /** What it could be merged into. @type {() => ShownQuestion[]} */
  let others = () => [];
  const writing = createWriting(context, control, () => drawn);

  /** @param {string} act @param {string} label @param {() => void} onclick */
  const button = (act, label, onclick) =>
    h('button', {
      type: 'button',
      'data-act': act,
      'aria-describedby': describedBy,
      'aria-keyshortcuts': keys.shortcut(act) || null,
      onclick: () => drawn && !drawn.moving && onclick(),
    }, label);

  /** @type {Record<Goal, HTMLButtonElement>} */
  const goals = {
    live: button('live', t('moderate.live'), () => move('live')),
    answered: button('answered', t('moderate.answered'), () => move('answered')),
    open: button('open', t('moderate.open'), () => move('open')),
    declined: button('declined', t('moderate.declined'), writing.decline),
  };
  /** @type {Record<Extra, HTMLButtonElement>} */
  const extras = {
    answer: button('answer', t('moderate.answer'), writing.answer),
    edit: button('edit', t('moderate.edit'), writing.edit),
    merge: button('merge', t('moderate.merge'), merge),
    unmerge: button('unmerge', t('moderate.unmerge'), () => {
      if (drawn) dispatch({ does: 'unmergeQuestion', question: drawn.id }, control);
    }),
    followUp: button('followUp', t('moderate.followUp'), writing.followUp),
    stage: button('stage', '', pin),
  };
  const person = createPersonActs(context, control, describedBy);
  const attended = h('p', { class: 'hint attended', dir: 'auto', hidden: true });
  let isPinned = false;
  const tag = h('select', { 'aria-label': t('moderate.tag'), onchange: label });
  const more = h(
    'details',
    { class: 'more' },
    h('summary', {}, t('moderate.more')),
    h('div', { class: 'actions' }, ...Object.values(extras), tag),
    person.element,
  );
  const element = h(
    'div',
    { class: 'moderation', role: 'group', 'aria-label': t('moderate.group') },
    attended,
    goals.live,
    goals.answered,
    goals.open,
    goals.declined,
    more,
  );

  /** @param {Goal} to */
  function move(to) {
    if (!drawn) return;
    const { id, revision } = drawn;
    dispatch({ does: 'moveQuestion', question: id, to, seen: revision }, control);
  }

  /** On the shared screen until it is let go again; the round goes on behind it. */
  function pin() {
    if (!drawn) return;
    const scene = isPinned ? { scene: /** @type {const} */ ('auto') } : {
      scene: /** @type {const} */ ('question'),
      subject: drawn.id,
    };
    dispatch({ does: 'setStage', ...scene }, control);
  }

  async function merge() {
    const which = { question: drawn?.id ?? '', seen: drawn?.revision ?? 0 };
    const options = others().map(({ id, text }) => ({ value: id, label: text.slice(0, 90) }));
    const given = await ask(words, {
      title: t('merge.title'),
      text: t('merge.text'),
      confirm: t('moderate.merge'),
      field: { label: t('merge.field'), most: 0, options },
    });
    if (given?.value) dispatch({ does: 'mergeQuestion', into: given.value, ...which }, control);
  }

  function label() {
    if (!drawn) return;
    dispatch({ does: 'tagQuestion', question: drawn.id, tag: tag.value || undefined }, control);
  }

  /** @param {string[]} tags @param {string} chosen */
  function drawTags(tags, chosen) {
    tag.hidden = !tags.length;
    if (tag.dataset.tags !== tags.join('\n')) {
      tag.dataset.tags = tags.join('\n');
      const none = h('option', { value: '' }, t('moderate.tag.none'));
      tag.replaceChildren(none, ...tags.map((name) => h('option', { value: name }, name)));
    }
    if (document.activeElement !== tag) tag.value = chosen;
  }

  return {
    element,
    /**
     * @param {ShownQuestion} question @param {boolean} moderates @param {Model} model
     * @returns {boolean} whether something that was written came back, and waits to be opened
     */
    update(question, moderates, model) {
      drawn = question;
      element.hidden = !moderates;
      if (!moderates) return false;
      const back = writing.update(model);
      const isMerged = Boolean(question.mergedInto);
      const possible = isMerged ? [] : GOALS[question.state] ?? [];
      for (const [goal, made] of Object.entries(goals)) {
        made.hidden = goal !== back && !possible.includes(/** @type {Goal} */ (goal));
        // The likeliest next step stands out, most of all for the question that all look at.
        const lead = question.state === 'live' ? 'primary' : 'tonal';
        set(made, 'class', goal === possible[0] ? lead : null);
        set(made, 'aria-disabled', question.moving ? 'true' : null);
      }
      write(goals.open, t(question.state === 'pending' ? 'moderate.release' : 'moderate.open'));
      const { questions } = model.shown;
      const takes = (/** @type {ShownQuestion} */ { id, shared, state, mergedInto }) =>
        id !== question.id && shared && MERGES.has(state) && !mergedInto;
      others = () => questions.filter(takes);
      extras.merge.hidden = isMerged || !questions.some(takes) || question.state === 'declined';
      extras.unmerge.hidden = !isMerged;
      const isAsked = ['open', 'live'].includes(question.state);
      extras.followUp.hidden = back !== 'followUp' && (isMerged || !isAsked);
      extras.edit.hidden = back !== 'edit' && isMerged;
      extras.answer.hidden = back !== 'answer' && isMerged;
      drawTags(model.shown.meeting?.tags ?? [], question.tag ?? '');
      const { stage, moderation, me } = model.shown;
      isPinned = stage?.pin?.subject === question.id;
      extras.stage.hidden = isMerged || !SHOWABLE.has(question.state);
      write(extras.stage, t(isPinned ? 'moderate.unstage' : 'moderate.stage'));
      person.update(question.forModerators?.participant, model);
      const other = moderation?.staff.find(({ participant, attends }) =>
        attends === question.id && participant !== me?.participant
      );
      const who = other?.name ?? t('acts.somebody');
      say(attended, other ? t('moderate.attended', { who }) : null);
      return back !== null;
    },
  };
}
