/** @import { Store } from '../core/types.d.ts' */
/** @import { Words } from './i18n.js' */
import { h, newId } from './dom.js';

/**
 * @typedef {object} Field
 * @property {string} label
 * @property {number} most characters
 * @property {string} [value]
 * @property {boolean} [lines] more than one
 * @property {{ value: string, label: string }[]} [options] to choose from, instead of typing
 * @property {{ store: Store, at: string }} [draft] where what is typed stays until it is sent, also
 *   when Escape was not meant
 */

/** @param {Field} field */
function createField({ most, value, lines, options, draft }) {
  const id = newId('field');
  if (options) {
    const select = h(
      'select',
      { id, required: true },
      ...options.map((option) => h('option', { value: option.value }, option.label)),
    );
    if (value) select.value = value;
    return select;
  }
  const about = { id, maxlength: most, autocomplete: 'off', dir: 'auto' };
  const input = lines ? h('textarea', about) : h('input', about);
  input.value = draft?.store.get(draft.at) ?? value ?? '';
  if (draft) input.addEventListener('input', () => draft.store.set(draft.at, input.value));
  return input;
}

/**
 * Asks in a dialog; focus returns to what opened it.
 *
 * @param {Words} words
 * @param {{ title: string, text: string, confirm: string, grave?: boolean, other?: string,
 *   field?: Field, refused?: string | null, more?: HTMLElement | null }} about `other` is a second
 *   way to go on, and its value; `refused` says why the same came to nothing before; `more` stands
 *   above the buttons
 * @returns {Promise<{ value: string } | null>} null where the person stepped back
 */
export function ask({ t }, { title, text, confirm, grave, other, field, refused, more }) {
  const opener = document.activeElement;
  const input = field ? createField(field) : null;
  const name = newId('dialog');
  const description = newId('dialog');
  const dialog = h(
    'dialog',
    { 'aria-labelledby': name, 'aria-describedby': description },
    h(
      'form',
      { method: 'dialog' },
      h('h2', { id: name }, title),
      h('p', { id: description, class: 'words', dir: 'auto' }, text),
      field && input &&
        h('p', { class: 'field' }, h('label', { for: input.id }, field.label), input),
      refused && h('p', { class: 'refusal' }, refused),
      more,
      h(
        'p',
        { class: 'actions' },
        h('button', { value: 'yes', class: grave ? 'grave' : 'primary' }, confirm),
        other && h('button', { value: 'other' }, other),
        h('button', { type: 'button', onclick: () => dialog.close('') }, t('dialog.cancel')),
      ),
    ),
  );
  let stays = false;
  dialog.addEventListener('cancel', () => stays = true);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (field?.draft && !stays) field.draft.store.remove(field.draft.at);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      const { returnValue } = dialog;
      const value = returnValue === 'other' ? 'other' : input?.value.trim() ?? '';
      resolve(returnValue ? { value } : null);
    });
  });
}
