/** @import { Agenda, AgendaItem } from './chairing.d.ts' */

/** At how many minutes left whoever leads the round is told so. */
const TOLD_AT = [5, 1, 0];

/**
 * The item that is dealt with now, and how much of its time is left.
 *
 * @param {Agenda | null} agenda
 * @param {number} now server's clock
 * @returns {{ item: AgendaItem, spent: number, left: number | null } | null} in seconds; `left`
 *   only where somebody has said how long it takes, and below 0 where it takes longer
 */
export function currentOf(agenda, now) {
  const current = agenda?.current;
  const item = agenda?.items.find(({ id }) => id === current?.item);
  if (!current || !item) return null;
  const before = item.times?.spent ?? 0;
  const spent = Math.max(0, Math.floor((before + now - current.since) / 1000));
  return { item, spent, left: item.minutes === undefined ? null : item.minutes * 60 - spent };
}

/**
 * The item that comes next: the one behind the current one, else the first that was never begun.
 *
 * @param {Agenda | null} agenda
 * @returns {AgendaItem | null}
 */
export function nextOf(agenda) {
  const items = agenda?.items ?? [];
  const at = items.findIndex(({ id }) => id === agenda?.current?.item);
  if (at >= 0) return items[at + 1] ?? null;
  return items.find(({ times }) => times?.began === undefined) ?? null;
}

/**
 * Whether something is to be said about the time that is left: the mark that was passed last.
 *
 * @param {number | null} left seconds
 * @returns {number | null} minutes
 */
export function markOf(left) {
  if (left === null) return null;
  return TOLD_AT.filter((minutes) => left <= minutes * 60).at(-1) ?? null;
}

/**
 * The item before which another one has to stand to be moved by one place.
 *
 * @param {readonly AgendaItem[]} items
 * @param {string} id
 * @param {-1 | 1} by
 * @returns {{ before?: string } | null} nothing where it cannot be moved there
 */
export function placeFor(items, id, by) {
  const at = items.findIndex((item) => item.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= items.length) return null;
  const before = items.filter((item) => item.id !== id)[to]?.id;
  return before ? { before } : {};
}
