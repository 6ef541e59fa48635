/** @import { Store } from './types.d.ts' */

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
