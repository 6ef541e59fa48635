/** @import { Pending, Store, Wish } from './types.d.ts' */

export const EXPIRES = 30 * 60_000;
export const ASKS_AFTER = 2 * 60_000;

/**
 * The wishes under way, in order, kept over a reload of this tab.
 *
 * @param {Store} store
 * @param {string} key
 * @param {() => number} now
 */
export function createOutbox(store, key, now) {
  let entries = load();

  /** @returns {Pending[]} */
  function load() {
    try {
      const kept = JSON.parse(store.get(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((entry) => entry?.ref && entry.wish?.does) : [];
    } catch {
      return [];
    }
  }

  /** @param {Pending[]} next */
  function keep(next) {
    entries = next;
    if (entries.length) store.set(key, JSON.stringify(entries));
    else store.remove(key);
  }

  return {
    get entries() {
      return entries;
    },

    /** @param {string} ref @param {Wish} wish @param {string} control */
    add(ref, wish, control) {
      keep([...entries, { ref, wish, control, at: now() }]);
    },

    /** Drops what is too old to be sent at all, and says what that was. */
    expire() {
      const old = entries.filter(({ at }) => now() - at >= EXPIRES);
      if (old.length) keep(entries.filter((entry) => !old.includes(entry)));
      return old.filter(({ acked }) => acked === undefined);
    },

    /** Drops all, and says what was still to be sent. */
    clear() {
      const left = entries;
      keep([]);
      return left.filter(({ acked }) => acked === undefined);
    },

    /** What to send after a welcome; old wishes wait to be asked about. */
    due() {
      keep(
        entries.map((entry) =>
          entry.acked === undefined && now() - entry.at >= ASKS_AFTER
            ? { ...entry, held: true }
            : entry
        ),
      );
      return entries.filter((entry) => !entry.held && entry.acked === undefined);
    },

    /** The held ones are wanted after all: they count as wished now. */
    release() {
      keep(entries.map(({ held: _, ...entry }) => _ ? { ...entry, at: now() } : entry));
    },

    /** The held ones are not wanted any more. */
    discard() {
      keep(entries.filter((entry) => !entry.held));
    },

    /** @param {string} ref @param {number} revision */
    acknowledge(ref, revision) {
      const found = entries.find((entry) => entry.ref === ref);
      if (found) {
        keep(entries.map((entry) => entry === found ? { ...entry, acked: revision } : entry));
      }
      return found;
    },

    /**
     * Drops what has been acknowledged and has arrived.
     *
     * @param {number} revision
     * @returns {boolean} whether there was any
     */
    arrived(revision) {
      const left = entries.filter((entry) => !(Number(entry.acked) <= revision));
      if (left.length === entries.length) return false;
      keep(left);
      return true;
    },

    /** @param {string} ref */
    drop(ref) {
      const found = entries.find((entry) => entry.ref === ref);
      if (found) keep(entries.filter((entry) => entry !== found));
      return found;
    },
  };
}
