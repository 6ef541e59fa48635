/** @import { HandKind, QueueRules, Strategy } from '../core/queue.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, newId, say, set } from '../ui/dom.js';
import { check, field, offerTick } from '../ui/field.js';
import { ARRANGE } from './entry.js';

const RULES = 'queueRules';
const STRATEGIES = /** @type {Strategy[]} */ ([
  'firstTimeFirst',
  'inOrder',
  'fewestContributions',
  'leastTime',
  'byGroup',
]);
/** Minutes after which somebody who speaks is reminded; 0 is never. */
const LIMITS = [0, 1, 2, 3, 5, 10];
const MINUTE = 60_000;
/** In how many minutes the list closes by itself; 0 is not at all. */
const CLOSES = [0, 2, 5, 10, 15];
const KINDS = /** @type {HandKind[]} */ (['clarifying', 'reply', 'topic']);

/**
 * How the list works: open or closed, who comes first, how long people speak.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createOrdering({ words: { t, time, refusal }, dispatch }) {
  /** @type {{ rules: QueueRules, revision: number } | null} */
  let queue = null;
  let now = 0;

  const toggle = h('button', {
    type: 'button',
    onclick: () => change({ isOpen: !queue?.rules.isOpen }),
  });
  const strategy = h(
    'select',
    { id: newId('order'), onchange: () => change({ strategy: strategyOf() }) },
    ...STRATEGIES.map((name) => h('option', { value: name }, t(`order.${name}`))),
  );
  const limit = h(
    'select',
    { id: newId('order'), onchange: () => change({ limits: limitsOf() }) },
    ...LIMITS.map((minutes) =>
      h(
        'option',
        { value: minutes * 60 },
        minutes ? t('order.limit', { n: minutes }) : t('order.none'),
      )
    ),
  );
  const closing = h(
    'select',
    { onchange: closeIn },
    ...CLOSES.map((n) =>
      h('option', { value: n }, t(n ? 'order.closes.in' : 'order.closes.not', { n }))
    ),
  );
  const at = h('option', { value: 'set', hidden: true });
  closing.append(at);
  const closes = field(t('order.closes'), closing);
  const kinds = KINDS.map((kind) => ({
    kind,
    box: h('input', { type: 'checkbox', onchange: () => change({ kinds: kindsOf() }) }),
  }));
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'details',
    { class: 'tool', hidden: true },
    h('summary', {}, t('order.title')),
    h(
      'div',
      { class: 'fields' },
      h('p', { class: 'actions' }, toggle),
      closes,
      h('p', { class: 'field' }, h('label', { for: strategy.id }, t('order.strategy')), strategy),
      h('p', { class: 'field' }, h('label', { for: limit.id }, t('order.limits')), limit),
      h(
        'fieldset',
        {},
        h('legend', {}, t('order.kinds')),
        ...kinds.map(({ kind, box }) => check(t(`kind.${kind}`), box)),
      ),
    ),
  );
  const outer = h('div', { class: 'tools' }, sentence, element);

  /** @param {Partial<QueueRules>} news */
  function change(news) {
    if (!queue) return;
    dispatch({ does: 'setQueue', rules: { ...queue.rules, ...news }, seen: queue.revision }, RULES);
  }

  function closeIn() {
    const minutes = Number(closing.value);
    change({ closes: minutes ? now + minutes * MINUTE : undefined });
  }

  /** Points of order stay possible where they are. */
  function kindsOf() {
    const rest = queue?.rules.kinds.filter((kind) => !KINDS.includes(kind)) ?? [];
    return [...rest, ...kinds.filter(({ box }) => box.checked).map(({ kind }) => kind)];
  }

  function strategyOf() {
    return /** @type {Strategy} */ (strategy.value);
  }

  function limitsOf() {
    const seconds = Number(limit.value);
    if (!queue || !seconds) return {};
    return Object.fromEntries([...queue.rules.kinds, 'question'].map((kind) => [kind, seconds]));
  }

  return {
    element: outer,
    /** @param {Model} model */
    update({ shown, now: clock, refusal: refusalOf }) {
      now = clock;
      queue = shown.queue;
      outer.hidden = shown.role !== 'moderator' || shown.meeting?.phase === 'ended';
      element.hidden = outer.hidden;
      if (!queue) return;
      const { isOpen, limits, strategy: chosen } = queue.rules;
      say(toggle, t(isOpen ? 'order.close' : 'order.open'));
      if (document.activeElement !== strategy) strategy.value = chosen;
      closes.hidden = !isOpen;
      say(
        at,
        queue.rules.closes ? t('queue.closes', { time: time(queue.rules.closes, now) }) : null,
      );
      if (document.activeElement !== closing) closing.value = queue.rules.closes ? 'set' : '0';
      const seconds = limits.topic ?? Object.values(limits)[0] ?? 0;
      if (document.activeElement !== limit) limit.value = String(seconds);
      const refused = refusalOf(RULES) ?? refusalOf(ARRANGE);
      for (const { kind, box } of kinds) {
        offerTick(box, queue.rules.kinds.includes(kind), Boolean(refused));
      }
      say(sentence, refused && refusal(refused));
      set(outer, 'data-open', isOpen);
    },
  };
}
