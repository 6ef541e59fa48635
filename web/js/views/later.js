/** @import { Context, Model, View } from './types.d.ts' */
import { h, say } from '../ui/dom.js';

/** So much later than the rest, in ms, that people see and can use that first. */
const AFTER = 100;
/** How long to wait, in ms, before a part that did not come is asked for again. */
const AGAIN_AFTER = 5_000;

/**
 * Holds the place of a view whose code comes once the page can be used already.
 *
 * @template {View} V
 * @param {Context} context
 * @param {() => Promise<V>} load
 * @param {(model: Model) => boolean} isDue
 * @returns {View & { readonly view: V | null }}
 */
export function createLater(
  { words: { t }, redraw },
  load,
  isDue = ({ shown }) => shown.role !== null,
) {
  /** @type {V | null} */
  let view = null;
  let isAsked = false;
  const element = h('p', { class: 'loading', hidden: true });

  async function ask() {
    try {
      view = await load();
      element.replaceWith(view.element);
    } catch {
      say(element, t('room.partMissing'));
      setTimeout(() => {
        isAsked = false;
        redraw();
      }, AGAIN_AFTER);
    }
    redraw();
  }

  return {
    element,
    get view() {
      return view;
    },
    /** @param {Model} model */
    update(model) {
      if (view) view.update(model);
      else if (!isAsked && isDue(model)) {
        isAsked = true;
        setTimeout(ask, AFTER);
      }
    },
  };
}
