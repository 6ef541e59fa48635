/** @import { Announcer } from '../ui/announce.js' */
/** @import { Words } from '../ui/i18n.js' */
import { groupCode } from '../core/text.js';
import { ask } from '../ui/dialog.js';
import { h, newId } from '../ui/dom.js';
import { createCopying } from './copying.js';

/**
 * @typedef {object} Entry A round that has not ended, with its links.
 * @property {string} id
 * @property {string} code
 * @property {string} title
 * @property {string} participant
 * @property {string} moderator
 * @property {string} speaker
 * @property {string} stage
 */

/** Who comes by a link with a key, which can be made anew. */
const STAFF = /** @type {const} */ (['moderator', 'speaker', 'stage']);

/**
 * One round with its links, as the administration hands them out.
 *
 * @param {{ words: Words, announcer: Announcer }} context
 * @param {Entry} entry
 * @param {boolean} sharesCode with another round of its series
 * @param {(entry: Entry, role: string) => void} renew
 */
export function createMeeting(context, entry, sharesCode, renew) {
  const { words } = context;
  const { t } = words;

  /** @param {typeof STAFF[number]} role */
  function renewing(role) {
    const label = t(`admin.${role}`);
    return h('button', {
      type: 'button',
      'data-renews': role,
      'aria-label': t('admin.renew.about', { label }),
      onclick: async () => {
        const confirmed = await ask(words, {
          title: t('admin.renew.title', { label }),
          text: t('admin.renew.text'),
          confirm: t('admin.renew'),
        });
        if (confirmed) renew(entry, role);
      },
    }, t('admin.renew'));
  }

  return h(
    'li',
    {},
    h(
      'admin-meeting',
      { 'data-meeting': entry.id },
      h('h3', { dir: 'auto' }, entry.title),
      h('p', { class: 'meta' }, t('head.code', { code: groupCode(entry.code) })),
      link(context, t('admin.participant'), entry.participant, picture(t, entry.code)),
      sharesCode && h('p', { class: 'hint' }, t('admin.sharesCode')),
      ...STAFF.map((role) => link(context, t(`admin.${role}`), entry[role], renewing(role))),
    ),
  );
}

/** The way in as a picture, for slides. @param {Words['t']} t @param {string} code */
function picture(t, code) {
  const address = `/r/${code}/qr.svg`;
  return h('a', { class: 'button', href: address, download: `${code}.svg` }, t('admin.picture'));
}

/**
 * @param {{ words: Words, announcer: Announcer }} context
 * @param {string} label
 * @param {string} address
 * @param {HTMLElement} [more]
 */
function link({ words, announcer }, label, address, more) {
  const { t } = words;
  const field = h('input', { id: newId('link'), readonly: true, onfocus: () => field.select() });
  field.value = new URL(address, location.href).href;
  const copying = createCopying({ words, announcer }, {
    label: t('admin.copy'),
    about: label,
    text: () => field.value,
  });
  const open = h(
    'a',
    { class: 'button', href: field.value, target: '_blank', rel: 'noopener' },
    t('admin.open'),
    h('span', { class: 'unseen' }, `: ${label}`),
  );
  return h(
    'div',
    { class: 'link' },
    h('label', { for: field.id }, label),
    h('div', { class: 'line' }, field, copying, open, more),
  );
}
