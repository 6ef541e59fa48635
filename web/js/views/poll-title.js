/** @import { Form } from '../core/poll.d.ts' */
/** @import { Words } from '../ui/i18n.js' */
import { askedBy } from '../core/polls.js';

/**
 * What a poll is called: its title, else what it asks for.
 *
 * @param {Pick<Form, 'title' | 'kind'>} form
 * @param {Words['t']} t
 */
export function titleOf(form, t) {
  return form.title || t(`poll.kind.${askedBy(form).kind}`);
}
