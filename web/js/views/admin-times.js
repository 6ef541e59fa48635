/** @import { Words } from '../ui/i18n.js' */
import { momentOf } from '../core/zone.js';
import { h, newId, say } from '../ui/dom.js';
import { field } from '../ui/field.js';

/**
 * When questions of a new round open and close by themselves; nobody has to say.
 *
 * @param {Words} words
 */
export function createTimes({ t }) {
  const hint = h('p', { class: 'hint', id: newId('times') }, t('admin.times.hint'));
  const opens = h('input', { type: 'datetime-local', 'aria-describedby': hint.id });
  const closes = h('input', { type: 'datetime-local', 'aria-describedby': hint.id });
  const sentence = h('p', { class: 'refusal', hidden: true });
  const element = h(
    'details',
    { class: 'times' },
    h('summary', {}, t('admin.times')),
    field(t('admin.times.opens'), opens),
    field(t('admin.times.closes'), closes),
    hint,
    sentence,
  );
  return {
    element,
    /**
     * @param {number} now
     * @returns {{ opens?: number, closes?: number } | null} nothing where it is not possible
     */
    read(now) {
      const times = { opens: momentOf(opens.value), closes: momentOf(closes.value) };
      const { opens: from = now, closes: until } = times;
      const isWrong = from < now || (until !== undefined && until <= from);
      say(sentence, isWrong ? t('admin.times.wrong') : null);
      if (!isWrong) return times;
      opens.focus();
      return null;
    },
    clear() {
      opens.value = closes.value = '';
      element.open = false;
    },
  };
}
