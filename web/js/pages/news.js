/** @import { Shown } from '../core/types.d.ts' */
/** @import { Announcer } from '../ui/announce.js' */
/** @import { Words } from '../ui/i18n.js' */

/**
 * Tells what arrived: others' new questions in one number, what happened to own ones by itself.
 *
 * @param {Announcer} announcer
 * @param {Words} words
 * @param {Shown} before
 * @param {Shown} after
 * @param {boolean} seesChat then its log says the messages
 */
export function tellNews(announcer, { t, has }, before, after, seesChat) {
  const known = new Map(before.questions.map((question) => [question.id, question]));
  let fresh = 0;
  for (const question of after.questions) {
    const old = known.get(question.id);
    if (!old && !question.own) fresh++;
    const key = `news.own.${question.state}`;
    if (old && question.own && old.state !== question.state && has(key)) {
      announcer.polite(`own:${question.id}`, t(key));
    }
  }
  announcer.counted('questions', fresh, (n) => t('news.questions', { n }));
  if (!seesChat) {
    const heard = new Set(before.messages.map(({ id }) => id));
    const posted = after.messages.filter(({ id, own, channel }) =>
      channel === 'room' && !own && !heard.has(id)
    );
    announcer.counted('messages', posted.length, (n) => t('news.messages', { n }));
  }
  const phase = after.meeting?.phase;
  if (before.meeting && phase && phase !== before.meeting.phase) {
    announcer.polite('phase', t(`phase.${phase}`));
  }
}
