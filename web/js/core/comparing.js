/** @import { Form, PastRound, Result } from './poll.d.ts' */
import { lengths, rowsOf } from './results.js';

/**
 * @typedef {object} Change What became of one option.
 * @property {string} id
 * @property {number} before
 * @property {number} now
 * @property {number} by more than nothing where it has gained
 * @property {number} length of the earlier bar, of 1
 */

/**
 * A round beside the one before it, option by option (product row C39); nothing where they did not
 * ask the same.
 *
 * @param {Form} form
 * @param {Result | undefined} result
 * @param {PastRound | undefined} earlier
 * @returns {Change[]}
 */
export function changesOf(form, result, earlier) {
  if (!result || !earlier) return [];
  const { form: formThen = form, result: then } = earlier;
  if (spelled(form) !== spelled(formThen)) return [];
  const rows = rowsOf(form, result);
  const rowsThen = rowsOf(formThen, then);
  if (rows.length !== rowsThen.length) return [];
  const isShare = Boolean(then.counts);
  const long = lengths(rowsThen, isShare);
  return rows.flatMap(({ id, count: now }) => {
    const at = rowsThen.findIndex((row) => row.id === id);
    const before = rowsThen[at]?.count;
    if (before === undefined) return [];
    return [{ id, before, now, by: now - before, length: long[at] ?? 0 }];
  });
}

/** What is asked, so that the same can be told from something else. @param {Form} form */
function spelled({ kind, options }) {
  return JSON.stringify([Object.keys(kind), options.map(({ id, text }) => [id, text])]);
}
