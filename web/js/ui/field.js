/** @import { Store } from '../core/types.d.ts' */
import { h, newId } from './dom.js';

/**
 * A control with its label above it.
 *
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control
 */
export function field(label, control) {
  control.id ||= newId('field');
  return h('p', { class: 'field' }, h('label', { for: control.id }, label), control);
}

/**
 * A box to tick, with its label beside it.
 *
 * @param {string} label
 * @param {HTMLInputElement} box
 */
export function check(label, box) {
  box.id ||= newId('check');
  return h('p', { class: 'check' }, box, h('label', { for: box.id }, label));
}

/** Between the values of one draft; nobody can type it. */
const BETWEEN = '\u001f';

/**
 * Fields whose half-typed text survives a reload and another language.
 *
 * @param {Store} drafts
 * @param {string} name of the form
 * @param {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} fields
 */
export function createDraft(drafts, name, fields) {
  const at = `kaffeerunde.draft.${name}`;

  function save() {
    drafts.set(at, fields.map(({ value }) => value).join(BETWEEN));
  }

  /** @param {(string | undefined)[]} values */
  function fill(values) {
    fields.forEach((field, place) => field.value = values[place] ?? '');
    save();
  }

  const kept = drafts.get(at);
  if (kept) fill(kept.split(BETWEEN));
  for (const field of fields) field.addEventListener('input', save);
  return { fill };
}

/**
 * What there is to choose from; its value is shown only while nobody is choosing.
 *
 * @param {{ value: string | number, label: string }[]} options
 * @param {(value: string) => void} chosen
 */
export function choice(options, chosen) {
  const select = h(
    'select',
    { onchange: () => chosen(select.value) },
    ...options.map(({ value, label }) => h('option', { value }, label)),
  );
  return {
    element: select,
    /** @param {string} value */
    show(value) {
      // What has just been chosen is not taken back before the server has spoken.
      if (document.activeElement === select && select.dataset.shown === value) return;
      select.value = value;
      select.dataset.shown = value;
    },
  };
}

/**
 * Shows a value that others may change, without taking away what somebody has typed meanwhile.
 *
 * @param {HTMLInputElement} input
 * @param {string} value
 */
export function offer(input, value) {
  if (input.dataset.shown === value) return;
  input.value = value;
  input.dataset.shown = value;
}

/**
 * The same for a box: what was just ticked stays so while it is under way.
 *
 * @param {HTMLInputElement} box
 * @param {boolean} on
 * @param {boolean} refused then it is as before
 */
export function offerTick(box, on, refused) {
  if (box.dataset.shown === String(on) && !refused) return;
  box.checked = on;
  box.dataset.shown = String(on);
}
