/** @import { ShownQuestion } from './types.d.ts' */

/** @typedef {'support' | 'newest'} Sort */

/**
 * Wanted order. Ties: older first, and at last by id, so that all screens agree.
 *
 * @template {Pick<ShownQuestion, 'id' | 'support' | 'asked'>} Q
 * @param {readonly Q[]} questions
 * @param {Sort} sort
 */
export function ranked(questions, sort) {
  const older = (/** @type {Q} */ a, /** @type {Q} */ b) => a.asked - b.asked || byId(a, b);
  return [...questions].sort(
    sort === 'newest'
      ? (a, b) => b.asked - a.asked || byId(a, b)
      : (a, b) => b.support - a.support || older(a, b),
  );
}

/** @param {{ id: string }} a @param {{ id: string }} b */
function byId(a, b) {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The order to show while nothing may jump: what was there stays, news come last.
 *
 * @param {readonly string[]} shown
 * @param {readonly string[]} wanted
 * @returns {{ order: string[], changes: number }} how many rows are not at their place
 */
export function settled(shown, wanted) {
  const there = new Set(wanted);
  const kept = shown.filter((id) => there.has(id));
  const before = new Set(kept);
  const order = [...kept, ...wanted.filter((id) => !before.has(id))];
  const place = new Map(wanted.map((id, index) => [id, index]));
  const inOrder = longestIncreasing(order.map((id) => place.get(id) ?? -1));
  return { order, changes: order.length - inOrder.size };
}

/**
 * The indices of one longest strictly increasing run of the values; −1 never takes part.
 *
 * @param {readonly number[]} values
 * @returns {Set<number>}
 */
export function longestIncreasing(values) {
  /** @type {number[]} index of the smallest last value of a run of each length */
  const tails = [];
  /** @type {number[]} */
  const previous = [];
  values.forEach((value, index) => {
    if (value < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number(values[Number(tails[middle])]) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? Number(tails[low - 1]) : -1;
    tails[low] = index;
  });
  const run = new Set();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.add(at);
  return run;
}
