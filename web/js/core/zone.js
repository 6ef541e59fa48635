/**
 * Moments as they stand on the clocks of the meeting, wherever the browser is: what a field of the
 * kind `datetime-local` holds, and back.
 */

/** Where all meetings are. */
const ZONE = 'Europe/Berlin';
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * @param {number | undefined} ms since 1970
 * @returns {string} such as `2026-05-18T09:00`; empty without a moment
 */
export function fieldOf(ms) {
  return ms === undefined ? '' : clock.format(new Date(ms)).replace(' ', 'T').slice(0, 16);
}

/**
 * @param {string} field
 * @returns {number | undefined} the first such moment, where the night of October has two; where
 *   the night of March has none, one hour later
 */
export function momentOf(field) {
  const asIfUTC = Date.parse(`${field}Z`);
  if (Number.isNaN(asIfUTC)) return undefined;
  const summer = asIfUTC - 7_200_000;
  const winter = asIfUTC - 3_600_000;
  return fieldOf(summer) === field.slice(0, 16) ? summer : winter;
}
