/** @import { Thing } from './types.d.ts' */

/**
 * FNV-1a, 32 bits, over ASCII text.
 *
 * @param {string} text
 */
export function fnv1a(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * The same number for each kind of thing by itself, to tell the server what differs.
 *
 * @param {Iterable<Thing>} things
 */
export function digestsByKind(things) {
  /** @type {Record<string, number>} */
  const sums = {};
  for (const thing of things) {
    if (thing.kind !== 'me') {
      sums[thing.kind] = ((sums[thing.kind] ?? 0) + digest([thing])) >>> 0;
    }
  }
  return sums;
}

/**
 * One number for everything held, whatever its order; the server keeps the same for its audience.
 *
 * What only this person knows (`me`) is left out, because it differs within an audience.
 *
 * @param {Iterable<Thing>} things
 */
export function digest(things) {
  let sum = 0;
  for (const { kind, id, revision } of things) {
    if (kind !== 'me') sum = (sum + fnv1a(`${kind}:${id}:${revision}`)) >>> 0;
  }
  return sum;
}
