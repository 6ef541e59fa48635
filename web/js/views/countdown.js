/** @import { Shown } from '../core/types.d.ts' */
/** @import { Words } from '../ui/i18n.js' */

const MINUTE = 60_000;
/** Beyond that the time of day says more than a number of minutes. */
const COUNTED = 90;
/** Phases before a moderator has opened the round. */
const BEFORE = ['planned', 'lobby'];

/** @param {Pick<Shown, 'meeting'>} shown */
export const isBefore = ({ meeting }) => BEFORE.includes(meeting?.phase ?? '');

/**
 * When the round begins, in minutes of the server's clock; nothing where nobody has said so.
 *
 * @param {Words} words
 * @param {number | undefined} start
 * @param {number} now
 */
export function beginning({ t, time }, start, now) {
  if (start === undefined) return null;
  const n = Math.ceil((start - now) / MINUTE);
  if (n <= 0) return t('agenda.due');
  const about = { time: time(start, now), n };
  return t(n > COUNTED ? 'agenda.begins' : 'agenda.begins.in', about);
}
