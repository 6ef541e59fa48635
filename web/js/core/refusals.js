/** @import { Pending, Refusal, Wish } from './types.d.ts' */

/** Why the wishes of each control came to nothing, and their words until a field has them again. */
export function createRefusals() {
  /** @type {Map<string, Refusal>} by control */
  const reasons = new Map();
  /** @type {(Pending & { why: Refusal })[]} the oldest first */
  let returned = [];

  return {
    /** @param {string} control */
    of: (control) => reasons.get(control) ?? null,

    /** @param {string} control @returns {boolean} whether there was one */
    forget: (control) => reasons.delete(control),

    /** @param {Pending} entry @param {Refusal} why */
    add(entry, why) {
      reasons.set(entry.control, why);
      returned.push({ ...entry, why });
    },

    /**
     * Gives a wish back to the control that asked, each one once.
     *
     * @template {Wish['does']} D
     * @param {string} control
     * @param {D} does
     * @returns {Extract<Wish, { does: D }> | null} the oldest
     */
    takeBack(control, does) {
      const found = returned.find((entry) => entry.control === control && entry.wish.does === does);
      if (!found) return null;
      returned = returned.filter((entry) => entry !== found);
      // It may have waited while the field was in use; why it came back is said beside it now.
      reasons.set(control, found.why);
      return /** @type {Extract<Wish, { does: D }>} */ (found.wish);
    },
  };
}
