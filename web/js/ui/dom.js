/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Creates an element. Text becomes text, never markup.
 *
 * @template {string} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [props] attributes; `onclick` and the like listen
 * @param {...Child} children
 * @returns {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else set(element, name, value);
  }
  for (const child of children) if (child) element.append(child);
  return /** @type {any} */ (element);
}

/**
 * Sets an attribute where it differs; nothing, null and false take it away.
 *
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
export function set(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/**
 * Sets text where it differs, so that selections and screen readers are left in peace.
 *
 * @param {Element} element
 * @param {string} words
 */
export function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/**
 * Shows words, or hides their element where there are none.
 *
 * @param {HTMLElement} element
 * @param {string | null | undefined} words
 */
export function say(element, words) {
  write(element, words ?? '');
  element.hidden = !words;
}

/**
 * An element that the page must have.
 *
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function must(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`);
  return found;
}

let serial = 0;

/**
 * An id for labels and descriptions.
 *
 * @param {string} name
 */
export function newId(name) {
  return `${name}-${++serial}`;
}
