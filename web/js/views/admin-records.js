/** @import { Words } from '../ui/i18n.js' */
import { h, say } from '../ui/dom.js';

/**
 * @typedef {object} Kept A record, and how long it is kept; moments in ms since 1970.
 * @property {string} id
 * @property {string} title
 * @property {string} code
 * @property {number} ended
 * @property {number} [namesUntil]
 * @property {number} [recordUntil]
 * @property {{ reason: string }} [hold]
 * @property {number} [published] since when
 */

/**
 * The records of all rounds that ended, series by series, and when something is deleted next.
 *
 * @param {Words} words
 * @param {(record: Kept) => void} next a round is to go on from this one
 */
export function createRecords({ t, date }, next) {
  const purges = h('p', { class: 'next-purge hint' });
  const empty = h('p', { class: 'empty' }, t('admin.records.empty'));
  const list = h('ol', { class: 'records' });
  const element = h('section', {}, h('h2', {}, t('admin.records')), purges, empty, list);

  /** @param {Kept} record */
  function facts({ ended, namesUntil, recordUntil, hold, published }) {
    return [
      t('admin.record.ended', { time: date(ended) }),
      ...(published ? [t('admin.record.published', { time: date(published) })] : []),
      namesUntil ? t('admin.record.names', { time: date(namesUntil) }) : t('admin.record.nameless'),
      hold
        ? t('admin.record.held', { reason: hold.reason })
        : recordUntil
        ? t('admin.record.until', { time: date(recordUntil) })
        : t('admin.record.ever'),
    ].join(' · ');
  }

  /** @param {Kept} record */
  function row(record) {
    const address = `/record/${encodeURIComponent(record.id)}`;
    return h(
      'li',
      { 'data-record': record.id },
      h(
        'a',
        { href: address, 'aria-label': t('admin.record.open', { title: record.title }) },
        h('bdi', {}, record.title),
      ),
      h('p', { class: 'meta', dir: 'auto' }, facts(record)),
      h('button', {
        type: 'button',
        'aria-label': t('admin.next.about', { title: record.title }),
        onclick: () => next(record),
      }, t('admin.next')),
    );
  }

  return {
    element,
    /** @param {Kept[]} records the oldest first @param {number | undefined} purge */
    update(records, purge) {
      list.replaceChildren(...[...records].reverse().map(row));
      empty.hidden = records.length > 0;
      say(
        purges,
        purge ? t('admin.purge', { time: date(purge) }) : t('admin.purge.none'),
      );
    },
  };
}
