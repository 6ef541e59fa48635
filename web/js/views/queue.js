/** @import { Context, Model, View } from './types.d.ts' */
import { standing } from '../core/queue.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { keepingFocus } from '../ui/focus.js';
import { arrange } from '../ui/keyed.js';
import { createEntry } from './entry.js';
import { createFloor } from './floor.js';
import { createOwnHand } from './own-hand.js';
import { placeIn } from './calls.js';

/**
 * The speaking queue: the same list for everybody, with the rule that made it in words.
 *
 * @param {Context} context
 * @returns {View & { act(name: string): void }}
 */
export function createQueue(context) {
  const { words, announcer } = context;
  const { t, time } = words;
  /** @type {Map<string, ReturnType<typeof createEntry>>} */
  const rows = new Map();
  let ownPlace = 0;

  const heading = h('h2', { id: newId('queue'), tabindex: -1 });
  const floor = createFloor(context);
  const own = createOwnHand(context);
  const ordering = context.chairing?.createOrdering(context);
  const adding = context.chairing?.createAdding(context);
  const rule = h('p', { class: 'hint' });
  const closed = h('p', { class: 'closed', hidden: true });
  const empty = h('p', { class: 'empty' }, t('queue.empty'));
  const list = h('ol', { class: 'waiting', 'aria-labelledby': heading.id });
  const asideHeading = h('h3', { id: newId('queue') }, t('queue.aside'));
  const aside = h('ol', { 'aria-labelledby': asideHeading.id });
  const element = h(
    'speaking-queue',
    {},
    floor.element,
    heading,
    closed,
    own.element,
    list,
    empty,
    asideHeading,
    aside,
    rule,
    adding?.element,
    ordering?.element,
  );

  /** @param {Model} model */
  function draw({ shown, now }) {
    const { queue, me, role } = shown;
    const waiting = queue?.waiting ?? [];
    const away = queue?.aside ?? [];
    const mine = new Set(me?.hands ?? []);
    const known = new Set([...waiting, ...away].map(({ entry }) => entry));
    for (const id of rows.keys()) if (!known.has(id)) rows.delete(id);
    const moderates = role === 'moderator' && shown.meeting?.phase !== 'ended';
    for (const [at, entry] of [...waiting, ...away].entries()) {
      const row = rows.get(entry.entry) ?? createEntry(context, entry.entry);
      rows.set(entry.entry, row);
      const place = at < waiting.length ? at + 1 : 0;
      row.update({ entry, place, queue, own: mine.has(entry.entry), moderates, now });
    }
    arrange(list, waiting.flatMap(({ entry }) => rows.get(entry)?.element ?? []));
    arrange(aside, away.flatMap(({ entry }) => rows.get(entry)?.element ?? []));
    write(heading, t('queue.heading', { n: waiting.length }));
    list.hidden = !waiting.length;
    empty.hidden = waiting.length > 0 || queue?.rules.isOpen === false;
    asideHeading.hidden = aside.hidden = !away.length;
    if (!queue) return;
    say(rule, waiting.length > 1 ? t(`queue.rule.${queue.rules.strategy}`) : null);
    const { isOpen, closes } = queue.rules;
    say(
      closed,
      !isOpen
        ? t('queue.closed')
        : closes && closes > now
        ? t('queue.closes', { time: time(closes, now) })
        : null,
    );
  }

  /** @param {Model} model */
  function tellPlace({ shown: { queue, me }, now }) {
    const stands = standing(queue, me);
    const place = stands.is === 'waiting' ? stands.place : 0;
    if (queue && place > 1 && place !== ownPlace) {
      announcer.polite('place', placeIn(queue, place, now, words));
    }
    ownPlace = place;
  }

  return {
    element,
    act: floor.act,
    /** @param {Model} model */
    update(model) {
      element.hidden = !model.shown.queue;
      keepingFocus(element, heading, () => draw(model));
      floor.update(model);
      own.update(model);
      ordering?.update(model);
      adding?.update(model);
      tellPlace(model);
      set(element, 'data-role', model.shown.role);
    },
  };
}
