/** @import { Form, Result } from './poll.d.ts' */
import { sum } from './ballots.js';
import { askedBy } from './polls.js';

/**
 * @typedef {object} Row One line of a chart.
 * @property {string} id an option's, or a number's place
 * @property {number} count
 * @property {number | null} share of all; nothing where it does not count among them
 * @property {number} [beside] a second number: how often first, by how many
 */

/**
 * The numbers of a result by option, in the order in which they are told.
 *
 * Rankings and points are ordered by what they are about; all else stays as it was asked.
 *
 * @param {Form} form
 * @param {Result} result
 * @returns {Row[]}
 */
export function rowsOf(form, result) {
  const { kind } = askedBy(form);
  const { counts, points, firsts, givers, base } = result;
  const numbers = counts ?? points;
  if (!numbers) return [];
  const all = points ? sum(points) : base;
  const rows = form.options.map(({ id }) => {
    const count = numbers[id] ?? 0;
    const isOutside = id === 'abstain' && form.base === 'withoutAbstentions';
    const share = isOutside || !all ? null : count / all;
    return { id, count, share, beside: firsts?.[id] ?? givers?.[id] };
  });
  const isOrdered = kind === 'ranking' || kind === 'points' || kind === 'topics';
  return isOrdered ? rows.sort((a, b) => b.count - a.count) : rows;
}

/**
 * The rows with the highest number; none where nobody has said anything.
 *
 * @template {{ count: number }} R
 * @param {readonly R[]} rows
 */
export function leaders(rows) {
  const most = Math.max(0, ...rows.map(({ count }) => count));
  return most ? rows.filter(({ count }) => count === most) : [];
}

/**
 * How long bars are, of the longest one: never nothing where there is something.
 *
 * @param {readonly { count: number, share?: number | null }[]} rows
 * @param {boolean} byShare whether a full bar is everything, not the most
 */
export function lengths(rows, byShare) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return rows.map(({ count, share }) => byShare && typeof share === 'number' ? share : count / most)
    .map((length) => Math.min(1, length));
}

/**
 * How large words of a cloud are, from 1 to 5, by how often they were said.
 *
 * @param {readonly { count: number }[]} words
 */
export function sizes(words) {
  const most = Math.max(1, ...words.map(({ count }) => count));
  const least = Math.min(most, ...words.map(({ count }) => count));
  return words.map(({ count }) =>
    most === least ? 3 : 1 + Math.round(4 * (count - least) / (most - least))
  );
}

/**
 * A quarter of a scale or of guesses, and the middle, as numbers in their own units.
 *
 * @param {number} value
 * @param {number} [decimals]
 */
export function unscaled(value, decimals = 0) {
  return value / 10 ** decimals;
}
