/** @import { Context } from './types.d.ts' */
import { copy } from '../ui/copy.js';
import { h, set } from '../ui/dom.js';

const STAYS = 3_000;

/**
 * A button that copies, and says so for a moment.
 *
 * @param {Pick<Context, 'words' | 'announcer'>} context
 * @param {{ label: string, about?: string, text: () => string }} what
 */
export function createCopying({ words: { t }, announcer }, { label, about, text }) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'copy',
      async onclick() {
        await copy(text());
        set(button, 'data-done', true);
        announcer.polite('copied', t('copy.done'));
        setTimeout(() => set(button, 'data-done', null), STAYS);
      },
    },
    h('span', {}, label, about && h('span', { class: 'unseen' }, `: ${about}`)),
    h('span', { class: 'done' }, t('copy.done')),
  );
  return button;
}
