/** @import { ShownPoll } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
/** @import { PollWords } from './poll-words.js' */
import { askedBy, TEXT_KINDS } from '../core/polls.js';
import { h, newId, say } from '../ui/dom.js';

/**
 * What moderators do with answers in people's own words: hide them, and let them count as one.
 *
 * @param {Context} context
 * @param {PollWords} words
 * @param {string} id
 */
export function createAnswers({ dispatch, redraw }, { t, refusal, number }, id) {
  const control = `poll.answers:${id}`;
  /** @type {string | null} the answer that is to count for another one */
  let merging = null;
  let told = '';

  const list = h('ul', {});
  const sentence = h('p', { class: 'refusal', hidden: true });
  const summary = h('summary', {}, t('poll.answers'));
  const element = h('details', { class: 'curating' }, summary, list, sentence);

  /** @param {string} answer @param {boolean} hidden */
  function hide(answer, hidden) {
    dispatch({ does: 'hideAnswer', poll: id, answer, hidden }, control);
  }

  /** @param {string | null} from */
  function choose(from) {
    merging = from;
    told = '';
    redraw();
  }

  /** @param {string} into */
  function merge(into) {
    if (merging !== null) {
      dispatch({ does: 'mergeAnswers', poll: id, answers: [merging], into }, control);
    }
    choose(null);
  }

  /** @param {string[]} answers */
  function part(answers) {
    dispatch({ does: 'mergeAnswers', poll: id, answers }, control);
  }

  /** @param {import('../core/poll.d.ts').Answer} answer */
  function row({ text, count, hidden, merged }) {
    const name = h('span', { class: 'text', id: newId('answer'), dir: 'auto' }, text);
    /** @param {string} label @param {() => void} onclick */
    const button = (label, onclick) =>
      h('button', { type: 'button', 'aria-describedby': name.id, onclick }, label);
    const buttons = merging === null
      ? [
        button(t(hidden ? 'poll.answers.show' : 'poll.answers.hide'), () => hide(text, !hidden)),
        button(t('poll.answers.merge'), () => choose(text)),
        ...(merged ? [button(t('poll.answers.part'), () => part(merged))] : []),
      ]
      : merging === text
      ? [button(t('dialog.cancel'), () => choose(null))]
      : [button(t('poll.answers.into'), () => merge(text))];
    const about = [
      t('poll.answers.count', { n: count }),
      hidden ? t('poll.answers.hidden') : '',
      merged ? t('poll.answers.merged', { names: merged.join(', ') }) : '',
    ].filter(Boolean).join(' · ');
    return h(
      'li',
      { 'data-hidden': hidden },
      h('p', {}, name, ' ', h('span', { class: 'about', dir: 'auto' }, about)),
      h('div', { class: 'actions' }, ...buttons),
    );
  }

  return {
    element,
    /** @param {ShownPoll} poll @param {Model} model */
    update({ form, tally }, { shown, refusal: refusalOf }) {
      const texts = tally?.result?.texts ?? [];
      const moderates = shown.role === 'moderator' && TEXT_KINDS.has(askedBy(form).kind);
      element.hidden = !moderates || !texts.length;
      const now = JSON.stringify([texts, merging]);
      if (!element.hidden && now !== told) {
        told = now;
        const at = [...list.querySelectorAll('button')].indexOf(
          /** @type {HTMLButtonElement} */ (document.activeElement),
        );
        list.replaceChildren(...texts.map(row));
        // Whoever works through the list by keyboard stays where they were.
        if (at >= 0) [...list.querySelectorAll('button')].at(at)?.focus({ preventScroll: true });
        summary.textContent = t('poll.answers', { count: number(texts.length) });
      }
      const refused = refusalOf(control);
      say(sentence, refused && refusal(refused));
    },
  };
}
