/** @import { Store } from './types.d.ts' */

/**
 * The part of a storage that belongs to one round, so that no half-typed text wanders into another.
 *
 * @param {Store} store
 * @param {string} code
 * @returns {Store}
 */
export function within(store, code) {
  return {
    get: (key) => store.get(`${key}.${code}`),
    set: (key, value) => store.set(`${key}.${code}`, value),
    remove: (key) => store.remove(`${key}.${code}`),
  };
}

/**
 * Storage that never throws: it does in some frames and private windows, even when looked at.
 *
 * Without real storage it remembers until the page goes; `set` then says false.
 *
 * @param {() => Storage} find
 * @returns {Store}
 */
export function safeStorage(find) {
  /** @type {Map<string, string>} */
  const memory = new Map();
  return {
    get(key) {
      try {
        return memory.get(key) ?? find().getItem(key);
      } catch {
        return memory.get(key) ?? null;
      }
    },
    set(key, value) {
      try {
        find().setItem(key, value);
        memory.delete(key);
        return true;
      } catch {
        memory.set(key, value);
        return false;
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        find().removeItem(key);
      } catch {
        // Nothing was kept there.
      }
    },
  };
}
