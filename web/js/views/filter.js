/** @import { ShownQuestion } from '../core/types.d.ts' */
/** @import { Context } from './types.d.ts' */
import { h, set } from '../ui/dom.js';

/**
 * Lets a person see the questions of one label alone; everybody chooses for themselves.
 *
 * @param {Context} context
 */
export function createFilter({ words: { t }, redraw }) {
  let wanted = '';
  let offered = '';

  const element = h('select', { 'aria-label': t('filter.label'), hidden: true, onchange: choose });

  function choose() {
    wanted = element.value;
    redraw();
  }

  return {
    element,
    get isOn() {
      return wanted !== '';
    },
    /**
     * What all look at now is always shown, and what nobody else sees.
     *
     * @param {ShownQuestion} question
     */
    takes: ({ tag, shared, state }) => !wanted || tag === wanted || !shared || state === 'live',
    /** @param {string[]} tags */
    update(tags) {
      element.hidden = !tags.length;
      if (offered !== tags.join('\n')) {
        offered = tags.join('\n');
        element.replaceChildren(
          h('option', { value: '' }, t('filter.all')),
          ...tags.map((tag) => h('option', { value: tag }, tag)),
        );
      }
      // A label that has gone must not hide everything.
      if (!tags.includes(wanted)) wanted = '';
      element.value = wanted;
      set(element, 'data-on', wanted !== '');
    },
  };
}
