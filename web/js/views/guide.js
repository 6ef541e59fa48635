/** @import { Store } from '../core/types.d.ts' */
/** @import { Context, Model, View } from './types.d.ts' */
import { h, say } from '../ui/dom.js';

/**
 * One line for whoever is here for the first time in this role, until it is put away.
 *
 * @param {Context} context
 * @param {Store} lasting
 * @returns {View}
 */
export function createGuide({ words: { t, has }, announcer }, lasting) {
  let role = '';
  const line = h('p', {});
  const close = h('button', { type: 'button', class: 'plain', onclick: putAway }, t('guide.close'));
  const element = h(
    'first-hint',
    { role: 'note', hidden: true },
    line,
    ' ',
    close,
  );
  /** @type {Set<string>} also where nothing can be kept */
  const away = new Set();

  /** @param {string} name */
  const place = (name) => `kaffeerunde.guide.${name}`;

  function putAway() {
    away.add(role);
    lasting.set(place(role), 'read');
    element.hidden = true;
    announcer.polite('guide', t('guide.closed'));
    // Whoever came by keyboard goes on where the page begins.
    const views = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.view'));
    [...views].find((view) => view.checkVisibility())?.focus({ preventScroll: true });
  }

  return {
    element,
    /** @param {Model} model */
    update({ shown }) {
      role = shown.role ?? '';
      const isKnown = away.has(role) || lasting.get(place(role)) !== null;
      const ended = shown.meeting?.phase === 'ended';
      say(line, has(`guide.${role}`) ? t(`guide.${role}`) : null);
      element.hidden = isKnown || ended || !line.textContent;
    },
  };
}
