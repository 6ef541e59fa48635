/** @import { Ballot, Form, PastRound, Result } from '../core/poll.d.ts' */
/** @import { PollWords } from './poll-words.js' */
import { changesOf } from '../core/comparing.js';
import { askedBy, bounds } from '../core/polls.js';
import { leaders, lengths, rowsOf, sizes } from '../core/results.js';
import { h } from '../ui/dom.js';
import { bar } from './poll-bar.js';
import { thenOf } from './poll-compare.js';

/**
 * A table, because that is what a chart is to whoever cannot see it.
 *
 * @param {string} caption
 * @param {string[]} heads
 * @param {{ head: Element, cells: string[], leads?: boolean, count?: number }[]} rows
 */
function table(caption, heads, rows) {
  return h(
    'table',
    { class: 'chart' },
    h('caption', { class: 'unseen' }, caption),
    h(
      'thead',
      { class: 'unseen' },
      h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head))),
    ),
    h(
      'tbody',
      {},
      ...rows.map(({ head, cells, leads, count }) =>
        h(
          'tr',
          { 'data-leads': leads, 'data-count': count },
          head,
          ...cells.map((cell) => h('td', {}, cell)),
        )
      ),
    ),
  );
}

/**
 * @param {string} name
 * @param {number} length
 * @param {(string | null)[]} [marks]
 * @param {(Element | string)[]} [then] the round before
 */
function rowHead(name, length, marks = [], then = []) {
  const said = marks.filter(Boolean).map((mark) => h('span', { class: 'mark' }, mark));
  return h(
    'th',
    { scope: 'row' },
    h(
      'span',
      { class: 'label' },
      h('span', { class: 'name', dir: 'auto' }, name),
      ...said.flatMap((mark) => [' ', mark]),
    ),
    bar(length),
    ...then,
  );
}

/**
 * @param {PollWords} words
 * @param {Form} form
 * @param {Result} result
 * @param {Ballot} [own]
 * @param {PastRound} [earlier]
 */
function choices(words, form, result, own, earlier) {
  const changes = changesOf(form, result, earlier);
  const { t, number, percent, named } = words;
  const { kind } = askedBy(form);
  const rows = rowsOf(form, result);
  const best = new Set(leaders(rows));
  const isRanked = kind === 'ranking';
  const long = lengths(rows, !isRanked && kind !== 'points');
  const besides = { ranking: t('poll.column.firsts'), points: t('poll.column.givers') };
  const beside = besides[/** @type {'ranking'} */ (kind)] ?? t('poll.column.share');
  const counts = t(result.points ? 'poll.column.points' : 'poll.column.votes');
  return table(
    words.title(form),
    [t('poll.column.answer'), counts, beside],
    rows.map((row, at) => {
      const isOwn = own?.choices?.includes(row.id);
      const isRight = form.options.some(({ id, correct }) => id === row.id && correct);
      const marks = [isRight ? t('poll.mark.right') : null, isOwn ? t('poll.mark.own') : null];
      const second = row.share === null ? '–' : percent(row.share);
      const cell = result.points
        ? t(isRanked ? 'poll.firsts' : 'poll.givers', { n: row.beside ?? 0 })
        : second;
      const cells = [number(row.count), cell];
      const change = changes.find(({ id }) => id === row.id);
      const then = change && earlier ? thenOf(words, earlier.round, change) : [];
      return {
        head: rowHead(named(form, row.id), long[at] ?? 0, marks, then),
        cells,
        leads: best.has(row),
        count: row.count,
      };
    }),
  );
}

/** @param {PollWords} words @param {Form} form @param {Result} result */
function scales(words, form, { statements = [] }) {
  const { t, number, percent, decimal } = words;
  const { low, high } = askedBy(form).rules;
  return statements.map(({ counts, noAnswer, mean, median }, place) => {
    const name = form.options[place]?.text ?? words.title(form);
    const all = counts.reduce((sum, count) => sum + count, 0);
    const rows = counts.map((count, step) => {
      const end = step === 0 ? low : step === counts.length - 1 ? high : '';
      return { count, name: [number(step + 1), end].filter(Boolean).join(' – ') };
    });
    const long = lengths(rows, false);
    const best = new Set(leaders(rows));
    const chart = table(
      name,
      [t('poll.column.step'), t('poll.column.votes'), t('poll.column.share')],
      rows.map((row, at) => ({
        head: rowHead(row.name, long[at] ?? 0),
        cells: [number(row.count), all ? percent(row.count / all) : '–'],
        leads: best.has(row),
      })),
    );
    const numbers = mean === undefined || median === undefined
      ? t('poll.result.nobody')
      : t('poll.scale.numbers', { median: decimal(median), mean: decimal(mean) });
    const passed = noAnswer
      ? h('span', { class: 'passed' }, ` · ${t('poll.scale.passed', { n: noAnswer })}`)
      : null;
    const title = form.options.length ? h('p', { class: 'statement', dir: 'auto' }, name) : null;
    const about = h('p', { class: 'numbers' }, numbers, passed);
    return h('div', { class: 'rating', 'data-count': -place }, title, chart, about);
  });
}

/** @param {PollWords} words @param {Form} form @param {Result} result */
function guesses(words, form, { histogram = [], lowest, highest, mean }) {
  const { t, number, percent, guess, title } = words;
  if (lowest === undefined || highest === undefined || mean === undefined) return [];
  const all = histogram.reduce((sum, { count }) => sum + count, 0);
  const long = lengths(histogram, false);
  const { solution } = askedBy(form).rules;
  const chart = table(
    title(form),
    [t('poll.column.range'), t('poll.column.votes'), t('poll.column.share')],
    histogram.map(({ from, to, count }, at) => ({
      head: rowHead(
        from === to ? guess(form, from) : `${guess(form, from, true)} – ${guess(form, to)}`,
        long[at] ?? 0,
      ),
      cells: [number(count), all ? percent(count / all) : '–'],
    })),
  );
  const ends = { low: guess(form, lowest), high: guess(form, highest), mean: guess(form, mean) };
  const right = solution === undefined ? null : h(
    'p',
    { class: 'numbers solution' },
    t('poll.number.solution', { value: guess(form, solution) }),
  );
  return [chart, h('p', { class: 'numbers' }, t('poll.number.ends', ends)), right]
    .flatMap((part) => part ?? []);
}

/** @param {PollWords} words @param {Form} form @param {Result} result */
function answers({ t, number, title }, form, { texts = [], more }) {
  const shown = texts.filter(({ hidden }) => !hidden);
  const rest = more ? [h('p', { class: 'numbers' }, t('poll.more', { n: more }))] : [];
  if (askedBy(form).kind !== 'words') {
    const rows = shown.map(({ text, count }) =>
      h('li', { dir: 'auto', 'data-count': count }, count > 1 ? `${text} (${number(count)})` : text)
    );
    return [h('ul', { class: 'answers' }, ...rows), ...rest];
  }
  const size = sizes(shown);
  const long = lengths(shown, false);
  const chart = table(
    title(form),
    [t('poll.column.word'), t('poll.column.count')],
    shown.map(({ text, count }, at) => ({
      head: rowHead(text, long[at] ?? 0),
      cells: [number(count)],
    })),
  );
  const list = h('details', {}, h('summary', {}, t('poll.list')), chart);
  return [cloud(shown.map(({ text }, at) => ({ text, size: size[at] ?? 1 }))), list, ...rest];
}

/**
 * Words, the most frequent in the middle; the list beside it says the same.
 *
 * @param {{ text: string, size: number }[]} words
 */
export function cloud(words) {
  /** @type {typeof words} */
  const placed = [];
  words.forEach((word, at) => at % 2 ? placed.push(word) : placed.unshift(word));
  const nodes = placed.flatMap(({ text, size }) => [
    h('span', { 'data-size': size, 'data-count': size, dir: 'auto' }, text),
    ' ',
  ]);
  return h('p', { class: 'cloud', 'aria-hidden': 'true' }, ...nodes);
}

/**
 * A result's numbers as charts, each of which is a table or a list.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @param {Result} result
 * @param {Ballot} [own]
 * @param {PastRound} [earlier] to compare it with
 * @returns {HTMLElement[]}
 */
export function chartsOf(words, form, result, own, earlier) {
  if (result.statements) return scales(words, form, result);
  if (result.texts) return answers(words, form, result);
  if (askedBy(form).kind === 'number') return guesses(words, form, result);
  const base = baseOf(words.t, form);
  const about = base && result.counts ? [h('p', { class: 'numbers' }, base)] : [];
  return [choices(words, form, result, own, earlier), ...about];
}

/**
 * What a hundred per cent are, where that does not go without saying.
 *
 * @param {PollWords['t']} t
 * @param {Form} form
 */
function baseOf(t, form) {
  if (form.base !== 'cast') return t(`poll.base.${form.base}`);
  return bounds(form).max > 1 ? t('poll.base.many') : null;
}
