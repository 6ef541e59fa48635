/** @import { Words } from '../ui/i18n.js' */
import { h } from '../ui/dom.js';

/** What the operator says about this server, from every page. */
const PAGES = ['help', 'privacy', 'accessibility', 'imprint'];

/**
 * @param {Words} words
 * @param {boolean} stays whether the page must not be left: then a new one opens
 */
export function createFooter({ t }, stays = false) {
  const aside = stays ? { target: '_blank', rel: 'noopener' } : {};
  const links = PAGES.map((name) =>
    h('li', {}, h('a', { href: `/about/${name}`, ...aside }, t(`about.${name}`)))
  );
  return h('nav', { 'aria-label': t('about.label') }, h('ul', {}, ...links));
}
