/** @import { Words } from '../ui/i18n.js' */
import { h } from '../ui/dom.js';

/** What the operator says about this server, from every page. */
const PAGES = ['help', 'privacy', 'accessibility', 'imprint'];

/**
 * @param {Words} words
 * @param {() => void} [mine] shows what is known of this person; then the page must not be left
 *   either, and the others open beside it
 */
export function createFooter({ t }, mine) {
  const aside = mine ? { target: '_blank', rel: 'noopener' } : {};
  const links = PAGES.map((name) =>
    h('li', {}, h('a', { href: `/about/${name}`, ...aside }, t(`about.${name}`)))
  );
  if (mine) {
    const button = h('button', { type: 'button', class: 'plain', onclick: mine }, t('about.mine'));
    links.push(h('li', {}, button));
  }
  return h('nav', { 'aria-label': t('about.label') }, h('ul', {}, ...links));
}
