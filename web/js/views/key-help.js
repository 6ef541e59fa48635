/** @import { Keymap } from '../core/keymap.js' */
/** @import { Context } from './types.d.ts' */
import { h, say, set, write } from '../ui/dom.js';
import { check } from '../ui/field.js';

/**
 * Lists the keys, and lets people give them other ones or switch them off.
 *
 * @param {Pick<Context, 'words' | 'announcer' | 'keys'>} context
 * @param {boolean} moderates
 * @param {() => void} changed once the list is closed
 */
export function showKeys({ words: { t }, keys, announcer }, moderates, changed) {
  const opener = document.activeElement;
  let isChanged = false;
  /** The act that waits for its new key. */
  let waiting = '';

  const title = h('h2', { id: 'keys-title' }, t('keys.title'));
  const on = h('input', { type: 'checkbox', onchange: () => change(() => keys.turn(on.checked)) });
  const sentence = h('p', { class: 'refusal', hidden: true });
  const reset = h('button', {
    type: 'button',
    onclick: () => change(keys.reset),
  }, t('keys.reset'));
  const rows = keys.acts(moderates).map((act) => {
    const key = h('kbd', {});
    const button = h('button', { type: 'button', class: 'plain', onclick: () => wait(act) });
    return { act, key, button, element: h('li', {}, key, h('span', {}, t(`keys.${act}`)), button) };
  });
  const dialog = h(
    'dialog',
    { 'aria-labelledby': title.id, class: 'keys' },
    h(
      'form',
      { method: 'dialog' },
      title,
      h('p', {}, t('keys.where')),
      check(t('keys.on'), on),
      h('ul', {}, ...rows.map(({ element }) => element)),
      h('p', { class: 'hint' }, t('keys.rows')),
      moderates && h('p', { class: 'hint' }, t('keys.polls')),
      sentence,
      h('p', { class: 'actions' }, h('button', { class: 'primary' }, t('keys.close')), reset),
    ),
  );

  /** @param {() => void} act */
  function change(act) {
    act();
    isChanged = true;
    draw();
  }

  /** @param {string} act */
  function wait(act) {
    waiting = waiting === act ? '' : act;
    if (waiting) announcer.assertive(t('keys.press'));
    draw();
  }

  function draw() {
    on.checked = keys.isOn;
    reset.hidden = !keys.isOwn;
    for (const { act, key, button } of rows) {
      write(key, keys.keyOf(act).toUpperCase().replace('ENTER', 'Enter'));
      write(button, t(waiting === act ? 'keys.press' : 'keys.change'));
      set(button, 'aria-label', `${t('keys.change')}: ${t(`keys.${act}`)}`);
      button.hidden = !keys.isOn;
    }
  }

  dialog.addEventListener('keydown', (event) => {
    if (!waiting || ['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const holder = event.key === 'Escape' ? null : keys.set(waiting, event.key);
    say(
      sentence,
      !holder ? null : holder === waiting ? t('keys.notPossible') : t('keys.held', {
        what: t(`keys.${holder}`),
      }),
    );
    if (!holder) waiting = '';
    isChanged = true;
    draw();
  });
  draw();
  document.body.append(dialog);
  dialog.showModal();
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    if (isChanged) changed();
  });
}
