import { h } from '../ui/dom.js';

/**
 * A bar that says nothing but what stands beside it.
 *
 * @param {number} length of 1
 * @param {string} [kind]
 */
export function bar(length, kind = '') {
  const filled = h('span', { class: 'filled' });
  filled.style.setProperty('--length', `${(100 * length).toFixed(1)}%`);
  return h('span', { class: `bar ${kind}`.trim(), 'aria-hidden': 'true' }, filled);
}
