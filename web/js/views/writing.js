/** @import { ShownQuestion } from '../core/types.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { ask } from '../ui/dialog.js';
import { h, newId } from '../ui/dom.js';

/** @typedef {'declined' | 'edit' | 'answer' | 'followUp'} Dialog */
/** @typedef {Parameters<typeof ask>[1]} Asking */

const ATTEND = 'attend';
const REASON_MOST = 200;
const TEXT_MOST = 500;
const ANSWER_MOST = 2_000;
const OWNER_MOST = 80;
const DUE_MOST = 200;

/**
 * What a moderator writes about a question, each in a dialog of its own. What came back stands in
 * the dialog again, with the reason.
 *
 * @param {Context} context
 * @param {string} control
 * @param {() => ShownQuestion | null} current the question as it is drawn
 */
export function createWriting({ words, drafts, dispatch, takeBack }, control, current) {
  const { t, refusal } = words;
  /** @type {Dialog | null} whose words came back last */
  let isBack = null;
  /** @type {string | null} */
  let refused = null;
  let confirms = false;
  /** Until when somebody wanted to answer, where that came back. */
  let dueBack = '';

  /** What is about the question as it stood when the dialog opened carries that revision. */
  function about() {
    const question = current();
    return { question: question?.id ?? '', seen: question?.revision ?? 0 };
  }

  /** @param {Dialog} dialog */
  const draftAt = (dialog) => `kaffeerunde.${dialog}.${about().question}`;

  /** @param {Dialog} dialog @param {Asking & { field: import('../ui/dialog.js').Field }} what */
  async function write(dialog, what) {
    const draft = { store: drafts, at: draftAt(dialog) };
    const why = isBack === dialog ? refused : null;
    const given = await ask(words, { ...what, field: { ...what.field, draft }, refused: why });
    if (isBack === dialog) isBack = null;
    return given;
  }

  /**
   * While somebody writes about a question, the others see who (product row B13).
   *
   * @param {Parameters<typeof write>} asked
   */
  async function attending(...asked) {
    dispatch({ does: 'attend', question: about().question }, ATTEND);
    const given = await write(...asked);
    dispatch({ does: 'attend' }, ATTEND);
    return given;
  }

  /** @param {Dialog} dialog @param {string | undefined} text */
  function keep(dialog, text) {
    if (!text) return;
    drafts.set(draftAt(dialog), text);
    isBack = dialog;
  }

  return {
    async decline() {
      const which = about();
      const given = await write('declined', {
        title: t('decline.title'),
        text: t('decline.text'),
        confirm: t('moderate.declined'),
        field: { label: t('decline.reason'), most: REASON_MOST },
      });
      if (!given) return;
      const reason = given.value || undefined;
      dispatch({ does: 'moveQuestion', to: 'declined', reason, ...which }, control);
    },
    async edit() {
      const which = about();
      const given = await attending('edit', {
        title: t('edit.title'),
        text: t('edit.text'),
        confirm: t('edit.save'),
        field: { label: t('edit.field'), most: TEXT_MOST, value: current()?.text, lines: true },
      });
      if (given?.value) dispatch({ does: 'reviseQuestion', text: given.value, ...which }, control);
    },
    async answer() {
      const which = about();
      const given = await attending('answer', {
        title: t('answer.title'),
        text: current()?.text ?? '',
        confirm: t('answer.save'),
        field: {
          label: t('answer.field'),
          most: ANSWER_MOST,
          value: current()?.answer?.text,
          lines: true,
        },
      });
      if (!given?.value) return;
      const confirmed = confirms ? { confirmed: true } : {};
      dispatch({ does: 'answerQuestion', text: given.value, ...which, ...confirmed }, control);
    },
    async followUp() {
      const which = about();
      const attributes = {
        id: newId('due'),
        maxlength: DUE_MOST,
        autocomplete: 'off',
        dir: 'auto',
      };
      const due = h('input', attributes);
      due.value = dueBack;
      const given = await write('followUp', {
        title: t('later.title'),
        text: t('later.text'),
        confirm: t('moderate.followUp'),
        field: { label: t('later.owner'), most: OWNER_MOST },
        more: h('p', { class: 'field' }, h('label', { for: due.id }, t('later.due')), due),
      });
      if (!given?.value) return;
      dueBack = '';
      const promise = { owner: given.value, due: due.value.trim() || undefined };
      dispatch({ does: 'moveQuestion', to: 'followUp', ...promise, ...which }, control);
    },
    /**
     * @param {Model} model
     * @returns {Dialog | null} whose words came back, and wait for the person to open them
     */
    update({ refusal: refusalOf }) {
      const why = refusalOf(control);
      confirms = why?.reason === 'answering';
      refused = why && refusal(why);
      for (let wish; (wish = takeBack(control, 'moveQuestion'));) {
        keep('declined', wish.reason);
        keep('followUp', wish.owner);
        dueBack = wish.due ?? '';
      }
      keep('edit', takeBack(control, 'reviseQuestion')?.text);
      keep('answer', takeBack(control, 'answerQuestion')?.text);
      return isBack;
    },
  };
}
