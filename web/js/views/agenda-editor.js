/** @import { Agenda } from '../core/chairing.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { currentOf, markOf, nextOf } from '../core/agenda.js';
import { minutes } from '../core/queue.js';
import { h, newId, say, set, write } from '../ui/dom.js';
import { field, offer } from '../ui/field.js';
import { keepingFocus } from '../ui/focus.js';
import { arrange } from '../ui/keyed.js';
import { createAgendaForm } from './agenda-form.js';
import { AGENDA, createAgendaRow } from './agenda-row.js';

const MINUTE = 60_000;

/**
 * The agenda to work with: what is on, what comes next, and how much time is left.
 *
 * @param {Context} context
 * @returns {View}
 */
export function createAgendaEditor(context) {
  const { words, dispatch, announcer } = context;
  const { t, refusal } = words;
  /** @type {Map<string, ReturnType<typeof createAgendaRow>>} */
  const rows = new Map();
  /** @type {Agenda | null} */
  let agenda = null;
  let told = '';

  const heading = h('h2', { id: newId('agenda'), tabindex: -1 }, t('agenda.title'));
  const now = h('p', { class: 'now', dir: 'auto', hidden: true });
  const clock = h('p', { class: 'clock', role: 'timer', 'aria-live': 'off', hidden: true });
  const drift = h('p', { class: 'hint', hidden: true });
  const next = h('button', {
    type: 'button',
    class: 'tonal',
    'data-act': 'nextItem',
    onclick: begin,
  });
  const stop = h('button', {
    type: 'button',
    class: 'plain',
    onclick: () => dispatch({ does: 'startAgendaItem' }, AGENDA),
  }, t('agenda.stop'));
  const list = h('ol', { 'aria-labelledby': heading.id });
  const adding = h('details', { class: 'tool' }, h('summary', {}, t('agenda.new')));
  const form = createAgendaForm(context, {
    open: () => adding.open = true,
    done: () => heading.focus(),
  });
  adding.append(form.element);
  const start = h('input', { type: 'datetime-local' });
  const planning = h(
    'details',
    { class: 'tool' },
    h('summary', {}, t('agenda.start')),
    h(
      'form',
      { novalidate: true, onsubmit: schedule },
      field(t('agenda.start.field'), start),
      h('p', { class: 'actions' }, h('button', {}, t('agenda.start.save'))),
    ),
  );
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'agenda-editor',
    { role: 'region', 'aria-labelledby': heading.id, hidden: true },
    heading,
    h('div', { class: 'current' }, now, clock),
    drift,
    h('div', { class: 'actions' }, next, stop),
    list,
    sentence,
    adding,
    planning,
  );

  function begin() {
    const item = nextOf(agenda)?.id;
    if (item) dispatch({ does: 'startAgendaItem', item }, AGENDA);
  }

  /** @param {Event} event */
  function schedule(event) {
    event.preventDefault();
    const at = start.value ? new Date(start.value).getTime() : undefined;
    dispatch({ does: 'schedule', start: at }, AGENDA);
    planning.open = false;
  }

  /** @param {number} at */
  function drawClock(at) {
    const current = currentOf(agenda, at);
    say(now, current && current.item.title);
    const left = current?.left ?? null;
    say(clock, current && minutes(left ?? current.spent));
    set(clock, 'data-state', left === null ? null : left < 0 ? 'over' : left < 60 ? 'amber' : null);
    if (current) {
      const words = left === null ? 'agenda.spent' : left < 0 ? 'agenda.over' : 'agenda.left';
      write(clock, t(words, { time: minutes(Math.abs(left ?? current.spent)) }));
    }
    const mark = markOf(left);
    const key = current && mark !== null ? `${current.item.id}:${mark}` : '';
    if (key && key !== told) {
      announcer.polite('agenda', t(mark ? 'agenda.told' : 'agenda.told.over', { n: mark ?? 0 }));
    }
    told = key;
    const late = Math.round((agenda?.drift ?? 0) / MINUTE);
    say(drift, late ? t(late > 0 ? 'agenda.late' : 'agenda.early', { n: Math.abs(late) }) : null);
  }

  /** @param {number} at */
  function drawRows(at) {
    const items = agenda?.items ?? [];
    for (const id of rows.keys()) if (!items.some((item) => item.id === id)) rows.delete(id);
    for (const item of items) {
      const row = rows.get(item.id) ?? createAgendaRow(context, item.id, edit);
      rows.set(item.id, row);
      if (agenda) row.update(item, agenda, at);
    }
    arrange(list, items.flatMap(({ id }) => rows.get(id)?.element ?? []));
    list.hidden = !items.length;
  }

  /** @param {import('../core/chairing.d.ts').AgendaItem} item */
  function edit(item) {
    adding.open = true;
    form.edit(item, agenda?.revision ?? 0);
  }

  return {
    element,
    /** @param {Model} model */
    update(model) {
      const { shown, now: at, refusal: refusalOf } = model;
      agenda = shown.agenda;
      element.hidden = shown.role !== 'moderator' || !agenda || shown.meeting?.phase === 'ended';
      if (!agenda || element.hidden) return;
      form.update(agenda, model);
      keepingFocus(element, heading, () => drawRows(at));
      drawClock(at);
      const following = nextOf(agenda);
      next.hidden = !following;
      say(next, following && t('agenda.next', { title: following.title }));
      stop.hidden = !agenda?.current;
      const refused = refusalOf(AGENDA);
      say(sentence, refused && refusal(refused));
      offer(start, local(agenda?.start));
    },
  };
}

/** @param {number | undefined} ms @returns {string} as the browser's own field has it */
function local(ms) {
  if (!ms) return '';
  const date = new Date(ms);
  return new Date(ms - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}
