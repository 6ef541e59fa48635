/** @import { Context, Model, View } from './types.d.ts' */
import { h, newId, set, write } from '../ui/dom.js';
import { arrange } from '../ui/keyed.js';
import { createMessage } from './message.js';

/**
 * What people have written to the moderators alone; only they have it at all.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createBackstage(context) {
  const { words: { t }, announcer } = context;
  /** @type {Map<string, ReturnType<typeof createMessage>>} */
  const rows = new Map();
  let told = -1;

  const heading = h('h3', { id: newId('backstage') });
  const list = h('ol', { 'aria-labelledby': heading.id });
  const element = h(
    'details',
    { class: 'backstage tool', hidden: true },
    h('summary', {}, heading),
    list,
  );

  return {
    element,
    /** @param {Model} model */
    update(model) {
      const { role, messages } = model.shown;
      const mine = role === 'moderator' ? messages.filter(({ channel }) => channel !== 'room') : [];
      for (const id of rows.keys()) if (!mine.some((message) => message.id === id)) rows.delete(id);
      for (const message of mine) {
        const row = rows.get(message.id) ?? createMessage(context, message.id);
        rows.set(message.id, row);
        row.update(message, false, model);
      }
      arrange(list, mine.flatMap(({ id }) => rows.get(id)?.element ?? []).reverse());
      const open = mine.filter(({ state, acknowledged }) => state === 'shown' && !acknowledged);
      element.hidden = !mine.length;
      set(element, 'data-open', open.length > 0);
      write(heading, t('chat.backstage', { n: open.length }));
      const last = Math.max(0, ...mine.map(({ number }) => number));
      if (told >= 0 && last > told) {
        element.open = true;
        announcer.polite('backstage', t('news.backstage'));
      }
      told = Math.max(told, last);
    },
  };
}
