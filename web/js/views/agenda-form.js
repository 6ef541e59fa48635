/** @import { AgendaItem } from '../core/chairing.d.ts' */
/** @import { Context } from './types.d.ts' */
import { choice, field } from '../ui/field.js';
import { h, write } from '../ui/dom.js';
import { AGENDA } from './agenda-row.js';

const TITLE_MOST = 120;
const MINUTES_MOST = 600;
const KINDS = /** @type {AgendaItem['kind'][]} */ (
  ['welcome', 'talk', 'discussion', 'poll', 'break', 'outlook', 'other']
);

/**
 * The fields of one point, for a new one or for one that is there.
 *
 * @param {Context} context
 * @param {() => void} done
 */
export function createAgendaForm({ words: { t }, dispatch }, done) {
  /** @type {AgendaItem | null} */
  let item = null;
  let revision = 0;

  const title = h('input', { maxlength: TITLE_MOST, dir: 'auto', autocomplete: 'off' });
  const speaker = h('input', { maxlength: TITLE_MOST, dir: 'auto', autocomplete: 'off' });
  const minutes = h('input', { type: 'number', min: 1, max: MINUTES_MOST, inputmode: 'numeric' });
  const kind = choice(
    KINDS.map((value) => ({ value, label: t(`agenda.kind.${value}`) })),
    // Most points are called what they are.
    (value) => title.value ||= value === 'other' ? '' : t(`agenda.kind.${value}`),
  );
  const save = h('button', { class: 'tonal' });
  const cancel = h('button', { type: 'button', onclick: close }, t('dialog.cancel'));
  const element = h(
    'form',
    { novalidate: true, class: 'agenda-form' },
    field(t('agenda.kind'), kind.element),
    field(t('agenda.field'), title),
    field(t('agenda.speaker'), speaker),
    field(t('agenda.length'), minutes),
    h('p', { class: 'actions' }, save, cancel),
  );

  function close() {
    show(null);
    done();
  }

  /** @param {AgendaItem | null} wanted */
  function show(wanted) {
    item = wanted;
    kind.element.value = wanted?.kind ?? 'talk';
    title.value = wanted?.title ?? '';
    speaker.value = wanted?.speaker ?? '';
    minutes.value = String(wanted?.minutes ?? '');
    write(save, t(wanted ? 'agenda.save' : 'agenda.add'));
    cancel.hidden = !wanted;
  }

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!title.value.trim()) return title.focus();
    if (!minutes.reportValidity()) return;
    dispatch({
      does: 'setAgendaItem',
      ...(item ? { item: item.id, seen: revision } : {}),
      kind: /** @type {AgendaItem['kind']} */ (kind.element.value),
      title: title.value.trim(),
      speaker: speaker.value.trim() || undefined,
      minutes: minutes.valueAsNumber || undefined,
    }, AGENDA);
    const wasNew = !item;
    show(null);
    if (wasNew) title.focus();
    else done();
  });
  show(null);

  return {
    element,
    /** @param {AgendaItem} wanted @param {number} seen the agenda's revision */
    edit(wanted, seen) {
      revision = seen;
      show(wanted);
      title.focus();
    },
  };
}
