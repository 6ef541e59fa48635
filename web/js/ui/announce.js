/**
 * @typedef {object} Region
 * @property {string | null} textContent
 */

const EVERY = 3_000;
const GAP = 100;
const STAYS = 10_000;
const AT_ONCE = 4;

/**
 * How much somebody wants to hear: all; less, without counts of what is new; or only what needs
 * them now, such as errors of their own and that it is their turn (product row J3).
 *
 * @typedef {'all' | 'less' | 'off'} Loudness
 */

/**
 * Speaks to screen readers: two regions that are in the page from the start, seldom and bundled.
 *
 * @param {{ polite: Region, assertive: Region }} regions
 * @param {object} means
 * @param {(ms: number, act: () => void) => unknown} means.after
 * @param {() => number} means.now
 * @param {() => boolean} means.hidden
 * @param {() => Loudness} [means.loudness] all where nothing is said
 */
export function createAnnouncer(regions, means) {
  /** @type {Map<string, { words: (count: number) => string, count: number }>} */
  const queue = new Map();
  let wroteAt = -Infinity;
  let waiting = false;

  function flush() {
    waiting = false;
    const texts = [...queue].slice(0, AT_ONCE);
    if (!texts.length) return;
    for (const [key] of texts) queue.delete(key);
    wroteAt = means.now();
    put(regions.polite, texts.map(([, { words, count }]) => words(count)).join(' '));
    plan();
  }

  function plan() {
    if (waiting || !queue.size) return;
    waiting = true;
    means.after(Math.max(0, wroteAt + EVERY - means.now()), flush);
  }

  /**
   * The same text again is not heard; cleared and set after a moment it is.
   *
   * @param {Region} region
   * @param {string} words
   */
  function put(region, words) {
    region.textContent = '';
    means.after(GAP, () => {
      region.textContent = words;
      means.after(STAYS, () => {
        if (region.textContent === words) region.textContent = '';
      });
    });
  }

  return {
    /**
     * Something worth knowing. The same key replaces what has not been said yet.
     *
     * @param {string} key
     * @param {string} words
     */
    polite(key, words) {
      if (means.hidden() || means.loudness?.() === 'off') return;
      queue.set(key, { words: () => words, count: 0 });
      plan();
    },
    /**
     * Counted news: "3 new questions" becomes "7 new questions".
     *
     * @param {string} key
     * @param {number} more
     * @param {(count: number) => string} words
     */
    counted(key, more, words) {
      if (means.hidden() || more <= 0 || (means.loudness?.() ?? 'all') !== 'all') return;
      queue.set(key, { words, count: (queue.get(key)?.count ?? 0) + more });
      plan();
    },
    /**
     * An error of an own act.
     *
     * @param {string} words
     */
    assertive(words) {
      put(regions.assertive, words);
    },
  };
}

/** @typedef {ReturnType<typeof createAnnouncer>} Announcer */
