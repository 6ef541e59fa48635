/** @import { Words } from './i18n.js' */
import { h, newId } from './dom.js';

/**
 * Asks in a dialog; focus returns to what opened it.
 *
 * @param {Words} words
 * @param {{ title: string, text: string, confirm: string, grave?: boolean,
 *   field?: { label: string, most: number, value?: string, lines?: boolean } }} about
 * @returns {Promise<{ value: string } | null>} null where the person stepped back
 */
export function ask({ t }, { title, text, confirm, grave, field }) {
  const opener = document.activeElement;
  const input = field
    ? h(field.lines ? 'textarea' : 'input', {
      id: newId('field'),
      maxlength: field.most,
      autocomplete: 'off',
      dir: 'auto',
    })
    : null;
  if (input) input.value = field?.value ?? '';
  const name = newId('dialog');
  const description = newId('dialog');
  const dialog = h(
    'dialog',
    { 'aria-labelledby': name, 'aria-describedby': description },
    h(
      'form',
      { method: 'dialog' },
      h('h2', { id: name }, title),
      h('p', { id: description }, text),
      field && input &&
        h('p', { class: 'field' }, h('label', { for: input.id }, field.label), input),
      h(
        'p',
        { class: 'actions' },
        h('button', { value: 'yes', class: grave ? 'grave' : 'primary' }, confirm),
        h('button', { type: 'button', onclick: () => dialog.close('') }, t('dialog.cancel')),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      resolve(dialog.returnValue === 'yes' ? { value: input?.value.trim() ?? '' } : null);
    });
  });
}
