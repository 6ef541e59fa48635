/** @import { Agenda, AgendaItem } from '../core/chairing.d.ts' */
/** @import { Context, Model } from './types.d.ts' */
import { choice, createDraft, field } from '../ui/field.js';
import { h, say, write } from '../ui/dom.js';

const FORM = 'agenda.form';
const TITLE_MOST = 120;
const MINUTES_MOST = 600;
const KINDS = /** @type {AgendaItem['kind'][]} */ (
  ['welcome', 'talk', 'discussion', 'poll', 'break', 'outlook', 'other']
);

/**
 * The fields of one point, for a new one or for one that is there.
 *
 * @param {Context} context
 * @param {{ open: () => void, done: () => void }} acts the form is to be in sight; it is done with
 */
export function createAgendaForm(context, { open, done }) {
  const { words: { t, refusal }, drafts, dispatch, forget, takeBack } = context;

  /** The point that is changed, and the revision that this is about; empty for a new one. */
  const item = h('input', { type: 'hidden' });
  const seen = h('input', { type: 'hidden' });
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
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'form',
    { novalidate: true, class: 'agenda-form' },
    field(t('agenda.kind'), kind.element),
    field(t('agenda.field'), title),
    field(t('agenda.speaker'), speaker),
    field(t('agenda.length'), minutes),
    h('p', { class: 'actions' }, save, cancel),
    sentence,
  );
  kind.element.value = 'talk';
  const draft = createDraft(drafts, 'agenda', [kind.element, item, seen, title, speaker, minutes]);
  if (title.value) open();

  function close() {
    show(null);
    forget(FORM);
    done();
  }

  /** @param {Partial<AgendaItem> | null} wanted @param {number} [revision] the agenda's */
  function show(wanted, revision = 0) {
    draft.fill([
      wanted?.kind ?? 'talk',
      wanted?.id,
      String(revision),
      wanted?.title,
      wanted?.speaker,
      String(wanted?.minutes ?? ''),
    ]);
    name();
  }

  function name() {
    write(save, t(item.value ? 'agenda.save' : 'agenda.add'));
    cancel.hidden = !item.value;
  }

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!title.value.trim()) return title.focus();
    if (!minutes.reportValidity()) return;
    const changed = item.value ? { item: item.value, seen: Number(seen.value) } : null;
    dispatch({
      does: 'setAgendaItem',
      ...changed,
      kind: /** @type {AgendaItem['kind']} */ (kind.element.value),
      title: title.value.trim(),
      speaker: speaker.value.trim() || undefined,
      minutes: minutes.valueAsNumber || undefined,
    }, FORM);
    show(null);
    if (changed) done();
    else title.focus();
  });
  element.addEventListener('input', () => forget(FORM));
  name();

  /**
   * Into the empty form, and about the agenda as it is now; a point that is gone becomes a new one.
   *
   * @param {Agenda} agenda
   */
  function giveBack({ items, revision }) {
    const wish = title.value ? null : takeBack(FORM, 'setAgendaItem');
    if (!wish) return;
    show({ ...wish, id: items.find(({ id }) => id === wish.item)?.id }, revision);
    open();
  }

  return {
    element,
    /** @param {AgendaItem} wanted @param {number} revision the agenda's */
    edit(wanted, revision) {
      show(wanted, revision);
      title.focus();
    },
    /** @param {Agenda} agenda @param {Model} model */
    update(agenda, { refusal: refusalOf }) {
      giveBack(agenda);
      const refused = refusalOf(FORM);
      say(sentence, refused && refusal(refused));
    },
  };
}
