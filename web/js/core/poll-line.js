/** @import { Form, KindName, NewForm, Rules } from './poll.d.ts' */
import { askedBy, TEXT_KINDS } from './polls.js';

/** Kinds whose answers are not options of a line. */
const WITHOUT_OPTIONS = new Set([...TEXT_KINDS, 'yesNoAbstain', 'number']);

/** @type {Record<KindName, Rules>} what is asked for where nobody says otherwise */
export const USUAL = {
  single: {},
  multiple: { min: 1, max: 3 },
  yesNoAbstain: {},
  scale: { steps: 5 },
  openText: { max: 1, moderated: true },
  words: { max: 3 },
  ranking: {},
  topics: { max: 3 },
  number: { min: 0, max: 1_000_000, step: 1 },
  points: { budget: 10 },
  quiz: { max: 1 },
};

/**
 * One line as moderators type it: `Frage? | A | B`, with `*` before what solves a quiz.
 *
 * @param {string} line
 */
export function readLine(line) {
  const [title = '', ...parts] = line.replace(/\s+/g, ' ').split('|').map((part) => part.trim());
  const options = parts.filter(Boolean).map((part) => {
    const correct = /^\*\s*\S/.test(part);
    return correct ? { text: part.replace(/^\*\s*/, ''), correct } : { text: part };
  });
  return { title, options };
}

/**
 * The kind that a line means by itself.
 *
 * @param {ReturnType<typeof readLine>} line
 * @returns {KindName}
 */
export function kindOf({ options }) {
  if (!options.length) return 'yesNoAbstain';
  return options.some((option) => 'correct' in option) ? 'quiz' : 'single';
}

/**
 * The form of a line.
 *
 * @param {string} text
 * @param {object} settings
 * @param {KindName | ''} [settings.kind] nothing: what the line means
 * @param {Rules} [settings.rules]
 * @param {Partial<Form>} [settings.rest]
 * @returns {NewForm}
 */
export function formOf(text, { kind: wanted, rules, rest } = {}) {
  const line = readLine(text);
  const kind = wanted || kindOf(line);
  const options = WITHOUT_OPTIONS.has(kind)
    ? []
    : line.options.map((option) => kind === 'quiz' ? option : { text: option.text });
  const bounded = { ...USUAL[kind], ...rules };
  if (kind === 'multiple' || kind === 'topics') {
    bounded.max = Math.min(bounded.max ?? 1, Math.max(1, options.length));
    if (bounded.min !== undefined) bounded.min = Math.min(bounded.min, bounded.max);
  }
  if (kind === 'quiz') {
    bounded.max = Math.max(1, options.filter((option) => 'correct' in option).length);
  }
  return { ...rest, title: line.title, kind: { [kind]: bounded }, options };
}

/**
 * A form as the line that would make it.
 *
 * @param {Form} form
 */
export function lineOf(form) {
  const { kind } = askedBy(form);
  const options = WITHOUT_OPTIONS.has(kind)
    ? []
    : form.options.map(({ text, correct }) => `${correct ? '*' : ''}${text}`);
  return [form.title, ...options].join(' | ');
}

/**
 * A form for one more poll of the same kind, as the wire wants it.
 *
 * @param {Form} form
 * @returns {NewForm}
 */
export function copyOf(form) {
  const options = form.options.map(({ text, correct }) => correct ? { text, correct } : { text });
  return { ...form, options };
}
