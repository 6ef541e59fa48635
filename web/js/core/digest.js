/** @import { Message } from './chat.d.ts' */
/** @import { Thing } from './types.d.ts' */

/** Of the messages of a channel, so many count: older ones are held by some, and not by all. */
export const NEWEST_MESSAGES = 200;

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
  /** @type {Record<string, Thing[]>} */
  const kinds = {};
  for (const thing of things) (kinds[thing.kind] ??= []).push(thing);
  const { me: _, ...shared } = kinds;
  return Object.fromEntries(Object.entries(shared).map(([kind, all]) => [kind, digest(all)]));
}

/**
 * One number for everything held, whatever its order; the server keeps the same for its audience.
 *
 * What only this person knows (`me`) is left out, because it differs within an audience, and so are
 * all but the newest messages of each channel.
 *
 * @param {Iterable<Thing>} things
 */
export function digest(things) {
  const all = [...things];
  const lasts = lastNumbers(all);
  let sum = 0;
  for (const thing of all) {
    const { kind, id, revision } = thing;
    if (kind === 'me' || isOld(thing, lasts)) continue;
    sum = (sum + fnv1a(`${kind}:${id}:${revision}`)) >>> 0;
  }
  return sum;
}

/**
 * The number of the last message of each channel.
 *
 * @param {Thing[]} things
 */
function lastNumbers(things) {
  /** @type {Map<string, number>} */
  const lasts = new Map();
  for (const thing of things) {
    if (!isMessage(thing)) continue;
    lasts.set(thing.channel, Math.max(thing.number, lasts.get(thing.channel) ?? 0));
  }
  return lasts;
}

/** @param {Thing} thing @param {Map<string, number>} lasts */
function isOld(thing, lasts) {
  if (!isMessage(thing)) return false;
  return thing.number <= (lasts.get(thing.channel) ?? 0) - NEWEST_MESSAGES;
}

/**
 * @param {Thing} thing
 * @returns {thing is Message}
 */
export function isMessage(thing) {
  return thing.kind === 'message';
}
