/** @import { Context } from './types.d.ts' */
import { goToRow, listenInLists } from '../ui/keys.js';

const LISTS = 'question-list, poll-board, speaking-queue, chat-log, agenda-editor';
/** What is done with a row, by the button of that name in it. */
const ON_ROW = ['open', 'declined', 'edit', 'merge', 'answered', 'followUp', 'support', 'live'];
/** What can be done with the row of a poll. */
const ON_POLL = ['edit'];
const EVERYBODYS = new Set(['hand', 'write', 'support', 'help']);
/** What the space bar presses by itself. */
const PRESSED = 'button, summary, a';

/**
 * @typedef {object} Around
 * @property {() => void} changed the keys are others now
 * @property {() => boolean} moderates
 * @property {(row: HTMLElement | null, how: 'show' | 'close') => boolean} endPoll
 */

/**
 * The keys of the lists; each has a visible button, and one of them lists them all.
 *
 * @param {Context} context
 * @param {HTMLElement} root
 * @param {Record<string, () => void>} acts by the names that they have in the keymap
 * @param {Around} around
 */
export function createShortcuts(context, root, acts, { changed, moderates, endPoll }) {
  const { keys } = context;

  // Seldom asked for: it comes when it is.
  async function help() {
    const { showKeys } = await import('./key-help.js');
    showKeys(context, moderates(), changed);
  }

  listenInLists(root, LISTS, (key, row, target, shift) => {
    if (key === 'ArrowDown') return goToRow(target, row, 1);
    if (key === 'ArrowUp') return goToRow(target, row, -1);
    if (key === ' ') return keys.isOn && moderates() && end(row, target, shift);
    const act = keys.actFor(key);
    if (!act || (!EVERYBODYS.has(act) && !moderates())) return false;
    // On a button, Enter presses that button.
    if (key === 'Enter' && target !== row) return false;
    if (act === 'help') return done(help);
    if (!ON_ROW.includes(act)) return done(acts[act]);
    return (!row?.closest('poll-board') || ON_POLL.includes(act)) && press(row, act);
  });

  /** @param {HTMLElement | null} row @param {HTMLElement} target @param {boolean} shift */
  function end(row, target, shift) {
    // Elsewhere it scrolls, and on a button it presses.
    const isHere = target.closest('poll-board') || target.matches("[data-view='poll']");
    if (!isHere || target.matches(PRESSED)) return false;
    return endPoll(row, shift ? 'close' : 'show');
  }

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
