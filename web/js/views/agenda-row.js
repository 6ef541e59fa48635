/** @import { Agenda, AgendaItem } from '../core/chairing.d.ts' */
/** @import { Context } from './types.d.ts' */
import { placeFor } from '../core/agenda.js';
import { h, newId, say, set, write } from '../ui/dom.js';

export const AGENDA = 'agenda';

/**
 * One point of the agenda, for whoever leads the round.
 *
 * @param {Context} context
 * @param {string} id
 * @param {(item: AgendaItem) => void} edit
 */
export function createAgendaRow({ words, dispatch, announcer }, id, edit) {
  const { t, time } = words;
  /** @type {{ item: AgendaItem, agenda: Agenda } | null} */
  let drawn = null;

  const title = h('p', { class: 'title', id: newId('item'), dir: 'auto' });
  const about = h('p', { class: 'meta', dir: 'auto', hidden: true });
  const mark = h('span', { class: 'badge', hidden: true }, t('agenda.now'));
  const buttons = {
    begin: act(
      'begin',
      t('agenda.begin'),
      () => dispatch({ does: 'startAgendaItem', item: id }, AGENDA),
    ),
    up: act('up', t('queue.up'), () => move(-1), '↑'),
    down: act('down', t('queue.down'), () => move(1), '↓'),
    edit: act('edit', t('agenda.edit'), () => drawn && edit(drawn.item), '✎'),
    remove: act('remove', t('agenda.remove'), () => {
      dispatch({ does: 'removeAgendaItem', item: id }, AGENDA);
    }, '✕'),
  };
  const actions = h(
    'div',
    { class: 'actions', role: 'group', 'aria-label': t('agenda.acts') },
    ...Object.values(buttons),
  );
  const element = h(
    'li',
    { 'data-row': id, tabindex: -1 },
    h('div', { class: 'words' }, title, mark, about),
    actions,
  );

  /** @param {string} name @param {string} label @param {() => void} onclick @param {string} [sign] */
  function act(name, label, onclick, sign) {
    return h('button', {
      type: 'button',
      'data-act': name,
      'aria-describedby': title.id,
      'aria-label': sign ? label : null,
      title: sign ? label : null,
      onclick,
    }, sign ?? label);
  }

  /** @param {-1 | 1} by */
  function move(by) {
    const items = drawn?.agenda.items ?? [];
    const to = placeFor(items, id, by);
    if (!to) return;
    dispatch({ does: 'moveAgendaItem', item: id, ...to }, AGENDA);
    const n = items.findIndex((item) => item.id === id) + by + 1;
    announcer.polite(
      'moved',
      t('queue.moved', { who: drawn?.item.title ?? '', n, of: items.length }),
    );
  }

  /** @param {AgendaItem} item @param {number} now */
  function aboutOf({ speaker, minutes, times }, now) {
    const at = times?.began ?? times?.planned;
    return [at && time(at, now), minutes && t('agenda.minutes', { n: minutes }), speaker]
      .filter(Boolean).join(' · ');
  }

  return {
    element,
    /** @param {AgendaItem} item @param {Agenda} agenda @param {number} now */
    update(item, agenda, now) {
      drawn = { item, agenda };
      const isNow = agenda.current?.item === id;
      write(title, item.title);
      say(about, aboutOf(item, now));
      mark.hidden = !isNow;
      set(element, 'data-now', isNow);
      buttons.begin.hidden = isNow;
      set(buttons.up, 'aria-disabled', placeFor(agenda.items, id, -1) ? null : 'true');
      set(buttons.down, 'aria-disabled', placeFor(agenda.items, id, 1) ? null : 'true');
    },
  };
}
