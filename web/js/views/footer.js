/** @import { Words } from '../ui/i18n.js' */
import { h } from '../ui/dom.js';

/** What the operator says about this server, from every page. */
const PAGES = ['help', 'privacy', 'accessibility', 'imprint'];

/**
 * @param {Words} words
 * @param {Record<string, () => void>} [acts] what can be done here beside reading, by name; then
 *   the page must not be left either, and what is read opens beside it
 */
export function createFooter({ t }, acts) {
  const aside = acts ? { target: '_blank', rel: 'noopener' } : {};
  const links = PAGES.map((name) =>
    h('li', {}, h('a', { href: `/about/${name}`, ...aside }, t(`about.${name}`)))
  );
  for (const [name, act] of Object.entries(acts ?? {})) {
    const about = { type: 'button', class: 'plain', onclick: act };
    links.push(h('li', {}, h('button', about, t(`about.${name}`))));
  }
  return h('nav', { 'aria-label': t('about.label') }, h('ul', {}, ...links));
}
