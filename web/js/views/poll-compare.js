/** @import { Change } from '../core/comparing.js' */
/** @import { Form, PastRound, Result } from '../core/poll.d.ts' */
/** @import { PollWords } from './poll-words.js' */
import { changesOf } from '../core/comparing.js';
import { h } from '../ui/dom.js';
import { bar } from './poll-bar.js';

/** So many changes are told in a sentence; the bars show all. */
const TOLD = 3;

/**
 * How one option stands beside the round before: a second bar, and the difference in figures.
 *
 * @param {PollWords} words
 * @param {number} round the earlier one
 * @param {Change} change
 */
export function thenOf({ t, number }, round, { before, by, length }) {
  const sign = by > 0 ? '+' : by < 0 ? '−' : '±';
  const difference = `${sign}${number(Math.abs(by))}`;
  const words = t('poll.then', { round: String(round), before: number(before), difference });
  return [bar(length, 'then'), ' ', h('span', { class: 'then-words' }, words)];
}

/**
 * What has changed since the round before, as a sentence: the greatest changes first.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @param {Result | undefined} result
 * @param {PastRound | undefined} earlier
 */
export function comparison(words, form, result, earlier) {
  const { t, number } = words;
  const changes = changesOf(form, result, earlier);
  if (!changes.length || !earlier) return null;
  const round = String(earlier.round);
  const changed = changes.filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (!changed.length) return t('poll.compare.same', { round });
  const unit = result?.points ? 'points' : 'votes';
  const told = changed.slice(0, TOLD).map(({ id, before, now, by }) =>
    t(`poll.compare.${unit}.${by > 0 ? 'more' : 'fewer'}`, {
      n: Math.abs(by),
      name: words.quoted(words.named(form, id)),
      before: number(before),
      now: number(now),
    })
  );
  return t('poll.compare', { round, changes: told.join('; ') });
}
