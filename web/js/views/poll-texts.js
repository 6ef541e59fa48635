/** @import { Form } from '../core/poll.d.ts' */
/** @import { Inputs } from './poll-choices.js' */
/** @import { PollWords } from './poll-words.js' */
import { readNumber } from '../core/ballots.js';
import { askedBy } from '../core/polls.js';
import { h, newId, say } from '../ui/dom.js';

const WORD_MOST = 40;
const TEXT_MOST = 300;

/**
 * Fields for answers in one's own words.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @returns {Inputs}
 */
export function createTexts({ t }, form) {
  const { kind, rules: { max = 1 } } = askedBy(form);
  const isWord = kind === 'words';
  const fields = Array.from(
    { length: max },
    () =>
      isWord
        ? h('input', { id: newId('word'), maxlength: WORD_MOST, autocomplete: 'off', dir: 'auto' })
        : h('textarea', { id: newId('text'), maxlength: TEXT_MOST, rows: 2, dir: 'auto' }),
  );
  const rows = fields.map((field, place) => {
    const key = isWord ? 'poll.word' : 'poll.answer';
    const nth = isWord ? 'poll.nth.word' : 'poll.nth.answer';
    const name = max === 1 ? t(key) : t(nth, { place: place + 1 });
    return h('p', { class: 'field' }, h('label', { for: field.id }, name), field);
  });

  return {
    elements: rows,
    read: () => ({ texts: fields.map(({ value }) => value.trim()).filter(Boolean) }),
    fill({ texts = [] }) {
      fields.forEach((field, place) => field.value = texts[place] ?? '');
    },
  };
}

/**
 * A field for a guess. Below it stands how it was understood.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @returns {Inputs}
 */
export function createNumber({ t, guess, language }, form) {
  const { decimals = 0, unit, min = 0 } = askedBy(form).rules;
  const echo = h('p', { class: 'echo', id: newId('number'), 'aria-live': 'polite' });
  const field = h('input', {
    id: newId('number'),
    inputmode: decimals || min < 0 ? 'decimal' : 'numeric',
    autocomplete: 'off',
    maxlength: 40,
    'aria-describedby': echo.id,
  });
  const name = unit ? t('poll.number.in', { unit }) : t('poll.number');

  const read = () => readNumber(field.value, decimals, language);
  function tell() {
    const value = read();
    say(echo, value === null ? null : t('poll.number.echo', { value: guess(form, value) }));
  }
  field.addEventListener('input', tell);

  return {
    elements: [h('p', { class: 'field' }, h('label', { for: field.id }, name), field), echo],
    read() {
      const number = read();
      return number === null ? null : { number };
    },
    fill({ number }) {
      // As the number is written in this language, without what stands for thousands.
      const { format } = new Intl.NumberFormat(language, {
        useGrouping: false,
        minimumFractionDigits: decimals,
      });
      field.value = number === undefined ? '' : format(number / 10 ** decimals);
      tell();
    },
  };
}
