/** @import { Context } from './types.d.ts' */
import { goToRow, listenInLists } from '../ui/keys.js';
import { showKeys } from './key-help.js';

const LISTS = 'question-list, speaking-queue, chat-log, agenda-editor';
/** What is done with a row, by the button of that name in it. */
const ON_ROW = ['open', 'declined', 'edit', 'merge', 'answered', 'followUp', 'support', 'live'];
const EVERYBODYS = new Set(['hand', 'write', 'support', 'help']);

/**
 * The keys of the lists; each has a visible button, and one of them lists them all.
 *
 * @param {Context} context
 * @param {HTMLElement} root
 * @param {Record<string, () => void> & { changed: () => void, moderates: () => boolean }} acts by
 *   the names that they have in the keymap
 */
export function createShortcuts(context, root, acts) {
  const { keys } = context;
  const help = () => showKeys(context, acts.moderates(), acts.changed);

  listenInLists(root, LISTS, (key, row, target) => {
    if (key === 'ArrowDown') return goToRow(target, row, 1);
    if (key === 'ArrowUp') return goToRow(target, row, -1);
    const act = keys.actFor(key);
    if (!act || (!EVERYBODYS.has(act) && !acts.moderates())) return false;
    // On a button, Enter presses that button.
    if (key === 'Enter' && target !== row) return false;
    if (act === 'help') return done(help);
    if (ON_ROW.includes(act)) return press(row, act);
    return done(acts[act]);
  });

  /** @param {HTMLElement | null} row @param {string} act */
  function press(row, act) {
    const button = row?.querySelector(`[data-act='${act}']`);
    if (!(button instanceof HTMLButtonElement) || button.hidden) return false;
    button.click();
    return true;
  }

  /** @param {(() => void) | undefined} act */
  function done(act) {
    act?.();
    return act !== undefined;
  }

  return { help };
}
