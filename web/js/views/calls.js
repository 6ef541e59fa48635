/** @import { Entry, Queue } from '../core/queue.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { waitAt } from '../core/queue.js';

/**
 * What somebody on the list is called: by name and organisation, else by what they are.
 *
 * @param {Entry} entry
 * @param {Words['t']} t
 */
export function callOf({ name, organisation }, t) {
  const who = [name, organisation].filter(Boolean).join(', ');
  return who || t('queue.nameless');
}

/**
 * An own place in words, with the time that it may take.
 *
 * @param {Queue} queue
 * @param {number} place
 * @param {number} now
 * @param {Words} words
 */
export function placeIn(queue, place, now, { t }) {
  const wait = waitAt(queue, place, now);
  const where = t('hand.place', { n: place });
  return wait ? `${where}, ${t('hand.wait', { least: wait.least, n: wait.most })}` : where;
}
