/** @import { Form } from '../core/poll.d.ts' */
/** @import { PollWords } from './poll-words.js' */
import { askedBy, bounds, isAtOnce } from '../core/polls.js';

/**
 * What somebody is to do in order to vote, in one line.
 *
 * @param {PollWords} words
 * @param {Form} form
 */
export function hintOf({ t, number, guess }, form) {
  const { kind, rules } = askedBy(form);
  const { steps = 5, low, high, moderated, budget = 10 } = rules;
  const read = moderated ? `. ${t('poll.moderated')}` : '';
  switch (kind) {
    case 'scale':
      return t('poll.choose.scale', {
        low: ['1', low].filter(Boolean).join(' – '),
        high: [number(steps), high].filter(Boolean).join(' – '),
      });
    case 'openText':
      return t('poll.choose.texts', { n: rules.max ?? 1 }) + read;
    case 'words':
      return t('poll.choose.words', { n: rules.max ?? 1 }) + read;
    case 'ranking':
      return t('poll.choose.ranking');
    case 'points':
      return t('poll.choose.points', { n: budget });
    case 'number': {
      const { min = 0, max = 0, step = 1 } = rules;
      const range = { low: guess(form, min), high: guess(form, max) };
      return step > 1
        ? t('poll.choose.steps', { ...range, step: guess(form, step) })
        : t('poll.choose.number', range);
    }
    default:
      return choiceHint(t, form);
  }
}

/** @param {PollWords['t']} t @param {Form} form */
function choiceHint(t, form) {
  const { min, max } = bounds(form);
  if (isAtOnce(form)) return t('poll.choose.tap');
  if (max === 1) return t('poll.choose.one');
  return min === max
    ? t('poll.choose.exactly', { n: max })
    : t('poll.choose.most', { n: max, min });
}
