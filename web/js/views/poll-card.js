/** @import { ShownPoll } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { h, newId, say, set, write } from '../ui/dom.js';
import { createBallot } from './poll-ballot.js';
import { createResult } from './poll-result.js';
import { createTimer } from './poll-timer.js';
import { createPollWords } from './poll-words.js';

/**
 * One poll: what is asked, the ballot, the receipt, the result; and what moderators do with it.
 *
 * @param {Context} context
 * @param {string} id
 */
export function createPollCard(context, id) {
  const words = createPollWords(context.words);
  const { t } = words;
  const control = `poll:${id}`;

  const title = h('h3', { id: newId('poll'), class: 'text', dir: 'auto' });
  const state = h('span', { class: 'badge state' });
  const secrecy = h('span', { class: 'badge secrecy' });
  const edited = h('span', { class: 'badge', hidden: true }, t('poll.edited'));
  const description = h('p', { class: 'description', dir: 'auto', hidden: true });
  const terms = h('p', { class: 'terms', hidden: true });
  const binding = h('p', { class: 'terms' }, t('poll.notBinding'));
  const timer = createTimer(context);
  const ballot = createBallot(context, words, { id, control, titleId: title.id });
  const excluded = h('p', { class: 'excluded', hidden: true }, t('reason.notEligible'));
  const result = createResult(context, words);
  const answers = context.chairing?.createAnswers(context, words, id);
  const steering = context.chairing?.createSteering(context, words, { id, titleId: title.id });
  const card = h(
    'poll-card',
    { 'aria-labelledby': title.id, role: 'group' },
    h('div', { class: 'above' }, state, secrecy, edited, timer.element),
    title,
    description,
    steering?.element,
    terms,
    ballot.element,
    excluded,
    result.element,
    binding,
    answers?.element,
  );
  const element = h('li', { 'data-row': id, tabindex: -1 }, card);

  /** @param {ShownPoll} poll */
  function termsOf({ form, state }) {
    if (state !== 'open') return null;
    const secrecy = t(`poll.terms.${form.secrecy}`);
    return form.changeable ? secrecy : `${secrecy} ${t('poll.final')}`;
  }

  return {
    element,
    stop: timer.stop,
    /** @param {ShownPoll} poll @param {Model} model */
    update(poll, model) {
      const { form } = poll;
      write(title, words.title(form));
      write(state, t(`poll.state.${poll.state}`));
      write(secrecy, t(`poll.secrecy.${form.secrecy}`));
      set(secrecy, 'data-secrecy', form.secrecy);
      edited.hidden = !poll.edited;
      say(description, form.description);
      say(terms, termsOf(poll));
      excluded.hidden = poll.eligible || poll.state !== 'open';
      set(card, 'data-state', poll.state);
      timer.update(poll, model);
      ballot.update(poll, model);
      result.update(poll, model);
      result.element.hidden = poll.state === 'draft' && !poll.rounds.length;
      answers?.update(poll, model);
      steering?.update(poll, model);
    },
  };
}
