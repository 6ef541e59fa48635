/** @import { ShownQuestion } from '../core/types.d.ts' */
/** @import { Context } from './types.d.ts' */
import { h, newId, write } from '../ui/dom.js';
import { arrange } from '../ui/keyed.js';

/**
 * @typedef {object} Kind A part of the list of questions.
 * @property {string} name
 * @property {(question: ShownQuestion) => boolean} takes
 * @property {boolean} [folded] shown closed at first
 * @property {boolean} [bySupport] in the order that the person chose; else newest first
 * @property {boolean} [always] shown even when it is empty
 * @property {string} [after] its name once the round has ended
 */

/** @type {readonly Kind[]} the first that takes a question has it */
export const SECTIONS = [
  { name: 'merged', takes: ({ shared, mergedInto }) => shared && !!mergedInto, folded: true },
  { name: 'live', takes: ({ state, shared }) => shared && state === 'live' },
  { name: 'pending', takes: ({ state, shared }) => shared && state === 'pending' },
  { name: 'own', takes: ({ sending, shared }) => !shared && !sending },
  {
    name: 'open',
    takes: ({ state }) => state === 'open',
    bySupport: true,
    always: true,
    after: 'left',
  },
  { name: 'followUp', takes: ({ state }) => state === 'followUp' },
  { name: 'answered', takes: ({ state }) => state === 'answered', folded: true },
  { name: 'declined', takes: ({ state }) => state === 'declined', folded: true },
];

/**
 * A headed list of cards.
 *
 * @param {Context} context
 * @param {Kind} kind
 * @param {HTMLElement | null} tools stand beside the heading
 */
export function createSection({ words: { t } }, kind, tools) {
  const heading = h('h2', { id: newId('section'), tabindex: -1 });
  const list = h('ol', { 'aria-labelledby': heading.id });
  const empty = kind.always ? h('p', { class: 'empty' }, t(`section.${kind.name}.empty`)) : null;
  const element = kind.folded
    ? h('details', { class: 'section', 'data-section': kind.name }, h('summary', {}, heading), list)
    : h(
      'section',
      { class: 'section', 'data-section': kind.name, 'aria-labelledby': heading.id },
      h('div', { class: 'above' }, heading, tools),
      list,
      empty,
    );

  return {
    element,
    heading,
    /** @param {Element[]} rows @param {boolean} ended @param {boolean} [isFiltered] */
    update(rows, ended, isFiltered = false) {
      element.hidden = !rows.length && (!kind.always || ended);
      const name = ended && kind.after ? kind.after : kind.name;
      write(heading, t(`section.${name}`, { n: rows.length }));
      // There is nothing to order yet.
      if (tools) tools.hidden = !rows.length && !isFiltered;
      list.hidden = !rows.length;
      if (empty) {
        empty.hidden = rows.length > 0;
        write(empty, t(`section.${isFiltered ? 'open.filtered' : `${kind.name}.empty`}`));
      }
      arrange(list, rows);
    },
  };
}
