/** @import { createDesk } from '../views/desk.js' */
/** @import { createFrame } from '../views/frame.js' */
/** @import { createHand } from '../views/hand.js' */
/** @import { createTalk } from './talk.js' */
/** @import { Context } from '../views/types.d.ts' */
import { createShortcuts } from '../views/shortcuts.js';

/**
 * @typedef {{ frame: ReturnType<typeof createFrame>, hand: ReturnType<typeof createHand>,
 *   desk: ReturnType<typeof createDesk> | undefined, talk: ReturnType<typeof createTalk> }} Views
 */

/**
 * Lets keys do what the buttons of the lists do.
 *
 * @param {Context} context
 * @param {Views} views
 * @param {Parameters<typeof createShortcuts>[3]} around
 */
export function listenForKeys(context, views, around) {
  const shortcuts = createShortcuts(context, views.frame.element, actsOf(views), around);
  views.frame.element.dataset.keys = 'on';
  return shortcuts;
}

/**
 * By the names that they have in the keymap.
 *
 * @param {Views} views
 * @returns {Record<string, () => void>}
 */
function actsOf({ frame, hand, desk, talk: { polls, queue } }) {
  /** @param {(view: NonNullable<typeof polls.view>) => void} act */
  const onPolls = (act) => {
    frame.show('poll');
    if (polls.view) act(polls.view);
  };
  return {
    hand: hand.press,
    next: () => queue.view?.act('next'),
    back: () => queue.view?.act('back'),
    undo: () => desk?.undo(),
    stop: () => desk?.stop(),
    code: () => desk?.code(),
    write: () => frame.write(),
    pollLine: () => onPolls((view) => view.write?.()),
    pollYesNo: () => onPolls((view) => view.start?.('pollYesNo')),
    pollScale: () => onPolls((view) => view.start?.('pollScale')),
    pollThumbs: () => onPolls((view) => view.start?.('pollThumbs')),
  };
}
