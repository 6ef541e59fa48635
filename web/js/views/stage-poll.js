/** @import { Form, ShownPoll } from '../core/poll.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { askedBy } from '../core/polls.js';
import { h, say, set } from '../ui/dom.js';
import { chartsOf } from './poll-chart.js';
import { comparison } from './poll-compare.js';
import { hintOf } from './poll-hints.js';
import { createPollWords } from './poll-words.js';

/**
 * A poll that is open, or what came out. Numbers are there as soon as the server gives them to
 * the stage, and never before.
 *
 * @param {Words} spoken
 */
export function createPollScene(spoken) {
  const words = createPollWords(spoken);
  const { t } = words;
  const body = h('div', { class: 'body' });
  const more = h('p', { class: 'more', hidden: true });
  const sentence = h('p', { class: 'sentence', hidden: true });
  const turnout = h('span', { class: 'turnout' });
  const time = h('span', { class: 'time' });
  const secrecy = h('span', { class: 'secrecy' });
  const about = h('span', { class: 'about' }, time, turnout, secrecy);
  const element = h('div', { class: 'asked' }, body, more, sentence);

  /** What can be chosen, while there are no numbers to see. */
  function offered(/** @type {Form} */ form) {
    const hint = h('p', { class: 'how' }, hintOf(words, form));
    const { kind } = askedBy(form);
    const rows = form.options.map((option, place) =>
      h(
        'li',
        { 'data-count': -place },
        h('span', { class: 'text', dir: 'auto' }, words.label(option)),
      )
    );
    const isPlain = kind === 'single' || kind === 'yesNoAbstain' || kind === 'quiz';
    const list = rows.length ? [h('ul', { class: 'offered' }, ...rows)] : [];
    return isPlain ? list : [...list, hint];
  }

  /** The least that is there goes first, and it is said how much is missing. */
  function leaveOut(/** @type {() => boolean} */ fits) {
    const rows = [...body.querySelectorAll('[data-count]')].reverse();
    rows.sort((a, b) =>
      Number(a.getAttribute('data-count')) - Number(b.getAttribute('data-count'))
    );
    let left = 0;
    for (const row of rows.slice(0, -1)) {
      if (fits()) break;
      row.remove();
      say(more, t('poll.more', { n: ++left }));
    }
  }

  /** @param {ShownPoll} poll @param {number} now */
  function timeLeft({ state, until }, now) {
    if (state !== 'open' || until === undefined) return null;
    const left = Math.max(0, Math.ceil((until - now) / 1000));
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    return left ? t('poll.timer', { time: clock }) : t('poll.timer.over');
  }

  return {
    element,
    /** Stands beside the heading. */
    about,
    title: words.title,
    /**
     * @param {ShownPoll} poll
     * @param {{ now: number, counts: boolean, isResult: boolean, fit: () => boolean }} about `fit`
     *   makes the title smaller, and says whether all is in sight
     */
    update(poll, { now, counts, isResult, fit }) {
      const { form, tally, rounds } = poll;
      const result = tally?.result;
      const earlier = isResult && counts ? rounds.at(-1) : undefined;
      set(element, 'data-kind', askedBy(form).kind);
      set(element, 'data-counts', counts);
      body.replaceChildren(
        ...(result ? chartsOf(words, form, result, undefined, earlier) : offered(form)),
      );
      for (const folded of body.querySelectorAll('details')) folded.remove();
      say(more, null);
      const solved = result && words.solved(result);
      const told = result && isResult ? words.sentence(form, result) : '';
      const compared = comparison(words, form, result, earlier);
      say(sentence, [told, solved, compared].filter(Boolean).join(' '));
      say(turnout, tally && counts ? words.turnout(tally) : null);
      say(time, timeLeft(poll, now));
      say(secrecy, isResult ? null : t(`poll.secrecy.${form.secrecy}`));
      if (fit()) return;
      // What has changed is more than who leads: that can be seen.
      say(sentence, [solved, compared].filter(Boolean).join(' '));
      if (fit()) return;
      say(sentence, solved);
      if (!fit()) leaveOut(fit);
    },
  };
}
