/** @import { Ballot, Form, PastRound, Result, ShownPoll, Voter } from '../core/poll.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
/** @import { PollWords } from './poll-words.js' */
import { h, say } from '../ui/dom.js';
import { chartsOf } from './poll-chart.js';
import { comparison } from './poll-compare.js';
import { createCopying } from './copying.js';

/**
 * A poll's numbers, as far as they may be seen: a sentence, a chart, names, earlier rounds.
 *
 * @param {Context} context
 * @param {PollWords} words
 */
export function createResult(context, words) {
  const { t } = words;
  /** @type {ShownPoll | null} */
  let drawn = null;
  let told = '';

  const turnout = h('p', { class: 'turnout' });
  const why = h('p', { class: 'why', hidden: true });
  const sentence = h('p', { class: 'sentence', hidden: true });
  const compared = h('p', { class: 'compared', hidden: true });
  const charts = h('div', { class: 'charts' });
  const past = h('div', { class: 'past' });
  const copying = createCopying(context, { label: t('poll.copy'), text: () => text() });
  const actions = h('div', { class: 'actions' }, copying);
  const element = h(
    'div',
    { class: 'result' },
    turnout,
    why,
    sentence,
    compared,
    charts,
    actions,
    past,
  );

  /** @param {ShownPoll} poll @param {boolean} moderates */
  function whyNot({ state, form, tally, own }, moderates) {
    if (!tally || tally.result) return null;
    if (moderates) return tally.tooFew ? t('poll.why.tooFew') : null;
    if (form.results === 'moderators') return t('poll.why.moderators');
    if (state !== 'open') return t('poll.why.closed');
    if (form.results === 'afterClose') return t('poll.why.open');
    if (form.results === 'afterOwnVote' && !own) return t('poll.why.ownVote');
    return tally.tooFew ? t('poll.why.tooFew') : null;
  }

  /** @param {Form} form @param {Result} result @param {Ballot} [own] @param {PastRound} [earlier] */
  function chartNodes(form, result, own, earlier) {
    const solved = words.solved(result);
    return [
      ...chartsOf(words, form, result, own, earlier),
      ...(solved ? [h('p', { class: 'numbers' }, solved)] : []),
    ];
  }

  /** @param {Form} form @param {Voter[]} voters @param {number} more */
  function names(form, voters, more) {
    const rows = voters.map(({ name, organisation, participant, ballot }) => {
      const who = [name, organisation].filter(Boolean).join(', ');
      return h(
        'tr',
        {},
        h('th', { scope: 'row', dir: 'auto' }, who || t('poll.person', { n: participant })),
        h('td', { dir: 'auto' }, words.chosen(form, ballot)),
      );
    });
    const rest = more ? h('p', { class: 'numbers' }, t('poll.moreVoters', { n: more })) : null;
    const title = t('poll.names');
    const caption = h('caption', { class: 'unseen' }, title);
    const table = h('table', { class: 'names' }, caption, h('tbody', {}, ...rows));
    return h('details', {}, h('summary', {}, title), table, rest);
  }

  /** @param {PastRound} earlier @param {Form} now */
  function roundNodes(earlier, now) {
    const { round, form = now, cast, present, result } = earlier;
    return h(
      'details',
      {},
      h('summary', {}, t('poll.round', { round: String(round) })),
      h('p', { class: 'turnout' }, words.turnout({ cast, present })),
      h('p', { class: 'sentence' }, words.sentence(form, result)),
      ...chartNodes(form, result),
    );
  }

  /** The result as somebody would write it into the minutes. */
  function text() {
    if (!drawn?.tally?.result) return '';
    const { form, tally } = drawn;
    const { result } = tally;
    if (!result) return '';
    const lines = chartsOf(words, form, result).flatMap((chart) =>
      chart.matches('.cloud') ? [] : linesOf(chart)
    );
    return [
      words.title(form),
      words.turnout(tally),
      words.sentence(form, result),
      ...[comparison(words, form, result, drawn.rounds.at(-1)) ?? []].flat(),
      ...lines,
      t('poll.notBinding'),
    ].join('\n');
  }

  /** @param {ShownPoll} poll */
  function draw({ form, tally, own, rounds }) {
    const now = JSON.stringify([form, tally, own?.ballot, rounds]);
    if (now === told) return;
    told = now;
    const result = tally?.result;
    const isOpen = [...element.querySelectorAll('details')].map(({ open }) => open);
    charts.replaceChildren(
      ...(result ? chartNodes(form, result, own?.ballot, rounds.at(-1)) : []),
      ...(tally?.voters ? [names(form, tally.voters, tally.moreVoters ?? 0)] : []),
    );
    past.replaceChildren(...[...rounds].reverse().map((round) => roundNodes(round, form)));
    // What somebody has unfolded stays so, whatever comes in.
    const details = [...element.querySelectorAll('details')];
    if (details.length === isOpen.length) {
      details.forEach((each, at) => each.open = isOpen[at] ?? false);
    }
  }

  return {
    element,
    /** @param {ShownPoll} poll @param {Model} model */
    update(poll, model) {
      drawn = poll;
      const { form, tally, state } = poll;
      say(turnout, tally && state !== 'draft' ? words.turnout(tally) : null);
      say(why, whyNot(poll, model.shown.role === 'moderator'));
      say(sentence, tally?.result ? words.sentence(form, tally.result) : null);
      say(compared, comparison(words, form, tally?.result, poll.rounds.at(-1)));
      actions.hidden = !tally?.result;
      draw(poll);
    },
  };
}

/** @param {HTMLElement} chart */
function linesOf(chart) {
  const rows = [...chart.querySelectorAll('tbody tr, li')];
  if (!rows.length) return [chart.textContent ?? ''];
  return rows.map((row) => {
    const cells = [...row.querySelectorAll('td')].map(({ textContent }) => textContent);
    const name = row.querySelector('.name')?.textContent ?? row.textContent;
    return cells.length ? `– ${name}: ${cells.join(' · ')}` : `– ${name}`;
  });
}
