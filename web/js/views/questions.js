/** @import { ShownQuestion } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
/** @import { Sort } from '../core/ranking.js' */
import { ranked, settled } from '../core/ranking.js';
import { h, set, write } from '../ui/dom.js';
import { keepingFocus } from '../ui/focus.js';
import { createFreeze } from '../ui/freeze.js';
import { createCard } from './card.js';
import { createFilter } from './filter.js';
import { createSection, SECTIONS } from './section.js';

const SORT_AT = 'kaffeerunde.sort';

/**
 * All questions, in sections. The order rests while somebody is at it.
 *
 * @param {Context} context
 * @returns {View & { show(id: string): void }}
 */
export function createQuestions(context) {
  const { words: { t }, drafts, redraw, announcer } = context;
  /** @type {Map<string, ReturnType<typeof createCard>>} */
  const cards = new Map();
  /** @type {string[]} the open questions as they stand */
  let order = [];
  /** @type {Sort} */
  let sort = drafts.get(SORT_AT) === 'newest' ? 'newest' : 'support';
  let sortNow = true;

  const again = h('button', { type: 'button', class: 'again', hidden: true, onclick: resort });
  const bySupport = sortButton('support', t('sort.support'));
  const byNewest = sortButton('newest', t('sort.newest'));
  const filter = createFilter(context);
  const tools = h(
    'div',
    { class: 'tools' },
    filter.element,
    h(
      'div',
      { class: 'sort', role: 'group', 'aria-label': t('sort.group') },
      bySupport,
      byNewest,
    ),
    again,
  );
  const sections = SECTIONS.map((kind) => ({
    kind,
    ...createSection(context, kind, kind.bySupport ? tools : null),
  }));
  const open = sections.find(({ kind }) => kind.bySupport) ?? sections[0];
  const element = h('question-list', {}, ...sections.map((section) => section.element));
  const freeze = createFreeze(element, redraw);

  /** @param {Sort} wanted @param {string} label */
  function sortButton(wanted, label) {
    return h('button', { type: 'button', onclick: () => choose(wanted) }, label);
  }

  /** @param {Sort} wanted */
  function choose(wanted) {
    sort = wanted;
    drafts.set(SORT_AT, sort);
    sortNow = true;
    redraw();
  }

  function resort() {
    sortNow = true;
    open?.heading.focus({ preventScroll: true });
    redraw();
    announcer.polite('sorted', t('sort.done'));
  }

  /** @param {ShownQuestion[]} questions */
  function rankOpen(questions) {
    const wanted = ranked(questions, sort).map(({ id }) => id);
    const kept = settled(order, wanted);
    const rests = freeze.frozen && !sortNow;
    order = rests ? kept.order : wanted;
    again.hidden = !rests || !kept.changes;
    if (!again.hidden) write(again, t('sort.again', { n: kept.changes }));
    sortNow = false;
    return order;
  }

  /** What the cards of all questions depend on, beside the question. @param {Model} model */
  function circumstancesOf({ shown: { role, meeting, me }, connection, now }) {
    const isLive = connection === 'live';
    const today = new Date(now).toDateString();
    return [role, isLive, meeting?.phase, meeting?.names, me?.hands?.length, today].join();
  }

  /** @param {ShownQuestion[]} questions @param {Model} model */
  function draw(questions, model) {
    const byId = new Map(questions.map((question) => [question.id, question]));
    for (const id of cards.keys()) if (!byId.has(id)) cards.delete(id);
    const circumstances = circumstancesOf(model);
    for (const question of questions) {
      const card = cards.get(question.id) ?? createCard(context, question.id);
      cards.set(question.id, card);
      card.update(question, model, circumstances);
    }
    // While a finger is down, not even a row may come or go.
    if (freeze.held) return;
    const ended = model.shown.meeting?.phase === 'ended';
    filter.update(model.shown.meeting?.tags ?? []);
    const left = new Set(questions.filter(filter.takes));
    for (const { kind, update } of sections) {
      const mine = [...left].filter(kind.takes);
      for (const question of mine) left.delete(question);
      const ids = kind.bySupport ? rankOpen(mine) : ranked(mine, 'newest').map(({ id }) => id);
      update(ids.flatMap((id) => cards.get(id)?.element ?? []), ended, filter.isOn);
    }
    set(bySupport, 'aria-pressed', String(sort === 'support'));
    set(byNewest, 'aria-pressed', String(sort === 'newest'));
  }

  return {
    element,
    /** Leads the person to one question. */
    show(id) {
      const row = cards.get(id)?.element;
      if (!row) return;
      const details = row.closest('details');
      if (details) details.open = true;
      row.scrollIntoView({ block: 'center' });
      row.focus({ preventScroll: true });
    },
    update(model) {
      const fallback = open?.heading ?? element;
      keepingFocus(element, fallback, () => draw(model.shown.questions, model));
    },
  };
}
