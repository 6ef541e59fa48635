/** @import { Language } from '../ui/i18n.js' */
import { h } from '../ui/dom.js';
import { LANGUAGES } from '../ui/i18n.js';

/**
 * One button that leads to the other language, in that language's own words.
 *
 * @param {Language} current
 * @param {(language: Language) => void} change
 */
export function createLanguage(current, change) {
  const other = current === 'de' ? 'en' : 'de';
  return h('button', {
    type: 'button',
    class: 'plain language',
    lang: other,
    onclick: () => change(other),
  }, LANGUAGES[other]);
}
