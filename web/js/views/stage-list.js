/** @import { ShownQuestion } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { h, write } from '../ui/dom.js';
import { arrange } from '../ui/keyed.js';

/**
 * The questions that most people support.
 *
 * @param {Words['t']} t
 */
export function createListScene(t) {
  const element = h('ol', { class: 'top' });
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  const rows = new Map();
  return {
    element,
    /** @param {ShownQuestion[]} top @param {boolean} counts @param {() => boolean} fits */
    update(top, counts, fits) {
      for (const id of rows.keys()) {
        if (!top.some((question) => question.id === id)) rows.delete(id);
      }
      for (const question of top) {
        const row = rows.get(question.id) ?? createRow(t);
        rows.set(question.id, row);
        row.update(question, counts);
      }
      arrange(element, top.flatMap(({ id }) => rows.get(id)?.element ?? []));
      dropLast(element, fits);
    },
  };
}

/**
 * Leaves out what does not fit, from the end.
 *
 * @param {HTMLElement} list
 * @param {() => boolean} fits
 */
export function dropLast(list, fits) {
  for (const row of [...list.children].reverse()) {
    if (fits() || list.children.length < 2) break;
    row.remove();
  }
}

/** @param {Words['t']} t */
function createRow(t) {
  const text = h('span', { class: 'text', dir: 'auto' });
  const count = h('span', { class: 'count', 'aria-hidden': 'true' });
  const words = h('span', { class: 'unseen' });
  const element = h('li', {}, count, text, ' ', words);
  return {
    element,
    /** @param {ShownQuestion} question @param {boolean} counts */
    update(question, counts) {
      write(text, question.text.replace(/\s+/g, ' '));
      write(count, counts ? String(question.support) : '•');
      write(words, counts ? t('stage.support', { n: question.support }) : '');
    },
  };
}
