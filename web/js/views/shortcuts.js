/** @import { Context } from './types.d.ts' */
import { h } from '../ui/dom.js';
import { goToRow, listenInLists } from '../ui/keys.js';

const LISTS = 'question-list, poll-board, speaking-queue, chat-log';
/** What the space bar presses by itself. */
const PRESSED = 'button, summary, a';

/** @type {Record<string, string>} a key, and the button of the row that it presses */
const ON_ROW = {
  a: 'open',
  d: 'declined',
  e: 'edit',
  m: 'merge',
  r: 'answered',
  f: 'followUp',
  s: 'support',
};
const INSTANT = new Set(['1', '2', '3']);
const EVERYBODYS = ['h', '/', 's', '↑ ↓', '?'];
const MODERATORS = [
  'Enter',
  'a',
  'd',
  'e',
  'm',
  'r',
  'f',
  'n',
  'b',
  'u',
  'p',
  '1',
  '2',
  '3',
  'Space',
  'Shift+Space',
];

/**
 * @typedef {object} PollKeys
 * @property {() => void} write leads to the line of a new one
 * @property {(key: string) => void} start asks at once
 * @property {(row: HTMLElement | null, how: 'show' | 'close') => boolean} close
 */

/**
 * The keys of the lists; each has a visible button, and `?` lists them.
 *
 * @param {Context} context
 * @param {HTMLElement} root
 * @param {{ hand: () => void, next: () => void, back: () => void, undo: () => void,
 *   write: () => void, moderates: () => boolean, poll: PollKeys }} acts
 */
export function createShortcuts({ words: { t } }, root, acts) {
  listenInLists(root, LISTS, (key, row, target, shift) => {
    if (key === 'ArrowDown') return goToRow(target, row, 1);
    if (key === 'ArrowUp') return goToRow(target, row, -1);
    if (key === '?') return done(help);
    if (key === '/') return done(acts.write);
    if (key === 'h') return done(acts.hand);
    if (key === 's') return press(row, 'support');
    if (!acts.moderates()) return false;
    if (key === 'n') return done(acts.next);
    if (key === 'b') return done(acts.back);
    if (key === 'u') return done(acts.undo);
    if (key === 'p') return done(acts.poll.write);
    if (key === ' ') return endPoll(row, target, shift);
    if (INSTANT.has(key)) return done(() => acts.poll.start(key));
    if (key === 'Enter') return target === row && press(row, 'live');
    if (row?.closest('poll-board') && key !== 'e') return false;
    return press(row, ON_ROW[key] ?? '');
  });

  /** @param {HTMLElement | null} row @param {HTMLElement} target @param {boolean} shift */
  function endPoll(row, target, shift) {
    // Elsewhere it scrolls, and on a button it presses.
    const isHere = target.closest('poll-board') || target.matches("[data-view='poll']");
    if (!isHere || target.matches(PRESSED)) return false;
    return acts.poll.close(row, shift ? 'close' : 'show');
  }

  /** @param {HTMLElement | null} row @param {string} act */
  function press(row, act) {
    const button = act && row?.querySelector(`[data-act='${act}']`);
    if (!(button instanceof HTMLButtonElement) || button.hidden) return false;
    button.click();
    return true;
  }

  /** @param {() => void} act */
  function done(act) {
    act();
    return true;
  }

  function help() {
    const opener = document.activeElement;
    const keys = acts.moderates() ? [...EVERYBODYS, ...MODERATORS] : EVERYBODYS;
    const title = h('h2', { id: 'keys-title' }, t('keys.title'));
    const rows = keys.map((key) => {
      const name = key.replace('Shift', t('key.shift')).replace('Space', t('key.space'));
      return h('li', {}, h('kbd', {}, name), ' ', t(`keys.${NAMES[key]}`));
    });
    const dialog = h(
      'dialog',
      { 'aria-labelledby': title.id, class: 'keys' },
      h(
        'form',
        { method: 'dialog' },
        title,
        h('p', {}, t('keys.where')),
        h('ul', {}, ...rows),
        h('p', { class: 'actions' }, h('button', { class: 'primary' }, t('keys.close'))),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    });
  }

  return { help };
}

/** @type {Record<string, string>} what each key is called among the sentences */
const NAMES = {
  h: 'hand',
  '/': 'write',
  s: 'support',
  '↑ ↓': 'rows',
  '?': 'help',
  Enter: 'live',
  a: 'release',
  d: 'decline',
  e: 'edit',
  m: 'merge',
  r: 'answered',
  f: 'followUp',
  n: 'next',
  b: 'back',
  u: 'undo',
  p: 'poll',
  1: 'pollYesNo',
  2: 'pollScale',
  3: 'pollThumbs',
  Space: 'pollShow',
  'Shift+Space': 'pollClose',
};
