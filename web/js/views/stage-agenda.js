/** @import { Agenda } from '../core/chairing.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { h, set } from '../ui/dom.js';
import { dropLast } from './stage-list.js';

/**
 * The agenda, with where the round is.
 *
 * @param {Words} words
 */
export function createAgendaScene({ t }) {
  const element = h('ol', { class: 'agenda' });
  return {
    element,
    /** @param {Agenda | null} agenda @param {() => boolean} fits */
    update(agenda, fits) {
      const items = agenda?.items ?? [];
      const at = items.findIndex(({ id }) => id === agenda?.current?.item);
      // Where there are many, what is over goes first.
      const shown = items.slice(Math.max(0, at - 1));
      element.replaceChildren(...shown.map((item) => {
        const isNow = item.id === agenda?.current?.item;
        const row = h(
          'li',
          {},
          h('span', { class: 'text', dir: 'auto' }, item.title),
          item.speaker && h('span', { class: 'meta', dir: 'auto' }, item.speaker),
          isNow && h('span', { class: 'mark' }, t('stage.now')),
        );
        set(row, 'data-now', isNow);
        return row;
      }));
      dropLast(element, fits);
    },
  };
}
