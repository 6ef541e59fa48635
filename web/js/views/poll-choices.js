/** @import { Ballot, Form } from '../core/poll.d.ts' */
/** @import { PollWords } from './poll-words.js' */
import { askedBy, bounds } from '../core/polls.js';
import { h, newId, write } from '../ui/dom.js';

/**
 * @typedef {object} Inputs What somebody fills in to vote.
 * @property {Element[]} elements
 * @property {() => Ballot | null} read nothing where it is not to be understood
 * @property {(ballot: Ballot) => void} fill
 * @property {boolean} [casts] choosing is voting; there is no button for it
 */

/**
 * Options of which one, or some, can be chosen.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @returns {Inputs}
 */
export function createChoices({ t, label }, form) {
  const { kind } = askedBy(form);
  const { max } = bounds(form);
  const isMany = kind === 'multiple' || max > 1;
  const name = newId('choice');
  const boxes = form.options.map((option) =>
    h('input', { type: isMany ? 'checkbox' : 'radio', name, value: option.id })
  );
  const rows = form.options.map((option, place) =>
    h('label', { class: 'choice' }, boxes[place], h('span', { dir: 'auto' }, label(option)))
  );
  const count = h('p', { class: 'rest' });
  const list = h('div', { class: 'choices', onchange: tell }, ...rows);
  function tell() {
    write(count, t('poll.chosen', { n: boxes.filter((box) => box.checked).length, max }));
  }
  tell();

  return {
    elements: isMany ? [list, count] : [list],
    read() {
      const choices = boxes.filter((box) => box.checked).map((box) => box.value);
      return { choices };
    },
    fill({ choices = [] }) {
      for (const box of boxes) box.checked = choices.includes(box.value);
      tell();
    },
  };
}

/**
 * A scale for each of the statements, or for the title where there is none.
 *
 * @param {PollWords} words
 * @param {Form} form
 * @returns {Inputs}
 */
export function createScale({ t, number }, form) {
  const { steps = 5, low, high, noAnswer } = askedBy(form).rules;
  const statements = form.options.length ? form.options.map(({ text }) => text) : [null];

  /** @param {string | null} statement */
  function row(statement) {
    const name = newId('scale');
    /** @param {string} value @param {string} words @param {string} [meaning] */
    const step = (value, words, meaning) => {
      const box = h('input', { type: 'radio', name, value });
      const said = meaning && h('span', { class: 'unseen' }, ` (${meaning})`);
      return { box, element: h('label', { class: 'step' }, box, h('span', {}, words, said)) };
    };
    const all = Array.from({ length: steps }, (_, place) => {
      const meaning = place === 0 ? low : place === steps - 1 ? high : undefined;
      return step(String(place + 1), number(place + 1), meaning);
    });
    const none = noAnswer ? step('', t('poll.scale.none')) : null;
    const ends = low || high
      ? h(
        'p',
        { class: 'ends', 'aria-hidden': 'true' },
        h('span', { dir: 'auto' }, low ?? ''),
        h('span', { dir: 'auto' }, high ?? ''),
      )
      : null;
    const parts = [
      h('div', { class: 'steps' }, ...all.map(({ element }) => element)),
      ends,
      none && h('div', { class: 'none' }, none.element),
    ];
    return {
      boxes: [...all, ...(none ? [none] : [])].map(({ box }) => box),
      element: statement === null
        ? h('div', { class: 'scale' }, ...parts)
        : h('fieldset', { class: 'scale' }, h('legend', { dir: 'auto' }, statement), ...parts),
    };
  }

  const rows = statements.map(row);
  return {
    elements: rows.map(({ element }) => element),
    read() {
      const checked = rows.map(({ boxes }) => boxes.find((box) => box.checked));
      // Not to have chosen is not the same as to give no answer.
      if (checked.some((box) => !box)) return { scale: noAnswer ? [] : checked.map(() => null) };
      return { scale: checked.map((box) => box?.value ? Number(box.value) : null) };
    },
    fill({ scale = [] }) {
      rows.forEach(({ boxes }, place) => {
        const value = scale[place] === null ? '' : String(scale[place]);
        for (const box of boxes) box.checked = box.value === value;
      });
    },
  };
}
